"""Take in what only a copy of everything has: trash, reading progress, saved searches, feeds.

As with the rest of a merge: the order does not matter, twice is once, nothing is lost.
"""

from collections.abc import Mapping
from dataclasses import asdict

from desktop.core.merging import pick
from desktop.core.portable_whole import (
    PortableDeleted,
    PortableFeed,
    PortableProgress,
    PortableSearch,
    PortableWhole,
)
from desktop.library import feeds, portable, portable_whole
from desktop.library.transaction import Transaction
from desktop.operations.merge_texts import Carrier

_FEED = ("title", "folder", "home")
_ANSWER = ("refreshed", "etag", "last_modified")


def take_beside(tx: Transaction, carrier: Carrier, theirs: PortableWhole, sha256: str) -> None:
    """Take in what is beside an article; *sha256* is of the text that it says was read."""
    for one in theirs.deleted:
        _take_deleted(tx, carrier, one)
    if theirs.progress:
        _join_progress(tx, carrier, theirs.progress, sha256)


def take_search(tx: Transaction, theirs: PortableSearch) -> None:
    """Keep a saved search; of one that is there the later name, text and place."""
    mine = portable_whole.search_like(tx, theirs)
    if mine is None:
        portable_whole.insert_search(tx, theirs)
        return
    values = asdict(theirs) if theirs.modified > mine["modified"] else {}
    earlier = min(mine["created"], theirs.created)
    values |= {"uuid": min(mine["uuid"], theirs.uuid), "created": earlier}
    if portable_whole.has_search_id(tx, values["uuid"], besides=mine["id"]):
        del values["uuid"]
    tx.update("saved_search", mine["id"], **values)


def take_feed(tx: Transaction, theirs: PortableFeed, known: Mapping[str, int]) -> None:
    """Follow a feed, which is known by its address; *known* are articles that have another id here.

    Its items do not come again.
    """
    mine = portable_whole.feed_like(tx, theirs)
    if mine is None:
        feed_id = portable_whole.insert_feed(tx, theirs)
    else:
        feed_id = mine["id"]
        picked = {
            name: pick(mine[name], mine["modified"], getattr(theirs, name), theirs.modified)
            for name in _FEED
        }
        folded = feeds.named(title=picked["title"], folder=picked["folder"])
        answer = max(tuple(mine[n] for n in _ANSWER), tuple(getattr(theirs, n) for n in _ANSWER))
        values = {**picked, **folded, **dict(zip(_ANSWER, answer, strict=True))}
        values["modified"] = max(mine["modified"], theirs.modified)
        tx.update("feed", feed_id, **values, created=min(mine["created"], theirs.created))
    for item in theirs.items:
        article = known.get(item.article) or portable.article_with_uuid(tx, item.article)
        portable_whole.put_item(tx, feed_id, item, article)


def _take_deleted(tx: Transaction, carrier: Carrier, theirs: PortableDeleted) -> None:
    """Put a highlight into the trash, unless it is in the library, or was deleted later here."""
    mark = theirs.mark
    if portable.annotation_with_uuid(tx, mark.uuid) is not None:
        return
    if (theirs.deleted, mark.modified) <= portable_whole.deleted_at(tx, mark.uuid):
        return
    found = portable.version_of(tx, carrier.article_id, mark.version_sha256, mark.version)
    lost = mark.orphaned or found is None
    version = carrier.current.version if found is None else found
    portable_whole.insert_deleted(tx, carrier.article_id, version, theirs, orphaned=lost)


def _join_progress(
    tx: Transaction, carrier: Carrier, theirs: PortableProgress, sha256: str
) -> None:
    """Keep the progress of who read more."""
    version = portable.version_of(tx, carrier.article_id, sha256, carrier.current.version)
    place = theirs.position if version is None else carrier.point(version, theirs.position)
    mine = tx.row("reading_progress", carrier.article_id)
    if mine is None:
        values = {**asdict(theirs), "position": place}
        tx.insert("reading_progress", article_id=carrier.article_id, **values)
        return
    fraction, position = max((mine["fraction"], mine["position"]), (theirs.fraction, place))
    tx.update(
        "reading_progress",
        carrier.article_id,
        fraction=fraction,
        position=position,
        opened=_earlier(mine["opened"], theirs.opened),
        finished=_earlier(mine["finished"], theirs.finished),
    )


def _earlier(one: str, other: str) -> str:
    """Return the earlier of two times; "" is none."""
    return min(filter(None, (one, other)), default="")
