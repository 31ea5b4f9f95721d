"""Collects the word forms of what is new behind the user's back, in small steps."""

import threading
from contextlib import closing

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.core.changes import Changes
from desktop.library.word_collecting import collect
from desktop.library.word_process import key_process
from desktop.ui.context import Context

_REST_MS = 1_500


class WordForms(QObject):
    """`grown()` when new forms can be searched for. What a closing cuts short goes on later."""

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
        """Look soon for texts that were not seen yet."""
        if not self._context.library.read_only and not self._stop.is_set():
            self._timer.start()

    def warm_up(self) -> None:
        """Have ready what a search needs: the user is about to type one."""
        if not self._stop.is_set():
            self._context.jobs.start(key_process().warm_up, lambda _none: None, self._unless_none)

    def stop(self) -> None:
        """Stop after the articles at hand, before the lane closes."""
        self._timer.stop()
        self._stop.set()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("article_text", "article", "annotation"):
            self.begin()

    def _start(self) -> None:
        if self._running:
            self._timer.start()
            return
        self._running = True
        self._context.jobs.start(self._collect, self._on_done, self._on_failed)

    def _collect(self) -> int:
        """Return how many new forms there were."""
        library, lane = self._context.library, self._context.dispatch
        with closing(library.reader()) as reader:
            return collect(
                reader,
                lambda step: lane.in_background(lambda: library.with_writer(step)),
                self._stop.is_set,
            )

    def _on_done(self, count: int) -> None:
        self._running = False
        if count:
            self.grown.emit()

    def _on_failed(self, error: Exception) -> None:
        self._running = False
        self._unless_none(error)

    def _unless_none(self, error: Exception) -> None:
        if not isinstance(error, OSError):  # without a key process words are found as typed
            raise error


def end_key_process() -> None:
    """End the key process with the program."""
    key_process().close()
