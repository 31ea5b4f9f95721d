"""Offers addresses that are copied elsewhere, if the user wants that; it never fetches."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.core.web_address import in_text
from desktop.ui.context import Context

SETTING = "watch_clipboard"
_LONGEST = 2_000


class ClipboardWatch(QObject):
    """Calls *offer* with the addresses of a copied text, once for the same text.

    A copy made in Glosa itself is passed over, and so is a long text: someone copies to quote.
    """

    def __init__(
        self, context: Context, offer: Callable[[Sequence[str]], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._offer = offer
        self._last = ""
        QGuiApplication.clipboard().dataChanged.connect(self._on_copied)

    def _on_copied(self) -> None:
        copied_here = QGuiApplication.focusWindow() is not None
        if self._context.settings.get(SETTING) and not copied_here:
            self.look_at(QGuiApplication.clipboard().text())

    def look_at(self, text: str) -> None:
        """Offer the addresses in *text*."""
        if len(text) > _LONGEST or text == self._last:
            return
        self._last = text
        if found := in_text(text):
            self._offer(found)
