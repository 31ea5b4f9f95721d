"""How a list is found quickly: by what is rare, by the text index, or along the order asked for.

Every way gives the same answer; `first` is always how `whole` begins.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.core.article import STATUSES
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.library.conditions import Condition, carries, of_tag
from desktop.library.connection import Source

# What more articles have than this is common: a first screen is not worth looking all of them up.
COMMON = 10_000
# What has more hits than this is not even worth listing: the text index is asked for each article
# along the order, for so many at most.
EVERYWHERE, WALKED_AT_MOST = 200_000, 10_000

SORTS = {
    "title": "a.title_key {d}, a.id {d}",
    "outlet": "a.outlet_key {d}, a.id {d}",
    "published": "a.published {d}, a.id {d}",
    "added": "a.added {d}, a.id {d}",
    "status": "a.status {d}, a.added DESC, a.id DESC",
    "highlights": "s.highlights {d}, s.article_id {d}",
    "tags": "s.tags {d}, s.article_id {d}",
}


_HITS = "SELECT rowid AS id FROM article_fts WHERE article_fts MATCH ?"


@dataclass(frozen=True, slots=True)
class Plan:
    """What must hold for an article `a`: `match` in the text index ("" for anything), and `rest`.

    `narrow` holds selects of ids; what is listed is in each of them, so one that is short will do.
    They may name an id twice. All must carry the `tag`, if there is one; with `trashed` None it
    does not matter whether they are in the trash.
    """

    match: str
    rest: tuple[Condition, ...]
    narrow: tuple[Condition, ...]
    trashed: bool | None
    sort: str
    descending: bool
    tag: str = ""

    @property
    def only_words(self) -> bool:
        """Whether `match` is all that is asked for."""
        return bool(self.match) and not self.rest and not self.tag

    def __post_init__(self) -> None:
        if self.sort not in SORTS:
            raise UserError(
                QT_TRANSLATE_NOOP("Errors", "There is no order “{name}”. Choose one of: {known}."),
                name=self.sort,
                known=", ".join(SORTS),
            )


def whole(source: Source, plan: Plan) -> "array[int]":
    """Return all ids, in order."""
    found = _by_hits(source, plan)
    if found is not None:
        return found
    if plan.match and (few := _rare(source, plan)):
        return _of_few(source, plan, few)
    return _sorted(source, plan)


def first(source: Source, plan: Plan, limit: int) -> "tuple[array[int], bool]":
    """Return at least the first *limit* ids if there are so many, and whether these are all."""
    if few := _rare(source, plan):
        found = _by_hits(source, plan)
        return (_of_few(source, plan, few) if found is None else found), True
    if plan.match and plan.sort == "added":
        found = _streamed(source, plan, limit)
        if found:
            return found, len(found) < limit
    if plan.match and not _is_short(source, *_hits_of(plan), EVERYWHERE):
        found = _walked(source, plan, limit)
        if len(found) == limit:
            return found, False
    if plan.tag and not plan.match:
        found = _walked_to_tag(source, plan, limit)
        if len(found) == limit:
            return found, False
    found = _sorted(source, plan, limit)
    return found, len(found) < limit


def count(source: Source, plan: Plan) -> int:
    """Return how many there are."""
    if plan.only_words:
        return len(_untrashed(source, plan))
    text = ((f"a.id IN ({_HITS})", (plan.match,)),) if plan.match else ()
    where, values = _joined([*_conditions(plan), *text])
    return source.ids(f"SELECT count(*) FROM article a WHERE {where}", values)[0]


def _rare(source: Source, plan: Plan) -> Condition | None:
    """Return a short select of ids in which all that is listed can be found."""
    hits = (_hits_of(plan),) if plan.match else ()
    return next((few for few in (*hits, *plan.narrow) if _is_short(source, *few, COMMON)), None)


def _is_short(source: Source, sql: str, values: tuple[object, ...], below: int) -> bool:
    counted = f"SELECT count(*) FROM (SELECT 1 FROM ({sql}) LIMIT {below})"
    return source.ids(counted, values)[0] < below


def _hits_of(plan: Plan) -> Condition:
    return _HITS, (plan.match,)


def _of_few(source: Source, plan: Plan, few: Condition) -> "array[int]":
    """Look each of *few* up, then sort them."""
    text = () if few[0] == _HITS or not plan.match else (_hit(plan.match),)
    where, values = _joined([*_conditions(plan), *text])
    order = _order(plan)
    stats = "JOIN article_stats s ON s.article_id = a.id" if "s." in order else ""
    each = few[0] if few[0] == _HITS else f"SELECT DISTINCT id FROM ({few[0]})"
    return source.ids(
        f"SELECT a.id FROM ({each}) few CROSS JOIN article a ON a.id = few.id {stats} "
        f"WHERE {where} ORDER BY {order}",
        (*few[1], *values),
    )


def _sorted(source: Source, plan: Plan, limit: int = -1) -> "array[int]":
    """Go along the order as SQLite thinks best; the hits, looked up once, choose from it."""
    if plan.sort != "status" or plan.descending:
        return _along(source, plan, limit)
    # Rising by status, falling by time: no index has that, but of each status one has the rest.
    found = array("q")
    for status in sorted(STATUSES):
        one = replace(
            plan, rest=(*plan.rest, ("a.status = ?", (status,))), sort="added", descending=True
        )
        found += _along(source, one, limit - len(found) if limit >= 0 else limit)
    return found


def _along(source: Source, plan: Plan, limit: int) -> "array[int]":
    text = ((f"+a.id IN ({_HITS})", (plan.match,)),) if plan.match else ()
    where, values = _joined([*_conditions(plan), *text])
    return source.ids(
        f"SELECT a.id FROM {_tables(plan)} WHERE {where} ORDER BY {_order(plan)} LIMIT ?",
        (*values, limit),
    )


def _streamed(source: Source, plan: Plan, limit: int) -> "array[int]":
    """Take hits from the index as they come, by id; none when that is not the order of adding.

    It is when these are all; or when no article beyond the last of them was added among them.
    """
    where, values = _joined(_conditions(plan))
    direction, beyond, edge, out = (
        ("DESC", "<", "min", ">") if plan.descending else ("ASC", ">", "max", "<")
    )
    return source.ids(
        f"""WITH found AS MATERIALIZED (
            SELECT a.id, a.added FROM article_fts f CROSS JOIN article a ON a.id = f.rowid
            WHERE article_fts MATCH ? AND {where} ORDER BY f.rowid {direction} LIMIT ?)
        SELECT a.id FROM found a WHERE (SELECT count(*) FROM found) < ? OR NOT EXISTS (
            SELECT 1 FROM article other WHERE other.trashed = coalesce(?, other.trashed)
            AND other.added {out} (SELECT {edge}(added) FROM found)
            AND other.id {beyond} (SELECT {edge}(id) FROM found))
        ORDER BY a.added {direction}, a.id {direction}""",
        (plan.match, *values, limit, limit, plan.trashed),
    )


def _walked(source: Source, plan: Plan, limit: int) -> "array[int]":
    """Go along the order, as far as is bearable, and take what the text index knows as a hit."""
    where, values = _joined(_conditions(plan))
    return source.ids(
        f"""SELECT walked.id FROM (
            SELECT a.id FROM {_tables(plan)} WHERE {where} ORDER BY {_order(plan)}
            LIMIT {WALKED_AT_MOST}) walked
        CROSS JOIN article_fts f ON f.rowid = walked.id WHERE article_fts MATCH ? LIMIT ?""",
        (*values, plan.match, limit),
    )


def _walked_to_tag(source: Source, plan: Plan, limit: int) -> "array[int]":
    """Go along the order, as far as is bearable, and look at the tags of each article."""
    where, values = _joined(_conditions(replace(plan, tag="")))
    carried, paths = carries(plan.tag)
    return source.ids(
        f"""SELECT a.id FROM (
            SELECT a.id FROM {_tables(plan)} WHERE {where} ORDER BY {_order(plan)}
            LIMIT {WALKED_AT_MOST}) a WHERE {carried} LIMIT ?""",
        (*values, *paths, limit),
    )


def _by_hits(source: Source, plan: Plan) -> "array[int] | None":
    """Return the hits as the text index has them, if that is all and in the order asked for."""
    if not plan.only_words or plan.sort != "added":
        return None
    found = _untrashed(source, plan)
    return found if _in_line(source, found) else None


def _untrashed(source: Source, plan: Plan) -> "array[int]":
    """Return the hits by id without looking each up: trash is little."""
    found = source.ids(
        f"{_HITS} ORDER BY rowid {'DESC' if plan.descending else 'ASC'}", (plan.match,)
    )
    trash = set(source.ids("SELECT id FROM article WHERE trashed = 1"))
    if plan.trashed is not None and (trash or plan.trashed):
        return array("q", (key for key in found if (key in trash) == plan.trashed))
    return found


def _in_line(source: Source, ids: Sequence[int]) -> bool:
    """Tell whether the order of *ids* is that in which these articles were added."""
    early = source.ids("SELECT article_id FROM article_early")
    return not early or set(early).isdisjoint(ids)


def _conditions(plan: Plan) -> list[Condition]:
    tag = [of_tag(plan.tag)] if plan.tag else []
    trashed: Condition = ("a.trashed = ?", (plan.trashed,))
    return [*([] if plan.trashed is None else [trashed]), *plan.rest, *tag]


def _hit(match: str) -> Condition:
    return "EXISTS (SELECT 1 FROM article_fts WHERE article_fts MATCH ? AND rowid = a.id)", (match,)


def _joined(conditions: Sequence[Condition]) -> Condition:
    sql = " AND ".join(f"({condition})" for condition, _ in conditions)
    return sql, tuple(value for _, values in conditions for value in values)


def _tables(plan: Plan) -> str:
    """Return the tables so that an index has the order: counts lead where they are the order."""
    counts = "article_stats s CROSS JOIN article a ON a.id = s.article_id"
    return counts if "s." in _order(plan) else "article a"


def _order(plan: Plan) -> str:
    return SORTS[plan.sort].format(d="DESC" if plan.descending else "ASC")
