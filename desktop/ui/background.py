"""Work behind the user's back that follows changes: one thread, cut short by a closing."""

import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.core.changes import Changes
from desktop.ui.context import Context


class Background(QObject):
    """Does *work* when *tables* have changed, after a rest; `grown()` when it found something.

    *work* asks before each slice of some milliseconds whether to stop, which waits for a rest of
    the user's, and returns how much it found; a start goes on with what is left. An error of the
    kinds *passed_over* is left to the next try.
    """

    grown = Signal()

    def __init__(
        self,
        context: Context,
        work: Callable[[Callable[[], bool]], int],
        parent: QObject | None = None,
        *,
        name: str,
        tables: tuple[str, ...],
        rest_ms: int,
        passed_over: type[Exception] | tuple[type[Exception], ...],
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._context = context
        self._work = work
        self._tables = tables
        self._passed_over = passed_over
        self._stop = threading.Event()
        self._running = False
        self._timer = QTimer(self, singleShot=True, interval=rest_ms)
        self._timer.timeout.connect(self._start)
        context.dispatch.changed.connect(self._on_changed)

    @property
    def stopping(self) -> bool:
        """Whether the window is being closed."""
        return self._stop.is_set()

    def begin(self) -> None:
        """Look soon for what was not seen yet."""
        if not self._context.library.read_only and not self.stopping:
            self._timer.start()

    def stop(self) -> None:
        """Stop after what is at hand, before the lane closes."""
        self._timer.stop()
        self._stop.set()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*self._tables):
            self.begin()

    def _start(self) -> None:
        if self._running:
            self._timer.start()
            return
        self._running = True
        jobs = self._context.jobs
        stopped = partial(jobs.gate.pass_by, self._stop)
        jobs.start(lambda: self._work(stopped), self._on_done, self._on_failed)

    def _on_done(self, count: int) -> None:
        self._running = False
        if count and not self.stopping:
            self.grown.emit()

    def _on_failed(self, error: Exception) -> None:
        self._running = False
        if not isinstance(error, self._passed_over):
            raise error
