"""Only the text: lists, margin and bars away, and back as they were."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

_MOST = 16_777_215  # QWIDGETSIZE_MAX


class FocusMode(QObject):
    """`on` while only the reader is shown. It is not kept: a start shows the window as it was."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._hidden: Sequence[QWidget] = ()
        self.on = False

    def toggle(self) -> None:
        """Show only the reader, or everything again."""
        self.leave() if self.on else self._enter()

    def leave(self) -> None:
        """Show again what was there before."""
        if not self.on:
            return
        self.on = False
        for widget in self._hidden:
            widget.show()
        self._window.menuBar().setMaximumHeight(_MOST)

    def _enter(self) -> None:
        window = self._window
        window.notebook.leave()
        parts = (window.list, window.sidebar, window.reader_bar)
        self.on, self._hidden = True, [part for part in parts if not part.isHidden()]
        for part in self._hidden:
            part.hide()
        window.menuBar().setMaximumHeight(0)  # hidden, it would take the keys of its actions along
        window.reader.take_focus()
        key = window.verbs["view.focus"].shortcut()
        shown = key.toString(QKeySequence.SequenceFormat.NativeText)
        window.context.tell(self.tr("{key} shows everything again.").format(key=shown), "info")
