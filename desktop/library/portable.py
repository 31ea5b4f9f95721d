"""Articles and tags as values that travel, streamed so that any number fits into memory."""

import json
from collections.abc import Iterator, Sequence
from itertools import islice

from desktop.core.article import Block
from desktop.core.portable import PortableAnnotation, PortableArticle, PortableTag
from desktop.library.connection import Row, Source
from desktop.library.tags import labels_of

_CHUNK = 50
_ARTICLES = """SELECT a.id, a.uuid, a.title, a.author, a.outlet, a.agency, a.url, a.language,
    a.published, a.added, a.modified, a.status, a.starred, a.note, a.source_format,
    t.sha256, t.text, t.blocks
    FROM article a JOIN article_text t ON t.article_id = a.id AND t.version = a.version
    WHERE a.id IN ({marks})"""
_ANNOTATIONS = """SELECT n.id, n.article_id, n.uuid, t.sha256 AS version_sha256, n."start", n."end",
    n.exact, n.prefix, n.suffix, n.colour, n.style, n.note, n.author, n.created, n.modified,
    n.orphaned
    FROM annotation n JOIN article_text t
      ON t.article_id = n.article_id AND t.version = n.version
    WHERE n.article_id IN ({marks})
    ORDER BY n.article_id, n.orphaned, n."start", n."end", n.id"""


def portable_articles(source: Source, article_ids: Sequence[int]) -> Iterator[PortableArticle]:
    """Yield *article_ids* in that order, each with its text, tags and annotations."""
    ids = iter(article_ids)
    while part := list(islice(ids, _CHUNK)):
        marks = ",".join("?" * len(part))
        annotations = _annotations(source, part, marks)
        labels = labels_of(source, "article", part)
        found = {row["id"]: row for row in source.rows(_ARTICLES.format(marks=marks), part)}
        for article_id in part:
            if row := found.get(article_id):
                tags = tuple(label.path for label in labels.get(article_id, ()))
                yield _article(row, tags, tuple(annotations.get(article_id, ())))


def portable_tags(source: Source) -> list[PortableTag]:
    """Return all tags, those above before those below."""
    found = source.rows("SELECT uuid, path, colour, description FROM tag ORDER BY path_key, path")
    return [PortableTag(**row) for row in found]


def _annotations(
    source: Source, part: list[int], marks: str
) -> dict[int, list[PortableAnnotation]]:
    found = source.rows(_ANNOTATIONS.format(marks=marks), part)
    labels = labels_of(source, "annotation", [row["id"] for row in found])
    by_article: dict[int, list[PortableAnnotation]] = {}
    for row in found:
        tags = tuple(label.path for label in labels.get(row.pop("id"), ()))
        mine = by_article.setdefault(row.pop("article_id"), [])
        orphaned = bool(row.pop("orphaned"))
        mine.append(PortableAnnotation(**row, orphaned=orphaned, tags=tags))
    return by_article


def _article(
    row: Row, tags: tuple[str, ...], annotations: tuple[PortableAnnotation, ...]
) -> PortableArticle:
    blocks = tuple(Block(*block) for block in json.loads(row.pop("blocks")))
    starred = bool(row.pop("starred"))
    del row["id"]
    return PortableArticle(
        **row, blocks=blocks, starred=starred, tags=tags, annotations=annotations
    )
