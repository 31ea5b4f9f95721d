"""The one door for bugs: a log on this computer, a window that says so, and the program goes on.

Nothing of what the user reads or writes gets into the log: where in the program it happened, which
kind of error, and only such messages as cannot quote a text. What kills the whole process leaves
the same kind of trace in `fatal.log`, which the next start finds.
"""

import faulthandler
import os
import sqlite3
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from desktop import __version__

_MAX_BYTES = 500_000
_MOST_FRAMES = 30
_MOST_TIMES = 20
# Messages of other kinds of errors may quote the user's texts, or the names of files.
_HARMLESS = (AttributeError, TypeError, NameError, ImportError)


def describe(error: BaseException) -> str:
    """Return what happened, where in the program, without any text of the user's."""
    time = datetime.now(UTC).isoformat(timespec="seconds")
    version = f"Glosa {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    return "\n".join([f"{time}  {version}", *map(_describe_one, _chain(error))]) + "\n"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield what led to *error*, first cause first, and *error* itself."""
    found: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in found and len(found) < 5:
        found.append(one)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    yield from reversed(found)


def _describe_one(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f'  File "{_shown(f.filename)}", line {f.lineno}, in {f.name}' for f in frames]
    if len(lines) > _MOST_FRAMES:  # a recursion
        half = _MOST_FRAMES // 2
        lines[half:-half] = [f"  … {len(lines) - 2 * half} more"]
    return "\n".join([*lines, type(error).__name__ + _said(error)])


def _said(error: BaseException) -> str:
    """Return the part of an error's message that no text can be in."""
    if isinstance(error, sqlite3.Error):
        return f": {getattr(error, 'sqlite_errorname', '') or 'no code'}"
    if isinstance(error, OSError):
        return f": [{error.errno}] {error.strerror}" if error.strerror else ""
    return f": {error}" if isinstance(error, _HARMLESS) else ""


def _shown(file: str) -> str:
    """Return where a file of the program lies, without the user's name in it."""
    home = os.path.expanduser("~")  # noqa: PTH111 - Path.home() may raise, and we may not
    return "~" + file[len(home) :] if len(home) > 1 and file.startswith(home) else file


class CrashReporter(QObject):
    """Catches what nothing else caught, in any thread; tells of the same fault once only."""

    crashed = Signal(str)

    def __init__(self, log_folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.log_file = log_folder / "crash.log"
        self._fatal_file = log_folder / "fatal.log"
        self._fatal: IO[str] | None = None
        self._guard = threading.Lock()
        self._open = False
        self._told: set[str] = set()
        self._times: Counter[str] = Counter()
        self.crashed.connect(self._on_crashed, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch from now on."""
        sys.excepthook = self._caught
        threading.excepthook = lambda args: self.report(args.exc_value) if args.exc_value else None
        sys.unraisablehook = lambda args: self._note(args.exc_value)

    def watch_for_death(self) -> str:
        """Let what kills the process leave a trace; return what the last death left, or ""."""
        left = self._take_fatal()
        try:
            self._fatal_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._fatal = self._fatal_file.open("w", encoding="utf-8", errors="replace")
            faulthandler.enable(self._fatal)
        except OSError as problem:
            _to_terminal(f"glosa: the crash log cannot be written: {problem.strerror}\n")
        return left

    def rest(self) -> None:
        """Watch for the death of the process no longer: it ends in order."""
        if self._fatal:
            faulthandler.disable()
            self._fatal.close()
            self._fatal = None
            self._fatal_file.unlink(missing_ok=True)

    def report(self, error: BaseException) -> None:
        """Log *error* and tell the user. From any thread."""
        self.crashed.emit(self._note(error))

    def _note(self, error: BaseException | None) -> str:
        try:
            text = describe(error) if error else ""
        except Exception as other:  # out of memory, most likely: better a little than nothing
            text = f"{type(error).__name__}, and {type(other).__name__} in describing it\n"
        what = text.partition("\n")[2]
        self._times[what] += 1
        if self._times[what] <= _MOST_TIMES:  # a fault in painting comes sixty times a second
            _to_terminal(text)
            self._write(text)
        return text

    def _caught(
        self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, _trace)
            return
        self.report(error)

    def _write(self, text: str) -> None:
        try:
            with self._guard:
                self.log_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                if self.log_file.exists() and self.log_file.stat().st_size > _MAX_BYTES:
                    self.log_file.replace(self.log_file.with_suffix(".old.log"))
                with self.log_file.open("a", encoding="utf-8", errors="replace") as file:
                    file.write(text + "\n")
        except OSError as problem:
            _to_terminal(f"glosa: the crash log cannot be written: {problem.strerror}\n")

    def _take_fatal(self) -> str:
        """Move what is in the file of the last death to the log; return it."""
        try:
            left = self._fatal_file.read_text(encoding="utf-8", errors="replace").strip()
        except OSError:
            return ""
        if not left:
            return ""
        lines = [line for line in left.splitlines() if "Extension modules" not in line]
        text = "\n".join(map(_shown_line, lines)) + f"\nGlosa {__version__}, {sys.platform}\n"
        self._write("Found at the next start:\n" + text)
        return text

    def _on_crashed(self, text: str) -> None:
        from desktop.ui.dialogs.crash import CrashDialog

        what = text.partition("\n")[2]
        if self._open or what in self._told:
            return
        self._open = True
        self._told.add(what)
        dialog = CrashDialog(text, self.log_file)
        dialog.quit_chosen.connect(QCoreApplication.quit)
        dialog.exec()
        self._open = False


def _shown_line(line: str) -> str:
    """Return a line of faulthandler's with the path in it shown as `_shown` does."""
    before, mark, rest = line.partition('File "')
    return before + mark + _shown(rest) if mark else line


def _to_terminal(text: str) -> None:
    if sys.stderr:  # a windowed program on Windows has none
        sys.stderr.write(text)
