"""Asks the library which articles to list; only the newest question counts."""

import time
from array import array
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from desktop.core.errors import UserError
from desktop.library import articles
from desktop.library.connection import Reader
from desktop.library.search import Listing, article_ids, first_ids
from desktop.library.word_forms import expand
from desktop.ui import texts
from desktop.ui.jobs import Jobs
from desktop.ui.library_pane.article_pages import PAGE

SLOW_MS = 200
FIRST = 5 * PAGE
Answer = tuple["array[int]", Listing]
# Beside an import a list is asked for again and again: for a quarter of the time, if that is much.
_REST, _SHORT_MS = 3, 50


class Asking(QObject):
    """`arrived(ids, listing)`, or `failed(words)`; `slow()` when a new list takes its time.

    `began(ids, listing)` comes before with the first of many, when the list is another. The query
    that arrives has the word forms that were looked for.
    """

    began = Signal(object, object)
    arrived = Signal(object, object)
    failed = Signal(str)
    slow = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._listing = Listing()
        self._number = 0
        self._busy = self._stale = False
        self._timer = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._timer.timeout.connect(self.slow)
        self._begun = self._answered = time.monotonic()
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._ask)

    @property
    def listing(self) -> Listing:
        """What was asked for last."""
        return self._listing

    @property
    def busy(self) -> bool:
        """Whether an answer is on its way, or will be."""
        return self._busy or self._rest.isActive()

    def ask(self, listing: Listing) -> None:
        """Ask for another list; an answer still on its way is void."""
        self._listing = listing
        self._timer.start()
        self._ask(another=True)

    def ask_again(self) -> None:
        """Ask for the same list, once the answer on its way is there."""
        if self._busy:
            self._stale = True
        else:
            self._ask()

    def ask_in_time(self) -> None:
        """Ask for the same list after data changed; a long list is given a rest in between."""
        if self._busy:
            self._stale = True
        elif not self._rest.isActive():
            took, since = self._answered - self._begun, time.monotonic() - self._answered
            wait = round((_REST * took - since) * 1000)
            if wait > _SHORT_MS:
                self._rest.start(wait)
            else:
                self._ask()

    def _ask(self, *, another: bool = False) -> None:
        self._rest.stop()
        self._begun = time.monotonic()
        self._number += 1
        self._busy, self._stale = True, False
        question = partial(self._question, self._number, self._listing, another)
        self._jobs.ask("articles", question, partial(self._on_answer, self._number))

    def _question(
        self, number: int, listing: Listing, another: bool, reader: Reader
    ) -> "Answer | UserError":
        """Answer in a thread of the pool; a bug goes on to the crash reporter too."""
        answered = False
        try:
            wanted = replace(listing, query=expand(reader, listing.query))
            answer = self._answer(number, wanted, another, reader), wanted
            answered = True
        except UserError as error:
            answered = True
            return error
        finally:
            if not answered:
                self._jobs.post(partial(self._on_failure, number, ""))
        return answer

    def _answer(self, number: int, listing: Listing, another: bool, reader: Reader) -> "array[int]":
        if another:
            first, is_all = first_ids(reader, listing, FIRST)
            # The window reads what it paints itself: from the system's cache, not from a disk.
            articles.rows(reader, first[:PAGE])
            if is_all:
                return first
            self._jobs.post(partial(self._on_first, number, first, listing))
        return article_ids(reader, listing)

    def _on_first(self, number: int, first: "array[int]", listing: Listing) -> None:
        if isValid(self) and number == self._number and self._busy:
            self._timer.stop()
            self.began.emit(first, listing)

    def _on_answer(self, number: int, answer: "Answer | UserError") -> None:
        if isinstance(answer, UserError):
            self._on_failure(number, texts.error_text(answer))
        elif self._finish(number):
            self.arrived.emit(*answer)

    def _on_failure(self, number: int, words: str) -> None:
        if self._finish(number):
            self.failed.emit(words)

    def _finish(self, number: int) -> bool:
        if not isValid(self) or number != self._number:
            return False
        self._timer.stop()
        self._busy, self._answered = False, time.monotonic()
        if self._stale:
            self._stale = False
            self.ask_in_time()
        return True


def is_narrow(listing: Listing) -> bool:
    """Tell whether a search or filter leaves articles out."""
    chosen = (listing.query, listing.status, listing.tag, listing.starred, listing.trashed)
    return any(chosen)


def next_unread(reader: Reader, *, listing: Listing, ids: "array[int]", after: int) -> int:
    """Return the unread article that follows row *after* of *ids*, at last from the top; or 0."""
    unread = set(article_ids(reader, replace(listing, status="unread", sort="added")))
    rows = (*range(after + 1, len(ids)), *range(max(0, after))) if unread else ()
    return next((ids[row] for row in rows if ids[row] in unread), 0)
