"""Counts what each saved search finds, one after the other, off the GUI thread."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop.core.errors import UserError
from desktop.core.query import parse
from desktop.library.connection import Source
from desktop.library.saved_searches import SavedSearch
from desktop.library.search import Listing, count_articles
from desktop.ui.jobs import Jobs


class SavedCounts(QObject):
    """`counted(id, number)`; the number is None where the search cannot be read (any more)."""

    counted = Signal(int, object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._searches: Sequence[SavedSearch] = ()
        self._round = 0
        self._busy = self._stale = False

    def count(self, searches: Sequence[SavedSearch]) -> None:
        """Count anew; a count still on its way is void."""
        self._searches = searches
        self._start()

    def count_again(self) -> None:
        """Count the same searches after data changed, once the round on its way is done."""
        if self._busy:
            self._stale = True
        else:
            self._start()

    def _start(self) -> None:
        self._round += 1
        self._stale = False
        self._ask(self._round, 0)

    def _ask(self, number: int, at: int) -> None:
        self._busy = at < len(self._searches)
        if self._busy:
            search = self._searches[at]
            self._jobs.ask(
                "saved searches",
                partial(count_of, query=search.query),
                partial(self._on_count, number, at),
            )
        elif self._stale:
            self._start()

    def _on_count(self, number: int, at: int, count: int | None) -> None:
        if not isValid(self) or number != self._round:
            return
        self.counted.emit(self._searches[at].id, count)
        self._ask(number, at + 1)


def count_of(source: Source, query: str) -> int | None:
    """Return how many articles a search finds; None when it cannot be read."""
    try:
        return count_articles(source, Listing(parse(query)))
    except UserError:
        return None
