"""What to mark in the rows of a search result: looked up off the GUI thread, on demand."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from desktop.core.hits import Snippet, Span, find_terms
from desktop.core.query import Query
from desktop.library import articles
from desktop.library.connection import Reader
from desktop.library.snippets import snippet
from desktop.ui.jobs import Jobs

_KEPT = 600
_ASKED_AT_ONCE = 60


@dataclass(frozen=True, slots=True)
class RowMarks:
    """The hits in an article's title, and the piece of its text around the first hit."""

    title: tuple[Span, ...]
    snippet: Snippet


class Marks(QObject):
    """A cache for one query at a time; `arrived()` when rows that were asked for can be painted."""

    arrived = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._query = Query()
        self._known: OrderedDict[int, RowMarks] = OrderedDict()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._ask)

    def set_query(self, query: Query) -> None:
        """Mark the words of *query* from now on."""
        if query.marked != self._query.marked:
            self._query = query
            self.clear()

    def clear(self) -> None:
        """Forget what is known (titles may have changed)."""
        self._known.clear()
        self._wanted.clear()

    def of(self, article_id: int) -> RowMarks | None:
        """Return an article's marks; None while they are looked up, and without a search."""
        if not self._query.marked:
            return None
        if article_id in self._known:
            self._known.move_to_end(article_id)
            return self._known[article_id]
        self._wanted[article_id] = None
        self._timer.start()
        return None

    def _ask(self) -> None:
        wanted = list(self._wanted)[-_ASKED_AT_ONCE:]
        self._wanted = OrderedDict.fromkeys(wanted)
        question = partial(_marks, ids=wanted, query=self._query)
        self._jobs.ask("marks", question, partial(self._on_answer, self._query))

    def _on_answer(self, query: Query, found: dict[int, RowMarks]) -> None:
        if not isValid(self) or query != self._query:
            return
        for article_id, marks in found.items():
            self._known[article_id] = marks
            self._wanted.pop(article_id, None)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        self.arrived.emit()


def _marks(reader: Reader, *, ids: Sequence[int], query: Query) -> dict[int, RowMarks]:
    return {
        row.id: RowMarks(tuple(find_terms(row.title, query.marked)), snippet(reader, row.id, query))
        for row in articles.rows(reader, ids)
    }
