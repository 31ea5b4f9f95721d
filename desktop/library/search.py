"""Which articles to list, in which order: a query and the list's filters."""

from array import array
from dataclasses import dataclass, field, replace

from desktop.core.query_tree import Query
from desktop.library import conditions, plan
from desktop.library.connection import Source
from desktop.library.plan import SORTS, Plan
from desktop.library.ranking import by_relevance
from desktop.library.word_forms import expand

__all__ = ["RANKED_AT_MOST", "SORTS", "Listing", "article_ids", "count_articles", "first_ids"]
RANKED_AT_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Listing:
    """What the article list asks for. `tag` is a path (with all below it); `sort` a key of SORTS.

    `sort` "relevance" puts the best matches first where that can be told quickly, else the newest.
    """

    query: Query = field(default_factory=Query)
    status: str = ""
    tag: str = ""
    starred: bool = False
    trashed: bool = False
    sort: str = "added"
    descending: bool = True


def article_ids(source: Source, listing: Listing) -> "array[int]":
    """Return the ids of the articles that *listing* asks for, in its order."""
    listing = _expanded(source, listing)
    if listing.sort == "relevance":
        newest_first = plan.whole(source, _plan(_newest(listing)))
        return _ranked(source, listing, newest_first)
    return plan.whole(source, _plan(listing))


def first_ids(source: Source, listing: Listing, limit: int) -> "tuple[array[int], bool]":
    """Return how `article_ids` begins, sooner than all can be had; and whether that is all.

    At least *limit* ids, if there are so many.
    """
    listing = _expanded(source, listing)
    if listing.sort != "relevance":
        return plan.first(source, _plan(listing), limit)
    wanted = max(limit, RANKED_AT_MOST + 1)
    found, is_all = plan.first(source, _plan(_newest(listing)), wanted)
    if is_all:
        return _ranked(source, listing, found), True
    return found[:limit], False


def count_articles(source: Source, listing: Listing) -> int:
    """Return how many articles *listing* asks for."""
    return plan.count(source, _plan(_newest(_expanded(source, listing))))


def _expanded(source: Source, listing: Listing) -> Listing:
    return replace(listing, query=expand(source, listing.query))


def _newest(listing: Listing) -> Listing:
    return replace(listing, sort="added", descending=True)


def _ranked(source: Source, listing: Listing, newest_first: "array[int]") -> "array[int]":
    if len(newest_first) > RANKED_AT_MOST:
        return newest_first
    return by_relevance(source, listing.query, newest_first)


def _plan(listing: Listing) -> Plan:
    match, rest = conditions.leading(listing.query)
    asked_for = not listing.trashed and conditions.wants_trash(listing.query)
    trashed = None if asked_for else listing.trashed
    few: list[conditions.Condition] = []
    if listing.status:
        rest.append(("a.status = ?", (listing.status,)))
        few.append(
            (
                "SELECT id FROM article WHERE trashed IN (?, ?) AND status = ?",
                (bool(trashed), trashed is not False, listing.status),
            )
        )
    if listing.starred:
        rest.append(("a.starred = 1", ()))
        few.append(("SELECT id FROM article WHERE starred = 1", ()))
    if listing.tag:
        few.append(conditions.tagged(listing.tag))
    order = listing.sort, listing.descending
    return Plan(match, tuple(rest), tuple(few), trashed, *order, listing.tag)
