"""The article verbs of the window: status, star, details, trash."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.library import articles
from desktop.operations import read
from desktop.ui.context import Context
from desktop.ui.keeper import after_backup
from desktop.ui.library_pane.pane import LibraryPane
from desktop.ui.reader.pane import ReaderPane
from desktop.ui.reader.readers import Readers


class Curator(QObject):
    """Acts on the articles selected in the list, or else on the open one."""

    def __init__(self, context: Context, pane: LibraryPane, readers: Readers, window: QWidget):
        super().__init__(window)
        self._context = context
        self._list = pane
        self._readers = readers
        self._window = window

    def meant(self) -> list[int]:
        """Return the ids of the articles that a verb would act on."""
        selected = self._list.selected_ids()
        if selected:
            return selected
        return [self._reader.article.id] if self._reader.article else []

    def set_status(self, status: str) -> None:
        """Mark the articles as unread, reading, read or archived."""
        if ids := self.meant():
            self._context.dispatch.do(read.set_status, article_ids=ids, status=status)

    def toggle_star(self) -> None:
        """Star the articles, or take the star off when all have one."""
        rows = articles.rows(self._context.reader, self.meant()[:500])
        if ids := self.meant():
            starred = not all(row.starred for row in rows)
            self._context.dispatch.do(read.set_starred, article_ids=ids, starred=starred)

    def edit_details(self) -> None:
        """Correct the title, outlet, date ... of one article."""
        from desktop.ui.dialogs.details import DetailsDialog

        if ids := self.meant():
            DetailsDialog(self._context, ids[0], self._window).exec()

    def trash(self) -> None:
        """Put the articles in the trash; the list goes on to the next one."""
        self._move(read.trash)

    def restore(self) -> None:
        """Take the articles out of the trash."""
        self._move(read.restore)

    def delete_for_good(self) -> None:
        """Delete articles that are in the trash (elsewhere: put them there first)."""
        rows = articles.rows(self._context.reader, self.meant()[:500])
        if rows and all(row.trashed for row in rows):
            ids = self.meant()
            do = partial(self._context.dispatch.do, read.delete_for_good, article_ids=ids)
            after_backup(self._context, do, of=len(ids))
        else:
            self.trash()

    @property
    def _reader(self) -> ReaderPane:
        return self._readers.active

    def _move(self, operation: object) -> None:
        if ids := self.meant():
            self._context.dispatch.do(operation, article_ids=ids)  # type: ignore[arg-type]
