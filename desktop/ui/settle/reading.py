"""Reads what people coded off the GUI thread, and anew where something changed."""

import threading
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.core.changes import Changes
from desktop.core.errors import Cancelled
from desktop.operations import settle
from desktop.operations.settle import Coded, coded
from desktop.ui.context import Context
from desktop.ui.dialogs.parts import while_there
from desktop.ui.settle.queue import Name, name_of

_TABLES = ("annotation", "annotation_tag", "tag", "settled", "article", "article_text")


class Reading(QObject):
    """`found(name or None)` when there is something new; the name is of what is open once more.

    A decision of one's own costs reading its article, any other change reading all.
    """

    found = Signal(object)

    def __init__(self, context: Context, article_ids: Sequence[int], dialog: QWidget) -> None:
        super().__init__(dialog)
        self._context = context
        self._dialog = dialog
        self._ids = article_ids
        self._stop = threading.Event()
        self._part: int | None = None
        self._awaited: set[Name] = set()
        self._all: list[Coded] = []
        self._closed = False
        self.loading = False
        context.dispatch.changed.connect(self._on_changed)
        context.dispatch.failed.connect(self._on_failed)

    @property
    def differing(self) -> list[Coded]:
        """What people differ on, settled or not."""
        return [one for one in self._all if one.kinds]

    @property
    def alike(self) -> list[Coded]:
        """What all say alike and is not in the agreed layer yet."""
        return [one for one in self._all if not one.kinds and not one.settled]

    @property
    def anything(self) -> bool:
        """Whether two people coded anything at all."""
        return bool(self._all)

    @property
    def waiting(self) -> bool:
        """Whether something is being written or read."""
        return self.loading or bool(self._awaited)

    def begin(self, article_id: int | None = None) -> None:
        """Read all, or one article's part."""
        if self.loading and article_id != self._part:
            article_id = None  # what is being read is given up, and belongs to it
        self._stop.set()
        stop = self._stop = threading.Event()
        self._part, self.loading = article_id, True
        library = self._context.library
        ids = self._ids if article_id is None else [article_id]

        def work() -> list[Coded] | None:
            with closing(library.reader()) as reader:
                try:
                    return coded(reader, ids, cancelled=stop.is_set)
                except Cancelled:
                    return None

        def answer(result: list[Coded] | None) -> None:
            if result is not None and stop is self._stop and not stop.is_set():
                self._take(result, article_id)

        self._context.jobs.start(work, while_there(self._dialog, answer))

    def stop(self) -> None:
        """Give up what is being read, for good."""
        self._closed = True
        self._stop.set()

    def settled(self, one: Coded) -> None:
        """Know already that *one* is about to be settled."""
        self._awaited.add(name_of(one))
        self._all = [self._as_decided(other) for other in self._all]

    def arrived(self, one: Coded) -> None:
        """Read what became of *one*, which is settled."""
        self._awaited.discard(name_of(one))
        self.begin(one.article_id)

    def _take(self, result: list[Coded], article_id: int | None) -> None:
        self.loading = False
        result = [self._as_decided(one) for one in result]
        before = {name_of(one) for one in self._all if one.settled}
        if article_id is None:
            self._all = result
        else:
            at = [n for n, one in enumerate(self._all) if one.article_id == article_id]
            first, last = (at[0], at[-1] + 1) if at else (len(self._all), len(self._all))
            self._all[first:last] = result
        again = [name_of(one) for one in self.differing if not one.settled]
        self.found.emit(next((name for name in again if name in before), None))

    def _on_changed(self, changes: Changes) -> None:
        own = self._awaited and changes.step == settle.settle.step_name  # type: ignore[attr-defined]
        if changes.touches(*_TABLES) and not own and not self._closed:
            self.begin()

    def _on_failed(self, _error: Exception) -> None:
        if self._awaited and not self._closed:
            self._awaited.clear()
            self.begin()

    def _as_decided(self, one: Coded) -> Coded:
        """Return *one* as it will be once what was decided is written."""
        return replace(one, outcomes=1) if name_of(one) in self._awaited else one
