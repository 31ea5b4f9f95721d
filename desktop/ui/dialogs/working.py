"""Waiting for work that needs the library for itself, while no window is open."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import column, label, row

T = TypeVar("T")


class Working(QDialog):
    """Says what is being done; cannot be closed before it is."""

    _ended = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("working")
        self.setWindowTitle("Glosa")
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
        self._failure: BaseException | None = None
        self._result: Any = None
        said = label("heading")
        said.setText(text)
        bar = QProgressBar(textVisible=False)
        bar.setRange(0, 0)
        bar.setAccessibleName(text)
        body = column(said, bar)
        body.addStretch(1)
        lay_out(self, body, row())
        fit(self, characters=52)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self._ended.connect(self.accept, Qt.ConnectionType.QueuedConnection)

    def do(self, work: Callable[[], T]) -> T:
        """Do *work* in a thread while this is shown; return its result or raise what it raised."""

        def run() -> None:
            try:
                self._result = work()
            except Exception as error:
                self._failure = error
            self._ended.emit()

        thread = threading.Thread(target=run, name="working")
        thread.start()
        self.exec()
        thread.join()
        if self._failure:
            raise self._failure
        return self._result

    def reject(self) -> None:
        """Stay: Escape stops nothing here."""
