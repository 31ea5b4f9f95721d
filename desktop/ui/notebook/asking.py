"""Asks for the notebook's list and counts off the GUI thread; only the newest question counts."""

from array import array
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from desktop.core.errors import UserError
from desktop.library.connection import Reader
from desktop.library.notebook import FACETS, Notes, entries
from desktop.library.notebook_facets import Counts, facet_counts
from desktop.library.notebook_rows import tag_paths
from desktop.ui import texts
from desktop.ui.jobs import Jobs

_SLOW_MS = 250
_QUICK = tuple(name for name in FACETS if name != "tag")


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as it arrived; `paths` are those of the tags, by id."""

    notes: Notes
    entries: "array[int]"
    paths: dict[int, str]


class NotebookAsking(QObject):
    """`listed(Listed)`, `counted(Counts, Notes)` twice (tags take longer), `failed(words)`."""

    listed = Signal(object)
    counted = Signal(object, object)
    failed = Signal(str)
    slow = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._number = 0
        self._timer = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._timer.timeout.connect(self.slow)

    def ask(self, notes: Notes) -> None:
        """Ask for everything; answers still on their way are void."""
        self._number += 1
        self._timer.start()
        number = self._number
        self._jobs.ask("notebook", partial(_list, notes=notes), partial(self._on_list, number))
        for channel, names in (("notebook facets", _QUICK), ("notebook tags", ("tag",))):
            question = partial(_count, notes=notes, names=names)
            self._jobs.ask(channel, question, partial(self._on_counts, number, notes))

    def _on_list(self, number: int, answer: "Listed | UserError") -> None:
        if not isValid(self) or number != self._number:
            return
        self._timer.stop()
        if isinstance(answer, UserError):
            self.failed.emit(texts.error_text(answer))
        else:
            self.listed.emit(answer)

    def _on_counts(self, number: int, notes: Notes, counts: "Counts | None") -> None:
        if isValid(self) and number == self._number and counts is not None:
            self.counted.emit(counts, notes)


def _list(reader: Reader, *, notes: Notes) -> "Listed | UserError":
    try:
        return Listed(notes, entries(reader, notes), tag_paths(reader))
    except UserError as error:
        return error


def _count(reader: Reader, *, notes: Notes, names: tuple[str, ...]) -> "Counts | None":
    try:
        return facet_counts(reader, notes, names)
    except UserError:
        return None  # the list's answer says what is wrong
