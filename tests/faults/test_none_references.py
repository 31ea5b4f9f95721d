"""PySide6 6.12 on Python 3.11 lost a reference to None at each void call, and died of it."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


class _Bell(QObject):
    rung = Signal(int)


def test_void_calls_keep_the_references_to_none(qtbot: QtBot) -> None:
    label, bell = QLabel(), _Bell()
    qtbot.addWidget(label)
    bell.rung.connect(label.setNum)
    before = sys.getrefcount(None)
    for number in range(5_000):
        label.setNum(number)
        label.setEnabled(True)
        label.update()
        bell.rung.emit(number)
    # From Python 3.12 on None is immortal, and the count is a constant.
    assert abs(sys.getrefcount(None) - before) < 500
