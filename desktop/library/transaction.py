"""The only way to change a row: the row before is recorded, as undo step and change notice."""

from __future__ import annotations

import json
from array import array
from base64 import b64decode, b64encode
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from desktop.core.changes import Changes
from desktop.library import seals
from desktop.library.connection import (
    Parameters,
    Row,
    execute,
    fetch,
    fetch_ids,
    insert_rows,
)
from desktop.library.search_index import SearchIndex

if TYPE_CHECKING:
    from sqlite_utils import Database

KEYS = {"reading_progress": "article_id"}
_BYTES = "bytes"
CHILDREN = {
    "article": (
        ("annotation", "article_id"),
        ("deleted_annotation", "article_id"),
        ("article_text", "article_id"),
        ("article_tag", "article_id"),
        ("reading_progress", "article_id"),
        ("settled", "article_id"),
        ("article_image", "article_id"),
    ),
    "annotation": (("annotation_tag", "annotation_id"),),
    "feed": (("feed_item", "feed_id"),),
    "image": (("article_image", "image_id"),),
    "tag": (("tag", "parent_id"), ("article_tag", "tag_id"), ("annotation_tag", "tag_id")),
}
PARENTS = {
    child: tuple(
        (column, parent) for parent, of in CHILDREN.items() for c, column in of if c == child
    )
    for child in {child for of in CHILDREN.values() for child, _ in of}
}


