"""Links in notes lead through the window: to a highlight elsewhere, a tag, and out of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.core import note_links
from desktop.library import annotations
from desktop.operations import annotate, tag
from desktop.ui.links import LinkDialog
from desktop.ui.main_window import MainWindow
from tests.journeys.hands import CTRL, TEXT, add_files, give_keyboard, highlight, press, verb

OTHER = "Drugi artykuł o rzece.\n\nRzeka Warta płynie przez miasto."


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    add_files(window, qtbot, tmp_path, TEXT, OTHER)
    give_keyboard(qtbot, window.reader.view)
    return window


def test_a_link_is_typed_and_followed_by_keys_alone(opened: MainWindow, qtbot: QtBot) -> None:
    library = opened.context.library
    far = library.run(annotate.highlight_quote, article_id=2, quote="płynie przez").result
    near = highlight(opened, qtbot, "własne plany")
    press(qtbot, Qt.Key.Key_N)
    editor = opened.sidebar.annotation_note
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClicks(editor, "[[przez")
    popup = editor._links.popup
    qtbot.waitUntil(popup.isVisible)
    press(qtbot, Qt.Key.Key_Return)
    assert note_links.readable(editor.toPlainText()).startswith("płynie przez")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(opened.annotator.current and opened.annotator.current.id == far))
    assert opened.reader.article
    assert opened.reader.article.id == 2
    card = opened.sidebar._list.card
    qtbot.waitUntil(card.backlinks.isVisible)
    card.backlinks.menu_of_notes().actions()[0].trigger()
    qtbot.waitUntil(lambda: bool(opened.annotator.current and opened.annotator.current.id == near))


def test_links_to_articles_tags_and_what_is_gone(opened: MainWindow, qtbot: QtBot) -> None:
    reader = opened.context.reader
    tag_id = opened.context.library.run(tag.create, path="Miejsca").result
    uuid = reader.rows("SELECT uuid FROM tag WHERE id = ?", (tag_id,))[0]["uuid"]
    opened.note_jumps.follow(note_links.address("tag", uuid))
    field = opened.findChild(QLineEdit, "searchBox")
    assert field
    assert field.text() == 'tag:"Miejsca"'
    article = reader.rows("SELECT uuid FROM article WHERE id = 2")[0]["uuid"]
    opened.note_jumps.follow(note_links.address("article", article))
    qtbot.waitUntil(lambda: bool(opened.reader.article and opened.reader.article.id == 2))
    mark = opened.context.library.run(annotate.highlight_quote, article_id=2, quote="Warta").result
    gone = note_links.address("annotation", annotations.get(reader, mark).uuid)
    opened.context.library.run(annotate.delete, annotation_ids=[mark])
    opened.note_jumps.follow(gone)
    assert "not there any more" in opened.messages.text


def test_an_address_elsewhere_is_shown_before_it_is_opened(
    opened: MainWindow, qtbot: QtBot
) -> None:
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LinkDialog)
        seen.append(dialog._place.text())
        dialog.reject()

    QTimer.singleShot(0, look)
    opened.note_jumps.follow("https://example.org/a")
    assert seen == ["example.org"]
    opened.note_jumps.follow("javascript:alert(1)")
    assert "not opened" in opened.messages.text


def test_notes_are_searched_from_the_menu_or_the_palette(opened: MainWindow, qtbot: QtBot) -> None:
    opened.context.library.run(
        annotate.highlight_quote, article_id=2, quote="Warta", note="do sprawdzenia"
    )
    verb(opened, "find.notes").trigger()
    field = opened.findChild(QLineEdit, "searchBox")
    assert field
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "sprawdzenia")
    assert field.text() == "note:sprawdzenia"
    qtbot.waitUntil(lambda: list(opened.list.result_ids()) == [2])
