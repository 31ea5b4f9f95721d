"""Whether the last one who changed the library came to an end of its own: if not, it is checked.

The note goes with the first change of a session, so a start has nothing to write.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop.library.connection import execute

if TYPE_CHECKING:
    from sqlite_utils import Database

_KEY = "clean_shutdown"


def ended_badly(db: sqlite3.Connection) -> bool:
    """Tell whether whoever changed the library last was killed."""
    row = execute(db, "SELECT value FROM meta WHERE key = ?", (_KEY,)).fetchone()
    return bool(row) and row[0] == "0"


def note_begin(db: Database) -> None:
    """Note, inside a transaction, that a session has begun to change the library."""
    keep(db, _KEY, "0")


def note_end(db: sqlite3.Connection) -> None:
    """Note that all is closed in order; a full disk leaves it open, and costs a check."""
    with suppress(sqlite3.Error):
        keep(db, _KEY, "1")


def keep(db: Database | sqlite3.Connection, key: str, value: str) -> None:
    """Keep *value* in the library under *key*; it is no part of what is the user's."""
    execute(
        db,
        "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )
