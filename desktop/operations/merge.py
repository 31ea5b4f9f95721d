"""Take in what another person has: the same article is known by its text, a highlight by its uuid.

A into B gives what B into A gives, twice is the same as once, and nothing that a person wrote is
lost (`core.merging`). What differs on both sides is told in the report.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from desktop.core.anchoring import anchor
from desktop.core.merging import join_notes, pick, second_id
from desktop.core.portable import PortableAnnotation, PortableArticle, PortableTag
from desktop.core.selector import Selector, select
from desktop.library import article_pictures, articles, portable, settled, tags, trash
from desktop.library.connection import Row
from desktop.library.transaction import Transaction
from desktop.operations.step import QT_TRANSLATE_NOOP, step
from desktop.operations.versions import carried_to_current

_Placed = tuple[int, PortableAnnotation]
_PLACE = ("start", "end", "exact", "prefix", "suffix", "confidence")
_PICKED = ("title", "author", "outlet", "agency", "url", "language", "published", "status")


@dataclass(slots=True)
class MergeReport:
    """How much was new, and the names of what two people had changed in different ways.

    `reopened` differences between coders were settled in another way here.
    """

    new_articles: int = 0
    new_annotations: int = 0
    changed_annotations: int = 0
    new_tags: int = 0
    conflicts: list[str] = field(default_factory=list[str])
    reopened: int = 0


@step(QT_TRANSLATE_NOOP("Steps", "Merge"))
def merge(
    tx: Transaction, *, incoming: Iterable[PortableArticle], all_tags: Sequence[PortableTag]
) -> MergeReport:
    """Take *incoming* articles, their annotations and *all_tags* into the library."""
    report = MergeReport()
    for tag in sorted(all_tags, key=lambda tag: tag.path.split("/")):
        _tag(tx, tag, report)
    for article in incoming:
        article_id = _article(tx, article, report)
        for path in article.tags:
            tags.attach(tx, "article", article_id, tags.ensure(tx, path))
        for mark in article.annotations:
            _annotation(tx, article_id, mark, report)
        for decision in article.settled:
            report.reopened += settled.take_in(tx, article_id, decision)
    return report


def _tag(tx: Transaction, tag: PortableTag, report: MergeReport) -> None:
    known = tags.find(tx, tag.path)
    tag_id = known or tags.ensure(tx, tag.path)
    report.new_tags += known is None
    row = tx.row("tag", tag_id)
    assert row is not None
    values = {
        "uuid": min(row["uuid"], tag.uuid) if known else tag.uuid,
        "colour": max(row["colour"], tag.colour),
        "description": join_notes(row["description"], tag.description),
    }
    other = portable.tag_with_uuid(tx, values["uuid"])
    if other is not None and other != tag_id:
        values["uuid"] = _settle_tags(tx, other, row, values["uuid"])
    tx.update("tag", tag_id, **values)


def _settle_tags(tx: Transaction, other: int, row: Row, taken: str) -> str:
    """Give one of two tags that were one before a renaming an id of its own; return *row*'s."""
    path = tags.path_of(tx, other)
    if path < row["path"]:
        return second_id(taken, row["path"])
    tx.update("tag", other, uuid=second_id(taken, path))
    return taken


def _article(tx: Transaction, article: PortableArticle, report: MergeReport) -> int:
    known = articles.find_same_text(tx, article.sha256)
    if known is None:
        report.new_articles += 1
        return portable.insert_article(tx, article, uuid=_free_uuid(tx, article))
    _update_article(tx, known, article, report)
    article_pictures.take(tx, known, article.sha256, article.blocks, article.images)
    if article.text_created:
        portable.keep_earlier(tx, known, article.sha256, article.text_created)
    return known


def _free_uuid(tx: Transaction, article: PortableArticle) -> str:
    """Return the id for a new text; of two texts with one id, the lesser hash keeps it."""
    other = portable.article_with_uuid(tx, article.uuid)
    if other is None:
        return article.uuid
    sha256 = portable.sha256_of(tx, other)
    if sha256 < article.sha256:
        return second_id(article.uuid, article.sha256)
    tx.update("article", other, uuid=second_id(article.uuid, sha256))
    return article.uuid


