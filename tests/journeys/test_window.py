"""The window as a whole: its names, keys, words, looks, and what it remembers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.app import Session
from desktop.ui.language import Language
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import Settings
from tests.journeys.hands import (
    CTRL,
    SHIFT,
    TEXT,
    add_files,
    count,
    drop,
    give_keyboard,
    highlight,
    press,
    select,
    type_text,
    verb,
)

NAMES = ("articleTable", "searchBox", "statusFilter", "tagFilter", "readerView", "selectionBar",
         "annotationList", "noteEditor", "tagEditor", "articleNote", "messageBar")  # fmt: skip
WORDS = "własne plany"


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    add_files(window, qtbot, tmp_path, TEXT)
    return window


def _other(app: QApplication, folder: Path) -> Session:
    """Start again with the settings and the library of before."""
    return Session(app, folder / "library.db", Settings(folder / "settings.ini"))


def test_the_names_that_scripts_rely_on(opened: MainWindow, qtbot: QtBot) -> None:
    highlight(opened, qtbot, WORDS)
    for name in NAMES:
        assert opened.findChild(QWidget, name) is not None, name
    for name, action in opened.verbs.items():
        assert action.objectName() == name
        assert action.text().strip(), name


def test_everything_one_can_use_has_a_name(opened: MainWindow, qtbot: QtBot) -> None:
    highlight(opened, qtbot, WORDS)
    kinds = (QAbstractButton, QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
    nameless = []
    for widget in opened.findChildren(QWidget):
        if not isinstance(widget, kinds) or not widget.isVisibleTo(opened):
            continue
        if isinstance(widget.parent(), QLineEdit):  # Qt's own button to clear it
            continue
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus and not isinstance(
            widget, QAbstractButton
        ):
            continue
        face = QAccessible.queryAccessibleInterface(widget)
        if not face or not face.text(QAccessible.Text.Name).strip():
            nameless.append((type(widget).__name__, widget.objectName(), type(widget.parent())))
    assert nameless == []


def test_keys_typed_in_a_field_do_nothing_else(opened: MainWindow, qtbot: QtBot) -> None:
    select(opened, WORDS)
    opened.panes.focus_search()
    box = opened.findChild(QLineEdit, "searchBox")
    assert box is not None
    qtbot.waitUntil(box.hasFocus)
    type_text(qtbot, "h1n t?[jsar")
    press(qtbot, Qt.Key.Key_Backspace)
    assert box.text() == "h1n t?[jsa"
    opened.context.dispatch.settle()
    assert count(opened, "annotation") == 0
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert box.text() != "h1n t?[jsa"
    assert opened.context.library.undoable is not None  # the import was not undone


def test_undo_in_a_note_is_the_notes(opened: MainWindow, qtbot: QtBot) -> None:
    highlight(opened, qtbot, WORDS)
    note = opened.findChild(QPlainTextEdit, "articleNote")
    assert note is not None
    give_keyboard(qtbot, note)
    type_text(qtbot, "ab")
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert note.toPlainText() != "ab"
    opened.context.dispatch.settle()
    assert count(opened, "annotation") == 1


def test_the_menu_names_what_undo_undoes(opened: MainWindow, qtbot: QtBot) -> None:
    assert verb(opened, "edit.undo").text() == "Undo Import"
    highlight(opened, qtbot, WORDS)
    assert verb(opened, "edit.undo").text() == "Undo Add highlight"
    assert not verb(opened, "edit.redo").isEnabled()
    give_keyboard(qtbot, opened.reader.view)
    press(qtbot, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: verb(opened, "edit.redo").text() == "Redo Add highlight")
    press(qtbot, Qt.Key.Key_Z, CTRL | SHIFT)
    qtbot.waitUntil(lambda: verb(opened, "edit.undo").text() == "Undo Add highlight")
    assert count(opened, "annotation") == 1


def test_delete_in_the_list_is_the_trash_and_in_the_text_the_highlight(
    opened: MainWindow, qtbot: QtBot
) -> None:
    highlight(opened, qtbot, WORDS)
    give_keyboard(qtbot, opened.reader.view)
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: count(opened, "annotation") == 0)
    qtbot.waitUntil(lambda: "deleted" in opened.messages.text)
    assert opened.list.result_ids()
    give_keyboard(qtbot, opened.list.table)
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not opened.list.result_ids())
    assert "trash" in opened.messages.text
    verb(opened, "edit.undo").trigger()
    qtbot.waitUntil(lambda: len(opened.list.result_ids()) == 1)


def test_files_dropped_on_the_window_are_imported(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with qtbot.waitSignal(window.strip.finished):
        assert drop(window, tmp_path / "a.txt")
    qtbot.waitUntil(lambda: len(window.list.result_ids()) == 1)
    assert "1 article" in window.messages.text


def test_a_drag_without_files_is_not_taken(window: MainWindow) -> None:
    assert not drop(window)


def test_sizes_panes_and_article_are_remembered(
    session: Session, opened: MainWindow, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.resize(900, 700)
    splitter = opened.findChild(QSplitter)
    assert splitter is not None
    splitter.setSizes([260, 350, 290])
    splitter.splitterMoved.emit(260, 1)  # as dragging does
    sizes, wanted = splitter.sizes(), opened.reader.article
    opened.panes.toggle_sidebar()
    opened.close()
    session.__exit__()
    with _other(qapp, tmp_path) as again:
        again.window.show()
        again.begin()
        assert (again.window.width(), again.window.height()) == (900, 700)
        assert again.window.sidebar.isHidden()
        assert not verb(again.window, "view.sidebar").isChecked()
        again.window.panes.toggle_sidebar()
        splitter = again.window.findChild(QSplitter)
        assert splitter is not None
        qtbot.waitUntil(lambda: splitter.sizes() == sizes)
        qtbot.waitUntil(lambda: again.window.reader.article is not None)
        assert wanted is not None
        qtbot.waitUntil(lambda: again.window.list.current_id() == wanted.id)
        again.window.close()


def test_an_article_that_is_gone_is_not_reopened(
    session: Session, opened: MainWindow, qapp: QApplication, tmp_path: Path
) -> None:
    opened.context.settings.set("last_article", 99)
    opened.reader.close_article()
    session.window.close()
    session.__exit__()
    settings = Settings(tmp_path / "settings.ini")
    settings.set("last_article", 99)
    with Session(qapp, tmp_path / "library.db", settings) as again:
        again.begin()
        assert again.window.reader.article is None
        again.window.close()


@pytest.fixture
def language(session: Session, qapp: QApplication) -> Iterator[Language]:
    settings = session.window.context.settings
    made = Language(qapp, settings)
    yield made
    settings.set("language", "en")
    made.remove()


def test_the_language_changes_at_once_and_back(
    opened: MainWindow, language: Language, qtbot: QtBot
) -> None:
    highlight(opened, qtbot, WORDS)

    def words() -> list[str]:
        return [opened._menus["file"].title(), *(one.text() for one in opened.verbs.values())]

    english = words()
    opened.context.settings.set("language", "pl")
    QApplication.processEvents()
    polish = words()
    assert polish[0] == "&Plik"
    same = [a for a, b in zip(english, polish, strict=True) if a == b]
    assert set(same) <= {"Markdown", "BibTeX", "Tag", "Sepia"}, same
    assert verb(opened, "edit.undo").text().startswith("Cofnij")
    opened.context.settings.set("language", "en")
    QApplication.processEvents()
    assert words() == english


@pytest.mark.parametrize("theme", ["sepia", "dark", "contrast", "light"])
def test_the_theme_changes_at_once(opened: MainWindow, qtbot: QtBot, theme: str) -> None:
    highlight(opened, qtbot, WORDS)
    verb(opened, f"view.theme.{theme}").trigger()
    assert verb(opened, f"view.theme.{theme}").isChecked()
    palette = opened.context.theme.palette
    assert palette.name == theme
    view = opened.reader.view.viewport()
    image = view.grab().toImage()
    assert image.pixelColor(2, 2).name() == palette.paper
    assert opened.annotator.current is not None


def test_f6_goes_round_the_panes(opened: MainWindow, qtbot: QtBot) -> None:
    give_keyboard(qtbot, opened.list.table)
    stops = [opened.reader, opened.sidebar, opened.list]
    for pane in stops:
        press(qtbot, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None and (pane.isAncestorOf(focus))
    press(qtbot, Qt.Key.Key_F6, SHIFT)
    focus = QApplication.focusWidget()
    assert focus is not None and opened.sidebar.isAncestorOf(focus)


def test_the_text_grows_by_key(opened: MainWindow, qtbot: QtBot) -> None:
    before = opened.reader.view.document().defaultFont().pixelSize()
    give_keyboard(qtbot, opened.reader.view)
    press(qtbot, Qt.Key.Key_Plus, CTRL, times=2)
    press(qtbot, Qt.Key.Key_Minus, CTRL)
    assert opened.reader.view.document().defaultFont().pixelSize() == before + 1


def test_search_marks_what_it_finds_in_the_reader(opened: MainWindow, qtbot: QtBot) -> None:
    opened.list.set_query("lodz")  # whole words: only what is typed may be a beginning
    qtbot.waitUntil(lambda: len(opened.reader.hits) == 1)
    assert {opened.reader.text[a:b] for a, b in opened.reader.hits} == {"Łódź"}
    opened.list.set_query("")
    qtbot.waitUntil(lambda: not opened.reader.hits)


@pytest.mark.parametrize("scale", [100, 200])
def test_the_selection_bar_fits_the_smallest_window(
    opened: MainWindow, qtbot: QtBot, scale: int
) -> None:
    opened.context.settings.set("text_scale", scale)
    opened.resize(900, 600)
    bar, view = opened.reader.selection_bar, opened.reader.view
    select(opened, WORDS)
    qtbot.waitUntil(bar.isVisible)
    assert view.viewport().rect().contains(bar.geometry())
    for button in bar.findChildren(QAbstractButton):
        if button.isVisible():
            place = button.mapTo(bar, button.rect().center())
            assert bar.rect().contains(place)
    shown = [one for one in bar.findChildren(QToolButton) if one.isVisible()]
    actions = {one.defaultAction().objectName() for one in shown if one.defaultAction()}
    assert actions == {"annotation.underline", "annotation.note", "annotation.tag"}


def test_large_texts_fold_the_margin_away_while_there_is_no_room(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1000, 700)
    window.context.settings.set("text_scale", 200)
    assert window.sidebar.isHidden() and not window.verbs["view.sidebar"].isChecked()
    window.panes.keep()
    assert window.context.settings.geometry("folded") == ""
    window.resize(1280, 700)
    qtbot.waitUntil(lambda: not window.sidebar.isHidden())
    window.panes.toggle_sidebar()
    window.resize(1000, 700)
    window.context.settings.set("text_scale", 100)
    assert window.sidebar.isHidden()


def test_a_narrow_reader_keeps_the_buttons_that_are_nowhere_else(
    window: MainWindow, qtbot: QtBot
) -> None:
    bar = window.reader_bar
    shown = {name for name, button in bar._buttons.items() if not button.isHidden()}
    assert shown == set(bar._buttons)
    window.context.settings.set("text_scale", 200)
    bar.setFixedWidth(320)
    tools = [tool for tool in bar.findChildren(QToolButton) if not tool.isHidden()]
    qtbot.waitUntil(lambda: all(tool.width() >= tool.sizeHint().width() for tool in tools))
    assert all(tool.iconSize().width() == 30 for tool in tools)
    assert {"view.list", "view.sidebar", "article.star"} <= {
        name for name, button in bar._buttons.items() if not button.isHidden()
    }
