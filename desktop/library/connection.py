"""Connections to the library file, with the settings that keep it whole.

Reading needs no sqlite-utils: it is loaded with the first change, which a start need not wait for.
"""

from __future__ import annotations

import sqlite3
import threading
from array import array
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from desktop.core.errors import Cancelled
from desktop.library.failures import explaining

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = dict[str, Any]
Parameters = Sequence[Any]
WAIT_SECONDS = 5
_STEPS_BETWEEN_LOOKS = 200_000
_MOST_PARAMETERS = 32_000  # SQLite takes 32,766


class Source(Protocol):
    """Whatever can be asked: a `Reader`, or a `Transaction` that sees its own writes."""

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Return all rows of a SELECT as dictionaries."""
        ...

    def ids(self, sql: str, parameters: Parameters = ()) -> array[int]:
        """Return the first column of a SELECT as an array of 64-bit integers."""
        ...


def connect(path: Path, mode: str, *, immutable: bool = False) -> sqlite3.Connection:
    """Open *path* with SQLite's *mode* (`rw`, `rwc` or `ro`), without implicit transactions."""
    address = path.absolute().as_uri() + f"?mode={mode}" + ("&immutable=1" if immutable else "")
    return sqlite3.connect(
        address, uri=True, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
    )


def database(connection: sqlite3.Connection) -> Database:
    """Return sqlite-utils' view of a connection, for writing."""
    from sqlite_utils import Database

    return Database(connection, execute_plugins=False)


def execute(
    db: Database | sqlite3.Connection, sql: str, parameters: Parameters = ()
) -> sqlite3.Cursor:
    """Run one statement; outside a transaction it commits itself.

    SQLite quotes a damaged schema in its message, which Python may be unable to read as text: this
    is sqlite3.DatabaseError, too.
    """
    try:
        return db.execute(sql, parameters)  # pyright: ignore[reportUnknownMemberType]
    except UnicodeDecodeError as error:
        raise sqlite3.DatabaseError(f"Could not decode what SQLite says: {error}") from error


def insert_rows(
    db: Database | sqlite3.Connection, into: str, rows: Sequence[Sequence[Any]], then: str = ""
) -> None:
    """Insert *rows* by as few statements as can be; *into* and *then* stand around the values.

    SQLite lets other threads of ours work for as long as one statement takes, and FTS5 writes
    what one statement gave it together.
    """
    if not rows:
        return
    marks = f"({', '.join('?' * len(rows[0]))})"
    at_once = _MOST_PARAMETERS // len(rows[0])
    for at in range(0, len(rows), at_once):
        part = rows[at : at + at_once]
        sql = f"INSERT INTO {into} VALUES {', '.join([marks] * len(part))} {then}"
        execute(db, sql, tuple(chain.from_iterable(part)))


def prepare_writer(db: sqlite3.Connection, journal: str = "WAL") -> None:
    """Apply the writer's settings: nothing acknowledged is lost, even without power."""
    execute(db, f"PRAGMA journal_mode = {journal}").fetchone()
    for setting in (
        "synchronous = FULL",
        "foreign_keys = ON",
        "cell_size_check = ON",
        "mmap_size = 0",
        "wal_autocheckpoint = 1000",
        "journal_size_limit = 67108864",
        "cache_size = -32768",
    ):
        execute(db, f"PRAGMA {setting}")


def fetch(db: Database | sqlite3.Connection, sql: str, parameters: Parameters = ()) -> list[Row]:
    """Return all rows of a SELECT as dictionaries."""
    cursor = execute(db, sql, parameters)
    keys = [column[0] for column in cursor.description]
    return [dict(zip(keys, row, strict=True)) for row in cursor]


def fetch_ids(
    db: Database | sqlite3.Connection, sql: str, parameters: Parameters = ()
) -> array[int]:
    """Return the first column of a SELECT as an array of 64-bit integers."""
    return array("q", (row[0] for row in execute(db, sql, parameters)))


class Reader:
    """A connection that cannot write. Use it from one thread at a time; `interrupt` from any.

    Raises LibraryUnusable, with what to do, when the file is damaged or out of reach.
    """

    def __init__(self, path: Path, *, immutable: bool = False) -> None:
        self.path = path
        self._interrupted = threading.Event()
        self._db = connect(path, "ro", immutable=immutable)
        # SQLite forgets an interrupt that comes just before a statement begins: look again.
        self._db.set_progress_handler(self._interrupted.is_set, _STEPS_BETWEEN_LOOKS)
        execute(self._db, "PRAGMA query_only = ON")
        execute(self._db, "PRAGMA wal_autocheckpoint = 0")

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Return all rows of a SELECT as dictionaries."""
        with self._asking():
            return fetch(self._db, sql, parameters)

    def ids(self, sql: str, parameters: Parameters = ()) -> array[int]:
        """Return the first column of a SELECT as an array of 64-bit integers."""
        with self._asking():
            return fetch_ids(self._db, sql, parameters)

    @contextmanager
    def snapshot(self) -> Generator[None]:
        """See one state of the library for as long as the block lasts."""
        execute(self._db, "BEGIN")
        try:
            yield
        finally:
            self._db.rollback()

    def interrupt(self) -> None:
        """Stop the question that runs now and refuse more until `resume`: they raise Cancelled."""
        self._interrupted.set()
        self._db.interrupt()

    def resume(self) -> None:
        """Answer again after `interrupt`."""
        self._interrupted.clear()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    @contextmanager
    def _asking(self) -> Generator[None]:
        if self._interrupted.is_set():
            raise Cancelled
        try:
            with explaining(self.path):
                yield
        except sqlite3.OperationalError as error:
            # An interrupt while FTS5 opens its table comes as "vtable constructor failed".
            interrupted = getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT"
            if interrupted or self._interrupted.is_set():
                raise Cancelled from error
            raise
