"""Seals: a short hash of every row that is the user's, kept by the program, looked at by the check.

SQLite has no checksums: a flipped bit in a note would pass for the note. A seal covers all columns
of a row except an article's text, which has its own SHA-256 (that one is sealed).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from desktop.library.connection import execute

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
    "settled": "id",
}
_MARK = "sealed_schema"
_SIZE = 16


def columns(db: Database | sqlite3.Connection, table: str) -> list[str]:
    """Return the names of a table's columns."""
    return [row[1] for row in execute(db, f"PRAGMA table_info('{table}')")]


def rows_sql(db: Database | sqlite3.Connection, table: str) -> str:
    """Return a SELECT of key and sealed columns as bytes, for a damaged text need not be one."""
    sealed = [name for name in columns(db, table) if (table, name) != ("article_text", "text")]
    cells = ", ".join(f'CAST("{name}" AS BLOB)' for name in sealed)
    return f'SELECT "{KEYS[table]}", {cells} FROM "{table}"'


def digest(cells: Iterable[bytes | None]) -> bytes:
    """Return the seal of a row's cells."""
    import hashlib  # loads OpenSSL, which a start of the window has no use for

    whole = hashlib.sha256()
    for cell in cells:
        whole.update(b"-" if cell is None else b"%d:" % len(cell) + cell)
    return whole.digest()[:_SIZE]


def seal(db: Database, changed: Mapping[str, set[int]]) -> None:
    """Renew the seals of *changed* rows; call it inside the transaction that changed them."""
    for table, keys in changed.items():
        if table not in KEYS:
            continue
        sql = f'{rows_sql(db, table)} WHERE "{KEYS[table]}" = ?'
        for key in keys:
            row = execute(db, sql, (key,)).fetchone()
            if row is None:
                execute(db, "DELETE FROM row_seal WHERE tbl = ? AND key = ?", (table, key))
            else:
                _keep(db, table, key, digest(row[1:]))


def reseal_if_needed(db: sqlite3.Connection) -> None:
    """Seal all rows once after the schema grew."""
    row = execute(db, "SELECT value FROM meta WHERE key = ?", (_MARK,)).fetchone()
    schema = str(execute(db, "PRAGMA user_version").fetchone()[0])
    if row and row[0] == schema:
        return
    execute(db, "BEGIN IMMEDIATE")
    try:
        execute(db, "DELETE FROM row_seal")
        for table in KEYS:
            for row in execute(db, rows_sql(db, table)).fetchall():
                _keep(db, table, row[0], digest(row[1:]))
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
    for table in KEYS:
        found = execute(db, "SELECT key, seal FROM row_seal WHERE tbl = ?", (table,))
        seals = dict(found.fetchall())
        for row in execute(db, rows_sql(db, table)):
            if seals.pop(row[0], None) != digest(row[1:]):
                yield f"row {row[0]} of {table} is not what was stored"
        for key in seals:
            yield f"row {key} of {table} is missing"


def _keep(db: Database | sqlite3.Connection, table: str, key: int, value: bytes) -> None:
    execute(
        db,
        "INSERT INTO row_seal VALUES (?, ?, ?) "
        "ON CONFLICT (tbl, key) DO UPDATE SET seal = excluded.seal",
        (table, key, value),
    )
