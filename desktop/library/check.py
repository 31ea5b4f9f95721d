"""Look whether a library is whole: SQLite's pages, the search index, references, texts and quotes."""

import sqlite3
from collections.abc import Iterator

from sqlite_utils import Database

from desktop.library.articles import text_hash
from desktop.library.connection import fetch

_MISMATCHES = """SELECT n.id, n.article_id FROM annotation n JOIN article_text t
    ON t.article_id = n.article_id AND t.version = n.version
    WHERE n.orphaned = 0 AND substr(t.text, n."start" + 1, n."end" - n."start") <> n.exact"""


def check(db: Database) -> list[str]:
    """Return what is wrong with the library, in English, a line each; nothing when all is well.

    *db* must be the writing connection: FTS5 checks its index through an INSERT.
    """
    try:
        return [*_pages(db), *_references(db), *_indexes(db), *_texts(db), *_quotes(db)]
    except sqlite3.DatabaseError as error:
        return [f"the file is damaged: {error}"]


def _pages(db: Database) -> Iterator[str]:
    for row in fetch(db, "PRAGMA integrity_check(20)"):
        if row["integrity_check"] != "ok":
            yield f"damaged page or index: {row['integrity_check']}"


def _references(db: Database) -> Iterator[str]:
    for row in fetch(db, "PRAGMA foreign_key_check"):
        yield f"row {row['rowid']} of {row['table']} belongs to a missing {row['parent']}"


def _indexes(db: Database) -> Iterator[str]:
    for table in ("article_fts", "annotation_fts"):
        try:
            db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            yield f"the search index {table} does not match the texts"


def _texts(db: Database) -> Iterator[str]:
    for row in db.execute("SELECT article_id, version, text, sha256 FROM article_text"):
        article_id, version, text, sha256 = row
        if text_hash(text) != sha256:
            yield f"the text of article {article_id}, version {version}, is not what was stored"


def _quotes(db: Database) -> Iterator[str]:
    for row in fetch(db, _MISMATCHES):
        yield f"highlight {row['id']} of article {row['article_id']} is not where its quote is"
