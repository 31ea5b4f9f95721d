"""The whole way by keys: import, read, mark, tag, note, search, notebook, export; no mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.formats.exporters.csv_annotations import read
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.main_window import MainWindow
from tests.journeys.hands import CTRL, SHIFT, TEXT, press, type_text

SENTENCE = "Łódź nie odpowiedziała na pytania o koszt dostaw stali."
_MOUSE = {
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseMove, QEvent.Type.Wheel,
}  # fmt: skip


class _NoMouse(QObject):
    """Remembers each event of a mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QEvent.Type] = []

    def eventFilter(  # noqa: N802
        self, watched: QObject, event: QEvent
    ) -> bool:
        if event.type() in _MOUSE:
            self.seen.append(event.type())
        return False


@pytest.fixture
def no_mouse(qapp: QApplication) -> Iterator[_NoMouse]:
    watcher = _NoMouse()
    qapp.installEventFilter(watcher)
    yield watcher
    qapp.removeEventFilter(watcher)


def test_from_a_file_to_a_file(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    no_mouse: _NoMouse,
) -> None:
    source, target = tmp_path / "artykul.txt", tmp_path / "cytaty.csv"
    source.write_text(TEXT, encoding="utf-8")
    # The system's own dialog: no test can press keys in it.
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(source)], ""))

    press(qtbot, Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(lambda: len(window.list.result_ids()) == 1)
    press(qtbot, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: window.reader.article is not None)
    press(qtbot, Qt.Key.Key_F6)
    qtbot.waitUntil(window.reader.view.hasFocus)

    press(qtbot, Qt.Key.Key_End, CTRL)
    press(qtbot, Qt.Key.Key_E)
    while window.reader.text[slice(*window.reader.view.selection() or ())] != SENTENCE:
        press(qtbot, Qt.Key.Key_Escape)
        press(qtbot, Qt.Key.Key_Up)
        press(qtbot, Qt.Key.Key_E)
    press(qtbot, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: window.annotator.current is not None)
    assert window.annotator.current and window.annotator.current.exact == SENTENCE

    press(qtbot, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    type_text(qtbot, "Koszty/Stal")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.annotator.current and window.annotator.current.tags))
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.reader.view.hasFocus)
    press(qtbot, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    type_text(qtbot, "ask again")
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(window.annotator.current and window.annotator.current.note))

    press(qtbot, Qt.Key.Key_L, CTRL)
    type_text(qtbot, "note:again")
    qtbot.waitUntil(lambda: window.list.searching and len(window.list.result_ids()) == 1)

    press(qtbot, Qt.Key.Key_H, CTRL | SHIFT)
    page = window.notebook.page()
    qtbot.waitUntil(lambda: len(page.model.entries) == 1 and page.table.hasFocus())
    press(qtbot, Qt.Key.Key_E, CTRL)
    dialog = page.findChild(ExportDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or page))
    field = dialog._target.findChild(QLineEdit, "exportTarget")
    assert field is not None
    for _ in range(40):
        if field.hasFocus():
            break
        press(qtbot, Qt.Key.Key_Tab)
    assert field.hasFocus()
    press(qtbot, Qt.Key.Key_A, CTRL)
    type_text(qtbot, str(target))
    assert field.text() == str(target)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(target.exists)
    with target.open("rb") as file:
        rows = [(row["quote"], row["note"], row["tags"]) for row in read(file)]
    assert rows == [(SENTENCE, "ask again", "Koszty/Stal")]
    assert no_mouse.seen == []
