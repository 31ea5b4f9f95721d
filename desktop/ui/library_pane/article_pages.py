"""The rows around the viewport: read a page at a time, a few pages kept.

Highlights of people who are hidden are not counted.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from desktop.core.people import People
from desktop.library import annotations, articles
from desktop.library.articles import ArticleRow
from desktop.library.connection import Source

PAGE = 20
KEPT = 100


class ArticlePages:
    """Answers "which article stands in row n" for a list of ids; forget it when the ids change."""

    def __init__(self, source: Source, people: Callable[[], People]) -> None:
        self._source = source
        self._people = people
        self._pages: OrderedDict[int, dict[int, ArticleRow]] = OrderedDict()

    @property
    def loaded(self) -> int:
        """The number of rows in memory."""
        return sum(len(page) for page in self._pages.values())

    def row(self, ids: Sequence[int], at: int) -> ArticleRow | None:
        """Return the article in row *at*; None when it is gone from the library."""
        number = at // PAGE
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._read(ids[number * PAGE : (number + 1) * PAGE])
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(ids[at])

    def read_again(
        self, article_ids: Iterable[int]
    ) -> tuple[dict[int, ArticleRow], dict[int, ArticleRow]]:
        """Read those of *article_ids* that are in memory anew; return them as before and after."""
        wanted = set(article_ids)
        before = {
            key: row for page in self._pages.values() for key, row in page.items() if key in wanted
        }
        after = self._read(list(before))
        for page in self._pages.values():
            for key in page.keys() & before.keys():
                page.pop(key)
                if key in after:
                    page[key] = after[key]
        return before, after

    def clear(self) -> None:
        """Forget every row."""
        self._pages.clear()

    def _read(self, ids: Sequence[int]) -> dict[int, ArticleRow]:
        rows = {row.id: row for row in articles.rows_of_many(self._source, ids)}
        seen = self._people()
        if seen.names is None:
            return rows
        counts = annotations.counts_by(self._source, list(rows), seen)
        return {key: replace(row, highlights=counts.get(key, 0)) for key, row in rows.items()}
