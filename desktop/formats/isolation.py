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
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
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
_LARGE = 1 << 20
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


@dataclass(slots=True, eq=False)
class _Task:
    """A file to read. `early` are messages about it that nobody has asked for yet."""

    number: int
    path: Path
    worker: "_Worker | None" = None
    early: deque[dict[str, Any]] = field(default_factory=deque[dict[str, Any]])
    failure: UserError | None = None


class Readers:
    """Reads files in order, some of them ahead in child processes; close it to end those."""

    def __init__(
        self,
        *,
        whole_page: bool = False,
        columns: Mapping[Path, Mapping[str, str]] | None = None,
        look: bool = False,
        cancelled: Callable[[], bool] = lambda: False,
        seconds: float = limits.SECONDS * limits.PATIENCE,
    ) -> None:
        self._whole_page = whole_page
        self._columns = columns or {}
        self._look = look
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
        worker = task.worker
        deadline = quiet = self._fresh(worker)
        while not self._cancelled():
            message = self._next(task, min(deadline[0], quiet[1]))
            if task.worker is not worker:  # another file was at fault: this one begins anew
                worker = task.worker
                deadline = quiet = self._fresh(worker)
            if task.failure and message is None:
                yield task.failure
                return
            if message is None:
                continue
            if "done" in message:
                return
            if "pulse" in message:
                quiet = self._fresh(worker)
                continue
            try:
                yield wire.to_item(message)
            except wire.BadMessage:
                yield _reason(_STOPPED, task, self._seconds)
                return
            deadline = quiet = self._fresh(worker)

    def _fresh(self, worker: "_Worker") -> tuple[float, float]:
        """Return when an article has to be there, and when a sign of work.

        A process that has only been started says nothing until it has loaded what it needs.
        """
        quiet = min(self._seconds, limits.SECONDS) if worker.heard else self._seconds
        now = time.monotonic()
        return now + self._seconds, now + quiet

    def _next(self, task: _Task, deadline: float) -> dict[str, Any] | None:
        """Return the next message about *task*, None when there is none yet."""
        worker = task.worker
        assert worker
        if not task.early and not task.failure:
            template = worker.receive(_PATIENCE)
            if not template and not task.early and time.monotonic() > deadline:
                template = _TOO_SLOW
            if template:
                self._lose(worker, template)
        return task.early.popleft() if task.early else None

    def _lose(self, worker: "_Worker", template: str) -> None:
        """End *worker*: the file in hand there has failed, the others go to another worker."""
        worker.end()
        self._workers.remove(worker)
        for number, task in enumerate(worker.asked):
            if number == 0:
                task.failure = _reason(template, task, self._seconds)
            else:
                self._hand_out(task)

    def _hand_out(self, task: _Task) -> None:
        worker = min(self._workers, key=lambda one: len(one.asked), default=None)
        most = min(_MOST_WORKERS, os.cpu_count() or 1)
        if worker is None or (len(worker.asked) >= _BUSY and len(self._workers) < most):
            worker = _Worker()
            self._workers.append(worker)
        task.worker = worker
        request = {
            "path": str(task.path.absolute()),
            "whole_page": self._whole_page,
            "columns": dict(self._columns.get(task.path, {})),
            "look": self._look,
        }
        worker.ask(task, request)


class _Worker:
    """One child process, and the thread that waits for what it says."""

    def __init__(self) -> None:
        self.asked: deque[_Task] = deque()
        self.heard = False
        self._folder = tempfile.TemporaryDirectory(prefix="glosa-", ignore_cleanup_errors=True)
        self._process = _started(self._folder.name)
        self._answers: queue.Queue[bytes] = queue.Queue(64)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def ask(self, task: _Task, request: dict[str, Any]) -> None:
        """Send a request; a process that is gone is noticed by whoever waits for the answer."""
        assert self._process.stdin
        self.asked.append(task)
        with suppress(OSError):
            self._process.stdin.write(wire.dump({"id": task.number, **request}))
            self._process.stdin.flush()

    def receive(self, seconds: float) -> str:
        """Wait for a message and keep it with its task; return why there will be no more, or ""."""
        try:
            message = wire.load(self._answers.get(timeout=seconds))
        except queue.Empty:
            ended = not self._thread.is_alive() and self._answers.empty()
            return self._why_ended() if ended else ""
        except wire.BadMessage:
            return _STOPPED
        if not self.asked or message.get("id") != self.asked[0].number:
            return _STOPPED
        self.heard = True
        self.asked[0].early.append(message)
        if "done" in message:
            self.asked.popleft()
        return ""

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

    def _why_ended(self) -> str:
        code = self._process.wait()
        if limits.ended_by_clock(code):
            return _TOO_SLOW
        return _TOO_BIG if code == limits.TOO_MUCH_MEMORY else _STOPPED

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


def _reason(template: str, task: _Task, seconds: float) -> UserError:
    shown = round(min(seconds, limits.SECONDS))
    return UserError(template, name=task.path.name, seconds=shown)


def _started(folder: str) -> subprocess.Popen[bytes]:
    # One arena: each more would take 64 MB of what the process may have.
    quiet = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0", "MALLOC_ARENA_MAX": "1"}
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
