"""The numbers behind the notebook's pictures, each with what narrows the notebook to it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from desktop.library.connection import Source
from desktop.library.notebook import UNTAGGED, Notes, where
from desktop.library.notebook_facets import facet_counts, tag_sets
from desktop.library.notebook_rows import tag_paths

PICTURES = ("tags", "together", "months", "weeks", "articles", "outlets")
MOST = 40
WEEKS = 53
_MATRIX = 14


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, and the facet (or search) that narrows the notebook to what it counts.

    `other` is the second tag of a pair.
    """

    value: str
    count: int
    facet: str
    other: str = ""


def figures(source: Source, notes: Notes, picture: str) -> list[Figure]:
    """Return the figures of one of PICTURES, largest first or in the order of time."""
    return _MAKERS[picture](source, notes)


def _tags(source: Source, notes: Notes) -> list[Figure]:
    counts = facet_counts(source, notes.with_facet("tag", None), ["tag"])["tag"]
    del counts[UNTAGGED]
    return [Figure(path, number, "tag") for path, number in counts.most_common(MOST)]


def _together(source: Source, notes: Notes) -> list[Figure]:
    """Count pairs of tags of different branches, or side by side in one, on the same highlight."""
    paths = tag_paths(source)
    pairs: Counter[tuple[str, str]] = Counter()
    for tags, number in tag_sets(source, notes).items():
        carried = {path for tag in tags for path in _upwards(paths[tag])}
        for one, other in combinations(sorted(carried), 2):
            if not other.startswith(one + "/"):
                pairs[one, other] += number
    met: Counter[str] = Counter()
    for pair, number in pairs.items():
        met.update(dict.fromkeys(pair, number))
    shown = {path for path, _ in met.most_common(_MATRIX)}
    return [
        Figure(one, number, "tag", other)
        for (one, other), number in sorted(pairs.items())
        if {one, other} <= shown
    ]


def _months(source: Source, notes: Notes) -> list[Figure]:
    counts = facet_counts(source, notes.with_facet("date", None), ["date"])["date"]
    return [Figure(month, counts[month], "date") for month in _filled(counts)]


def _weeks(source: Source, notes: Notes) -> list[Figure]:
    """Count by week (from Monday), for the year before the last highlight."""
    condition, parameters = where(notes, without="date")
    of_notes = "FROM annotation n JOIN article a ON a.id = n.article_id WHERE " + condition
    last = source.rows(f"SELECT max(substr(n.created, 1, 10)) AS day {of_notes}", parameters)
    if not last[0]["day"]:
        return []
    day = date.fromisoformat(last[0]["day"])
    monday = day - timedelta(days=day.weekday())
    first = monday - timedelta(weeks=WEEKS - 1)
    rows = source.rows(
        f"SELECT substr(n.created, 1, 10) AS day, count(*) AS number {of_notes} "
        "AND n.created >= ? GROUP BY 1",
        (*parameters, first.isoformat()),
    )
    counts: Counter[date] = Counter()
    for row in rows:
        made = date.fromisoformat(row["day"])
        counts[made - timedelta(days=made.weekday())] += row["number"]
    weeks = [first + timedelta(weeks=number) for number in range(WEEKS)]
    while weeks and not counts[weeks[0]]:
        del weeks[0]
    return [Figure(f"{one}..{one + timedelta(days=6)}", counts[one], "date") for one in weeks]


def _articles(source: Source, notes: Notes) -> list[Figure]:
    """Count the articles with such highlights by the month in which they were published."""
    condition, parameters = where(notes)
    rows = source.rows(
        "SELECT substr(published, 1, 7) AS month, count(*) AS number FROM article "
        "WHERE length(published) >= 7 AND id IN (SELECT n.article_id FROM article a "
        f"JOIN annotation n ON n.article_id = a.id WHERE {condition}) GROUP BY 1",
        parameters,
    )
    counts = Counter({row["month"]: row["number"] for row in rows})
    return [Figure(month, counts[month], "published") for month in _filled(counts)]


def _outlets(source: Source, notes: Notes) -> list[Figure]:
    counts = facet_counts(source, notes.with_facet("outlet", None), ["outlet"])["outlet"]
    return [Figure(value, number, "outlet") for value, number in counts.most_common(MOST)]


_MAKERS = {
    "tags": _tags,
    "together": _together,
    "months": _months,
    "weeks": _weeks,
    "articles": _articles,
    "outlets": _outlets,
}


def _filled(months: Iterable[str]) -> list[str]:
    """Return all months from the first to the last: a gap in time must look like one."""
    known = sorted(months)
    if not known:
        return []
    year, month = map(int, known[0].split("-"))
    found = [known[0]]
    while found[-1] < known[-1]:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        found.append(f"{year:04}-{month:02}")
    return found


def _upwards(path: str) -> list[str]:
    names = path.split("/")
    return ["/".join(names[:length]) for length in range(1, len(names) + 1)]
