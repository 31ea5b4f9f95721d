"""Connections to the library file with the settings that keep it whole, and the questions asked of them."""

import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from sqlite_utils import Database

Row = dict[str, Any]
Parameters = Sequence[Any]
WAIT_SECONDS = 5


class Source(Protocol):
    """Whatever can be asked: a `Reader`, or a `Transaction` that sees its own writes."""

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Return all rows of a SELECT as dictionaries."""
        ...

    def ids(self, sql: str, parameters: Parameters = ()) -> "array[int]":
        """Return the first column of a SELECT as an array of 64-bit integers."""
        ...


def connect(path: Path, mode: str, *, immutable: bool = False) -> Database:
    """Open *path* with SQLite's *mode* (`rw`, `rwc` or `ro`), without implicit transactions."""
    address = path.absolute().as_uri() + f"?mode={mode}" + ("&immutable=1" if immutable else "")
    connection = sqlite3.connect(
        address, uri=True, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
    )
    return Database(connection, execute_plugins=False)


def prepare_writer(db: Database) -> None:
    """Apply the writer's settings: nothing acknowledged is lost, even without power."""
    db.execute("PRAGMA journal_mode = WAL").fetchone()
    for setting in (
        "synchronous = FULL",
        "foreign_keys = ON",
        "cell_size_check = ON",
        "mmap_size = 0",
        "wal_autocheckpoint = 1000",
        "journal_size_limit = 67108864",
        "cache_size = -32768",
    ):
        db.execute(f"PRAGMA {setting}")


def fetch(db: Database, sql: str, parameters: Parameters = ()) -> list[Row]:
    """Return all rows of a SELECT as dictionaries."""
    cursor = db.execute(sql, parameters)
    keys = [column[0] for column in cursor.description]
    return [dict(zip(keys, row, strict=True)) for row in cursor]


def fetch_ids(db: Database, sql: str, parameters: Parameters = ()) -> "array[int]":
    """Return the first column of a SELECT as an array of 64-bit integers."""
    return array("q", (row[0] for row in db.execute(sql, parameters)))


class Reader:
    """A connection that cannot write. Use it from one thread at a time; `interrupt` from any."""

    def __init__(self, path: Path, *, immutable: bool = False) -> None:
        self._db = connect(path, "ro", immutable=immutable)
        self._db.execute("PRAGMA query_only = ON")
        self._db.execute("PRAGMA wal_autocheckpoint = 0")

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Return all rows of a SELECT as dictionaries."""
        return fetch(self._db, sql, parameters)

    def ids(self, sql: str, parameters: Parameters = ()) -> "array[int]":
        """Return the first column of a SELECT as an array of 64-bit integers."""
        return fetch_ids(self._db, sql, parameters)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """See one state of the library for as long as the block lasts."""
        with self._db.atomic():
            yield

    def interrupt(self) -> None:
        """Stop the question that runs now; it raises sqlite3.OperationalError there."""
        self._db.conn.interrupt()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()
