"""The writer lane: one thread does all changes, the urgent ones first (a click goes before an import)."""

import itertools
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from enum import IntEnum
from typing import Any, TypeVar

T = TypeVar("T")


class Priority(IntEnum):
    """Lower numbers go first."""

    CLICK = 0
    BACKGROUND = 1
    LAST = 2


class WriterLane:
    """Runs jobs one after another, by priority, then in the order they came."""

    def __init__(self) -> None:
        self._order = itertools.count()
        self._jobs: queue.PriorityQueue[tuple[int, int, Callable[[], None] | None]] = (
            queue.PriorityQueue()
        )
        self._thread = threading.Thread(target=self._work, name="writer-lane", daemon=True)
        self._thread.start()

    def submit(self, job: Callable[[], T], *, priority: Priority = Priority.CLICK) -> "Future[T]":
        """Queue *job*; the future gives its result or its exception."""
        future: Future[T] = Future()

        def work() -> None:
            _fulfil(future, job)

        self._jobs.put((priority, next(self._order), work))
        return future

    def close(self) -> None:
        """Finish what was queued, then end the thread."""
        if self._thread.is_alive():
            self._jobs.put((Priority.LAST, next(self._order), None))
            self._thread.join()

    def _work(self) -> None:
        while True:
            _, _, work = self._jobs.get()
            if work is None:
                return
            work()


def _fulfil(future: "Future[Any]", job: Callable[[], Any]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = job()
    except BaseException as error:  # noqa: BLE001 - handed to whoever waits for the future
        future.set_exception(error)
    else:
        future.set_result(result)
