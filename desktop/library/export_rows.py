"""Annotations as the rows that exporters write, streamed in reading order."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Literal

from desktop.core.annotation_columns import TAG_SEPARATOR
from desktop.library.connection import Row, Source

_CHUNK = 100
_ROWS = """SELECT n.id, n.article_id, n.uuid AS annotation_uuid, a.uuid AS article_uuid,
    a.title, a.author, a.outlet,
    a.agency, a.url, a.published, a.language, t.sha256 AS version_sha256,
    n."start", n."end", n.exact AS quote, n.prefix, n.suffix, n.colour, n.style, n.note,
    n.created, n.modified, n.orphaned
    FROM annotation n JOIN article a ON a.id = n.article_id
    JOIN article_text t ON t.article_id = n.article_id AND t.version = n.version
    WHERE n.{key} IN ({marks})
    ORDER BY n.article_id, n.orphaned, n."start", n."end", n.id"""
_TAGS = """SELECT x.annotation_id, t.path FROM annotation n
    JOIN annotation_tag x ON x.annotation_id = n.id JOIN tag t ON t.id = x.tag_id
    WHERE n.{key} IN ({marks}) ORDER BY x.annotation_id, t.path_key"""


def annotation_rows(source: Source, article_ids: Sequence[int]) -> Iterator[Row]:
    """Yield the rows of the annotations of *article_ids*, in that order.

    Their keys are `core.annotation_columns.COLUMNS`.
    """
    ids = iter(article_ids)
    while part := list(islice(ids, _CHUNK)):
        by_article: dict[int, list[Row]] = {}
        for row in _with_tags(source, "article_id", part):
            del row["id"]
            by_article.setdefault(row.pop("article_id"), []).append(row)
        for article_id in part:
            yield from by_article.pop(article_id, ())


def rows_of_annotations(source: Source, annotation_ids: Iterable[int]) -> Iterator[Row]:
    """Yield the rows of just these annotations, in that order; those that are gone are left out."""
    ids = iter(annotation_ids)
    while part := list(islice(ids, _CHUNK)):
        found = {row.pop("id"): row for row in _with_tags(source, "id", part)}
        for row in (found[key] for key in part if key in found):
            del row["article_id"]
            yield row


def _with_tags(source: Source, key: Literal["article_id", "id"], ids: list[int]) -> list[Row]:
    marks = ",".join("?" * len(ids))
    tags: dict[int, str] = {}
    for row in source.rows(_TAGS.format(key=key, marks=marks), ids):
        owner, path = row.values()
        tags[owner] = f"{tags[owner]}{TAG_SEPARATOR}{path}" if owner in tags else path
    found = source.rows(_ROWS.format(key=key, marks=marks), ids)
    for row in found:
        row["tags"] = tags.get(row["id"], "")
    return found
