"""Which articles to list, in which order: a query and the list's filters as SQL."""

from array import array
from dataclasses import dataclass, field, replace

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.query_tree import Query
from desktop.library import conditions
from desktop.library.connection import Source
from desktop.library.ranking import by_relevance
from desktop.library.word_forms import expand

RANKED_AT_MOST = 2_000

SORTS = {
    "title": "a.title_key {d}, a.id {d}",
    "outlet": "a.outlet_key {d}, a.id {d}",
    "published": "a.published {d}, a.id {d}",
    "added": "a.added {d}, a.id {d}",
    "status": "a.status {d}, a.added DESC, a.id DESC",
    "highlights": "s.highlights {d}, a.id {d}",
    "tags": "s.tags {d}, a.id {d}",
}


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
    listing = replace(listing, query=expand(source, listing.query))
    condition, parameters = _where(listing)
    if listing.sort == "relevance":
        return _by_relevance(source, listing, condition, parameters)
    return source.ids(_select(listing.sort, listing.descending, condition), parameters)


def count_articles(source: Source, listing: Listing) -> int:
    """Return how many articles *listing* asks for."""
    listing = replace(listing, query=expand(source, listing.query))
    condition, parameters = _where(listing)
    return source.ids(f"SELECT count(*) FROM article a WHERE {condition}", parameters)[0]


def _by_relevance(
    source: Source, listing: Listing, condition: str, parameters: tuple[object, ...]
) -> "array[int]":
    newest_first = source.ids(_select("added", True, condition), parameters)
    if len(newest_first) > RANKED_AT_MOST:
        return newest_first
    return by_relevance(source, listing.query, newest_first)


def _select(sort: str, descending: bool, condition: str) -> str:
    if sort not in SORTS:
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "There is no order “{name}”. Choose one of: {known}."),
            name=sort,
            known=", ".join(SORTS),
        )
    order = SORTS[sort].format(d="DESC" if descending else "ASC")
    stats = "JOIN article_stats s ON s.article_id = a.id" if "s." in order else ""
    return f"SELECT a.id FROM article a {stats} WHERE {condition} ORDER BY {order}"


def _where(listing: Listing) -> tuple[str, tuple[object, ...]]:
    found: list[conditions.Condition] = []
    if listing.trashed or not conditions.wants_trash(listing.query):
        found.append(("a.trashed = ?", (int(listing.trashed),)))
    if listing.status:
        found.append(("a.status = ?", (listing.status,)))
    if listing.starred:
        found.append(("a.starred = 1", ()))
    if listing.tag:
        found.append(conditions.of_tag(listing.tag))
    found += conditions.of_query(listing.query)
    sql = " AND ".join(f"({condition})" for condition, _ in found)
    return sql, tuple(value for _, values in found for value in values)
