"""Computes word keys in a process of its own: loading a dictionary would make the window stutter.

One line of JSON in, `[[form, language, as a query], ...]`, one line out, `[[key, ...], ...]`. The
process ends with its input, so with the program too (however that ends), and when it was idle.
"""

import atexit
import json
import os
import sys
import threading
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from functools import cache
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from subprocess import Popen

Asked = tuple[str, str, bool]
IDLE_SECONDS = 60.0
_ROOT = Path(__file__).resolve().parents[2]


class KeyProcess:
    """Starts the process with the first question, and again when it has ended. From any thread."""

    def __init__(self, idle_seconds: float = IDLE_SECONDS) -> None:
        self._idle_seconds = idle_seconds
        self._turns = threading.Condition()
        self._busy = False
        self._urgent = 0
        self._process: Popen[str] | None = None

    def keys(self, asked: Sequence[Asked], *, waiting: bool = False) -> list[list[str]]:
        """Return the keys of each form; may raise OSError. *waiting* lets all others go first."""
        line = json.dumps(asked) + "\n"
        with self._turn(urgent=not waiting):
            try:
                return self._answer(line)
            except (OSError, ValueError):  # it has ended: once more, with another
                self._end()
                try:
                    return self._answer(line)
                except ValueError as error:
                    raise OSError(str(error)) from error

    def warm_up(self) -> None:
        """Have the process ready: a question will come soon."""
        self.keys([("a", "pl", True)])

    def close(self) -> None:
        """End the process; another question starts it again."""
        with self._turn(urgent=True):
            self._end()

    @contextmanager
    def _turn(self, *, urgent: bool) -> Generator[None]:
        """Talk to the process alone."""
        with self._turns:
            self._urgent += urgent
            self._turns.wait_for(lambda: not self._busy and (urgent or not self._urgent))
            self._urgent -= urgent
            self._busy = True
        try:
            yield
        finally:
            with self._turns:
                self._busy = False
                self._turns.notify_all()

    def _answer(self, line: str) -> list[list[str]]:
        process = self._process = self._process or _start(self._idle_seconds)
        assert process.stdin and process.stdout
        process.stdin.write(line)
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    def _end(self) -> None:
        process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()


@cache
def key_process() -> KeyProcess:
    """Return the program's one process: dictionaries are large."""
    process = KeyProcess()
    atexit.register(process.close)
    return process


def _start(idle_seconds: float) -> "Popen[str]":
    import subprocess  # which a start of the window need not wait for

    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(
        [sys.executable, "-m", "desktop.library.word_process", str(idle_seconds)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="ascii",
        env={**os.environ, "PYTHONPATH": path},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


class _Watch:
    """Ends this process when nothing was asked for a while."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = 0.0
        self.working(on=False)
        threading.Thread(target=self._look, daemon=True).start()

    def working(self, *, on: bool) -> None:
        """Count anew once there is an answer: the first takes long, for it loads a dictionary."""
        self._end = inf if on else time.monotonic() + self._seconds

    def _look(self) -> None:
        while (left := self._end - time.monotonic()) > 0:
            time.sleep(min(left, self._seconds))
        os._exit(0)


def _serve(idle_seconds: float) -> None:
    from desktop.core.word_keys import keys, query_keys

    if hasattr(os, "nice"):
        os.nice(5)
    watch = _Watch(idle_seconds)
    for line in sys.stdin:
        watch.working(on=True)
        found = [
            sorted((query_keys if query else keys)(form, language))
            for form, language, query in json.loads(line)
        ]
        print(json.dumps(found), flush=True)
        watch.working(on=False)


if __name__ == "__main__":
    _serve(float(sys.argv[1]))
