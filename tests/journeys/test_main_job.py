"""The main job on the real window: open, select, highlight, note, tag, undo, search, export."""

import csv
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTableView
from pytestqt.qtbot import QtBot

from desktop.formats import registry
from desktop.operations.export import export_annotations
from desktop.ui.main_window import MainWindow

TEXT = """ date 2023-09 Rada Łodzi przyjęła uchwałę w sprawie mostu.

😀 „Mamy własne plany” – powiedziała burmistrz Anna Łącka w czwartek.

Łódź nie odpowiedziała na pytania o koszt dostaw stali.

Kurier/NAW
"""


def _import(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    (folder / "artykul.txt").write_text(TEXT, encoding="utf-8")
    with qtbot.waitSignal(window.strip.finished):
        window.importing.start([folder / "artykul.txt"])
    qtbot.waitUntil(lambda: len(window.list.result_ids()) == 1)
    window.list.select_article(window.list.result_ids()[0])
    qtbot.waitUntil(lambda: window.reader.article is not None)


def _trigger(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, name)
    assert action is not None and action.isEnabled(), name
    action.trigger()


def _count(window: MainWindow, table: str) -> int:
    return window.context.reader.rows(f"SELECT count(*) AS n FROM {table}")[0]["n"]


def test_keyboard_journey(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    _import(window, qtbot, tmp_path)
    view = window.reader.view
    view.setFocus()
    start = window.reader.text.index("„Mamy")
    window.reader.go_to(start)
    for _ in range(3):
        qtbot.keyClick(
            view,
            Qt.Key.Key_Right,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
    assert view.selection() is not None

    qtbot.keyClick(view, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: window.findChild(QPlainTextEdit, "noteEditor") is not None)
    note = window.findChild(QPlainTextEdit, "noteEditor")
    assert note is not None
    qtbot.waitUntil(note.hasFocus)
    qtbot.keyClicks(note, "cytat")
    qtbot.waitUntil(lambda: _notes(window) == ["cytat"])

    _trigger(window, "annotation.tag")
    tag = window.findChild(QLineEdit, "tagEditor")
    assert tag is not None
    qtbot.waitUntil(tag.hasFocus)
    tag.insert("Rola/Źródło")
    qtbot.keyClick(tag, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _count(window, "annotation_tag") == 1)

    for left in ((1, 0), (1, 0), (0, 0)):
        _trigger(window, "edit.undo")
        qtbot.waitUntil(
            lambda left=left: (
                (_count(window, "annotation"), _count(window, "annotation_tag")) == left
            )
        )
    for right in ((1, 0), (1, 0), (1, 1)):
        _trigger(window, "edit.redo")
        qtbot.waitUntil(
            lambda right=right: (
                (_count(window, "annotation"), _count(window, "annotation_tag")) == right
            )
        )

    box = window.findChild(QLineEdit, "searchBox")
    assert box is not None
    window.panes.focus_search()
    qtbot.keyClicks(box, "lodz")
    qtbot.waitUntil(lambda: len(window.reader.hits) >= 2)
    marked = {window.reader.text[start:end] for start, end in window.reader.hits}
    assert marked == {"Łodzi", "Łódź"}
    table = window.findChild(QTableView, "articleTable")
    assert table is not None and table.model().rowCount() == 1

    target = tmp_path / "out.csv"
    export_annotations(
        window.context.reader,
        target,
        exporter=registry.exporter("csv"),
        article_ids=window.list.result_ids(),
    )
    with target.open(encoding="utf-8-sig", newline="") as file:
        (row,) = list(csv.DictReader(file))
    text = window.context.reader.rows("SELECT text FROM article_text")[0]["text"]
    assert text[int(row["start"]) : int(row["end"])] == row["quote"]
    assert row["note"] == "cytat" and row["tags"] == "Rola/Źródło"


def _notes(window: MainWindow) -> list[str]:
    return [row["note"] for row in window.context.reader.rows("SELECT note FROM annotation")]
