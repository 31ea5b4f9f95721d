"""Work that the window must not wait for: questions to the reader pool, long jobs in threads."""

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from desktop.core.errors import UserError
from desktop.library.connection import Reader
from desktop.library.pool import ReaderPool
from desktop.ui.gate import Gate

T = TypeVar("T")


class Jobs(QObject):
    """Answers come back on the GUI thread; `failed(UserError)` when a job could not be done.

    Through `gate` goes what the user does not wait for.
    """

    failed = Signal(object)
    _answered = Signal(object, object, object)

    def __init__(self, pool: ReaderPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gate = Gate()
        self._pool = pool
        self._threads: set[threading.Thread] = set()
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    def ask(
        self, channel: str, question: Callable[[Reader], T], answer: Callable[[T], None]
    ) -> None:
        """Ask the library off the GUI thread; a newer question on *channel* makes this one void."""
        future = self._pool.ask(channel, question)
        future.add_done_callback(lambda done: self._answered.emit(done, answer, None))

    def start(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do *work* in a thread of its own, then call *done* (or *failed*) on the GUI thread."""
        future: Future[T] = Future()

        def run() -> None:
            try:
                future.set_result(work())
            except Exception as error:
                future.set_exception(error)
            self._answered.emit(future, done, failed)

        thread = threading.Thread(target=run, name="job", daemon=True)
        self._threads = {one for one in self._threads if one.is_alive()} | {thread}
        thread.start()

    def post(self, call: Callable[[], None]) -> None:
        """Call *call* on the GUI thread soon. From any thread."""
        future: Future[None] = Future()
        future.set_result(None)
        self._answered.emit(future, lambda _result: call(), None)

    def wait(self) -> None:
        """Wait for the long jobs (they must have been told to stop)."""
        for thread in self._threads:
            thread.join()

    def _on_answered(
        self,
        future: "Future[Any]",
        answer: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
    ) -> None:
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            answer(future.result())
        elif isinstance(error, CancelledError):
            return
        elif failed and isinstance(error, Exception):
            failed(error)
        elif isinstance(error, UserError):
            self.failed.emit(error)
        else:
            raise error
