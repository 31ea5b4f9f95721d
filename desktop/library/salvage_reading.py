"""All rows that can be read in a damaged file: by its tables, and where no way leads any more."""

from __future__ import annotations

import mmap
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.library import carve, seals
from desktop.library.connection import connect, database, execute
from desktop.library.schema import STEPS

Row = dict[str, Any]
Rows = dict[int, Row]
_BEYOND = 1000
_ALIKE = ("article_tag", "annotation_tag", "article_image")


@dataclass
class Contents:
    """What a file holds, by table and key: rows, their digests now, the seals they had.

    `complete`: whether all seals of a table were read; `seq`: how many changes there were.
    """

    rows: dict[str, Rows] = field(default_factory=dict[str, Rows])
    digests: dict[str, dict[int, bytes]] = field(default_factory=dict[str, dict[int, bytes]])
    seals: dict[str, dict[int, bytes]] = field(default_factory=dict[str, dict[int, bytes]])
    complete: dict[str, bool] = field(default_factory=dict[str, bool])
    seq: int = 0


def read(path: Path) -> Contents:
    """Return the rows of each table that can be read, with their seals."""
    found = Contents()
    for table in seals.KEYS:
        found.rows[table], found.digests[table], found.seals[table] = {}, {}, {}
        found.complete[table] = False
    try:
        db = connect(path, "rw")
    except sqlite3.Error:
        return found
    with closing(db):
        db.text_factory = bytes
        with suppress(sqlite3.Error):
            execute(db, "PRAGMA cell_size_check = ON")
        for table in seals.KEYS:
            _read_table(db, table, found)
        with suppress(sqlite3.Error, TypeError, ValueError):
            sql = "SELECT value FROM meta WHERE key = 'change_seq'"
            found.seq = min(int(execute(db, sql).fetchone()[0]), 2**40)
    return found


def _read_table(db: sqlite3.Connection, table: str, found: Contents) -> None:
    rows: Rows = {}
    digests: dict[int, bytes] = {}
    found.rows[table], found.digests[table] = rows, digests
    found.seals[table], found.complete[table] = _seals(db, table)
    try:
        # sqlite3.Row would hide bytes that are no text: names and cells are put together here.
        names = [name.decode() for name in map(_as_bytes, seals.columns(db, table))]
        key = seals.KEYS[table]
        plain = ", ".join(f'"{name}"' for name in names)
        sealed = ", ".join(f'CAST("{name}" AS BLOB)' for name in seals.sealed(table, names))
        sql = f'SELECT {plain}, {sealed} FROM "{table}"'
    except sqlite3.Error:
        return
    for cells in _each(db, sql, table, key, found.seals[table]):
        row = dict(zip(names, cells[: len(names)], strict=True))
        number, seal = row[key], seals.digest(cells[len(names) :])
        if isinstance(number, int) and _is_better(found, table, number, seal):
            rows[number], digests[number] = row, seal


def _is_better(found: Contents, table: str, key: int, seal: bytes) -> bool:
    """Tell whether a row that was read is the one that was sealed, or the first of its key."""
    sealed = found.seals[table].get(key)
    return key not in found.rows[table] or (
        sealed == seal and found.digests[table].get(key) != sealed
    )


def carve_into(path: Path, new: Path, found: Contents) -> None:
    """Add the rows that stand in the file but that no way leads to, if any are missing."""
    known = all(found.complete.values()) and any(found.seals.values())
    if known and all(found.digests[t] == found.seals[t] for t in seals.KEYS):
        return
    shapes = _shapes(new)
    with (
        closing(connect(new, "ro")) as db,
        suppress(ValueError),  # an empty file
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole,
        memoryview(whole) as pages,
    ):
        for table, key, row in carve.rows(pages, shapes):
            values = [row[name] for name in seals.sealed(table, row)]
            marks = ", ".join("CAST(? AS BLOB)" for _ in values)
            cells = execute(db, f"SELECT {marks}", values).fetchone()
            later = len(row) - min(shapes[table].widths)
            # A library of an old schema has seals of as many columns as it had.
            digests = [seals.digest(cells[: len(cells) - n]) for n in range(later + 1)]
            seal = found.seals[table].get(key)
            _add_carved(found, table, key, row, seal if seal in digests else digests[0], known)


def _shapes(new: Path) -> dict[str, carve.Shape]:
    """Return what the rows of each table look like, also those that an old schema wrote."""
    widths: dict[str, set[int]] = {table: set() for table in seals.KEYS}
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        for step in STEPS:
            step(database(db))
            for table, of in widths.items():
                of.add(len(seals.columns(db, table)))
    with closing(connect(new, "ro")) as db:
        return {table: _shape(db, table, frozenset(of - {0})) for table, of in widths.items()}


def _shape(db: sqlite3.Connection, table: str, widths: frozenset[int]) -> carve.Shape:
    info = execute(db, f"PRAGMA table_info('{table}')").fetchall()
    defaults = execute(db, f"SELECT {', '.join(row[4] or 'NULL' for row in info)}").fetchone()
    return carve.Shape(
        columns=tuple((row[1], row[2]) for row in info),
        defaults=tuple(_as_bytes(one) if isinstance(one, str) else one for one in defaults),
        widths=widths,
    )


def _add_carved(found: Contents, table: str, key: int, row: Row, seal: bytes, known: bool) -> None:
    is_sealed = found.seals[table].get(key) == seal
    # Two tables of the same shape cannot be told apart without a seal.
    is_wanted = is_sealed or (not known and table not in _ALIKE and key not in found.rows[table])
    if is_wanted and _is_better(found, table, key, seal):
        found.rows[table][key], found.digests[table][key] = row, seal


def _as_bytes(name: Any) -> bytes:
    return name if isinstance(name, bytes) else str(name).encode()


def _each(
    db: sqlite3.Connection, sql: str, table: str, key: str, known: dict[int, bytes]
) -> Iterator[tuple[Any, ...]]:
    """Yield all rows; from the first bad page on, whatever the walk by primary key still finds."""
    last = 0
    try:
        for row in execute(db, f'{sql} NOT INDEXED ORDER BY "{key}"'):
            yield row
            if isinstance(row[0], int):
                last = max(last, row[0])
        return
    except sqlite3.Error:
        pass
    for number in range(1, _highest(db, table, key, last, known) + 1):
        with suppress(sqlite3.Error):
            row = execute(db, f'{sql} NOT INDEXED WHERE "{key}" = ?', (number,)).fetchone()
            if row:
                yield row


def _highest(
    db: sqlite3.Connection, table: str, key: str, last: int, known: dict[int, bytes]
) -> int:
    highest = [last + _BEYOND, *known]
    for sql in (
        f'SELECT max("{key}") FROM "{table}"',
        f"SELECT seq FROM sqlite_sequence WHERE CAST(name AS TEXT) = '{table}'",
    ):
        with suppress(sqlite3.Error, TypeError):
            highest.append(execute(db, sql).fetchone()[0] or 0)
    return min(max(highest), 10_000_000)


def _seals(db: sqlite3.Connection, table: str) -> tuple[dict[int, bytes], bool]:
    found: dict[int, bytes] = {}
    try:
        for key, value in execute(db, "SELECT key, seal FROM row_seal WHERE tbl = ?", (table,)):
            found[key] = value
    except sqlite3.Error:
        return found, False
    return found, True
