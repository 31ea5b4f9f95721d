"""Whether a change may have altered which articles are listed, and in which order."""

from collections.abc import Mapping

from desktop.core.changes import Changes
from desktop.core.query_tree import Filter, leaves
from desktop.library.articles import ArticleRow
from desktop.library.search import Listing

RELATED = ("annotation", "article_tag", "annotation_tag", "tag")
_RELATED_FIELDS = ("tag", "has", "colour", "note", "quote")
_ALL = (
    "title", "author", "outlet", "agency", "language", "published", "status", "starred", "trashed",
    "word_count",
)  # fmt: skip
# Rows in memory may be newer than the notice that is being read, so a difference between before
# and after can be missed: what these steps touch is taken as changed.
_MARKING = frozenset(
    {"Change status", "Star", "Move to trash", "Restore from trash", "Edit article details"}
)
Rows = Mapping[int, ArticleRow]


def may_reorder(changes: Changes, listing: Listing, before: Rows, after: Rows) -> bool:
    """Tell whether to ask again; *before* and *after* are the changed rows in memory."""
    touched = changes.rows.get("article", frozenset[int]())
    if not touched <= after.keys() or (_by_related(listing) and changes.touches(*RELATED)):
        return True
    if touched and (changes.step in _MARKING or _asks_article_note(listing)):
        return True
    return any(_differ(before[key], after[key], listing) for key in touched)


def left_by_hand(changes: Changes, before: Rows, after: Rows) -> frozenset[int]:
    """Return the articles that the user marked otherwise; reading alone takes none away."""
    if not changes.step:
        return frozenset()
    if changes.step in _MARKING:
        return frozenset(before)
    return frozenset(
        key for key in before if key not in after or _flags(before[key]) != _flags(after[key])
    )


def _flags(row: ArticleRow) -> tuple[object, ...]:
    return row.status, row.starred, row.trashed


def _by_related(listing: Listing) -> bool:
    return (
        bool(listing.tag)
        or listing.sort in ("highlights", "tags")
        or any(leaf.field in _RELATED_FIELDS for leaf, _ in leaves(listing.query.root))
    )


def _asks_article_note(listing: Listing) -> bool:
    asked = (leaf for leaf, _ in leaves(listing.query.root))
    return any(leaf == Filter("has", "note") or leaf.field == "note" for leaf in asked)


def _differ(before: ArticleRow, after: ArticleRow, listing: Listing) -> bool:
    names = _ALL if listing.query else ("trashed", *_order(listing))
    return any(getattr(before, name) != getattr(after, name) for name in names)


def _order(listing: Listing) -> list[str]:
    names = [listing.sort] if listing.sort in _ALL else []
    return names + ["status"] * bool(listing.status) + ["starred"] * listing.starred
