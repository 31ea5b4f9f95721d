"""Seals: a short hash of every row that is the user's, kept by the program, looked at by the check.

SQLite has no checksums: a flipped bit in a note would pass for the note. A seal covers all columns
of a row except an article's text and an image's bytes, which have their own SHA-256 (that is
sealed).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from desktop.library.connection import execute, insert_rows

if TYPE_CHECKING:
    from sqlite_utils import Database

KEYS = {
    "article": "id",
    "article_text": "id",
    "reading_progress": "article_id",
    "annotation": "id",
    "tag": "id",
    "article_tag": "id",
    "annotation_tag": "id",
    "saved_search": "id",
    "feed": "id",
    "feed_item": "id",
    "deleted_annotation": "id",
    "settled": "id",
    "colour_label": "id",
    "image": "id",
    "article_image": "id",
}
_OWN_HASH = (("article_text", "text"), ("image", "data"))
Sealed = dict[str, dict[int, bytes]]
_MARK = "sealed_schema"
_SIZE = 16
_AT_ONCE = 500


def columns(db: Database | sqlite3.Connection, table: str) -> list[str]:
    """Return the names of a table's columns."""
    return [row[1] for row in execute(db, f"PRAGMA table_info('{table}')")]


def sealed(table: str, names: Iterable[str]) -> list[str]:
    """Return which columns of a table a seal covers."""
    return [name for name in names if (table, name) not in _OWN_HASH]


def defaults(db: Database, table: str) -> dict[str, Any]:
    """Return the columns of a table but for `id`, with what a row has that says nothing."""
    found = execute(db, f"PRAGMA table_info('{table}')").fetchall()
    said = (f"CAST({row[4] or 'NULL'} AS {row[2]})" for row in found)
    values = execute(db, f"SELECT {', '.join(said)}").fetchone()
    return {row[1]: value for row, value in zip(found, values, strict=True) if row[1] != "id"}


def rows_sql(db: Database | sqlite3.Connection, table: str) -> str:
    """Return a SELECT of key and sealed columns as bytes, for a damaged text need not be one."""
    cells = ", ".join(f'CAST("{name}" AS BLOB)' for name in sealed(table, columns(db, table)))
    return f'SELECT "{KEYS[table]}", {cells} FROM "{table}"'


def digest(cells: Iterable[bytes | None]) -> bytes:
    """Return the seal of a row's cells."""
    import hashlib  # loads OpenSSL, which a start of the window has no use for

    parts = [b"-" if cell is None else b"%d:%b" % (len(cell), cell) for cell in cells]
    return hashlib.sha256(b"".join(parts)).digest()[:_SIZE]


def of_rows(
    table: str, names: Sequence[str], rows: Sequence[Sequence[Any]]
) -> Iterator[tuple[int, bytes]]:
    """Yield the key of each of *rows*, its first cell, and its seal without reading it back.

    *names* are all columns as the table has them in order.
    """
    covered = set(sealed(table, names))
    places = [at for at, name in enumerate(names) if name in covered]
    for row in rows:
        yield row[0], digest([_stored(row[at]) for at in places])


def _stored(cell: str | float | None) -> bytes | None:
    """Return what SQLite makes of a value when it is cast to a blob."""
    return cell if cell is None else str(cell).encode()


def seal(db: Database, changed: Mapping[str, set[int]], known: Sealed) -> None:
    """Renew the seals of *changed* rows; call it inside the transaction that changed them.

    *known* are those that need not be read for it.
    """
    for table, keys in changed.items():
        if table not in KEYS:
            continue
        ready = known.get(table, {})
        _keep(db, [(table, key, value) for key, value in ready.items()])
        rows = rows_sql(db, table)
        ordered = sorted(keys.difference(ready))
        for at in range(0, len(ordered), _AT_ONCE):
            _renew(db, table, rows, ordered[at : at + _AT_ONCE])


def _renew(db: Database, table: str, rows: str, keys: list[int]) -> None:
    found = execute(db, f'{rows} WHERE "{KEYS[table]}" IN ({",".join("?" * len(keys))})', keys)
    fresh = {row[0]: digest(row[1:]) for row in found}
    _keep(db, [(table, key, value) for key, value in fresh.items()])
    for key in keys:
        if key not in fresh:
            execute(db, "DELETE FROM row_seal WHERE tbl = ? AND key = ?", (table, key))


def reseal_if_needed(db: sqlite3.Connection) -> None:
    """Seal all rows once after the schema grew."""
    row = execute(db, "SELECT value FROM meta WHERE key = ?", (_MARK,)).fetchone()
    schema = str(execute(db, "PRAGMA user_version").fetchone()[0])
    if row and row[0] == schema:
        return
    execute(db, "BEGIN IMMEDIATE")
    try:
        execute(db, "DELETE FROM row_seal")
        for table in _tables(db):
            for row in execute(db, rows_sql(db, table)).fetchall():
                _keep(db, [(table, row[0], digest(row[1:]))])
        execute(
            db,
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (_MARK, schema),
        )
        db.commit()
    except BaseException:
        db.rollback()
        raise


def are_whole(db: Database | sqlite3.Connection) -> bool:
    """Tell whether this library has a seal for each row: one of an old schema has none."""
    if not columns(db, "row_seal"):
        return False
    return bool(execute(db, "SELECT 1 FROM meta WHERE key = ?", (_MARK,)).fetchone())


def broken(db: Database | sqlite3.Connection) -> Iterator[str]:
    """Yield, in English, which rows are not what was stored."""
    for table in _tables(db):
        found = execute(db, "SELECT key, seal FROM row_seal WHERE tbl = ?", (table,))
        seals = dict(found.fetchall())
        for row in execute(db, rows_sql(db, table)):
            if seals.pop(row[0], None) != digest(row[1:]):
                yield f"row {row[0]} of {table} is not what was stored"
        for key in seals:
            yield f"row {key} of {table} is missing"


def _tables(db: Database | sqlite3.Connection) -> list[str]:
    """Return the tables with seals that there are: an older schema lacks some."""
    return [table for table in KEYS if columns(db, table)]


def _keep(db: Database | sqlite3.Connection, rows: Sequence[tuple[str, int, bytes]]) -> None:
    insert_rows(
        db,
        "row_seal",
        rows,
        "ON CONFLICT (tbl, key) DO UPDATE SET seal = excluded.seal",
    )
