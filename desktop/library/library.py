"""The library: one file, one writing connection, and the history of this session."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, Generic, ParamSpec, TypeVar

from desktop.core.changes import Changes
from desktop.core.errors import QT_TRANSLATE_NOOP, LibraryBusy, LibraryUnusable, UserError
from desktop.library import leftovers, opening, session
from desktop.library.connection import Reader, database, execute
from desktop.library.failures import cannot_open, explaining
from desktop.library.history import History, Step
from desktop.library.lock import WriteLock
from desktop.library.transaction import Transaction

if TYPE_CHECKING:
    from sqlite_utils import Database

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
        self._guard = threading.Lock()
        self._lock: WriteLock | None = None
        self._connection: sqlite3.Connection | None = None
        self._writer: tuple[Database, History] | None = None
        self.why_read_only: UserError | None = None
        self.ended_badly = False
        self._noted = False
        try:
            if not read_only and opening.has_unfinished_restore(path):
                self._lock = opening.end_restore(path)
            if not read_only and opening.is_missing(path):
                self._lock = opening.make(path)
            opening.diagnose(path)
            self.read_only = read_only or not opening.is_writable(path)
            self._place = opening.place(path)
            if not self.read_only:
                self._lock = self._lock or WriteLock(path)
                leftovers.clean(path)
                self._open_writer()
        except OSError as error:
            self.close()
            raise cannot_open(path, error.strerror or str(error)) from error
        except BaseException:
            self.close()
            raise

    @property
    def undoable(self) -> Step | None:
        """The step that `undo` would take back."""
        writer = self._writer  # another thread may be closing it
        return next(reversed(writer[1].undoable), None) if writer else None

    @property
    def redoable(self) -> Step | None:
        """The step that `redo` would do again."""
        writer = self._writer  # another thread may be closing it
        return next(reversed(writer[1].redoable), None) if writer else None

    def steps(self) -> tuple[list[Step], list[Step]]:
        """Return what can be undone and what can be redone, each with the next one last."""
        writer = self._writer  # another thread may be closing it
        return (list(writer[1].undoable), list(writer[1].redoable)) if writer else ([], [])

    def reader(self) -> Reader:
        """Return a new read-only connection; the caller closes it. May raise LibraryUnusable."""
        try:
            return self._open_reader(immutable=False)
        except LibraryUnusable as error:
            if isinstance(error, LibraryBusy) or not opening.is_frozen(self.path):
                raise
        # A folder that may not be written has no room for the files that SQLite shares locks in.
        return self._open_reader(immutable=True)

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
            _, history = self._open_for_writing()
            step = history.new_step(name) if name else None
            outcome = self._transact(operation, step, name, *args, **kwargs)
            if step:
                history.push(step)
            return outcome

    def open_step(self, name: str) -> Step:
        """Begin a step of several transactions (an import); see `run_in` and `close_step`."""
        with self._guard:
            return self._open_for_writing()[1].new_step(name)

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
        """Make a step begun with `open_step` the next to be undone (nothing after `close`)."""
        with self._guard:
            if self._writer:
                self._writer[1].push(step)

    def undo(self) -> Outcome[Step] | None:
        """Take the last step back; None when there is none."""
        return self._play_back(undone=True)

    def redo(self) -> Outcome[Step] | None:
        """Do again what was taken back last; None when there is nothing."""
        return self._play_back(undone=False)

    def with_writer(self, ask: Callable[[Database], T]) -> T:
        """Call *ask* with the writing connection, for checks that readers cannot make.

        Raises LibraryUnusable, with what to do, when the disk is full or the file out of reach.
        """
        with self._guard, explaining(self.path):
            return ask(self._open_for_writing()[0])

    def prepare(self) -> None:
        """Load what the first change needs, which takes longer than a change; from any thread."""
        with self._guard:
            if self._connection is not None:
                self._open_for_writing()

    def close(self) -> None:
        """Close the writing connection, which also folds the WAL into the file, and the lock."""
        with self._guard:
            self._writer = None
            if self._connection:
                if self._noted:
                    session.note_end(self._connection)
                self._connection.close()
                self._connection = None
            if self._lock:
                self._lock.release()
                self._lock = None

    def _open_writer(self) -> None:
        try:
            self._connection = opening.open_writer(self.path)
            self.ended_badly = session.ended_badly(self._connection)
        except opening.NotMigrated as error:
            self.read_only, self.why_read_only = True, error
            if self._lock:
                self._lock.release()
                self._lock = None

    def _open_reader(self, *, immutable: bool) -> Reader:
        with explaining(self.path):
            reader = Reader(self.path, immutable=immutable)
            try:
                reader.rows("SELECT 1 FROM meta LIMIT 1")
            except BaseException:
                reader.close()
                raise
        return reader

    def _open_for_writing(self) -> tuple[Database, History]:
        """Return the writing connection with its history, made with the first change."""
        if self._connection is None:
            raise LibraryUnusable(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "The library “{name}” is open for reading only, so nothing can be changed. "
                    "To change it, allow writing to the file and its folder and start again.",
                ),
                name=self.path.name,
            )
        if self._writer is None:
            with explaining(self.path):
                db = database(self._connection)
                self._writer = db, History(db)
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
        db, _ = self._open_for_writing()
        tx = Transaction(db, step.number if step else 0)
        try:
            with explaining(self.path):
                opening.check_place(self.path, self._place)
                execute(db, "BEGIN IMMEDIATE")
                result = operation(tx, *args, **kwargs)
                tx.finish()
                execute(
                    db,
                    "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'change_seq'",
                )
                if not self._noted:
                    session.note_begin(db)
                db.commit()
        except BaseException:
            db.rollback()
            raise
        self._noted = True
        return Outcome(result, tx.changes(name))

    def _play_back(self, *, undone: bool) -> Outcome[Step] | None:
        with self._guard:
            _, history = self._open_for_writing()
            stack = history.undoable if undone else history.redoable
            while stack:
                step = stack[-1]
                inverse = history.new_step(step.name, step.time)
                try:
                    outcome = self._transact(history.play_back, inverse, step.name, step)
                except sqlite3.IntegrityError as error:
                    if not history.block(step):
                        raise _blocked(step) from error
                    history.skip(step)  # asked again: go on with what came before it
                    continue
                history.moved(step, inverse, undone=undone)
                return Outcome(step, outcome.changes)
            return None


def _blocked(step: Step) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "“{step}” can no longer be undone: later changes build on it. Undo once more to leave "
            "it as it is and go on with what came before.",
        ),
        step=step.name,
    )
