"""Ctrl+C in a terminal and the system's request to end close the window as its button does."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")


class EndingSignals(QObject):
    """Calls *close* on the GUI thread when such a signal comes.

    Python runs its signal handlers only between its own instructions, and there are none while
    Qt waits: the signal's number arrives through a socket that Qt watches.
    """

    def __init__(self, close: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._close = close
        self._inner, self._outer = socket.socketpair()
        for end in (self._inner, self._outer):
            end.setblocking(False)
        self._before = signal.set_wakeup_fd(self._outer.fileno(), warn_on_full_buffer=False)
        for name in _ENDING:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), lambda _number, _frame: None)
        self._notifier = QSocketNotifier(self._inner.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    def stop(self) -> None:
        """Give the signals back to the system."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for name in _ENDING:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), signal.SIG_DFL)
        for end in (self._inner, self._outer):
            end.close()

    def _on_signal(self) -> None:
        self._inner.recv(64)
        self._close()
