"""Undo and redo: the records of past transactions, played backwards in a transaction of their own.

The records lie in a TEMP table of the writing connection: they roll back with the transaction,
spill to disk by themselves and are gone when the program ends.
"""

import json
from dataclasses import dataclass

from sqlite_utils import Database

from desktop.library.connection import fetch
from desktop.library.transaction import Transaction

LIMIT = 500


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that can be undone: `name` is what the user did, in English."""

    number: int
    name: str


class History:
    """The undo and redo stacks. Not thread-safe: the library's write lock guards it."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._last = 0
        self.undoable: list[Step] = []
        self.redoable: list[Step] = []
        db.execute(
            "CREATE TEMP TABLE undo_row (seq INTEGER PRIMARY KEY, step INTEGER NOT NULL, "
            "tbl TEXT NOT NULL, key INTEGER NOT NULL, action TEXT NOT NULL, before TEXT)"
        )
        db.execute("CREATE INDEX temp.undo_row_step ON undo_row (step)")

    def new_step(self, name: str) -> Step:
        """Return a step for the records to come; it is undoable only once `push`ed."""
        self._last += 1
        return Step(self._last, name)

    def push(self, step: Step) -> None:
        """Make *step* the next to be undone, if it changed anything; what was undone is forgotten."""
        if not self._db.execute("SELECT 1 FROM undo_row WHERE step = ?", (step.number,)).fetchone():
            return
        self.undoable.append(step)
        self._forget(self.redoable)
        if len(self.undoable) > LIMIT:
            oldest, self.undoable[:] = self.undoable[:-LIMIT], self.undoable[-LIMIT:]
            self._forget(oldest)

    def play_back(self, tx: Transaction, step: Step) -> None:
        """Put back, last first, every row that *step* changed. Rows that are gone since are passed over."""
        records = fetch(
            self._db,
            "SELECT tbl, key, action, before FROM undo_row WHERE step = ? ORDER BY seq DESC",
            (step.number,),
        )
        for record in records:
            _put_back(tx, record["tbl"], record["key"], record["action"], record["before"])

    def moved(self, step: Step, inverse: Step, *, undone: bool) -> None:
        """Note that *step* was played back and *inverse* holds the way forward again."""
        source, target = (
            (self.undoable, self.redoable) if undone else (self.redoable, self.undoable)
        )
        source.remove(step)
        target.append(inverse)
        self._forget([step])

    def _forget(self, steps: list[Step]) -> None:
        for step in steps:
            self._db.execute("DELETE FROM undo_row WHERE step = ?", (step.number,))
        steps.clear()


def _put_back(tx: Transaction, table: str, key: int, action: str, before: str | None) -> None:
    if action == "insert":
        tx.delete(table, key)
        return
    assert before is not None
    values = json.loads(before)
    if action == "update":
        tx.update(table, key, **values)
    elif tx.row(table, key) is None:
        tx.insert(table, **values)
