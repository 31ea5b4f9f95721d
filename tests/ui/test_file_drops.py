"""Files dropped on text fields are taken; other things still go into the field."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.file_drops import FileDrops


def _drop(target: QWidget, data: QMimeData) -> None:
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), copy, data, left, none))


def test_files_are_taken_and_words_are_not(qtbot: QtBot, tmp_path: Path) -> None:
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    taken: list[Path] = []
    drops = FileDrops([field], taken.extend, field)
    files, words = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt")), QUrl("https://example.org/b")])
    words.setText("cytat")
    _drop(field.viewport(), files)
    assert taken == [tmp_path / "a.txt"] and field.toPlainText() == ""
    _drop(field.viewport(), words)
    assert taken == [tmp_path / "a.txt"] and field.toPlainText() == "cytat"
    assert drops.parent() is field