def _update_article(
    tx: Transaction, article_id: int, theirs: PortableArticle, report: MergeReport
) -> None:
    mine = tx.row("article", article_id)
    assert mine is not None
    picked = {
        name: pick(mine[name], mine["modified"], getattr(theirs, name), theirs.modified)
        for name in _PICKED
    }
    note = join_notes(mine["note"], theirs.note)
    if mine["note"] and theirs.note and note not in (mine["note"], theirs.note):
        report.conflicts.append(theirs.title)
    derived = articles.details(
        **{name: picked.pop(name) for name in ("title", "author", "outlet", "agency")}, note=note
    )
    uuid = min(mine["uuid"], theirs.uuid)
    if portable.article_with_uuid(tx, uuid) not in (None, article_id):
        uuid = mine["uuid"]
    tx.update(
        "article",
        article_id,
        **picked,
        **derived,
        uuid=uuid,
        starred=int(mine["starred"] or theirs.starred),
        added=min(mine["added"], theirs.added),
        modified=max(mine["modified"], theirs.modified),
    )


def _annotation(
    tx: Transaction, article_id: int, mark: PortableAnnotation, report: MergeReport
) -> None:
    known = portable.annotation_with_uuid(tx, mark.uuid)
    if known is None:
        trash.forget(tx, mark.uuid)
        version, placed = place(tx, article_id, mark)
        known = portable.insert_annotation(tx, article_id, version, placed)
        report.new_annotations += 1
    else:
        report.changed_annotations += _update_annotation(tx, known, mark, report)
    for path in mark.tags:
        tags.attach(tx, "annotation", known, tags.ensure(tx, path))


def _update_annotation(
    tx: Transaction, annotation_id: int, theirs: PortableAnnotation, report: MergeReport
) -> bool:
    mine = tx.row("annotation", annotation_id)
    assert mine is not None
    note = join_notes(mine["note"], theirs.note)
    if mine["note"] and theirs.note and note not in (mine["note"], theirs.note):
        report.conflicts.append(theirs.exact)
    picked = {
        name: pick(mine[name], mine["modified"], getattr(theirs, name), theirs.modified)
        for name in ("colour", "style", "author")
    }
    picked["modified"] = max(mine["modified"], theirs.modified)
    picked["created"] = min(mine["created"], theirs.created)  # two who settled alike made it
    changed = tx.update("annotation", annotation_id, **picked, note=note)
    return _move(tx, annotation_id, mine, theirs) or changed


def _move(tx: Transaction, annotation_id: int, mine: Row, theirs: PortableAnnotation) -> bool:
    """Take the later of two places in the same text."""
    version = portable.version_of(tx, mine["article_id"], theirs.version_sha256)
    my_key = (mine["modified"], mine["start"], mine["end"], mine["confidence"])
    their_key = (theirs.modified, theirs.start, theirs.end, theirs.confidence)
    if version is None or their_key <= my_key:
        return False
    version, theirs = _carried(tx, mine["article_id"], version, theirs)
    values = {name: getattr(theirs, name) for name in _PLACE}
    values |= {"version": version, "orphaned": int(theirs.orphaned)}
    return tx.update("annotation", annotation_id, **values)


def _carried(tx: Transaction, article_id: int, version: int, mark: PortableAnnotation) -> _Placed:
    """Return *mark* in the current version; where that has no place for it, in its own."""
    if mark.orphaned:
        return version, mark
    current, found = carried_to_current(tx, article_id, version, mark.start, mark.end)
    if version == current.version:
        return version, mark
    if found is None:
        return version, replace(mark, orphaned=True)
    there = select(current.text, found.start, found.end)
    return current.version, replace(
        mark,
        start=there.start,
        end=there.end,
        exact=there.exact,
        prefix=there.prefix,
        suffix=there.suffix,
        confidence=min(found.confidence, mark.confidence),
    )


def place(tx: Transaction, article_id: int, mark: PortableAnnotation) -> _Placed:
    """Return the version *mark* belongs to, and the mark; one without a place is an orphan."""
    version = portable.version_of(tx, article_id, mark.version_sha256)
    if version is not None:
        return _carried(tx, article_id, version, mark)
    current = articles.text(tx, article_id)
    found = anchor(
        current.text, Selector(mark.start, mark.end, mark.exact, mark.prefix, mark.suffix)
    )
    if found is None:
        return current.version, replace(mark, orphaned=True, start=0, end=0)
    return current.version, replace(
        mark,
        start=found.start,
        end=found.end,
        prefix=found.prefix,
        suffix=found.suffix,
        orphaned=False,
    )