class Transaction:
    """One unit of work on the writing connection; `step` is the number of its undo step."""

    def __init__(self, db: Database, step: int) -> None:
        self._db = db
        self._step = step
        self._changed: dict[str, set[int]] = {}
        self._inserted: dict[str, set[int]] = {}
        self._runs: dict[str, list[int]] = {}
        self._index = SearchIndex(db)
        self._sealed: seals.Sealed = {}

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Return all rows of a SELECT as dictionaries."""
        self._flush_for(sql)
        return fetch(self._db, sql, parameters)

    def ids(self, sql: str, parameters: Parameters = ()) -> array[int]:
        """Return the first column of a SELECT as an array of 64-bit integers."""
        self._flush_for(sql)
        return fetch_ids(self._db, sql, parameters)

    def row(self, table: str, key: int) -> Row | None:
        """Return one row whole, or None."""
        found = self.rows(f'SELECT * FROM "{table}" WHERE {_key(table)} = ?', (key,))
        return found[0] if found else None

    def insert(self, table: str, /, **values: Any) -> int:
        """Insert a row and return its key."""
        self._index.prepare(table)
        cursor = execute(self._db, _insert_sql(table, tuple(values)), tuple(values.values()))
        key = values.get(_key(table)) or cursor.lastrowid
        assert key is not None
        self._index.add(table, key, values)
        self._record_inserts(table, range(key, key + 1))
        return key

    def insert_many(
        self,
        table: str,
        rows: Sequence[Row],
        *,
        folded: Sequence[tuple[int, str, str]] | None = None,
    ) -> range:
        """Insert rows of a table whose key is `id` and return their keys, which are in a row.

        *folded* is what goes to the search index, of those who folded it beforehand: the key
        there and both texts, by row.
        """
        columns = seals.defaults(self._db, table)
        names = tuple(columns)
        last = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?"
        first = self.ids(last, (table,))[0] + 1
        keys = range(first, first + len(rows))
        cells = [
            (key, *(row.get(name, columns[name]) for name in names))
            for key, row in zip(keys, rows, strict=True)
        ]
        self._index.prepare(table)
        into = ", ".join(f'"{name}"' for name in ("id", *names))
        insert_rows(self._db, f'"{table}" ({into})', cells)
        if folded is None:
            for key, row in zip(keys, rows, strict=True):
                self._index.add(table, key, row)
        else:
            self._index.add_folded(table, folded)
        self._sealed.setdefault(table, {}).update(seals.of_rows(table, ("id", *names), cells))
        self._record_inserts(table, keys)
        return keys

    def update(self, table: str, key: int, /, **values: Any) -> bool:
        """Change columns of a row; False when it is not there or nothing would change."""
        before = self.row(table, key)
        if before is None:
            return False
        fresh = {name: value for name, value in values.items() if before[name] != value}
        if not fresh:
            return False
        self._index.flush()  # triggers follow this one
        pairs = ", ".join(f'"{name}" = ?' for name in fresh)
        execute(
            self._db,
            f'UPDATE "{table}" SET {pairs} WHERE {_key(table)} = ?',
            (*fresh.values(), key),
        )
        self._record(table, key, "update", {name: before[name] for name in fresh})
        return True

    def delete(self, table: str, key: int) -> bool:
        """Delete a row and, first, the rows that hang on it; False when it is not there."""
        before = self.row(table, key)
        if before is None:
            return False
        for child, column in CHILDREN.get(table, ()):
            sql = f'SELECT {_key(child)} FROM "{child}" WHERE "{column}" = ?'
            for child_key in self.ids(sql, (key,)):
                self.delete(child, child_key)
        self._index.prepare(table)
        self._index.remove(table, key, before)
        execute(self._db, f'DELETE FROM "{table}" WHERE {_key(table)} = ?', (key,))
        self._record(table, key, "delete", before)
        return True

    def is_used(self, table: str, key: int) -> bool:
        """Tell whether other rows hang on a row."""
        return any(
            self.ids(f'SELECT 1 FROM "{child}" WHERE "{column}" = ? LIMIT 1', (key,))
            for child, column in CHILDREN.get(table, ())
        )

    def has_its_parents(self, table: str, values: Row) -> bool:
        """Tell whether all rows that a row with these *values* would hang on are there."""
        return all(
            values[column] is None or self.row(parent, values[column]) is not None
            for column, parent in PARENTS.get(table, ())
            if column in values
        )

    def changes(self, name: str) -> Changes:
        """Return the notice of what was changed so far."""
        return Changes(_frozen(self._changed), name, _frozen(self._inserted))

    def finish(self) -> None:
        """Write what is still held back; the commit comes next."""
        self._write_runs()
        self._index.finish()
        seals.seal(self._db, self._changed, self._sealed)

    def _flush_for(self, sql: str) -> None:
        if "_fts" in sql:
            self._index.flush()

    def _record_inserts(self, table: str, keys: range) -> None:
        """Record new rows as runs of keys: an import of a million articles has millions of rows."""
        if not keys:
            return
        self._changed.setdefault(table, set()).update(keys)
        self._inserted.setdefault(table, set()).update(keys)
        run = self._runs.get(table)
        if run and keys[0] == run[1] + 1:
            run[1] = keys[-1]
            return
        if run:
            self._write_runs()
        self._runs[table] = [keys[0], keys[-1]]

    def _record(self, table: str, key: int, action: str, before: Row) -> None:
        self._changed.setdefault(table, set()).add(key)
        self._sealed.get(table, {}).pop(key, None)
        self._write_runs()
        self._write_record(table, key, action, record_of(before))

    def _write_runs(self) -> None:
        """Write the runs, parents before children: undo goes the other way."""
        for table, (first, last) in sorted(self._runs.items(), key=lambda run: _depth(run[0])):
            self._write_record(table, first, "insert", str(last) if last > first else None)
        self._runs.clear()

    def _write_record(self, table: str, key: int, action: str, before: str | None) -> None:
        if self._step:
            execute(
                self._db,
                "INSERT INTO temp.undo_row (step, tbl, key, action, before) VALUES (?, ?, ?, ?, ?)",
                (self._step, table, key, action, before),
            )


def record_of(row: Row) -> str:
    """Return *row* as a record holds it, for `row_of`."""
    return json.dumps(row, ensure_ascii=False, default=_as_text)


def row_of(record: str) -> Row:
    """Return the row that `record_of` made *record* of."""
    row: Row = json.loads(record)
    for name, value in row.items():
        if isinstance(value, dict):
            row[name] = b64decode(cast("dict[str, str]", value)[_BYTES])
    return row


def _as_text(value: bytes) -> dict[str, str]:
    return {_BYTES: b64encode(value).decode()}


@lru_cache(64)
def _insert_sql(table: str, names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{table}" ({columns}) VALUES ({", ".join("?" * len(names))})'


def _key(table: str) -> str:
    return KEYS.get(table, "id")


def _depth(table: str) -> int:
    above = (parent for _, parent in PARENTS.get(table, ()) if parent != table)
    return max((1 + _depth(parent) for parent in above), default=0)


def _frozen(keys: dict[str, set[int]]) -> dict[str, frozenset[int]]:
    return {table: frozenset(of_table) for table, of_table in keys.items()}
