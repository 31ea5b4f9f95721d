"""A signal closes the window on the GUI thread; afterwards the system has its signals back."""

import os
import signal
import sys

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.ui.signals import EndingSignals


@pytest.mark.skipif(sys.platform == "win32", reason="signals to oneself")
def test_ctrl_c_and_sigterm_close(qtbot: QtBot) -> None:
    owner = QObject()
    closed: list[bool] = []
    signals = EndingSignals(lambda: closed.append(True), owner)
    try:
        os.kill(os.getpid(), signal.SIGINT)
        qtbot.waitUntil(lambda: len(closed) == 1)
        os.kill(os.getpid(), signal.SIGTERM)
        qtbot.waitUntil(lambda: len(closed) == 2)
    finally:
        signals.stop()
        signal.signal(signal.SIGINT, signal.default_int_handler)
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
