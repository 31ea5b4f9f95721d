"""Files dropped on a text field are imported, as anywhere on the window, not typed into it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.core.web_address import in_text


class FileDrops(QObject):
    """Watches *fields*; calls *take* with the paths of files that are dropped there."""

    def __init__(
        self, fields: Sequence[QWidget], take: Callable[[Sequence[Path]], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._take = take
        for field in fields:
            # Text areas get their drops at the viewport.
            inner = field.viewport() if isinstance(field, QAbstractScrollArea) else field
            inner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and paths_in(event.mimeData()):
            event.acceptProposedAction()
            if not isinstance(event, QDragMoveEvent):
                self._take(paths_in(event.mimeData()))
            return True
        return super().eventFilter(watched, event)


def paths_in(data: QMimeData) -> list[Path]:
    """Return the local files and folders that are being dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def addresses_in(data: QMimeData) -> list[str]:
    """Return the addresses of pages that are being dragged: a browser's link, or text with some."""
    links = [url.toString() for url in data.urls() if not url.isLocalFile()]
    return in_text("\n".join(links) or ("" if data.hasUrls() else data.text()))
