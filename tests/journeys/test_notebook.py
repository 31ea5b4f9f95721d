"""The notebook by keyboard alone: open, search, narrow, edit many, undo, jump, export, pictures."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.formats.exporters.csv_annotations import read
from desktop.library import annotations, backup, places
from desktop.library.annotations import Annotation
from desktop.operations.annotate import add_highlight
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.main_window import MainWindow
from desktop.ui.notebook.page import NotebookPage
from tests.journeys.hands import CTRL, SHIFT, TEXT, add_files, give_keyboard, highlight, press

WORDS = ("Rada Łodzi", "własne plany", "koszt dostaw")


@pytest.fixture
def notebook(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> NotebookPage:
    add_files(window, qtbot, tmp_path, TEXT)
    give_keyboard(qtbot, window.reader.view)
    for words in WORDS:
        highlight(window, qtbot, words)
    press(qtbot, Qt.Key.Key_H, CTRL | SHIFT)
    page = window.notebook.page()
    qtbot.waitUntil(lambda: len(page.model.entries) == 3 and page.table.hasFocus())
    return page


def _all(window: MainWindow) -> list[Annotation]:
    return annotations.of_article(window.context.reader, 1)


def _soon(qtbot: QtBot, window: MainWindow, holds: Callable[[list[Annotation]], bool]) -> None:
    qtbot.waitUntil(lambda: holds(_all(window)))


def test_opens_and_closes_by_its_key(
    notebook: NotebookPage, window: MainWindow, qtbot: QtBot
) -> None:
    assert notebook.isVisible() and not window.reader.isVisible()
    assert window.verbs["library.notebook"].isChecked()
    press(qtbot, Qt.Key.Key_H, CTRL | SHIFT)
    assert window.reader.isVisible() and not notebook.isVisible()


def test_many_are_edited_at_once_and_undone_at_once(
    notebook: NotebookPage, window: MainWindow, qtbot: QtBot
) -> None:
    press(qtbot, Qt.Key.Key_A, CTRL)
    assert len(notebook.table.selected_annotations()) == 3
    press(qtbot, Qt.Key.Key_3)
    _soon(qtbot, window, lambda all_: [one.colour for one in all_] == ["blue"] * 3)
    press(qtbot, Qt.Key.Key_T)
    assert notebook.bulk.tag_line.hasFocus()
    for letter in "abc":
        press(qtbot, Qt.Key(ord(letter.upper())))
    press(qtbot, Qt.Key.Key_Return)
    _soon(qtbot, window, lambda all_: [[t.path for t in a.tags] for a in all_] == [["abc"]] * 3)
    assert len(notebook.table.selected_annotations()) == 3
    qtbot.waitUntil(lambda: notebook.facets.item_of("tag", "abc") is not None)
    window.verbs["edit.undo"].trigger()
    _soon(qtbot, window, lambda all_: all(not one.tags for one in all_))
    window.verbs["edit.undo"].trigger()
    _soon(qtbot, window, lambda all_: [one.colour for one in all_] == ["yellow"] * 3)
    notebook.table.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    _soon(qtbot, window, lambda all_: not all_)
    qtbot.waitUntil(lambda: "There are no highlights yet" in notebook.blank.texts)
    window.verbs["edit.undo"].trigger()
    _soon(qtbot, window, lambda all_: len(all_) == 3)
    qtbot.waitUntil(lambda: len(notebook.model.entries) == 3)


def test_before_many_are_deleted_there_is_a_backup(
    window: MainWindow, qtbot: QtBot, notebook: NotebookPage
) -> None:
    folder = places.backups_of(window.context.library.path)
    notebook.table.selectAll()
    notebook.delete()
    _soon(qtbot, window, lambda found: not found)
    assert backup.found_in(folder) == [], "three are not many"
    for start in range(10):
        window.context.dispatch.do(add_highlight, article_id=1, start=start, end=20)
    qtbot.waitUntil(lambda: len(notebook.model.entries) == 10)
    notebook.table.selectAll()
    notebook.delete()
    _soon(qtbot, window, lambda found: not found)
    (made,) = backup.found_in(folder)
    assert backup.counts_of(made.path)[1] == 10


def test_a_search_narrows_and_enter_goes_to_the_place(
    notebook: NotebookPage, window: MainWindow, qtbot: QtBot
) -> None:
    press(qtbot, Qt.Key.Key_F, CTRL)
    for letter in "PLANY":
        press(qtbot, Qt.Key(ord(letter)))
    qtbot.waitUntil(lambda: len(notebook.model.entries) == 1)
    press(qtbot, Qt.Key.Key_Down)
    assert notebook.table.hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.reader.isVisible() and window.annotator.current is not None)
    assert window.annotator.current and window.annotator.current.exact == "własne plany"


def test_what_is_shown_goes_out(
    notebook: NotebookPage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    notebook.top.search.set_text("koszt")
    qtbot.waitUntil(lambda: len(notebook.model.entries) == 1)
    press(qtbot, Qt.Key.Key_E, CTRL)
    dialog = notebook.findChild(ExportDialog)
    assert dialog is not None
    dialog._target.set_target(tmp_path / "notes.csv")
    dialog.start()
    qtbot.waitUntil(lambda: "notes.csv" in window.messages.text)
    with (tmp_path / "notes.csv").open("rb") as file:
        assert [row["quote"] for row in read(file)] == ["koszt dostaw"]


def test_the_readers_keys_do_nothing_behind_the_notebook(
    notebook: NotebookPage, window: MainWindow, qtbot: QtBot
) -> None:
    for key in (Qt.Key.Key_J, Qt.Key.Key_H, Qt.Key.Key_S, Qt.Key.Key_R):
        press(qtbot, key)
    window.context.dispatch.settle()
    assert len(_all(window)) == 3 and notebook.isVisible()


def test_pictures_lead_to_the_highlights_behind_them(
    notebook: NotebookPage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    press(qtbot, Qt.Key.Key_I, CTRL | SHIFT)
    pictures = notebook._pictures
    assert pictures is not None
    for name in ("months", "weeks", "articles", "outlets"):
        pictures.choose(name)
        qtbot.waitUntil(lambda: pictures.view.drawing is not None)
    qtbot.waitUntil(lambda: [one.facet for one in pictures._figures] == ["outlet"])
    pictures.write_picture(tmp_path / "p.svg")
    pictures.write_picture(tmp_path / "p.png")
    pictures.write_numbers(tmp_path / "p.csv")
    assert (tmp_path / "p.svg").read_bytes().startswith(b"<?xml")
    assert (tmp_path / "p.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "p.csv").read_text("utf-8-sig").startswith('"outlets","count"')
    pictures.view.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: notebook.table.isVisible() and notebook.notes.outlet is not None)
    qtbot.waitUntil(lambda: len(notebook.model.entries) == 3)
