"""The writer lane: one thread does all changes, a click before an import."""

import itertools
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from enum import IntEnum
from typing import Any, TypeVar

T = TypeVar("T")
_Job = Callable[[], Any]


class Priority(IntEnum):
    """Lower numbers go first."""

    CLICK = 0
    BACKGROUND = 1
    LAST = 2


class WriterLane:
    """Runs jobs one after another, by priority, then in the order they came."""

    def __init__(self) -> None:
        self._order = itertools.count()
        self._jobs: queue.PriorityQueue[tuple[int, int, Future[Any], _Job | None]] = (
            queue.PriorityQueue()
        )
        self._guard = threading.Lock()
        self._closed = False
        self._at_hand: int = Priority.LAST
        self._thread = threading.Thread(target=self._work, name="writer-lane", daemon=True)
        self._thread.start()

    def submit(self, job: Callable[[], T], *, priority: Priority = Priority.CLICK) -> "Future[T]":
        """Queue *job*; the future gives its result or exception. After `close` it is cancelled."""
        future: Future[T] = Future()
        with self._guard:
            if self._closed:
                future.cancel()
            else:
                self._jobs.put((priority, next(self._order), future, job))
        return future

    @property
    def clicks_wait(self) -> bool:
        """Whether somebody waits, for the job in hand to end or for his own to be done."""
        if self._at_hand == Priority.CLICK:
            return True
        with self._jobs.mutex:
            return bool(self._jobs.queue) and self._jobs.queue[0][0] == Priority.CLICK

    def close(self) -> None:
        """Finish what was queued, then end the thread."""
        with self._guard:
            if not self._closed:
                self._closed = True
                self._jobs.put((Priority.LAST, next(self._order), Future(), None))
        self._thread.join()

    def _work(self) -> None:
        while True:
            priority, _, future, job = self._jobs.get()
            if job is None:
                return
            self._at_hand = priority
            _fulfil(future, job)
            self._at_hand = Priority.LAST


def _fulfil(future: "Future[Any]", job: _Job) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = job()
    except BaseException as error:  # handed to whoever waits for the future
        future.set_exception(error)
    else:
        future.set_result(result)
