"""Look whether a library is whole: pages, search index, references, texts and quotes."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.library import seals
from desktop.library.connection import execute, fetch

if TYPE_CHECKING:
    from sqlite_utils import Database

_STRAYS = {
    "the current text of article {id} is missing": """SELECT a.id FROM article a
        LEFT JOIN article_text t ON t.article_id = a.id AND t.version = a.version
        WHERE t.id IS NULL""",
    "the text that highlight {id} belongs to is missing": """SELECT n.id FROM annotation n
        LEFT JOIN article_text t ON t.article_id = n.article_id AND t.version = n.version
        WHERE t.id IS NULL""",
    "tag {id} has a path that does not follow from the tag above it": """SELECT t.id FROM tag t
        LEFT JOIN tag p ON p.id = t.parent_id
        WHERE t.path <> coalesce(p.path || '/', '') || t.name""",
    "the counts of article {id} are wrong": """SELECT a.id FROM article a
        LEFT JOIN article_stats s ON s.article_id = a.id
        WHERE s.highlights IS NOT (SELECT count(*) FROM annotation n WHERE n.article_id = a.id)
           OR s.tags IS NOT (SELECT count(*) FROM article_tag x WHERE x.article_id = a.id)""",
}


def check(db: Database) -> list[str]:
    """Return what is wrong with the library, in English, a line each; nothing when all is well.

    *db* must be the writing connection: FTS5 checks its index through an INSERT.
    """
    problems: list[str] = []
    for part in (_pages, _references, _strays, _indexes, _texts, seals.broken):
        try:
            for problem in part(db):
                problems.append(problem)
        except sqlite3.DatabaseError as error:
            problems.append(f"the file is damaged: {error}")
    return list(dict.fromkeys(problems))


def content_problems(db: Database | sqlite3.Connection) -> list[str]:
    """Return what is wrong with texts, quotes and rows; a connection that only reads will do."""
    try:
        return [*_texts(db), *seals.broken(db)]
    except sqlite3.DatabaseError as error:
        return [f"the file is damaged: {error}"]


def _pages(db: Database) -> Iterator[str]:
    for row in fetch(db, "PRAGMA integrity_check(20)"):
        if row["integrity_check"] != "ok":
            yield f"damaged page or index: {row['integrity_check']}"


def _references(db: Database) -> Iterator[str]:
    for row in fetch(db, "PRAGMA foreign_key_check"):
        yield f"row {row['rowid']} of {row['table']} belongs to a missing {row['parent']}"


def _strays(db: Database) -> Iterator[str]:
    for template, sql in _STRAYS.items():
        for row in fetch(db, sql):
            yield template.format(id=row["id"])


def _indexes(db: Database) -> Iterator[str]:
    for table in ("article_fts", "annotation_fts"):
        try:
            execute(db, f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            yield f"the search index {table} does not match the texts"


def _texts(db: Database | sqlite3.Connection) -> Iterator[str]:
    # As bytes, for a damaged text need not be one.
    columns = "article_id, version, CAST(text AS BLOB), sha256"
    for row in execute(db, f"SELECT {columns} FROM article_text"):
        article_id, version, content, sha256 = row
        if hashlib.sha256(content).hexdigest() != sha256:
            yield f"the text of article {article_id}, version {version}, is not what was stored"
        yield from _quotes(db, article_id, version, content.decode(errors="replace"))


def _quotes(
    db: Database | sqlite3.Connection, article_id: int, version: int, text: str
) -> Iterator[str]:
    # Not in SQL: its substr() ends at a NUL, which a text may contain.
    for row in fetch(
        db,
        'SELECT id, "start", "end", exact FROM annotation '
        "WHERE article_id = ? AND version = ? AND orphaned = 0",
        (article_id, version),
    ):
        if text[row["start"] : row["end"]] != row["exact"]:
            yield f"highlight {row['id']} of article {article_id} is not where its quote is"
