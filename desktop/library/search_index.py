"""Index by hand what a transaction of ours adds and deletes: five times as quick as by trigger.

The triggers fold in plain SQL, ten times slower than Python; and any statement with a trigger
makes FTS5 write its pending terms as a segment of their own (its xSavepoint), one an article.
So terms are held back and written together. The triggers stay for whoever writes the file with
another tool; ours are set aside by a mark in `meta` that is never committed. Both fold alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from desktop.core.folding import fold_letters
from desktop.library.connection import execute, insert_rows

if TYPE_CHECKING:
    from sqlite_utils import Database

BY_HAND = "index_by_hand"
_OWNERS = {"article_text": "article", "annotation": "annotation"}
TABLES = tuple(_OWNERS)
_HELD_CHARACTERS = 8_000_000
_TITLE = "SELECT title FROM article WHERE id = ? AND version = ?"
_COLUMNS = {"article_fts": "title, body", "annotation_fts": "quote, note"}


class SearchIndex:
    """The index within one transaction; `finish` before the commit."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._by_hand = False
        self._held: dict[str, list[tuple[str, tuple[Any, ...]]]] = {name: [] for name in _COLUMNS}
        self._characters = 0

    def prepare(self, table: str) -> None:
        """Set the triggers aside before rows of *table* are inserted or deleted."""
        if table in TABLES and not self._by_hand:
            execute(self._db, f"INSERT OR REPLACE INTO meta VALUES ('{BY_HAND}', '1')")
            self._by_hand = True

    def add(self, table: str, key: int, row: Mapping[str, Any]) -> None:
        """Index a row that was inserted."""
        self._hold("", table, key, row)

    def add_folded(self, table: str, rows: Sequence[tuple[int, str, str]]) -> None:
        """Index rows of *table* that were inserted, each by its key in the index, folded."""
        for key, *texts in rows:
            self._write(f"{_OWNERS[table]}_fts", "", key, *texts)

    def remove(self, table: str, key: int, row: Mapping[str, Any]) -> None:
        """Take a row that is about to be deleted out of the index."""
        self._hold("delete", table, key, row)

    def flush(self) -> None:
        """Write what is held back: before a trigger or a search needs the index."""
        for held in self._held.values():
            for into, of_same in groupby(held, itemgetter(0)):
                insert_rows(self._db, into, [values for _, values in of_same])
            held.clear()
        self._characters = 0

    def finish(self) -> None:
        """Write what is held back and let the triggers work again."""
        self.flush()
        if self._by_hand:
            execute(self._db, f"DELETE FROM meta WHERE key = '{BY_HAND}'")
            self._by_hand = False

    def _hold(self, command: str, table: str, key: int, row: Mapping[str, Any]) -> None:
        if table == "annotation":
            texts = row["exact"], row.get("note", "")
            self._write("annotation_fts", command, key, *map(fold_letters, texts))
        elif table == "article_text":
            article_id = row["article_id"]
            title = execute(self._db, _TITLE, (article_id, row["version"])).fetchone()
            if title:  # the text is its article's current one
                texts = title[0], row["text"]
                self._write("article_fts", command, article_id, *map(fold_letters, texts))

    def _write(self, index: str, command: str, key: int, *texts: str) -> None:
        columns = f"rowid, {_COLUMNS[index]}"
        values: tuple[Any, ...] = (key, *texts)
        if command:
            columns, values = f"{index}, {columns}", (command, *values)
        self._held[index].append((f"{index} ({columns})", values))
        self._characters += sum(map(len, texts))
        if self._characters >= _HELD_CHARACTERS:
            self.flush()
