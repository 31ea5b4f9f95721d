"""The one door for bugs: a log on this computer, a window that says so, and the program goes on."""

import sqlite3
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from desktop import __version__

_MAX_BYTES = 500_000
# Messages of other kinds of errors may quote the user's texts.
_HARMLESS = (OSError, sqlite3.Error, AttributeError, TypeError, NameError, ImportError)


def describe(error: BaseException) -> str:
    """Return what happened, where in the program, without any text of the user's."""
    place = "".join(traceback.format_tb(error.__traceback__))
    said = f": {error}" if isinstance(error, _HARMLESS) else ""
    time = datetime.now(UTC).isoformat(timespec="seconds")
    version = f"Glosa {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    return f"{time}  {version}\n{place}{type(error).__name__}{said}\n"


class CrashReporter(QObject):
    """Catches what nothing else caught, in any thread; tells of the same fault once only."""

    crashed = Signal(str)

    def __init__(self, log_folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.log_file = log_folder / "crash.log"
        self._open = False
        self._told: set[str] = set()
        self.crashed.connect(self._on_crashed, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch from now on."""
        sys.excepthook = self._caught
        threading.excepthook = lambda args: self.report(args.exc_value) if args.exc_value else None

    def report(self, error: BaseException) -> None:
        """Log *error* and tell the user. From any thread."""
        text = describe(error)
        _to_terminal(text)
        self._write(text)
        self.crashed.emit(text)

    def _caught(
        self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, _trace)
            return
        self.report(error)

    def _write(self, text: str) -> None:
        try:
            self.log_file.parent.mkdir(parents=True, exist_ok=True)
            if self.log_file.exists() and self.log_file.stat().st_size > _MAX_BYTES:
                self.log_file.replace(self.log_file.with_suffix(".old.log"))
            with self.log_file.open("a", encoding="utf-8") as file:
                file.write(text + "\n")
        except OSError as problem:
            _to_terminal(f"glosa: the crash log cannot be written: {problem}\n")

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


def _to_terminal(text: str) -> None:
    if sys.stderr:  # a windowed program on Windows has none
        sys.stderr.write(text)
