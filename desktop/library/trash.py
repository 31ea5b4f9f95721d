"""The trash: articles that are put aside, and highlights that were deleted, until it is emptied.

A deleted highlight lies in a table of its own: nothing counts it, finds it or exports it.
"""

import json
from dataclasses import dataclass

from desktop.core.ids import now
from desktop.library import annotations, portable, tags
from desktop.library.connection import Row, Source
from desktop.library.transaction import Transaction

_THERE = "SELECT 1 FROM sqlite_master WHERE name = 'deleted_annotation'"
_OWN = ("id", "tags", "deleted")


@dataclass(frozen=True, slots=True)
class TrashedArticle:
    """An article in the trash, with the number of its highlights."""

    id: int
    title: str
    outlet: str
    highlights: int


@dataclass(frozen=True, slots=True)
class DeletedHighlight:
    """A deleted highlight; `title` is its article's, `deleted` a time (ISO-8601, UTC)."""

    id: int
    exact: str
    note: str
    colour: str
    title: str
    deleted: str


def trashed_articles(source: Source, limit: int) -> list[TrashedArticle]:
    """Return at most *limit* articles that are in the trash, the last one put there first."""
    found = source.rows(
        "SELECT a.id, a.title, a.outlet, s.highlights FROM article a "
        "JOIN article_stats s ON s.article_id = a.id WHERE a.trashed = 1 "
        "ORDER BY a.modified DESC, a.id DESC LIMIT ?",
        (limit,),
    )
    return [TrashedArticle(**row) for row in found]


def deleted_highlights(source: Source, limit: int) -> list[DeletedHighlight]:
    """Return at most *limit* deleted highlights, the last one deleted first."""
    if not source.rows(_THERE):  # a file that can only be read and is older than the table
        return []
    found = source.rows(
        "SELECT d.id, d.exact, d.note, d.colour, a.title, d.deleted FROM deleted_annotation d "
        "JOIN article a ON a.id = d.article_id ORDER BY d.deleted DESC, d.id DESC LIMIT ?",
        (limit,),
    )
    return [DeletedHighlight(**row) for row in found]


def everything(source: Source) -> tuple[list[int], list[int]]:
    """Return the ids of all trashed articles and all deleted highlights."""
    articles = source.ids("SELECT id FROM article WHERE trashed = 1")
    return list(articles), list(source.ids("SELECT id FROM deleted_annotation"))


def rows_by_uuid(source: Source) -> list[Row]:
    """Return the deleted highlights as they are stored, in the order of a dump."""
    if not source.rows(_THERE):
        return []
    return source.rows("SELECT * FROM deleted_annotation ORDER BY uuid")


def of_article(source: Source, article_id: int) -> list[Row]:
    """Return an article's deleted highlights as they are stored, each with its text's `sha256`."""
    if not source.rows(_THERE):
        return []
    return source.rows(
        "SELECT d.*, t.sha256 FROM deleted_annotation d JOIN article_text t "
        "ON t.article_id = d.article_id AND t.version = d.version WHERE d.article_id = ? "
        "ORDER BY d.uuid",
        (article_id,),
    )


def keep(tx: Transaction, annotation_id: int) -> None:
    """Put a copy of a highlight, with its tags, into the trash; the highlight stays to be deleted.

    Nothing happens when it is not there.
    """
    row = tx.row("annotation", annotation_id)
    if row is None:
        return
    labels = tags.labels_of(tx, "annotation", [annotation_id]).get(annotation_id, ())
    kept = [[tags.uuid_of(tx, label.id), label.path] for label in labels]
    forget(tx, row["uuid"])
    del row["id"]
    values = {**row, "tags": json.dumps(kept, ensure_ascii=False), "deleted": now()}
    tx.insert("deleted_annotation", **values)


def forget(tx: Transaction, uuid: str) -> None:
    """Take a highlight out of the trash that is back from elsewhere, or is about to be there."""
    for older in tx.ids("SELECT id FROM deleted_annotation WHERE uuid = ?", (uuid,)):
        tx.delete("deleted_annotation", older)


def put_back(tx: Transaction, deleted_id: int) -> int | None:
    """Take a highlight out of the trash; return its id, None when it is not there.

    One that is in the library by now (a backup or a bundle had it) stays as it is there. A tag is
    found by its uuid, whatever it is called now, else made anew.
    """
    row = tx.row("deleted_annotation", deleted_id)
    if row is None:
        return None
    tx.delete("deleted_annotation", deleted_id)
    if annotations.by_uuid(tx, row["uuid"]):
        return None
    values = {name: value for name, value in row.items() if name not in _OWN}
    annotation_id = tx.insert("annotation", **values)
    for uuid, path in json.loads(row["tags"]):
        tag_id = portable.tag_with_uuid(tx, uuid)
        tags.attach(tx, "annotation", annotation_id, tag_id or tags.ensure(tx, path))
    return annotation_id
