"""Annotations: highlights with their notes and tags, in reading order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from desktop.core.changes import Changes
from desktop.core.errors import QT_TRANSLATE_NOOP, NotFound
from desktop.core.ids import new_uuid, now
from desktop.core.people import People
from desktop.core.selector import Selector
from desktop.library.connection import Row, Source
from desktop.library.tags import CHUNK, TagLabel, labels_of
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


def reading_order(one: Annotation) -> tuple[bool, int, int, int]:
    """Return what the annotations of an article are sorted by."""
    return one.orphaned, one.start, one.end, one.id


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


def present(source: Source, ids: Sequence[int]) -> list[Annotation]:
    """Return those of *ids* that are there, in no order."""
    found: list[Row] = []
    for at in range(0, len(ids), CHUNK):
        part = tuple(ids[at : at + CHUNK])
        marks = ",".join("?" * len(part))
        found += source.rows(f"SELECT * FROM annotation WHERE id IN ({marks})", part)
    return _with_tags(source, found)


def touched(source: Source, changes: Changes) -> list[int] | None:
    """Return the annotations that *changes* altered, also by a tag; None: too many to tell."""
    tags = changes.rows.get("tag", frozenset()) - changes.inserted.get("tag", frozenset())
    links = tuple(changes.rows.get("annotation_tag", ()))
    own = changes.rows.get("annotation", frozenset())
    if tags or len(links) > CHUNK or len(own) > CHUNK:
        return None
    marks = ",".join("?" * len(links))
    owners = source.ids(f"SELECT annotation_id FROM annotation_tag WHERE id IN ({marks})", links)
    if len(owners) < len(links):  # a tag was taken off, and its row does not tell any more of what
        return None
    return sorted({*own, *owners})


def by_uuid(source: Source, uuid: str) -> Annotation | None:
    """Return the annotation with this uuid, or None."""
    found = source.rows("SELECT * FROM annotation WHERE uuid = ?", (uuid,))
    return _with_tags(source, found)[0] if found else None


def authors(source: Source) -> list[str]:
    """Return who highlighted anything, in order; goes from name to name along an index."""
    rows = source.rows(
        """WITH RECURSIVE one (author) AS (SELECT min(author) FROM annotation UNION ALL
        SELECT (SELECT min(author) FROM annotation WHERE author > one.author) FROM one
        WHERE one.author IS NOT NULL) SELECT author FROM one WHERE author IS NOT NULL"""
    )
    return [row["author"] for row in rows]


def counts_by(source: Source, article_ids: Sequence[int], people: People) -> dict[int, int]:
    """Return how many highlights of *people* are on each of a few articles that have any."""
    condition, names = written_by(people)
    marks = ",".join("?" * len(article_ids))
    rows = source.rows(
        "SELECT n.article_id, count(*) AS number FROM annotation n "
        f"WHERE n.article_id IN ({marks}) AND {condition} GROUP BY n.article_id",
        (*article_ids, *names),
    )
    return {row["article_id"]: row["number"] for row in rows}


def written_by(people: People) -> tuple[str, tuple[str, ...]]:
    """Return the condition that annotation `n` is by one of *people*, and its parameters."""
    if people.names is None:
        return "1", ()
    return f"n.author IN ({','.join('?' * len(people.names))})", people.names


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
        **place_values(selector),
        colour=colour,
        style=style,
        note=note,
        author=author,
        created=created or time,
        modified=modified or time,
        orphaned=int(orphaned),
        confidence=confidence,
    )


def place_values(selector: Selector) -> Row:
    """Return the columns that say where an annotation stands."""
    return {
        "start": selector.start,
        "end": selector.end,
        "exact": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
    }


def _with_tags(source: Source, found: list[Row]) -> list[Annotation]:
    labels = labels_of(source, "annotation", [row["id"] for row in found])
    return [_annotation(row, labels.get(row["id"], ())) for row in found]


def _annotation(row: Row, tags: tuple[TagLabel, ...]) -> Annotation:
    values: Row = {**row, "orphaned": bool(row["orphaned"])}
    return Annotation(**values, tags=tags)


def without_place(source: Source, ids: Sequence[int]) -> list[Row]:
    """Return those of *ids* that have no place: the words (`exact`) and the article's `title`."""
    found: list[Row] = []
    for at in range(0, len(ids), 500):
        part = tuple(ids[at : at + 500])
        found += source.rows(
            "SELECT n.exact, a.title FROM annotation n JOIN article a ON a.id = n.article_id "
            f"WHERE n.orphaned = 1 AND n.id IN ({','.join('?' * len(part))}) ORDER BY n.id",
            part,
        )
    return found


def articles_of(source: Source, annotation_ids: Iterable[int]) -> list[int]:
    """Return the articles of *annotation_ids*, each once, in the order in which they come."""
    found: dict[int, None] = {}
    ids = iter(annotation_ids)
    while part := list(islice(ids, CHUNK)):
        marks = ",".join("?" * len(part))
        rows = source.rows(f"SELECT id, article_id FROM annotation WHERE id IN ({marks})", part)
        owners = {row["id"]: row["article_id"] for row in rows}
        found.update(dict.fromkeys(owners[one] for one in part if one in owners))
    return list(found)


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
