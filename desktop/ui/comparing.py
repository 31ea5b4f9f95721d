"""Compares new articles with those that are there, behind the user's back, a few at a time."""

import threading
from contextlib import closing
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.core.changes import Changes
from desktop.core.errors import UserError
from desktop.ui.context import Context

_REST_MS = 2_000
_BREATH_SECONDS = 0.015


class Comparing(QObject):
    """`grown()` when more articles can be found as similar. A closing stops it, a start resumes."""

    grown = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stop = threading.Event()
        self._running = False
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._start)
        context.dispatch.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Look soon for texts that were not compared yet."""
        if not self._context.library.read_only and not self._stop.is_set():
            self._timer.start()

    def stop(self) -> None:
        """Stop after the articles at hand, before the lane closes."""
        self._timer.stop()
        self._stop.set()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("article_text", "article"):
            self.begin()

    def _start(self) -> None:
        if self._running:
            self._timer.start()
            return
        self._running = True
        self._context.jobs.start(self._compare, self._on_done, self._on_failed)

    def _compare(self) -> int:
        """Return how many articles were taken in."""
        from desktop.library.similar import put, signatures

        library, count = self._context.library, 0
        with closing(library.reader()) as reader:
            while not self._stop.wait(_BREATH_SECONDS):
                found = signatures(reader)
                if found is None or self._stop.is_set():
                    break
                store = partial(library.with_writer, lambda db, new=found: put(db, new))
                self._context.dispatch.in_background(store)
                count += len(found.samples)
        return count

    def _on_done(self, count: int) -> None:
        self._running = False
        if count and not self._stop.is_set():
            self.grown.emit()

    def _on_failed(self, error: Exception) -> None:
        self._running = False
        if isinstance(error, UserError):  # the next change or start tries again
            return
        raise error
