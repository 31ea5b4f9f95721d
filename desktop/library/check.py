"""Look whether a library is whole: pages, search index, references, texts and quotes."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.core.errors import Cancelled
from desktop.library import seals, session
from desktop.library.connection import connect, execute, fetch
from desktop.library.failures import explain
from desktop.library.stopping import Stopped, heeding, never

if TYPE_CHECKING:
    from sqlite_utils import Database

_Db: TypeAlias = "Database | sqlite3.Connection"
_Part: TypeAlias = "Callable[[Any], Iterator[str]]"
_CHECKED = "checked"
_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR")
_INDEXES = ("article_fts", "annotation_fts")
_DERIVED = ("the search index ", "the counts of article ", "the index ")
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
_COUNT_ANEW = """INSERT INTO article_stats (article_id, highlights, tags)
    SELECT a.id, (SELECT count(*) FROM annotation n WHERE n.article_id = a.id),
           (SELECT count(*) FROM article_tag x WHERE x.article_id = a.id) FROM article a"""


def check(db: Database) -> list[str]:
    """Return what is wrong with the library, in English, a line each; nothing when all is well.

    *db* must be the writing connection: FTS5 checks its index through an INSERT.
    """
    parts: tuple[_Part, ...] = (_pages, _references, _strays, _indexes, *_CONTENT)
    return _problems(db, *parts)


def whole(
    path: Path, tell: Callable[[int, int], None], is_stopped: Callable[[], bool]
) -> list[str]:
    """Return what is wrong with the library at *path* while others work with it, as one state.

    Everything but the search index is looked at. *tell(done, all)* counts articles. Raises
    Cancelled when stopped, LibraryUnusable when the file is out of reach (which is no damage).
    """
    with closing(connect(path, "ro")) as db:
        db.set_progress_handler(is_stopped, 100_000)
        execute(db, "BEGIN")
        texts: _Part = partial(_texts, tell=tell, is_stopped=is_stopped)
        try:
            return _problems(db, _pages, _references, _strays, texts, *_CONTENT[1:])
        except sqlite3.Error as error:
            if is_stopped():
                raise Cancelled from error
            raise explain(error, path) or error from error


def quick(path: Path, is_stopped: Stopped = never) -> list[str]:
    """Return what is wrong with the pages of the library at *path*; Cancelled when stopped."""
    with closing(connect(path, "ro")) as db, heeding(db, is_stopped):
        try:
            return _problems(db, _pages)
        except sqlite3.Error as error:
            raise explain(error, path) or error from error


def is_derived(problem: str) -> bool:
    """Tell whether *problem* is one of what `mend` makes anew from the user's rows."""
    return problem.startswith(_DERIVED)


def mend(db: Database, known: list[str]) -> list[str]:
    """Make anew what is derived and does not fit; return what that was. The rows must be whole.

    *known* was found before; only here, with the writing connection, the search index is looked at.
    """
    wrong = list(dict.fromkeys([*(one for one in known if is_derived(one)), *_indexes(db)]))
    for name in _INDEXES:
        if any(name in problem for problem in wrong):
            execute(db, f"INSERT INTO {name} ({name}) VALUES ('rebuild')")
    if any(problem.startswith("the counts") for problem in wrong):
        execute(db, "BEGIN IMMEDIATE")
        try:
            execute(db, "DELETE FROM article_stats")
            execute(db, _COUNT_ANEW)
            db.commit()
        except BaseException:
            db.rollback()
            raise
    if any(problem.startswith("the index") for problem in wrong):
        execute(db, "REINDEX")
    return wrong


def remember(db: Database) -> None:
    """Note that all of the library was looked at today."""
    session.keep(db, _CHECKED, f"{datetime.now(UTC):%Y-%m-%d}")


def last_time(path: Path) -> datetime | None:
    """Return when all of the library was last looked at."""
    with closing(connect(path, "ro")) as db:
        row = execute(db, "SELECT value FROM meta WHERE key = ?", (_CHECKED,)).fetchone()
    try:
        return datetime.strptime(row[0], "%Y-%m-%d").replace(tzinfo=UTC) if row else None
    except ValueError:
        return None


def content_problems(db: _Db) -> list[str]:
    """Return what is wrong with texts, quotes, images and rows; a reading connection will do."""
    return _problems(db, *_CONTENT)


def _problems(db: _Db, *parts: _Part) -> list[str]:
    """Return all that *parts* find; a page that cannot be read is a problem, a lost disk is not.

    Python has no code for bytes that are no text: they are damage too.
    """
    problems: list[str] = []
    for part in parts:
        try:
            for problem in part(db):
                problems.append(problem)
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorname", "")
            if code and not code.startswith(_DAMAGE):
                raise
            problems.append(f"the file is damaged: {error}")
    return list(dict.fromkeys(problems))


def _pages(db: _Db) -> Iterator[str]:
    for row in fetch(db, "PRAGMA integrity_check(20)"):
        answer = str(row["integrity_check"])
        if name := next((name for name in _INDEXES if name in answer), ""):
            yield f"the search index {name} does not match the texts"
        elif " index " in answer and "Tree" not in answer:
            yield f"the index does not match the rows: {answer}"
        elif answer != "ok":
            yield f"damaged page or index: {answer}"


def _references(db: _Db) -> Iterator[str]:
    for row in fetch(db, "PRAGMA foreign_key_check"):
        yield f"row {row['rowid']} of {row['table']} belongs to a missing {row['parent']}"


def _strays(db: _Db) -> Iterator[str]:
    for template, sql in _STRAYS.items():
        for row in fetch(db, sql):
            yield template.format(id=row["id"])


def _indexes(db: Database) -> Iterator[str]:
    for table in _INDEXES:
        try:
            execute(db, f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            yield f"the search index {table} does not match the texts"


def _texts(
    db: _Db,
    tell: Callable[[int, int], None] | None = None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> Iterator[str]:
    # As bytes, for a damaged text need not be one.
    columns = "article_id, version, CAST(text AS BLOB), sha256"
    total = execute(db, "SELECT count(*) FROM article_text").fetchone()[0]
    for done, row in enumerate(execute(db, f"SELECT {columns} FROM article_text"), 1):
        if is_stopped():
            raise Cancelled
        article_id, version, content, sha256 = row
        if hashlib.sha256(content).hexdigest() != sha256:
            yield f"the text of article {article_id}, version {version}, is not what was stored"
        yield from _quotes(db, article_id, version, content.decode(errors="replace"))
        if tell and (done == total or done % 100 == 0):
            tell(done, total)


def _quotes(db: _Db, article_id: int, version: int, text: str) -> Iterator[str]:
    # Not in SQL: its substr() ends at a NUL, which a text may contain.
    for row in fetch(
        db,
        'SELECT id, "start", "end", exact FROM annotation '
        "WHERE article_id = ? AND version = ? AND orphaned = 0",
        (article_id, version),
    ):
        if text[row["start"] : row["end"]] != row["exact"]:
            yield f"highlight {row['id']} of article {article_id} is not where its quote is"


def _images(db: _Db) -> Iterator[str]:
    if not seals.columns(db, "image"):  # a backup of an older schema
        return
    for number, data, sha256 in execute(db, "SELECT id, data, sha256 FROM image"):
        if hashlib.sha256(data).hexdigest() != sha256:
            yield f"image {number} is not what was stored"


_CONTENT: tuple[_Part, ...] = (_texts, _images, seals.broken)
