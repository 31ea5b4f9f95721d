"""Where the window was and what was open: kept as it changes, so that a crash cannot lose it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

_AFTER_MS = 1_000
_CHANGES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.WindowStateChange)


class WindowPlace(QObject):
    """Keeps geometry, panes and the open article a moment after they changed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self.keep)
        window.installEventFilter(self)
        window.readers.opened.connect(self._on_change)
        window.readers.arranged.connect(self._on_change)
        window.readers.switched.connect(self._on_change)

    def keep(self) -> None:
        """Keep all now."""
        self._timer.stop()
        window, settings = self._window, self._window.context.settings
        settings.keep_geometry("window", window.saveGeometry())
        window.panes.keep()
        article = window.reader.article
        settings.set("last_article", article.id if article else 0)
        settings.set("side_by_side", window.beside.kept())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _CHANGES:
            self._on_change()
        return super().eventFilter(watched, event)

    def _on_change(self, *_: object) -> None:
        self._timer.start()
