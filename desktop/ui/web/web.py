"""The window's door to the web: everything that may end in a request goes through here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from desktop.core.web_address import in_text
from desktop.library import feeds
from desktop.operations.feeds import Refreshed
from desktop.ui.context import Context
from desktop.ui.web.add_dialog import AddFromWeb
from desktop.ui.web.refresher import Refresher

if TYPE_CHECKING:
    from desktop.ui.web.feeds_dialog import FeedsDialog


class Web(QObject):
    """Offers addresses to be added; nothing is fetched before the user presses the button.

    `article_wanted(id)` asks the window to open an article, `query_wanted(text)` to search.
    """

    article_wanted = Signal(int)
    query_wanted = Signal(str)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.refresher = Refresher(context, self)
        self.refresher.finished.connect(self._on_refreshed)

    def show_feeds(self) -> FeedsDialog:
        """Show the feeds."""
        from desktop.ui.web.feeds_dialog import FeedsDialog

        dialog = self._window.findChild(FeedsDialog)
        if dialog is None:
            dialog = FeedsDialog(self._context, self.refresher, self._window)
            dialog.query_wanted.connect(self.query_wanted)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def show_link_page(self) -> None:
        """Tell how a page gets here from the browser."""
        from desktop.ui.web.link_page import LinkPage

        LinkPage(self._context, self._window).open()

    def refresh_feeds(self) -> None:
        """Ask all feeds for what is new."""
        found = feeds.all_feeds(self._context.reader)
        if not found:
            self._context.tell(
                self.tr("You follow no feed yet. Add one with File › Feeds."), "info"
            )
        self.refresher.start(found)

    def ask(self, addresses: Sequence[str] = ()) -> AddFromWeb:
        """Show the dialog with *addresses* in it."""
        dialog = self._window.findChild(AddFromWeb)
        if dialog is None:
            dialog = AddFromWeb(self._context, self._window)
            dialog.article_wanted.connect(self.article_wanted)
        dialog.offer(addresses)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def paste(self) -> None:
        """Offer the addresses on the clipboard."""
        found = in_text(QGuiApplication.clipboard().text())
        if found:
            self.ask(found)
        else:
            self._context.tell(self.tr("There is no address of a web page to paste."), "info")

    def end(self) -> None:
        """Stop what is being fetched: the window closes."""
        self.refresher.end()
        for dialog in self._window.findChildren(QDialog):
            if dialog.objectName() in ("addFromWeb", "feeds"):
                dialog.close()

    def _on_refreshed(self, found: Sequence[Refreshed]) -> None:
        if new := sum(len(one.new) for one in found):
            self._context.tell(self.tr("%n new article(s) from your feeds.", "", new), "info")
