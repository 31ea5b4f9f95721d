"""Readers in threads of their own: a newer question stops the older one."""

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import Any, TypeVar

from desktop.core.errors import Cancelled
from desktop.library.connection import Reader

T = TypeVar("T")
THREADS = 2


class ReaderPool:
    """Answers questions on read-only connections, one connection a thread."""

    def __init__(self, open_reader: Callable[[], Reader], *, threads: int = THREADS) -> None:
        self._open_reader = open_reader
        self._executor = ThreadPoolExecutor(threads, "reader")
        self._local = threading.local()
        self._readers: list[Reader] = []
        self._guard = threading.Lock()
        self._running: dict[str, Reader] = {}
        self._newest: dict[str, int] = {}
        self._closed = False

    def ask(self, channel: str, question: Callable[[Reader], T]) -> "Future[T]":
        """Answer *question* off this thread. A newer one on the same channel cancels it.

        After `close` the answer is a cancelled future: views may still ask while a window goes.
        """
        with self._guard:
            if self._closed:
                return _cancelled()
            number = self._newest[channel] = self._newest.get(channel, 0) + 1
            if channel in self._running:
                self._running[channel].interrupt()
            return self._executor.submit(self._answer, channel, number, question)

    def close(self) -> None:
        """Stop what runs, wait for it and close the connections."""
        with self._guard:
            self._closed = True
            for reader in self._running.values():
                reader.interrupt()
        self._executor.shutdown(cancel_futures=True)
        for reader in self._readers:
            reader.close()

    def _answer(self, channel: str, number: int, question: Callable[[Reader], T]) -> T:
        with self._guard:
            self._check_wanted(channel, number)
        reader = self._reader()
        with self._guard:
            self._check_wanted(channel, number)
            reader.resume()  # what stopped this reader's last question is not meant for this one
            self._running[channel] = reader
        try:
            answer = question(reader)
        except Cancelled:
            with self._guard:
                self._check_wanted(channel, number)
            raise
        finally:
            with self._guard:
                if self._running.get(channel) is reader:
                    del self._running[channel]
        with self._guard:
            self._check_wanted(channel, number)
        return answer

    def _check_wanted(self, channel: str, number: int) -> None:
        if self._closed or self._newest[channel] != number:
            raise CancelledError

    def _reader(self) -> Reader:
        reader: Reader | None = getattr(self._local, "reader", None)
        if reader is None:
            reader = self._local.reader = self._open_reader()
            with self._guard:
                self._readers.append(reader)
        return reader


def _cancelled() -> "Future[Any]":
    future: Future[Any] = Future()
    future.cancel()
    return future
