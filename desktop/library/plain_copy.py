"""A plain SQLite file of articles and highlights, for Datasette and people who write SQL.

No derived tables, no triggers, no search index: six tables with the names of the library, and
views that join them for reading (`annotations_flat`, `articles_flat`, `tags_flat`).
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from desktop.core.portable import PortableAnnotation, PortableArticle, PortableTag
from desktop.library.connection import execute

_ARTICLE = ("uuid", "title", "author", "outlet", "agency", "url", "language", "published", "added",
            "modified", "status", "starred", "note", "source_format", "sha256", "text")  # fmt: skip
_ANNOTATION = ("uuid", "version_sha256", "start", "end", "exact", "prefix", "suffix", "colour",
               "style", "note", "author", "created", "modified", "orphaned",
               "confidence")  # fmt: skip
_TAG = ("uuid", "path", "colour", "description")
_NUMBERS = {"starred": "INTEGER", "start": "INTEGER", "end": "INTEGER", "orphaned": "INTEGER",
            "confidence": "REAL"}  # fmt: skip
_FLAT = """CREATE VIEW annotations_flat AS
    SELECT n.uuid, a.title, a.author AS article_author, a.outlet, a.agency, a.url, a.published,
        a.language, n.exact AS quote, n.note,
        (SELECT group_concat(path, '; ') FROM (SELECT t.path FROM annotation_tag x
            JOIN tag t ON t.id = x.tag_id WHERE x.annotation_id = n.id ORDER BY t.path)) AS tags,
        n.colour, n.style, n.author AS coder, n.created, n.modified, n."start", n."end",
        n.prefix, n.suffix, n.orphaned, a.uuid AS article_uuid
    FROM annotation n JOIN article a ON a.id = n.article_id ORDER BY a.id, n."start", n."end" """
_VIEWS = (
    _FLAT,
    """CREATE VIEW articles_flat AS
    SELECT a.uuid, a.title, a.author, a.outlet, a.agency, a.url, a.published, a.language, a.status,
        a.starred, a.note,
        (SELECT group_concat(path, '; ') FROM (SELECT t.path FROM article_tag x
            JOIN tag t ON t.id = x.tag_id WHERE x.article_id = a.id ORDER BY t.path)) AS tags,
        (SELECT count(*) FROM annotation n WHERE n.article_id = a.id) AS highlights, a.added
    FROM article a ORDER BY a.id""",
    """CREATE VIEW tags_flat AS
    SELECT t.path, t.colour, t.description,
        (SELECT count(*) FROM annotation_tag x WHERE x.tag_id = t.id) AS highlights,
        (SELECT count(*) FROM article_tag x WHERE x.tag_id = t.id) AS articles
    FROM tag t ORDER BY t.path""",
)
_INDEXES = (
    "CREATE INDEX annotation_article ON annotation (article_id)",
    "CREATE INDEX annotation_tag_tag ON annotation_tag (tag_id)",
    "CREATE INDEX article_tag_tag ON article_tag (tag_id)",
)


def write(path: Path, articles: Iterable[PortableArticle], tags: Sequence[PortableTag]) -> int:
    """Make the new file at *path*; return how many annotations. sqlite3.Error when it cannot be."""
    db = sqlite3.connect(path, isolation_level=None)
    try:
        execute(db, "PRAGMA journal_mode = OFF")
        execute(db, "PRAGMA synchronous = OFF")
        execute(db, "BEGIN")
        for statement in _tables():
            execute(db, statement)
        known = {tag.path: _insert(db, "tag", _TAG, tag) for tag in tags}
        count = sum(_article(db, article, known) for article in articles)
        for statement in (*_INDEXES, *_VIEWS):
            execute(db, statement)
        execute(db, "COMMIT")
    finally:
        db.close()
    return count


def _tables() -> list[str]:
    tables = {"article": _ARTICLE, "annotation": _ANNOTATION, "tag": _TAG}
    more = {"article": ", blocks TEXT", "annotation": ", article_id INTEGER REFERENCES article"}
    made = [
        f"CREATE TABLE {name} (id INTEGER PRIMARY KEY, "
        + ", ".join(f'"{one}" {_NUMBERS.get(one, "TEXT")}' for one in columns)
        + more.get(name, "")
        + ")"
        for name, columns in tables.items()
    ]
    for owner in ("article", "annotation"):
        made.append(
            f"CREATE TABLE {owner}_tag ({owner}_id INTEGER REFERENCES {owner}, "
            f"tag_id INTEGER REFERENCES tag, PRIMARY KEY ({owner}_id, tag_id)) WITHOUT ROWID"
        )
    made.append(
        "CREATE TABLE image (sha256 TEXT PRIMARY KEY, media_type TEXT, width INTEGER, "
        "height INTEGER, data BLOB)"
    )
    return made


def _article(db: sqlite3.Connection, article: PortableArticle, tags: dict[str, int]) -> int:
    blocks = [[b.kind, b.start, b.end, dict(b.attrs)] for b in article.blocks]
    key = _insert(db, "article", _ARTICLE, article, blocks=json.dumps(blocks, ensure_ascii=False))
    _hang(db, "article", key, [tags[path] for path in article.tags])
    for image in article.images:
        values = (image.sha256, image.media_type, image.width, image.height, image.data)
        execute(db, "INSERT INTO image VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", values)
    for mark in article.annotations:
        made = _insert(db, "annotation", _ANNOTATION, mark, article_id=key)
        _hang(db, "annotation", made, [tags[path] for path in mark.tags])
    return len(article.annotations)


def _hang(db: sqlite3.Connection, owner: str, key: int, tags: Iterable[int]) -> None:
    for tag in tags:
        execute(db, f"INSERT INTO {owner}_tag VALUES (?, ?)", (key, tag))


def _insert(
    db: sqlite3.Connection,
    table: str,
    columns: tuple[str, ...],
    value: PortableArticle | PortableAnnotation | PortableTag,
    **more: object,
) -> int:
    names = (*columns, *more)
    quoted = ", ".join(f'"{name}"' for name in names)
    values = (*(getattr(value, name) for name in columns), *more.values())
    marks = ", ".join("?" * len(names))
    cursor = execute(db, f"INSERT INTO {table} ({quoted}) VALUES ({marks})", values)
    assert cursor.lastrowid is not None
    return cursor.lastrowid
