"""Lets work behind the user's back through while he rests: Python has one thread run at a time."""

import time
from collections.abc import Callable
from typing import Protocol

REST_SECONDS = 0.3
AT_MOST_SECONDS = 0.5


class Stop(Protocol):
    """What a `threading.Event` can do that is needed here."""

    def is_set(self) -> bool:
        """Tell whether all is to end."""
        ...

    def wait(self, timeout: float) -> bool:
        """Wait until all is to end, *timeout* seconds at most; tell whether it is."""
        ...


class Gate:
    """Work asks to `pass_by` before each slice of a few milliseconds.

    While the user moves the mouse, scrolls or types, a slice waits; never longer than
    AT_MOST_SECONDS, so that the work ends also under a user who never rests.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._open_from = clock()

    @property
    def busy(self) -> bool:
        """Whether the user did something just now. From any thread."""
        return self._clock() < self._open_from

    def note(self) -> None:
        """The user does something."""
        self._open_from = self._clock() + REST_SECONDS

    def pass_by(self, stop: Stop, at_most: float = AT_MOST_SECONDS) -> bool:
        """Wait for a rest of the user's, *at_most* seconds; return whether *stop* is set.

        From any thread but that of the window.
        """
        until = self._clock() + at_most
        while not stop.is_set():
            now = self._clock()
            left = min(self._open_from, until) - now
            if left <= 0:
                break
            stop.wait(left)
        return stop.is_set()
