"""Annotations: highlights with their notes and tags, in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.errors import QT_TRANSLATE_NOOP, NotFound
from desktop.core.ids import new_uuid, now
from desktop.core.selector import Selector
from desktop.library.connection import Row, Source
from desktop.library.tags import TagLabel, labels_of
from desktop.library.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Annotation:
    """A highlight in version `version` of an article; `start` and `end` are code points.

    `confidence` below 1 means that it was carried there from another text and may be wrong.
    """

    id: int
    uuid: str
    article_id: int
    version: int
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    colour: str
    style: str
    note: str
    author: str
    created: str
    modified: str
    orphaned: bool
    confidence: float = 1.0
    tags: tuple[TagLabel, ...] = ()


def of_article(source: Source, article_id: int) -> list[Annotation]:
    """Return an article's annotations in reading order, orphans last."""
    found = source.rows(
        'SELECT * FROM annotation WHERE article_id = ? ORDER BY orphaned, "start", "end", id',
        (article_id,),
    )
    return _with_tags(source, found)


def get(source: Source, annotation_id: int) -> Annotation:
    """Return one annotation; NotFound when it is gone."""
    found = source.rows("SELECT * FROM annotation WHERE id = ?", (annotation_id,))
    if not found:
        raise NotFound(QT_TRANSLATE_NOOP("Errors", "This highlight is not there any more."))
    return _with_tags(source, found)[0]


def by_uuid(source: Source, uuid: str) -> Annotation | None:
    """Return the annotation with this uuid, or None."""
    found = source.rows("SELECT * FROM annotation WHERE uuid = ?", (uuid,))
    return _with_tags(source, found)[0] if found else None


def insert(
    tx: Transaction,
    article_id: int,
    selector: Selector,
    *,
    version: int,
    colour: str,
    style: str,
    note: str = "",
    author: str = "",
    orphaned: bool = False,
    created: str = "",
    modified: str = "",
    uuid: str = "",
    confidence: float = 1.0,
) -> int:
    """Store an annotation and return its id.

    *created*, *modified* and *uuid* are those that it has in the file it comes from.
    """
    time = now()
    return tx.insert(
        "annotation",
        uuid=uuid or new_uuid(),
        article_id=article_id,
        version=version,
        start=selector.start,
        end=selector.end,
        exact=selector.exact,
        prefix=selector.prefix,
        suffix=selector.suffix,
        colour=colour,
        style=style,
        note=note,
        author=author,
        created=created or time,
        modified=modified or time,
        orphaned=int(orphaned),
        confidence=confidence,
    )


def _with_tags(source: Source, found: list[Row]) -> list[Annotation]:
    labels = labels_of(source, "annotation", [row["id"] for row in found])
    return [_annotation(row, labels.get(row["id"], ())) for row in found]


def _annotation(row: Row, tags: tuple[TagLabel, ...]) -> Annotation:
    values: Row = {**row, "orphaned": bool(row["orphaned"])}
    return Annotation(**values, tags=tags)


def count(source: Source, article_ids: Sequence[int] | None = None) -> int:
    """Return the number of annotations, of all articles or of *article_ids*."""
    if article_ids is None:
        return source.ids(
            "SELECT coalesce(sum(s.highlights), 0) FROM article_stats s "
            "JOIN article a ON a.id = s.article_id WHERE a.trashed = 0"
        )[0]
    return sum(
        source.ids(
            "SELECT coalesce(sum(highlights), 0) FROM article_stats WHERE article_id IN "
            f"({','.join('?' * len(part))})",
            part,
        )[0]
        for part in (article_ids[at : at + 500] for at in range(0, len(article_ids), 500))
    )
