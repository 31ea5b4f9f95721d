"""How many highlights there are for each value that the notebook can be narrowed by.

A facet is counted as if nothing of its own were chosen, so that one sees what else there is. All
values but the tags come from one walk over each index, without sorting a million rows.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

from desktop.library.connection import Source
from desktop.library.notebook import FACETS, UNTAGGED, Notes, where

Counts = Mapping[str, Counter[str]]
_OF_ARTICLE = ("outlet", "author", "language")
_MADE = ("colour", "date", "coder")
_IN_TRASH = "SELECT id FROM article WHERE trashed = 1"


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
        return _of_library(source)["author"].total()
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
    if any(name in _OF_ARTICLE for name in names):
        found.update(_of_articles(source, notes, without))
    if any(name in (*_MADE, "note") for name in names):
        found.update(_made(source, notes, without))
        noted = _noted(source, notes, without)
        every = found["colour"].total()
        found["note"] = +Counter({"yes": noted, "no": every - noted})
    if "tag" in names:
        found["tag"] = _tags(source, notes, without)
    return {name: found[name] for name in names}


def _of_articles(source: Source, notes: Notes, without: str) -> dict[str, Counter[str]]:
    if _is_whole(notes, without):
        return _of_library(source)
    condition, parameters = where(notes, without=without)
    rows = source.rows(
        f"SELECT a.outlet, a.author, a.language, count(*) AS number {_from(notes, without)} "
        f"WHERE {condition} GROUP BY a.id",
        parameters,
    )
    return {name: _summed((row[name], row["number"]) for row in rows) for name in _OF_ARTICLE}


def _of_library(source: Source) -> dict[str, Counter[str]]:
    rows = source.rows(
        "SELECT a.outlet, a.author, a.language, s.highlights AS number FROM article a "
        "JOIN article_stats s ON s.article_id = a.id WHERE a.trashed = 0 AND s.highlights > 0"
    )
    return {name: _summed((row[name], row["number"]) for row in rows) for name in _OF_ARTICLE}


def _made(source: Source, notes: Notes, without: str) -> dict[str, Counter[str]]:
    if _is_whole(notes, without):
        return _made_in_library(source)
    condition, parameters = where(notes, without=without)
    rows = source.rows(
        "SELECT n.colour, substr(n.created, 1, 7) AS date, n.author AS coder, count(*) AS number "
        f"{_from(notes, without)} WHERE {condition} GROUP BY 1, 2, 3",
        parameters,
    )
    return {name: _summed((row[name], row["number"]) for row in rows) for name in _MADE}


def _made_in_library(source: Source) -> dict[str, Counter[str]]:
    """Count in the order of one index for each column."""
    found: dict[str, Counter[str]] = {"date": _months(source)}
    for name, column in (("colour", "colour"), ("coder", "author")):
        rows = source.rows(
            f"SELECT {column} AS value, count(*) AS number FROM annotation "
            f"WHERE article_id NOT IN ({_IN_TRASH}) GROUP BY {column}"
        )
        found[name] = Counter({row["value"]: row["number"] for row in rows})
    return found


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


def _noted(source: Source, notes: Notes, without: str) -> int:
    condition, parameters = where(notes, without=without)
    return source.ids(
        f"SELECT count(*) {_from(notes, without, index='annotation_noted')} "
        f"WHERE n.note <> '' AND {condition}",
        parameters,
    )[0]


def _tags(source: Source, notes: Notes, without: str) -> Counter[str]:
    """Count by path with what lies below it; a highlight with two tags of a branch counts once.

    Sets of ids, a branch at a time: SQLite takes four times as long to count distinct ones.
    """
    counts: Counter[str] = Counter()
    tagged: set[int] = set()
    keep = _keeping(source, notes, without)
    tags = source.rows("SELECT id, path FROM tag ORDER BY path_key")
    for root, branch in groupby(tags, lambda row: row["path"].partition("/")[0]):
        carriers: dict[str, set[int]] = {}
        for row in branch:
            own = keep(
                source.ids(
                    "SELECT annotation_id FROM annotation_tag WHERE tag_id = ?", (row["id"],)
                )
            )
            for path in _upwards(row["path"]):
                carriers.setdefault(path, set()).update(own)
        counts.update({path: len(of_path) for path, of_path in carriers.items()})
        tagged |= carriers[root]
    every = notes.with_facet(without, None) if without else notes
    counts[UNTAGGED] = total(source, every) - len(tagged)
    return +counts


def _upwards(path: str) -> list[str]:
    names = path.split("/")
    return ["/".join(names[:length]) for length in range(1, len(names) + 1)]


def _keeping(source: Source, notes: Notes, without: str) -> Callable[[Iterable[int]], set[int]]:
    """Return what keeps of some annotations those that are asked for."""
    if _is_whole(notes, without):
        out = set(
            source.ids(
                "SELECT n.id FROM article a JOIN annotation n ON n.article_id = a.id "
                "WHERE a.trashed = 1"
            )
        )
        return lambda ids: set(ids) - out
    condition, parameters = where(notes, without=without)
    wanted = set(source.ids(f"SELECT n.id {_from(notes, without)} WHERE {condition}", parameters))
    return wanted.intersection


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


def _from(notes: Notes, without: str, *, index: str = "annotation_facet") -> str:
    """Walk along *index* article by article, unless tags or words name the highlights."""
    if notes.query or notes.facets.keys() & {"tag", "note"} - {without}:
        return "FROM annotation n CROSS JOIN article a ON a.id = n.article_id"
    return f"FROM article a CROSS JOIN annotation n INDEXED BY {index} ON n.article_id = a.id"


def _summed(pairs: Iterable[tuple[str, int]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for value, number in pairs:
        found[value] += number
    return found
