"""The child's end of the pipes, and the guards that a process apart puts round itself."""

import os
import threading
from collections.abc import Iterator
from typing import Any, BinaryIO

from desktop.formats import limits, wire


class Desk:
    """Where a process apart gets its requests and puts its answers.

    While there is work at hand, a pulse goes out with the same fields as its answers have.
    """

    def __init__(self) -> None:
        self._requests, self._answers = _pipes()
        self._sending = threading.Lock()
        self._at_hand: dict[str, Any] | None = None

    def guard(self) -> limits.Fence:
        """Put limits on this process for good; return the fence that says what it may read."""
        fence = limits.Fence(limits.module_roots())
        limits.lower_priority()
        limits.hold_memory()
        limits.start_pulse(self._beat)
        fence.install()
        return fence

    def requests(self) -> Iterator[dict[str, Any]]:
        """Yield what is asked until the program closes the pipe."""
        for line in self._requests:
            yield wire.load(line)

    def begin(self, **fields: Any) -> None:
        """Begin with a piece of work; its answers and pulses carry *fields*."""
        limits.start_clock()
        self._at_hand = fields

    def send(self, message: dict[str, Any]) -> None:
        """Send an answer."""
        with self._sending:
            self._write({**(self._at_hand or {}), **message})

    def done(self) -> None:
        """Say that the piece of work is done; no pulse follows."""
        with self._sending:
            fields, self._at_hand = self._at_hand or {}, None
            self._write({**fields, "done": True})

    def _beat(self) -> None:
        with self._sending:
            if self._at_hand is not None:
                self._write({**self._at_hand, "pulse": True})

    def _write(self, message: dict[str, Any]) -> None:
        self._answers.write(wire.dump(message))
        self._answers.flush()


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return the pipes to the program; what a library prints goes nowhere near them."""
    requests, answers = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):
        os.dup2(nowhere, number)
    return os.fdopen(requests, "rb"), os.fdopen(answers, "wb", 1 << 16)
