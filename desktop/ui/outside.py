"""What comes in from outside, or goes there, by itself: the web, feeds, links, folders."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.core.glosa_link import addresses_of

if TYPE_CHECKING:
    from desktop.ui.following import Following
    from desktop.ui.main_window import MainWindow
    from desktop.ui.watching import Watching
    from desktop.ui.web.clipboard_watch import ClipboardWatch
    from desktop.ui.web.web import Web


class Outside(QObject):
    """Each part is loaded and made when the user or a setting asks for it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._context = window.context
        self._web: Web | None = None
        self._watching: Watching | None = None
        self._following: Following | None = None
        self._clipboard: ClipboardWatch | None = None

    def web(self) -> Web:
        """Return what adds pages from the web."""
        from desktop.ui.web.web import Web

        if self._web is None:
            self._web = Web(self._context, self._window)
            self._web.article_wanted.connect(self._window.open_if_there)
            self._web.query_wanted.connect(self._window.list.set_query)
        return self._web

    def offer_link(self, link: str) -> None:
        """Offer the pages that a `glosa:` link names; they are fetched if the user says so."""
        if addresses := addresses_of(link):
            self._window.come_to_front()
            self.web().ask(addresses)
        else:
            self._context.tell(self.tr("This link holds no address of a web page."), "warning")

    def watching(self) -> Watching:
        """Return what takes in new files of the folders that are watched."""
        from desktop.ui.watching import Watching

        if self._watching is None:
            self._watching = Watching(self._context, self._window.strip, self._window)
        return self._watching

    def following(self) -> Following:
        """Return what keeps exports up to date that are to follow the library."""
        from desktop.ui.following import Following

        if self._following is None:
            self._following = Following(self._context, self._window)
        return self._following

    def watch_clipboard(self) -> ClipboardWatch:
        """Return what offers addresses that are copied elsewhere, while the setting is on."""
        from desktop.ui.web.clipboard_watch import ClipboardWatch

        if self._clipboard is None:
            self._clipboard = ClipboardWatch(self._context, self._offer_copied, self._window)
        return self._clipboard

    def end(self) -> None:
        """Stop what is still coming in or going out."""
        if self._watching:
            self._watching.end()
        if self._following:
            self._following.end()
        self._window.strip.stop_and_wait()
        if self._web:
            self._web.end()

    def _offer_copied(self, addresses: Sequence[str]) -> None:
        self._window.messages.tell(
            self.tr("Copied: {address}").format(address=addresses[0][:80]),
            action=self.tr("Add"),
            act=lambda: self.web().ask(addresses),
        )
