"""The library: one file, one writing connection, and the history of this session."""

import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from sqlite_utils import Database

from desktop.core.changes import Changes
from desktop.core.errors import QT_TRANSLATE_NOOP, LibraryUnusable, UserError
from desktop.library import opening
from desktop.library.connection import Reader
from desktop.library.history import History, Step
from desktop.library.lock import WriteLock
from desktop.library.transaction import Transaction

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What an operation gave back and what it changed."""

    result: T
    changes: Changes


class Library:
    """An open library. `run`, `undo` and `redo` may be called from any thread, one at a time.

    With *read_only*, or when the file may not be written, reading works and `run` raises
    LibraryUnusable. A missing file is created.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        if not path.exists() and not read_only:
            _create(path)
        opening.diagnose(path)
        self.read_only = read_only or not opening.is_writable(path)
        self._guard = threading.Lock()
        self._lock = None if self.read_only else WriteLock(path)
        self._writer: Database | None = None
        if self._lock:
            self._writer = self._open_writer(self._lock)
            self._history = History(self._writer)

    @property
    def undoable(self) -> Step | None:
        """The step that `undo` would take back."""
        return self._history.undoable[-1] if self._writer and self._history.undoable else None

    @property
    def redoable(self) -> Step | None:
        """The step that `redo` would do again."""
        return self._history.redoable[-1] if self._writer and self._history.redoable else None

    def reader(self) -> Reader:
        """Return a new read-only connection; the caller closes it."""
        try:
            reader = Reader(self.path)
            reader.rows("SELECT 1 FROM meta LIMIT 1")
        except sqlite3.OperationalError:
            if not self.read_only:
                raise
            reader = Reader(self.path, immutable=True)
        return reader

    def run(
        self,
        operation: Callable[Concatenate[Transaction, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Outcome[T]:
        """Do *operation* in a transaction of its own: all of it or nothing.

        The operation's `step_name` (see `operations.step`) names the undo step; without one the
        change cannot be undone.
        """
        name = getattr(operation, "step_name", "")
        with self._guard:
            step = self._history.new_step(name) if name and self._writer else None
            outcome = self._transact(operation, step, name, *args, **kwargs)
            if step:
                self._history.push(step)
            return outcome

    def open_step(self, name: str) -> Step:
        """Begin a step of several transactions (an import); see `run_in` and `close_step`."""
        self._check_writable()
        with self._guard:
            return self._history.new_step(name)

    def run_in(
        self,
        step: Step,
        operation: Callable[Concatenate[Transaction, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Outcome[T]:
        """Do *operation* in a transaction whose records belong to *step*."""
        with self._guard:
            return self._transact(operation, step, step.name, *args, **kwargs)

    def close_step(self, step: Step) -> None:
        """Make a step begun with `open_step` the next to be undone."""
        with self._guard:
            self._history.push(step)

    def undo(self) -> Outcome[Step] | None:
        """Take the last step back; None when there is none."""
        return self._play_back(undone=True)

    def redo(self) -> Outcome[Step] | None:
        """Do again what was taken back last; None when there is nothing."""
        return self._play_back(undone=False)

    def with_writer(self, ask: Callable[[Database], T]) -> T:
        """Call *ask* with the writing connection, for checks that readers cannot make."""
        with self._guard:
            return ask(self._check_writable())

    def close(self) -> None:
        """Close the writing connection, which also folds the WAL into the file, and the lock."""
        with self._guard:
            if self._writer:
                self._writer.close()
                self._writer = None
            if self._lock:
                self._lock.release()

    def _open_writer(self, lock: WriteLock) -> Database:
        try:
            return opening.open_writer(self.path)
        except BaseException:
            lock.release()
            raise

    def _check_writable(self) -> Database:
        if self._writer is None:
            raise LibraryUnusable(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "The library “{name}” is open for reading only, so nothing can be changed. "
                    "To change it, allow writing to the file and its folder and start again.",
                ),
                name=self.path.name,
            )
        return self._writer

    def _transact(
        self,
        operation: Callable[Concatenate[Transaction, P], T],
        step: Step | None,
        name: str,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Outcome[T]:
        db = self._check_writable()
        tx = Transaction(db, step.number if step else 0)
        try:
            db.execute("BEGIN IMMEDIATE")
            result = operation(tx, *args, **kwargs)
            db.execute(
                "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'change_seq'"
            )
            db.commit()
        except sqlite3.OperationalError as error:
            db.rollback()
            raise _explained(error) from error
        except BaseException:
            db.rollback()
            raise
        return Outcome(result, tx.changes(name))

    def _play_back(self, *, undone: bool) -> Outcome[Step] | None:
        with self._guard:
            self._check_writable()
            stack = self._history.undoable if undone else self._history.redoable
            if not stack:
                return None
            step = stack[-1]
            inverse = self._history.new_step(step.name)
            try:
                outcome = self._transact(self._history.play_back, inverse, step.name, step)
            except sqlite3.IntegrityError as error:
                raise UserError(
                    QT_TRANSLATE_NOOP(
                        "Errors", "“{step}” can no longer be undone: later changes build on it."
                    ),
                    step=step.name,
                ) from error
            self._history.moved(step, inverse, undone=undone)
            return Outcome(step, outcome.changes)


def _create(path: Path) -> None:
    try:
        opening.create(path)
    except (OSError, sqlite3.Error) as error:
        raise LibraryUnusable(
            QT_TRANSLATE_NOOP(
                "Errors",
                "A library cannot be made at “{path}” ({reason}). Choose a folder you may write to, "
                "for example with --library.",
            ),
            path=str(path),
            reason=str(error),
        ) from error


def _explained(error: sqlite3.OperationalError) -> Exception:
    code = getattr(error, "sqlite_errorname", "")
    if code == "SQLITE_FULL":
        return LibraryUnusable(
            QT_TRANSLATE_NOOP(
                "Errors", "The disk is full: nothing was changed. Free some space and try again."
            )
        )
    if code.startswith("SQLITE_BUSY"):
        return LibraryUnusable(
            QT_TRANSLATE_NOOP(
                "Errors",
                "Another program is using the library: nothing was changed. Try again in a moment.",
            )
        )
    if code.startswith(("SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_CANTOPEN")):
        return LibraryUnusable(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The library cannot be written ({reason}): nothing was changed. Check that its "
                "disk is connected and not write-protected.",
            ),
            reason=str(error),
        )
    return error
