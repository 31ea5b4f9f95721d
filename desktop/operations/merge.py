"""Take in what another person has: the same article is known by its text, a highlight by its uuid.

A into B gives what B into A gives, twice is the same as once, and nothing that a person wrote is
lost (`core.merging`). What differs on both sides is told in the report.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from desktop.core.anchoring import anchor
from desktop.core.merging import join_notes, pick, second_id
from desktop.core.portable import PortableAnnotation, PortableArticle, PortableTag
from desktop.core.portable_whole import PortableFeed, PortableSearch
from desktop.core.selector import Selector
from desktop.library import article_pictures, articles, portable, settled, tags, trash
from desktop.library.connection import Row
from desktop.library.transaction import Transaction
from desktop.operations import merge_own, merge_texts
from desktop.operations.merge_texts import Carrier, Placed
from desktop.operations.step import QT_TRANSLATE_NOOP, step

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
    tx: Transaction,
    *,
    incoming: Iterable[PortableArticle | PortableSearch | PortableFeed],
    all_tags: Sequence[PortableTag],
) -> MergeReport:
    """Take *incoming* articles, what is on them, and *all_tags* into the library.

    Saved searches and feeds come after the articles.
    """
    report = MergeReport()
    taken: set[int] = set()
    other_ids: dict[str, int] = {}
    for tag in sorted(all_tags, key=lambda tag: tag.path.split("/")):
        _tag(tx, tag, report)
    for one in incoming:
        if isinstance(one, PortableSearch):
            merge_own.take_search(tx, one)
        elif isinstance(one, PortableFeed):
            merge_own.take_feed(tx, one, other_ids)
        else:
            article_id = _article(tx, one, taken, report)
            if portable.article_with_uuid(tx, one.uuid) != article_id:
                other_ids[one.uuid] = article_id
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


def _article(
    tx: Transaction, article: PortableArticle, taken: set[int], report: MergeReport
) -> int:
    """Take in an article with all that is on it and beside it; return its id."""
    known = merge_texts.find(tx, article, taken)
    left: int | None = None
    if known is None:
        report.new_articles += 1
        known = merge_texts.insert(tx, article, uuid=_free_uuid(tx, article))
    else:
        _update_article(tx, known, article, report)
        left = merge_texts.join(tx, known, article)
        _pictures(tx, known, article)
    taken.add(known)
    for path in article.tags:
        tags.attach(tx, "article", known, tags.ensure(tx, path))
    carrier = Carrier(tx, known)
    for mark in article.annotations:
        _annotation(tx, known, carrier, mark, report)
    for decision in article.settled:
        report.reopened += settled.take_in(tx, known, decision)
    if left is not None:
        merge_texts.bring_along(tx, known, carrier, left)
    if article.whole:
        merge_own.take_beside(tx, carrier, article.whole, article.sha256)
    return known


def _pictures(tx: Transaction, article_id: int, article: PortableArticle) -> None:
    """Take the pictures of all versions that the article comes with."""
    others = article.whole.versions if article.whole else ()
    for one in (article, *others):
        article_pictures.take(tx, article_id, one.sha256, one.blocks, article.images)


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
        trashed=int(mine["trashed"] and (theirs.whole is None or theirs.whole.trashed)),
        added=min(mine["added"], theirs.added),
        modified=max(mine["modified"], theirs.modified),
    )


def _annotation(
    tx: Transaction,
    article_id: int,
    carrier: Carrier,
    mark: PortableAnnotation,
    report: MergeReport,
) -> None:
    known = portable.annotation_with_uuid(tx, mark.uuid)
    if known is None:
        trash.forget(tx, mark.uuid)
        version, placed = _placed(tx, article_id, carrier, mark)
        known = portable.insert_annotation(tx, article_id, version, placed)
        report.new_annotations += 1
    else:
        report.changed_annotations += _update_annotation(tx, known, carrier, mark, report)
    for path in mark.tags:
        tags.attach(tx, "annotation", known, tags.ensure(tx, path))


def _update_annotation(
    tx: Transaction,
    annotation_id: int,
    carrier: Carrier,
    theirs: PortableAnnotation,
    report: MergeReport,
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
    if mine["article_id"] != carrier.article_id:  # of a text that is another article's by now
        carrier = Carrier(tx, mine["article_id"])
    return _move(tx, mine, carrier, theirs) or changed


def _move(tx: Transaction, mine: Row, carrier: Carrier, theirs: PortableAnnotation) -> bool:
    """Take the later of two places."""
    version = portable.version_of(tx, mine["article_id"], theirs.version_sha256, theirs.version)
    if version is None:
        return False
    places = (
        carrier.mark(mine["version"], portable.mark_of(mine)),
        carrier.mark(version, theirs),
    )
    return merge_texts.put(tx, mine["id"], max(places, key=_later))


def _later(placed: Placed) -> tuple[object, ...]:
    _, mark = placed
    return mark.modified, not mark.orphaned, mark.start, mark.end, mark.confidence


def place(tx: Transaction, article_id: int, mark: PortableAnnotation) -> Placed:
    """Return the version *mark* belongs to, and the mark; one without a place is an orphan."""
    return _placed(tx, article_id, Carrier(tx, article_id), mark)


def _placed(tx: Transaction, article_id: int, carrier: Carrier, mark: PortableAnnotation) -> Placed:
    version = portable.version_of(tx, article_id, mark.version_sha256, mark.version)
    if version is not None:
        return carrier.mark(version, mark)
    current = carrier.current
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
