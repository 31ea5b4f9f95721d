"""The rows around the viewport, read off the GUI thread; a page at a time, a few pages kept."""

from array import array
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from desktop.library.connection import Reader
from desktop.library.notebook import annotation_of
from desktop.library.notebook_rows import NoteRow, note_rows
from desktop.ui.context import Context

PAGE = 60
KEPT = 40
_AT_ONCE = 3
Page = dict[int, NoteRow]


class NotePages(QObject):
    """Answers "what stands in row n" at once or, once it was read, after `arrived()`."""

    arrived = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entries = array("q")
        self._pages: OrderedDict[int, Page] = OrderedDict()
        self._stale: set[int] = set()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._number = 0
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._ask)

    @property
    def loaded(self) -> int:
        """The number of rows in memory."""
        return sum(len(page) for page in self._pages.values())

    def show(self, entries: "array[int]") -> None:
        """Answer for other *entries* from now on."""
        self._number += 1
        self._entries = entries
        self._pages.clear()
        self._stale.clear()
        self._wanted.clear()

    def forget(self) -> None:
        """Read everything anew when it is asked for; until then what was read before is shown."""
        self._number += 1
        self._stale.update(self._pages)

    def row(self, at: int) -> NoteRow | None:
        """Return row *at* if it is in memory, else ask for it."""
        number = at // PAGE
        page = self._pages.get(number)
        if page is None or number in self._stale:
            self._wanted[number] = None
            self._wanted.move_to_end(number)
            self._timer.start()
        if page is None:
            return None
        self._pages.move_to_end(number)
        return page.get(annotation_of(self._entries[at]))

    def row_now(self, at: int) -> NoteRow | None:
        """Return row *at* without waiting (a screen reader asks); None when it is gone."""
        if at // PAGE in self._pages:
            return self.row(at)
        wanted = annotation_of(self._entries[at])
        return note_rows(self._context.reader, [wanted]).get(wanted)

    def _ask(self) -> None:
        wanted = list(self._wanted)[-_AT_ONCE:]
        self._wanted = OrderedDict.fromkeys(wanted)
        parts = {
            number: [
                annotation_of(one) for one in self._entries[number * PAGE : (number + 1) * PAGE]
            ]
            for number in wanted
        }
        question = partial(_read, parts=parts)
        self._context.jobs.ask("notebook rows", question, partial(self._on_answer, self._number))

    def _on_answer(self, number: int, found: dict[int, Page]) -> None:
        if not isValid(self) or number != self._number:
            if isValid(self) and self._wanted:
                self._timer.start()
            return
        for page, rows in found.items():
            self._pages[page] = rows
            self._pages.move_to_end(page)
            self._stale.discard(page)
            self._wanted.pop(page, None)
        while len(self._pages) > KEPT:
            gone, _ = self._pages.popitem(last=False)
            self._stale.discard(gone)
        self.arrived.emit()


def _read(reader: Reader, *, parts: Mapping[int, Sequence[int]]) -> dict[int, Page]:
    return {number: note_rows(reader, ids) for number, ids in parts.items()}
