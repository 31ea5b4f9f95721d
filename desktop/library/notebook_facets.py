"""How many highlights there are for each value that the notebook can be narrowed by.

A facet is counted as if nothing of its own were chosen, so that one sees what else there is. All
values but the tags come from one walk over each index, without sorting a million rows.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

from desktop.library.connection import Source
from desktop.library.notebook import FACETS, UNTAGGED, Notes, where

Counts = Mapping[str, Counter[str]]
_OF_ARTICLE = ("outlet", "author", "language")
_MADE = ("colour", "date", "coder")
_OF_NOTES = {"tag", "note", "colour", "date", "coder"}
_IN_TRASH = "SELECT id FROM article WHERE trashed = 1"
_BETWEEN = "\x1f"
_KIND = "n.colour || char(31) || substr(n.created, 1, 7) || char(31) || n.author"
_BY_ARTICLE = (
    "SELECT NULL AS kind, 0 AS noted, c.number, a.outlet, a.author, a.language FROM (SELECT "
    "article_id, count(*) AS number FROM found GROUP BY 1) c JOIN article a ON a.id = c.article_id"
)
_BY_KIND = (
    "SELECT kind, sum(noted) AS noted, count(*) AS number, NULL AS outlet, NULL AS author, "
    "NULL AS language FROM found GROUP BY kind"
)


def facet_counts(source: Source, notes: Notes, names: Iterable[str] = FACETS) -> Counts:
    """Return the number of highlights by value, for each of the facets *names*."""
    wanted = list(names)
    chosen = [name for name in wanted if name in notes.facets]
    found: dict[str, Counter[str]] = {}
    for name in chosen:
        found.update(_count(source, notes, [name], without=name))
    found.update(_count(source, notes, [name for name in wanted if name not in chosen]))
    return {name: found[name] for name in wanted}


def total(source: Source, notes: Notes) -> int:
    """Return how many highlights *notes* asks for."""
    if _is_whole(notes, ""):
        return _of_articles(source)["author"].total()
    condition, parameters = where(notes)
    return source.ids(f"SELECT count(*) {_from(notes, '')} WHERE {condition}", parameters)[0]


def tag_sets(source: Source, notes: Notes, *, without: str = "") -> Counter[tuple[int, ...]]:
    """Return how many highlights carry each set of two or more tags."""
    narrowed, parameters = _narrowing(notes, without)
    rows = source.rows(
        f"SELECT group_concat(x.tag_id) AS tags FROM annotation_tag x {narrowed} "
        "GROUP BY x.annotation_id HAVING count(*) > 1",
        parameters,
    )
    found: Counter[tuple[int, ...]] = Counter()
    for tags, number in Counter(row["tags"] for row in rows).items():
        found[tuple(sorted(map(int, tags.split(","))))] += number
    return found


def _count(
    source: Source, notes: Notes, names: list[str], *, without: str = ""
) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    if any(name != "tag" for name in names):
        whole = _is_whole(notes, without)
        found.update((_of_library if whole else _narrowed)(source, notes, names, without))
    if "tag" in names:
        found["tag"] = _tags(source, notes, without)
    return {name: found[name] for name in names}


def _of_library(
    source: Source, notes: Notes, names: list[str], without: str
) -> dict[str, Counter[str]]:
    """Count each facet in the order of an index of its own."""
    found: dict[str, Counter[str]] = {}
    if any(name in _OF_ARTICLE for name in names):
        found.update(_of_articles(source))
    if "date" in names:
        found["date"] = _months(source)
    for name, column in (("colour", "colour"), ("coder", "author")):
        if name in names:
            rows = source.rows(
                f"SELECT {column} AS value, count(*) AS number FROM annotation "
                f"WHERE article_id NOT IN ({_IN_TRASH}) GROUP BY {column}"
            )
            found[name] = Counter({row["value"]: row["number"] for row in rows})
    if "note" in names:
        noted = _noted(source)
        every = total(source, Notes())
        found["note"] = +Counter({"yes": noted, "no": every - noted})
    return found


def _narrowed(
    source: Source, notes: Notes, names: list[str], without: str
) -> dict[str, Counter[str]]:
    """Look the highlights up once, and count them by article and by what they are themselves."""
    condition, parameters = where(notes, without=without)
    counts = [_BY_ARTICLE] if any(name in _OF_ARTICLE for name in names) else []
    counts += [_BY_KIND] if any(name not in (*_OF_ARTICLE, "tag") for name in names) else []
    rows = source.rows(
        f"WITH found AS MATERIALIZED (SELECT n.article_id, {_KIND} AS kind, n.note <> '' AS noted "
        f"{_from(notes, without)} WHERE {condition}) {' UNION ALL '.join(counts)}",
        parameters,
    )
    found: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for row in rows:
        if row["kind"] is None:
            values = zip(_OF_ARTICLE, (row["outlet"], row["author"], row["language"]), strict=True)
        else:
            values = zip(_MADE, row["kind"].split(_BETWEEN, 2), strict=True)
            found["note"] += Counter(yes=row["noted"], no=row["number"] - row["noted"])
        for name, value in values:
            found[name][value] += row["number"]
    return found


def _of_articles(source: Source) -> dict[str, Counter[str]]:
    rows = source.rows(
        "SELECT a.outlet, a.author, a.language, s.highlights AS number FROM article a "
        "JOIN article_stats s ON s.article_id = a.id WHERE a.trashed = 0 AND s.highlights > 0"
    )
    return {name: _summed((row[name], row["number"]) for row in rows) for name in _OF_ARTICLE}


def _months(source: Source) -> Counter[str]:
    """Count month by month, going from one to the next that there is."""
    found: Counter[str] = Counter()
    after = ""
    while rows := source.rows(
        "SELECT min(created) AS at FROM annotation WHERE created >= ?", (after,)
    ):
        if rows[0]["at"] is None:
            break
        month = rows[0]["at"][:7]
        after = month + "\U0010ffff"
        found[month] = source.ids(
            "SELECT count(*) FROM annotation WHERE created >= ? AND created < ? "
            f"AND article_id NOT IN ({_IN_TRASH})",
            (month, after),
        )[0]
    return +found


def _noted(source: Source) -> int:
    return source.ids(
        f"SELECT count(*) FROM annotation INDEXED BY annotation_noted "
        f"WHERE note <> '' AND article_id NOT IN ({_IN_TRASH})"
    )[0]


def _tags(source: Source, notes: Notes, without: str) -> Counter[str]:
    """Count by path with what lies below it; a highlight with two tags of a branch counts once.

    A byte for each highlight, a branch at a time: SQLite takes ten times as long to count distinct
    ones, and Python's sets four times.
    """
    counts: Counter[str] = Counter()
    keep, size = _keeping(source, notes, without)
    tagged = bytearray(size)
    tags = source.rows("SELECT id, path FROM tag ORDER BY path_key")
    for _root, branch in groupby(tags, lambda row: row["path"].partition("/")[0]):
        carriers: dict[str, list[list[int]]] = {}
        for row in branch:
            own = keep(_carriers(source, row["id"]))
            for path in _upwards(row["path"]):
                carriers.setdefault(path, []).append(own)
            for one in own:
                tagged[one] = 1
        counts.update({path: _distinct(below, size) for path, below in carriers.items()})
    every = notes.with_facet(without, None) if without else notes
    counts[UNTAGGED] = total(source, every) - tagged.count(1)
    return +counts


def _carriers(source: Source, tag_id: int) -> list[int]:
    """Return the annotations that carry a tag: as one text, twice as fast as row by row."""
    rows = source.rows(
        "SELECT group_concat(annotation_id) AS ids FROM annotation_tag WHERE tag_id = ?", (tag_id,)
    )
    return json.loads(f"[{rows[0]['ids'] or ''}]")


def _distinct(lists: list[list[int]], size: int) -> int:
    if len(lists) == 1:
        return len(lists[0])
    if sum(map(len, lists)) < size // 64:
        return len({one for ids in lists for one in ids})
    seen = bytearray(size)
    for ids in lists:
        for one in ids:
            seen[one] = 1
    return seen.count(1)


def _upwards(path: str) -> list[str]:
    names = path.split("/")
    return ["/".join(names[:length]) for length in range(1, len(names) + 1)]


def _keeping(
    source: Source, notes: Notes, without: str
) -> tuple[Callable[[list[int]], list[int]], int]:
    """Return what keeps of some annotations those that are asked for, and one more than any id."""
    size = (source.ids("SELECT coalesce(max(id), 0) FROM annotation")[0]) + 1
    if _is_whole(notes, without):
        out = set(
            source.ids(
                "SELECT n.id FROM article a JOIN annotation n ON n.article_id = a.id "
                "WHERE a.trashed = 1"
            )
        )
        return (lambda ids: [one for one in ids if one not in out] if out else ids), size
    condition, parameters = where(notes, without=without)
    wanted = bytearray(size)
    for one in source.ids(f"SELECT n.id {_from(notes, without)} WHERE {condition}", parameters):
        wanted[one] = 1
    return (lambda ids: [one for one in ids if wanted[one]]), size


def _narrowing(notes: Notes, without: str) -> tuple[str, tuple[object, ...]]:
    """Return what keeps `annotation_tag x` to the highlights that are asked for."""
    if _is_whole(notes, without):
        return (
            "WHERE x.annotation_id NOT IN (SELECT n.id FROM annotation n JOIN article a "
            "ON a.id = n.article_id WHERE a.trashed = 1)",
            (),
        )
    condition, parameters = where(notes, without=without)
    inside = "SELECT n.id FROM annotation n JOIN article a ON a.id = n.article_id"
    return f"WHERE x.annotation_id IN ({inside} WHERE {condition})", parameters


def _is_whole(notes: Notes, without: str) -> bool:
    """Tell whether nothing is left out but what is in the trash."""
    return notes.people.names is None and not notes.query and not (notes.facets.keys() - {without})


def _from(notes: Notes, without: str) -> str:
    """Walk along an index article by article, where nothing names the highlights themselves."""
    if notes.query or notes.facets.keys() & _OF_NOTES - {without}:
        return "FROM annotation n CROSS JOIN article a ON a.id = n.article_id"
    return (
        "FROM article a CROSS JOIN annotation n INDEXED BY annotation_facet ON n.article_id = a.id"
    )


def _summed(pairs: Iterable[tuple[str, int]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for value, number in pairs:
        found[value] += number
    return found
