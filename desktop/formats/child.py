"""A process apart for what nobody vouches for: the program's end of the pipes to it.

Messages go both ways as JSON lines (see `wire`). The process is killed when it is done with; until
then it may hang, swell or lie without harm to the program.
"""

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

from desktop.formats import limits, wire

_LARGE = 1 << 20
_PATIENCE = 0.1
_START = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from desktop.formats.{module} import main; main()"
)
Why = Literal["slow", "big", "stopped"]


class Gone(Exception):  # noqa: N818 - that is what it is
    """There will be no more messages; `why` is what ended the process."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why


class Child:
    """A process that runs `main` of a module of formats, and the threads that talk with it."""

    def __init__(self, module: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="glosa-", ignore_cleanup_errors=True)
        self._process = _started(self._folder.name, module)
        self._answers: queue.Queue[bytes] = queue.Queue(64)
        self._outbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._ended = threading.Event()
        self._threads = [
            threading.Thread(target=work, daemon=True) for work in (self._listen, self._speak)
        ]
        for thread in self._threads:
            thread.start()

    def send(self, message: dict[str, Any]) -> None:
        """Send a message; a process that is gone is noticed by whoever waits for the answer."""
        self._outbox.put(wire.dump(message))

    def receive(self, seconds: float) -> dict[str, Any] | None:
        """Wait for a message, None when there is none yet; Gone when there will be no more."""
        try:
            return wire.load(self._answers.get(timeout=seconds))
        except queue.Empty:
            if self._threads[0].is_alive() or not self._answers.empty():
                return None
            raise Gone(self._why_ended()) from None
        except wire.BadMessage as error:
            raise Gone("stopped") from error

    def end(self) -> None:
        """Kill the process if it runs still, and clean up."""
        self._ended.set()
        self._outbox.put(None)
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe
            with suppress(OSError):  # what was not sent has nobody to go to
                pipe.close()
        self._folder.cleanup()

    def _why_ended(self) -> Why:
        code = self._process.wait()
        if limits.ended_by_clock(code):
            return "slow"
        return "big" if code == limits.TOO_MUCH_MEMORY else "stopped"

    def _listen(self) -> None:
        assert self._process.stdout
        while line := self._process.stdout.readline(limits.LARGEST_MESSAGE):
            while not self._ended.is_set():
                if len(line) > _LARGE and not self._answers.empty():
                    self._ended.wait(_PATIENCE)  # one article with many pictures at a time
                    continue
                try:
                    self._answers.put(line, timeout=_PATIENCE)
                    break
                except queue.Full:
                    continue
            if self._ended.is_set():
                return

    def _speak(self) -> None:
        """Write what is to be sent: a process that does not read holds up this thread alone."""
        assert self._process.stdin
        while (line := self._outbox.get()) is not None:
            with suppress(OSError):
                self._process.stdin.write(line)
                self._process.stdin.flush()


def _started(folder: str, module: str) -> subprocess.Popen[bytes]:
    # One arena: each more would take 64 MB of what the process may have.
    quiet = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0", "MALLOC_ARENA_MAX": "1"}
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "PATH") if name in os.environ}
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    roots = [str(Path(entry).resolve()) for entry in sys.path]
    start = _START.format(module=module)
    return subprocess.Popen(
        [sys.executable, "-I", "-B", "-X", "utf8", "-c", start, json.dumps(roots)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=kept | quiet,
        creationflags=flags,
    )
