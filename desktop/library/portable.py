"""Articles and tags as values that travel, streamed so that any number fits into memory."""

import json
from array import array
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from desktop.core.article import Block
from desktop.core.portable import Decision, PortableAnnotation, PortableArticle, PortableTag
from desktop.library import images, settled
from desktop.library.articles import insert_row
from desktop.library.connection import Row, Source
from desktop.library.tags import labels_of
from desktop.library.transaction import Transaction

_CHUNK = 50
_STORED = ("uuid", "start", "end", "exact", "prefix", "suffix", "colour", "style", "note",
           "author", "created", "modified", "confidence")  # fmt: skip
_ARTICLES = """SELECT a.id, a.uuid, a.title, a.author, a.outlet, a.agency, a.url, a.language,
    a.published, a.added, a.modified, a.status, a.starred, a.note, a.source_format,
    t.sha256, t.text, t.blocks, t.created AS text_created
    FROM article a JOIN article_text t ON t.article_id = a.id AND t.version = a.version
    WHERE a.id IN ({marks})"""
_ANNOTATIONS = """SELECT n.id, n.article_id, n.uuid, t.sha256 AS version_sha256, n."start", n."end",
    n.exact, n.prefix, n.suffix, n.colour, n.style, n.note, n.author, n.created, n.modified,
    n.orphaned, n.confidence, n.version
    FROM annotation n JOIN article_text t
      ON t.article_id = n.article_id AND t.version = n.version
    WHERE n.article_id IN ({marks})
    ORDER BY n.article_id, n.orphaned, n."start", n."end", n.id"""


def portable_articles(
    source: Source,
    article_ids: Sequence[int],
    *,
    only: Container[int] | None = None,
    pictures: bool = False,
) -> Iterator[PortableArticle]:
    """Yield *article_ids* in that order, each with its text, tags and annotations.

    With *only*, no annotations but those with these ids. With *pictures* also with its images,
    which are read one article at a time.
    """
    found = numbered_articles(source, article_ids, only=only, pictures=pictures)
    return (article for _, article in found)


def numbered_articles(
    source: Source,
    article_ids: Sequence[int],
    *,
    only: Container[int] | None = None,
    pictures: bool = False,
) -> Iterator[tuple[int, PortableArticle]]:
    """Yield what `portable_articles` does, each with its id."""
    ids = iter(article_ids)
    while part := list(islice(ids, _CHUNK)):
        marks = ",".join("?" * len(part))
        annotations = _annotations(source, part, marks, only)
        labels = labels_of(source, "article", part)
        decided = settled.decisions(source, part)
        found = {row["id"]: row for row in source.rows(_ARTICLES.format(marks=marks), part)}
        for article_id in part:
            if row := found.get(article_id):
                tags = tuple(label.path for label in labels.get(article_id, ()))
                marked = tuple(annotations.get(article_id, ()))
                one = _article(row, tags, marked, decided.get(article_id, ()))
                shown = images.of_article(source, article_id, one.blocks) if pictures else ()
                yield article_id, replace(one, images=shown) if shown else one


def portable_tags(source: Source) -> list[PortableTag]:
    """Return all tags, those above before those below."""
    found = source.rows("SELECT uuid, path, colour, description FROM tag ORDER BY path_key, path")
    return [PortableTag(**row) for row in found]


def mark_of(row: Row) -> PortableAnnotation:
    """Return an annotation's row as what travels, without tags and the hash of its text."""
    values = {name: row[name] for name in (*_STORED, "version")}
    return PortableAnnotation(**values, version_sha256="", orphaned=bool(row["orphaned"]))


def _annotations(
    source: Source, part: list[int], marks: str, only: Container[int] | None
) -> dict[int, list[PortableAnnotation]]:
    found = source.rows(_ANNOTATIONS.format(marks=marks), part)
    if only is not None:
        found = [row for row in found if row["id"] in only]
    labels = labels_of(source, "annotation", [row["id"] for row in found])
    by_article: dict[int, list[PortableAnnotation]] = {}
    for row in found:
        tags = tuple(label.path for label in labels.get(row.pop("id"), ()))
        mine = by_article.setdefault(row.pop("article_id"), [])
        orphaned = bool(row.pop("orphaned"))
        mine.append(PortableAnnotation(**row, orphaned=orphaned, tags=tags))
    return by_article


def _article(
    row: Row,
    tags: tuple[str, ...],
    annotations: tuple[PortableAnnotation, ...],
    decided: tuple[Decision, ...],
) -> PortableArticle:
    blocks = tuple(Block(*block) for block in json.loads(row.pop("blocks")))
    starred = bool(row.pop("starred"))
    del row["id"]
    return PortableArticle(
        **row, blocks=blocks, starred=starred, tags=tags, annotations=annotations, settled=decided
    )


def article_with_uuid(source: Source, uuid: str) -> int | None:
    """Return the id of the article with this uuid, or None."""
    return _first(source.ids("SELECT id FROM article WHERE uuid = ?", (uuid,)))


def annotation_with_uuid(source: Source, uuid: str) -> int | None:
    """Return the id of the annotation with this uuid, or None."""
    return _first(source.ids("SELECT id FROM annotation WHERE uuid = ?", (uuid,)))


def tag_with_uuid(source: Source, uuid: str) -> int | None:
    """Return the id of the tag with this uuid, or None."""
    return _first(source.ids("SELECT id FROM tag WHERE uuid = ?", (uuid,)))


def version_of(source: Source, article_id: int, sha256: str, number: int = 0) -> int | None:
    """Return the version of an article that has this text: that *number*, else the newest."""
    sql = """SELECT version FROM article_text WHERE article_id = ? AND sha256 = ?
        ORDER BY version = ? DESC, version DESC LIMIT 1"""
    return _first(source.ids(sql, (article_id, sha256, number)))


def articles_with_text(source: Source, sha256: str) -> "array[int]":
    """Return the ids of the articles that have a version with this text."""
    sql = "SELECT DISTINCT article_id FROM article_text WHERE sha256 = ? ORDER BY article_id"
    return source.ids(sql, (sha256,))


def sha256_of(source: Source, article_id: int) -> str:
    """Return the hash of an article's current text."""
    sql = """SELECT t.sha256 FROM article_text t
        JOIN article a ON a.id = t.article_id AND a.version = t.version WHERE a.id = ?"""
    return source.rows(sql, (article_id,))[0]["sha256"]


def insert_article(
    tx: Transaction, article: PortableArticle, *, uuid: str, version: int = 1
) -> int:
    """Store *article* without its tags and annotations; return its id."""
    return insert_row(
        tx,
        article,
        uuid=uuid,
        added=article.added,
        modified=article.modified,
        sha256=article.sha256,
        created=article.text_created or article.added,
        version=version,
    )


def insert_annotation(
    tx: Transaction, article_id: int, version: int, mark: PortableAnnotation
) -> int:
    """Store *mark* without its tags, as it is; return its id."""
    values = {name: getattr(mark, name) for name in _STORED}
    return tx.insert(
        "annotation", article_id=article_id, version=version, **values, orphaned=int(mark.orphaned)
    )


def _first(ids: "array[int]") -> int | None:
    return ids[0] if ids else None
