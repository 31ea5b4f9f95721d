"""Which articles to list, in which order: a query and the list's filters as SQL."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desktop.core import tag_path
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.folding import fold
from desktop.core.hits import Term
from desktop.core.query import Filter, Query, Words
from desktop.library.connection import Source

RANKED_AT_MOST = 2_000
# A search with more hits than this is common: its first screen is found by walking the order.
_COMMON = 10_000
_NEWEST = ("added", True)
_STATUS = "article WHERE trashed = ? AND status = ?"
_IN_ARTICLES = "a.id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)"
_EACH_ARTICLE = "EXISTS (SELECT 1 FROM article_fts WHERE article_fts MATCH ? AND rowid = a.id)"
_Condition = tuple[str, tuple[object, ...]]

SORTS = {
    "title": "a.title_key {d}, a.id {d}",
    "outlet": "a.outlet_key {d}, a.id {d}",
    "published": "a.published {d}, a.id {d}",
    "added": "a.added {d}, a.id {d}",
    "status": "a.status {d}, a.added DESC, a.id DESC",
    "highlights": "s.highlights {d}, s.article_id {d}",
    "tags": "s.tags {d}, s.article_id {d}",
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
    condition, parameters = _where(listing)
    if listing.sort == "relevance":
        return _by_relevance(source, listing, condition, parameters)
    return source.ids(_select(listing.sort, listing.descending, condition), parameters)


def first_ids(source: Source, listing: Listing, limit: int) -> "tuple[array[int], bool]":
    """Return the first *limit* ids (or all), sooner than all can be had; and whether it is all.

    Where a search has too many hits to rank, relevance is the newest first (see `Listing`).
    """
    match = _match([words for words in listing.query.words if not words.negative])
    if match and _is_rare("article_fts WHERE article_fts MATCH ?", (match,), source):
        if listing.sort == "relevance":
            return article_ids(source, listing), True
        condition, parameters = _where(listing)
        return source.ids(
            _select(listing.sort, listing.descending, _few(condition)), parameters
        ), True
    if listing.sort == "relevance":
        listing = replace(listing, sort="added", descending=True)
    condition, parameters = _where(listing)
    if listing.status and _is_rare(_STATUS, (int(listing.trashed), listing.status), source):
        chosen = f"a.id IN (SELECT id FROM {_STATUS})".replace(
            "= ?", f"= {int(listing.trashed)}", 1
        )
        condition = _few(condition).replace("a.status = ?", chosen)
    streamed = _streamed(condition) if (listing.sort, listing.descending) == _NEWEST else ""
    if streamed:
        sql = streamed
    else:
        condition = condition.replace(_IN_ARTICLES, _EACH_ARTICLE)
        sql = _select(listing.sort, listing.descending, condition)
    found = source.ids(sql + " LIMIT ?", (*parameters, limit))
    return found, len(found) < limit


def _few(condition: str) -> str:
    """Return *condition* so that SQLite looks the few rows up, and does not walk the order."""
    return condition.replace("a.trashed = ?", "+a.trashed = ?")


def _streamed(condition: str) -> str:
    """Return SQL that takes hits from the index, newest first, as they come; "" if it cannot.

    Ids follow the time of adding. Only a MATCH that must hold can lead; not one within an OR.
    """
    before, found, after = condition.partition(f"({_IN_ARTICLES})")
    if not found or before.count("(") != before.count(")"):
        return ""
    return (
        "SELECT a.id FROM article_fts CROSS JOIN article a ON a.id = article_fts.rowid WHERE "
        f"{before}(article_fts MATCH ?){after} ORDER BY article_fts.rowid DESC"
    )


def _is_rare(where: str, parameters: tuple[object, ...], source: Source) -> bool:
    return len(source.ids(f"SELECT rowid FROM {where} LIMIT {_COMMON}", parameters)) < _COMMON


def _by_relevance(
    source: Source, listing: Listing, condition: str, parameters: tuple[object, ...]
) -> "array[int]":
    newest_first = source.ids(_select("added", True, condition), parameters)
    match = _match([words for words in listing.query.words if not words.negative])
    if not match or len(newest_first) > RANKED_AT_MOST:
        return newest_first
    return source.ids(
        "SELECT rowid FROM article_fts WHERE article_fts MATCH ? AND rowid IN "
        f"({','.join('?' * len(newest_first))}) ORDER BY bm25(article_fts, 5.0, 1.0), rowid DESC",
        (match, *newest_first),
    )


def _select(sort: str, descending: bool, condition: str) -> str:
    if sort not in SORTS:
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "There is no order “{name}”. Choose one of: {known}."),
            name=sort,
            known=", ".join(SORTS),
        )
    order = SORTS[sort].format(d="DESC" if descending else "ASC")
    # CROSS: the order comes from the index of the counts, never from sorting a million rows.
    stats = "article_stats s CROSS JOIN article a ON a.id = s.article_id"
    tables = stats if "s." in order else "article a"
    return f"SELECT a.id FROM {tables} WHERE {condition} ORDER BY {order}"


def _where(listing: Listing) -> tuple[str, tuple[object, ...]]:
    wants_trash = listing.trashed or Filter("is", "trashed") in listing.query.filters
    conditions: list[_Condition] = [("a.trashed = ?", (int(wants_trash),))]
    if listing.status:
        conditions.append(("a.status = ?", (listing.status,)))
    if listing.starred:
        conditions.append(("a.id IN (SELECT id FROM article WHERE starred = 1)", ()))
    if listing.tag:
        conditions.append(_tag(listing.tag))
    conditions += _words(listing.query.words)
    conditions += [_filter(wanted) for wanted in listing.query.filters]
    sql = " AND ".join(f"({condition})" for condition, _ in conditions)
    return sql, tuple(value for _, values in conditions for value in values)


def _words(words: Sequence[Words]) -> list[_Condition]:
    conditions: list[_Condition] = []
    positive = [w for w in words if not w.negative and w.field in ("", "title")]
    if positive:
        conditions.append(_in_articles(_match(positive)))
    for wanted in words:
        if wanted.field in ("note", "quote"):
            conditions.append(_negated(_in_annotations(wanted), wanted.negative))
        elif wanted.negative:
            conditions.append(_negated(_in_articles(_match([wanted])), True))
    return conditions


def _in_articles(match: str) -> _Condition:
    return _IN_ARTICLES, (match,)


def _in_annotations(wanted: Words) -> _Condition:
    sql = (
        "a.id IN (SELECT n.article_id FROM annotation_fts f JOIN annotation n ON n.id = f.rowid "
        "WHERE annotation_fts MATCH ?)"
    )
    match = f"{wanted.field} : {_fts_term(wanted.term)}"
    if wanted.field == "quote":
        return sql, (match,)
    in_note = " AND ".join(["a.note_fold LIKE ? ESCAPE '\\'"] * len(wanted.term.words))
    return f"{sql} OR ({in_note})", (match, *(f"%{_like(word)}%" for word in wanted.term.words))


def _match(words: Sequence[Words]) -> str:
    parts = [
        f"title : {_fts_term(w.term)}" if w.field == "title" else _fts_term(w.term)
        for w in words
        if w.field in ("", "title")
    ]
    return " AND ".join(parts)


def _fts_term(term: Term) -> str:
    """Quote a term for FTS5; `indexed` holds no quotation mark, so nothing needs escaping."""
    return f'"{term.indexed}"' + ("*" if term.prefix else "")


def _filter(wanted: Filter) -> _Condition:
    return _negated(_positive(wanted), wanted.negative)


def _positive(wanted: Filter) -> _Condition:
    if wanted.field == "tag":
        return _tag(wanted.value)
    if wanted.field == "status":
        return "a.status = ?", (wanted.value,)
    if wanted.field == "published":
        return _published(wanted)
    if wanted.field == "is":
        return ("a.starred = 1" if wanted.value == "starred" else "a.trashed = 1"), ()
    if wanted.field == "has":
        return _HAS[wanted.value], ()
    return _alike(wanted)


_HAS = {
    "highlight": "EXISTS (SELECT 1 FROM annotation n WHERE n.article_id = a.id)",
    "note": "a.note <> '' OR EXISTS "
    "(SELECT 1 FROM annotation n WHERE n.article_id = a.id AND n.note <> '')",
    "tag": "EXISTS (SELECT 1 FROM article_tag x WHERE x.article_id = a.id) OR EXISTS "
    "(SELECT 1 FROM annotation n JOIN annotation_tag x ON x.annotation_id = n.id "
    "WHERE n.article_id = a.id)",
}


def _published(wanted: Filter) -> _Condition:
    """Match when the period a partial date may mean overlaps the period asked for."""
    first_day = "a.published || substr('-01-01', 1 + length(a.published) - 4)"
    conditions = ["a.published <> ''"]
    values: list[str] = []
    if wanted.value:
        # As texts, "2023-09" < "2023-09-01": compare with as much of the day as is known.
        conditions.append("a.published >= substr(?, 1, length(a.published))")
        values.append(wanted.value)
    if wanted.until:
        conditions.append(f"{first_day} <= ?")
        values.append(wanted.until)
    return " AND ".join(conditions), tuple(values)


def _tag(path: str) -> _Condition:
    """Match articles that carry, or have an annotation that carries, the tag or one below it."""
    folded = tag_path.folded(path)
    tags = "SELECT id FROM tag WHERE path_fold = ? OR (path_fold > ? AND path_fold < ?)"
    sql = (
        f"a.id IN (SELECT article_id FROM article_tag WHERE tag_id IN ({tags}) "
        f"UNION SELECT n.article_id FROM annotation n JOIN annotation_tag x "
        f"ON x.annotation_id = n.id WHERE x.tag_id IN ({tags}))"
    )
    bounds = (folded, folded + "/", folded + "0")
    return sql, bounds + bounds


def _alike(wanted: Filter) -> _Condition:
    """Match a metadata field that contains the value, whatever the case and accents."""
    if wanted.field == "language":
        return "a.language = ?", (wanted.value.lower(),)
    return f"a.{wanted.field}_fold LIKE ? ESCAPE '\\'", (f"%{_like(fold(wanted.value))}%",)


def _like(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _negated(condition: _Condition, negative: bool) -> _Condition:
    sql, values = condition
    return (f"NOT ({sql})" if negative else sql), values
