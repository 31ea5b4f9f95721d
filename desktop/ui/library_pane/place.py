"""Where one is in the list, in terms of articles: it survives a list that is made anew."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

# So many articles are looked for in a list of a million as quickly as Python can make a set of it.
_FEW = 8
# So far from where it stood an article is looked for first: all of a million rows take 20 ms.
_NEAR = 500


@dataclass(frozen=True, slots=True)
class Place:
    """The current and selected articles, and the one that stands *offset* pixels below the top."""

    current: int = 0
    selected: tuple[int, ...] = ()
    anchor: int = 0
    offset: int = 0


def row_in(ids: Sequence[int], article_id: int, near: int = 0) -> int:
    """Return the row of an article in the list, -1 when it is not there; first looks *near*."""
    first = max(0, near - _NEAR)
    for start, part in ((first, ids[first : near + _NEAR]), (0, ids)):
        try:
            return start + part.index(article_id)
        except ValueError:
            continue
    return -1


def spans_of(ids: Sequence[int], wanted: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last row of each run of *wanted* articles in the list."""
    seek = set(wanted)
    if len(seek) <= _FEW and isinstance(ids, array):
        yield from _runs(sorted(row for one in seek if (row := row_in(ids, one)) >= 0))
        return
    start = -1
    for row, article_id in enumerate(ids):
        if article_id in seek and start < 0:
            start = row
        elif article_id not in seek and start >= 0:
            yield start, row - 1
            start = -1
    if start >= 0:
        yield start, len(ids) - 1


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    at = 0
    for number, row in enumerate(rows):
        if number + 1 == len(rows) or rows[number + 1] != row + 1:
            yield rows[at], row
            at = number + 1


def neighbour(old: Sequence[int], new: Sequence[int], at: int) -> int:
    """Return the next article that stayed when that in row *at* left, else the last before, or 0.

    There is none for row -1.
    """
    if at < 0 or not new:
        return 0
    for row in range(at + 1, min(at + 1 + _FEW, len(old))):
        if row_in(new, old[row], row) >= 0:
            return old[row]
    stayed = set(new)
    after = (old[row] for row in range(at + 1, len(old)) if old[row] in stayed)
    before = (old[row] for row in range(at - 1, -1, -1) if old[row] in stayed)
    return next(after, None) or next(before, 0)


def put_back(new: "array[int]", article_id: int, at: int) -> "array[int]":
    """Return *new* with *article_id*, which stood in row *at* before, about there."""
    kept = new[:]
    kept.insert(min(at, len(new)), article_id)
    return kept
