"""A file that a dialog has written in a thread: closing the dialog stops the writing first."""

import threading
from collections.abc import Callable
from typing import TypeVar

from desktop.core.errors import Cancelled, UserError
from desktop.ui import texts
from desktop.ui.dialogs.parts import ErrorLine
from desktop.ui.jobs import Jobs

T = TypeVar("T")


class Writing:
    """Tells what went wrong on *error*; calls *changed* when it begins or fails.

    *closed* is called when it was stopped for the dialog to close.
    """

    def __init__(
        self,
        jobs: Jobs,
        error: ErrorLine,
        *,
        changed: Callable[[], None],
        closed: Callable[[], None],
    ) -> None:
        self._jobs = jobs
        self._error = error
        self._changed = changed
        self._closed = closed
        self._stop: threading.Event | None = None
        self._closing = False

    @property
    def running(self) -> bool:
        """Whether the file is being written."""
        return self._stop is not None

    def start(self, work: Callable[[threading.Event], T], done: Callable[[T], None]) -> None:
        """Do *work*, which looks at the event it is given, and call *done* with its result."""
        stop = self._stop = threading.Event()
        self._error.tell("")
        self._changed()

        def finish(result: T) -> None:
            self._stop = None
            done(result)

        self._jobs.start(lambda: work(stop), finish, self._on_failed)

    def stop(self) -> bool:
        """Stop in order to close; False when nothing is being written."""
        if self._stop is None:
            return False
        self._stop.set()
        self._closing = True
        return True

    def _on_failed(self, error: Exception) -> None:
        self._stop = None
        self._changed()
        if isinstance(error, Cancelled):
            if self._closing:
                self._closed()
        elif isinstance(error, UserError):
            self._closing = False
            self._error.tell(texts.error_text(error))
        else:
            raise error
