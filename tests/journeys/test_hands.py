"""The main job with one hand: by keys alone, and by the mouse alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui.controls.colour_dots import ColourDots
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.main_window import MainWindow
from tests.journeys.hands import CTRL, SHIFT, TEXT, count, drop, press, type_text, verb


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "artykul.txt"
    made.write_text(TEXT, encoding="utf-8")
    return made


@pytest.fixture
def chosen(file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the system's file dialog, which no test can press keys in, give the file."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(file)], ""))
    return file


def _state(window: MainWindow) -> tuple[int, str, int]:
    rows = window.context.reader.rows("SELECT note FROM annotation")
    return len(rows), rows[0]["note"] if rows else "", count(window, "annotation_tag")


def _export_dialog_then(close: Callable[[QWidget], object], seen: list[str]) -> None:
    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        seen.append(dialog.windowTitle())
        close(dialog)

    QTimer.singleShot(200, look)


def test_by_keys_alone(window: MainWindow, qtbot: QtBot, chosen: Path) -> None:
    press(qtbot, Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(lambda: len(window.list.result_ids()) == 1)
    qtbot.waitUntil(lambda: window.reader.article is not None)
    press(qtbot, Qt.Key.Key_J)
    press(qtbot, Qt.Key.Key_F6)
    qtbot.waitUntil(window.reader.view.hasFocus)
    press(qtbot, Qt.Key.Key_Home, CTRL)
    press(qtbot, Qt.Key.Key_Down, times=3)
    press(qtbot, Qt.Key.Key_Right, CTRL | SHIFT, times=4)
    selection = window.reader.view.selection()
    assert selection is not None
    words = window.reader.text[slice(*selection)]

    press(qtbot, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: window.annotator.current is not None)
    assert window.annotator.current and window.annotator.current.exact == words
    press(qtbot, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    type_text(qtbot, "quote h1n")
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.reader.view.hasFocus)
    qtbot.waitUntil(lambda: _state(window) == (1, "quote h1n", 0))
    press(qtbot, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    type_text(qtbot, "Rola/Źródło")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _state(window) == (1, "quote h1n", 1))
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.reader.view.hasFocus)

    for state in ((1, "quote h1n", 0), (1, "", 0), (0, "", 0)):
        press(qtbot, Qt.Key.Key_Z, CTRL)
        qtbot.waitUntil(lambda state=state: _state(window) == state)
    for state in ((1, "", 0), (1, "quote h1n", 0), (1, "quote h1n", 1)):
        press(qtbot, Qt.Key.Key_Z, CTRL | SHIFT)
        qtbot.waitUntil(lambda state=state: _state(window) == state)

    press(qtbot, Qt.Key.Key_F, CTRL | SHIFT)
    type_text(qtbot, "lodz")
    qtbot.waitUntil(lambda: len(window.reader.hits) == 2)
    seen: list[str] = []
    _export_dialog_then(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape), seen)
    press(qtbot, Qt.Key.Key_E, CTRL)
    assert len(seen) == 1


def _click(qtbot: QtBot, widget: QWidget | None, place: QPoint | None = None) -> None:
    assert widget is not None and widget.isVisible()
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or widget.rect().center())


def _button(window: QWidget, name: str) -> QToolButton:
    """Return the visible button of an action."""
    found = [one for one in window.findChildren(QToolButton)
             if one.defaultAction() and one.defaultAction().objectName() == name]  # fmt: skip
    return next(one for one in found if one.isVisible())


def _choose(window: MainWindow, qtbot: QtBot, menu: str, name: str) -> None:
    """Click an entry of a menu."""
    qtbot.waitUntil(verb(window, name).isEnabled)
    opened: QMenu = window._menus[menu]
    opened.popup(window.mapToGlobal(QPoint(0, 0)))
    qtbot.waitUntil(opened.isVisible)
    place = opened.actionGeometry(verb(window, name)).center()
    for step in range(8, -1, -1):  # a menu takes a click only after some moves
        qtbot.mouseMove(opened, place + QPoint(step, 0))
    qtbot.mouseClick(opened, Qt.MouseButton.LeftButton, pos=place)


def test_by_the_mouse_alone(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    window.resize(1280, 800)
    drop(window, file)
    qtbot.waitUntil(lambda: len(window.list.result_ids()) == 1)
    table = window.findChild(QWidget, "articleTable")
    assert table is not None
    _click(qtbot, table.findChild(QWidget, "qt_scrollarea_viewport"), QPoint(60, 20))
    qtbot.waitUntil(lambda: window.reader.article is not None)

    view = window.reader.view
    cursor = view.textCursor()
    cursor.setPosition(view._map.position(window.reader.text.index("własne") + 2))
    place = view.cursorRect(cursor).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    bar = window.reader.selection_bar
    qtbot.waitUntil(bar.isVisible)
    dots = bar.findChild(ColourDots)
    assert dots is not None
    _click(qtbot, dots.dot("green"))
    qtbot.waitUntil(lambda: window.annotator.current is not None)
    assert window.annotator.current
    assert (window.annotator.current.exact, window.annotator.current.colour) == ("własne", "green")
    qtbot.waitUntil(bar.isHidden)

    _choose(window, qtbot, "annotation", "annotation.note")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    QApplication.clipboard().setText("wklejone")
    QApplication.focusWidget().paste()  # type: ignore[union-attr] # what its own menu does
    _click(qtbot, view.viewport(), QPoint(view.viewport().width() // 2, 5))
    qtbot.waitUntil(lambda: _state(window) == (1, "wklejone", 0))

    for state in ((1, "", 0), (0, "", 0)):
        _choose(window, qtbot, "edit", "edit.undo")
        qtbot.waitUntil(lambda state=state: _state(window) == state)
    for state in ((1, "", 0), (1, "wklejone", 0)):
        _choose(window, qtbot, "edit", "edit.redo")
        qtbot.waitUntil(lambda state=state: _state(window) == state)

    seen: list[str] = []
    _export_dialog_then(QWidget.close, seen)
    _click(qtbot, _button(window, "library.export"))
    assert len(seen) == 1
