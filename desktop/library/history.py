"""Undo and redo: the records of past transactions, played backwards in a transaction of their own.

The records lie in a TEMP table of the writing connection: they roll back with the transaction,
spill to disk by themselves and are gone when the program ends.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.core.ids import now
from desktop.library.connection import Row, execute, fetch
from desktop.library.transaction import Transaction, row_of

if TYPE_CHECKING:
    from sqlite_utils import Database

LIMIT = 500
_CHUNK = 200
_SHARED = ("tag", "image")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that can be undone: `name` is what the user did, in English, `time` when (UTC)."""

    number: int
    name: str
    time: str = ""


class History:
    """The undo and redo stacks. Not thread-safe: the library's write lock guards it."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._last = 0
        self.undoable: list[Step] = []
        self.redoable: list[Step] = []
        self._blocked: set[int] = set()
        execute(
            db,
            "CREATE TEMP TABLE undo_row (seq INTEGER PRIMARY KEY, step INTEGER NOT NULL, "
            "tbl TEXT NOT NULL, key INTEGER NOT NULL, action TEXT NOT NULL, before TEXT)",
        )
        execute(db, "CREATE INDEX temp.undo_row_step ON undo_row (step)")
        execute(
            db, "CREATE INDEX temp.undo_row_gone ON undo_row (key, tbl) WHERE action = 'delete'"
        )

    def new_step(self, name: str, time: str = "") -> Step:
        """Return a step for the records to come; it is undoable only once `push`ed."""
        self._last += 1
        return Step(self._last, name, time or now())

    def push(self, step: Step) -> None:
        """Make *step* the next to undo, if it changed anything; forget what was undone."""
        try:
            found = execute(self._db, "SELECT 1 FROM undo_row WHERE step = ?", (step.number,))
            if not found.fetchone():
                return
        except sqlite3.OperationalError:
            pass  # the change itself is done, and must not look failed
        self.undoable.append(step)
        self._forget(self.redoable)
        if len(self.undoable) > LIMIT:
            oldest, self.undoable[:] = self.undoable[:-LIMIT], self.undoable[-LIMIT:]
            self._forget(oldest)

    def play_back(self, tx: Transaction, step: Step) -> None:
        """Put back, last first, every row that *step* changed.

        Steps may overlap (an import runs while the user works), so a row may be gone by now, or
        what it hung on: it is passed over. A tag or an image that something else has by now stays.
        A row whose making is undone after another step had deleted it stays away for good: that
        step's record of it goes too.
        """
        for record in self._records(step):
            table, key, before = record["tbl"], record["key"], record["before"]
            if record["action"] == "insert":
                # A run of rows, from `key` to the number in `before`.
                for one in range(int(before or key), key - 1, -1):
                    self._take_out(tx, table, one)
            else:
                _put_back(tx, table, key, record["action"], before)

    def block(self, step: Step) -> bool:
        """Note that *step* cannot be played back; True when it could not before either."""
        known = step.number in self._blocked
        self._blocked.add(step.number)
        return known

    def skip(self, step: Step) -> None:
        """Forget a step that cannot be played back, so that those below it can be reached."""
        for stack in (self.undoable, self.redoable):
            if step in stack:
                stack.remove(step)
        self._blocked.discard(step.number)
        self._forget([step])

    def moved(self, step: Step, inverse: Step, *, undone: bool) -> None:
        """Note that *step* was played back and *inverse* holds the way forward again."""
        source, target = (
            (self.undoable, self.redoable) if undone else (self.redoable, self.undoable)
        )
        source.remove(step)
        target.append(inverse)
        self._forget([step])

    def _take_out(self, tx: Transaction, table: str, key: int) -> None:
        if tx.row(table, key) is None:
            execute(
                self._db,
                "DELETE FROM undo_row WHERE action = 'delete' AND key = ? AND tbl = ?",
                (key, table),
            )
        elif table not in _SHARED or not tx.is_used(table, key):
            tx.delete(table, key)

    def _records(self, step: Step) -> Iterator[Row]:
        """Yield a step's records, last first, a few at a time (they may hold whole texts)."""
        last = execute(self._db, "SELECT max(seq) + 1 FROM undo_row").fetchone()[0]
        while part := fetch(
            self._db,
            "SELECT seq, tbl, key, action, before FROM undo_row WHERE step = ? AND seq < ? "
            "ORDER BY seq DESC LIMIT ?",
            (step.number, last, _CHUNK),
        ):
            yield from part
            last = part[-1]["seq"]

    def _forget(self, steps: list[Step]) -> None:
        for step in steps:
            # The change itself is done: a full disk must not make it look failed.
            with suppress(sqlite3.OperationalError):
                execute(self._db, "DELETE FROM undo_row WHERE step = ?", (step.number,))
        steps.clear()


def _put_back(tx: Transaction, table: str, key: int, action: str, before: str) -> None:
    values = row_of(before)
    if action == "update":
        tx.update(table, key, **values)
    elif tx.row(table, key) is None and tx.has_its_parents(table, values):
        tx.insert(table, **values)
