"""Find next at an article's last hit: goes on to the next article of the list that has any."""

from functools import partial

from PySide6.QtCore import QObject

from desktop.library.snippets import Found, next_with_hit
from desktop.ui.context import Context
from desktop.ui.library_pane.pane import LibraryPane
from desktop.ui.reader.pane import ReaderPane
from desktop.ui.reader.readers import Readers


class NextHits(QObject):
    """Walks the list of a search; where it ends, the article's own hits come round again."""

    def __init__(
        self, context: Context, articles: LibraryPane, readers: Readers, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._list = articles
        self._readers = readers

    def go(self, step: int) -> None:
        """Go on to the next (1) or previous (-1) article with hits."""
        article, ids = self._reader.article, list(self._list.result_ids())
        if article is None or article.id not in ids:
            self._reader.wrap(step)
            return
        at = ids.index(article.id)
        further = ids[at + 1 :] if step > 0 else ids[:at][::-1]
        terms = self._reader.marked
        self._context.jobs.ask(
            "next hits",
            lambda source: next_with_hit(source, further, terms),
            partial(self._on_found, article.id, step),
        )

    @property
    def _reader(self) -> ReaderPane:
        return self._readers.active

    def _on_found(self, left: int, step: int, found: Found | None) -> None:
        if self._reader.article is None or self._reader.article.id != left:
            return  # the user went somewhere else meanwhile
        if found is None:
            after, before = (
                self.tr("No article further down the list has hits."),
                self.tr("No article further up the list has hits."),
            )
            self._context.tell(after if step > 0 else before, "info")
            self._reader.wrap(step)
            return
        said = self.tr("Next article: {title}") if step > 0 else self.tr("Back in: {title}")
        self._context.tell(said.format(title=found.title), "info")
        self._reader.open_at_hit(found.id, step)
        self._list.select_article(found.id)
