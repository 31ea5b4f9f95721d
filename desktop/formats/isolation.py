"""Read files in a process apart: one that crashes, hangs or swells costs that one file.

The child is started once per import and reused; after it was lost, the files that it had not begun
go to a new one. Plain text of moderate size is read here: our own code, no parser, much quicker.
"""

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats import limits, registry, wire
from desktop.formats.api import Item
from desktop.formats.importers.plain_text import PLAIN_TEXT

_AHEAD = 8
_BUSY = 3
_MOST_WORKERS = 2
_LARGEST_HERE = 2 * 1024 * 1024
_PATIENCE = 0.1
_START = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from desktop.formats.worker import main; main()"
)
_TOO_SLOW = QT_TRANSLATE_NOOP(
    "Errors",
    "“{name}” took longer than {seconds} seconds to read and was left out. It may be damaged or "
    "made to do harm; save it anew in its own program and import that.",
)
_STOPPED = QT_TRANSLATE_NOOP(
    "Errors",
    "Reading “{name}” broke off, and it was left out. It may be damaged or made to do harm; "
    "save it anew in its own program and import that.",
)
_TOO_BIG = QT_TRANSLATE_NOOP(
    "Errors",
    "“{name}” needs too much memory to be read: it is too large, or made to do harm. "
    "Divide it into smaller files, or save it anew, and import that.",
)


@dataclass(slots=True)
class _Task:
    number: int
    path: Path
    worker: "_Worker | None" = None


class Readers:
    """Reads files in order, some of them ahead in child processes; close it to end those."""

    def __init__(
        self,
        *,
        whole_page: bool = False,
        cancelled: Callable[[], bool] = lambda: False,
        seconds: float = limits.SECONDS * limits.PATIENCE,
    ) -> None:
        self._whole_page = whole_page
        self._cancelled = cancelled
        self._seconds = seconds
        self._workers: list[_Worker] = []
        self._numbers = iter(range(1 << 62))

    def __enter__(self) -> "Readers":
        return self

    def __exit__(self, *_exc: object) -> None:
        for worker in self._workers:
            worker.end()

    def read(self, files: Iterable[Path]) -> Iterator[tuple[Path, Iterator[Item]]]:
        """Yield each file with its items, which must be taken before the next file is asked for.

        A file that cannot be read has a UserError as its last item: nothing is raised. A cancelled
        reading ends early.
        """
        waiting: deque[_Task] = deque()
        for path in files:
            task = _Task(next(self._numbers), path)
            waiting.append(task)
            if not _is_quick(path):
                self._hand_out(task)
            if len(waiting) > _AHEAD:
                task = waiting.popleft()
                yield task.path, self._items(task)
        for task in waiting:
            yield task.path, self._items(task)

    def _items(self, task: _Task) -> Iterator[Item]:
        if task.worker is None:
            yield from _read_here(task.path)
            return
        deadline = time.monotonic() + self._seconds
        while not self._cancelled():
            worker = task.worker
            message = worker.take(task.number, _PATIENCE)
            if message is None:
                if worker.lost:
                    yield self._lose(worker, task, worker.why_lost())
                    return
                if time.monotonic() > deadline:
                    yield self._lose(worker, task, _TOO_SLOW)
                    return
                continue
            if "done" in message:
                worker.tasks.remove(task)
                return
            try:
                item = wire.to_item(message)
            except wire.BadMessage:
                yield self._lose(worker, task, _STOPPED)
                return
            yield item
            deadline = time.monotonic() + self._seconds

    def _lose(self, worker: "_Worker", task: _Task, template: str) -> UserError:
        """End *worker*, hand what it had not finished to another; return why *task* failed."""
        worker.end()
        self._workers.remove(worker)
        for other in worker.tasks:
            if other is not task:
                self._hand_out(other)
        return UserError(
            template, name=task.path.name, seconds=round(min(self._seconds, limits.SECONDS))
        )

    def _hand_out(self, task: _Task) -> None:
        worker = min(self._workers, key=lambda one: len(one.tasks), default=None)
        most = min(_MOST_WORKERS, os.cpu_count() or 1)
        if worker is None or (len(worker.tasks) >= _BUSY and len(self._workers) < most):
            worker = _Worker()
            self._workers.append(worker)
        task.worker = worker
        worker.tasks.append(task)
        worker.ask({"id": task.number, "path": str(task.path), "whole_page": self._whole_page})


class _Worker:
    """One child process, and the thread that waits for what it says."""

    def __init__(self) -> None:
        self.tasks: list[_Task] = []
        self._folder = tempfile.TemporaryDirectory(prefix="glosa-", ignore_cleanup_errors=True)
        self._process = _started(self._folder.name)
        self._answers: queue.Queue[bytes] = queue.Queue(64)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    @property
    def lost(self) -> bool:
        """Whether the process is gone, and all that it said was taken."""
        return self._answers.empty() and not self._thread.is_alive()

    def why_lost(self) -> str:
        """Return the reason why the process ended, a template of "Errors"."""
        code = self._process.wait()
        if limits.ended_by_clock(code):
            return _TOO_SLOW
        return _TOO_BIG if code == limits.TOO_MUCH_MEMORY else _STOPPED

    def ask(self, request: dict[str, Any]) -> None:
        """Send a request; a process that is gone is noticed by whoever waits for the answer."""
        assert self._process.stdin
        with suppress(OSError):
            self._process.stdin.write(wire.dump(request))
            self._process.stdin.flush()

    def take(self, number: int, seconds: float) -> dict[str, Any] | None:
        """Return the next message of task *number*, None when there is none within *seconds*."""
        try:
            message = wire.load(self._answers.get(timeout=seconds))
        except queue.Empty:
            return None
        except wire.BadMessage:
            return {}
        return message if message.get("id") == number else {}

    def end(self) -> None:
        """Kill the process if it runs still, and clean up."""
        self._ended.set()
        self._process.kill()
        self._process.wait()
        self._thread.join()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe
            with suppress(OSError):  # what was not sent has nobody to go to
                pipe.close()
        self._folder.cleanup()

    def _listen(self) -> None:
        assert self._process.stdout
        while line := self._process.stdout.readline(limits.LARGEST_MESSAGE):
            while not self._ended.is_set():
                try:
                    self._answers.put(line, timeout=_PATIENCE)
                    break
                except queue.Full:
                    continue
            if self._ended.is_set():
                return


def _started(folder: str) -> subprocess.Popen[bytes]:
    quiet = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "PATH") if name in os.environ}
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    roots = [str(Path(entry).resolve()) for entry in sys.path]
    return subprocess.Popen(
        [sys.executable, "-I", "-B", "-X", "utf8", "-c", _START, json.dumps(roots)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=kept | quiet,
        creationflags=flags,
    )


def _is_quick(path: Path) -> bool:
    """Tell whether *path* is plain text that may be read here; what cannot be opened is, too."""
    try:
        if registry.importer_for(path) not in (PLAIN_TEXT, None):
            return False
        return path.stat().st_size <= _LARGEST_HERE
    except OSError:
        return True


def _read_here(path: Path) -> Iterator[Item]:
    try:
        yield from registry.read(path)
    except UserError as reason:
        yield reason
