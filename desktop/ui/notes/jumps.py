"""Where a link in a note leads: to its highlight, article or tag, or, once asked, elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.core import note_links
from desktop.library.note_targets import NoteTarget, targets

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


class NoteJumps(QObject):
    """Follows the links that the margin of *window* asks for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.sidebar.link_wanted.connect(self.follow)

    def follow(self, href: str) -> None:
        """Go to where *href* leads, or say that it is gone."""
        key = note_links.key_of(href)
        if key is None:
            self._leave(href)
            return
        target = targets(self._window.context.reader, [key]).get(key)
        if target is None:
            self._window.context.tell(
                self.tr("What this leads to is not there any more (look in the trash)."), "info"
            )
        else:
            self._go(target)

    def _go(self, target: NoteTarget) -> None:
        window = self._window
        if target.kind == "annotation":
            window.open_article(target.article_id, at=target.place)
            window.annotator.choose_when_there(target.id)
        elif target.kind == "article":
            window.open_article(target.id)
        else:
            window.list.show()
            window.list.show_tag(target.name)

    def _leave(self, href: str) -> None:
        from desktop.ui.links import open_link

        open_link(self._window.context, href, self._window)
