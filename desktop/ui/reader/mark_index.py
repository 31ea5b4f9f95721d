"""The highlights of a text as lanes, asked for by range: one more costs only those it overlaps."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from desktop.core.changes import common_ends
from desktop.library.annotations import Annotation
from desktop.ui.reader.marks import Mark, lanes

_FEW = 100


class MarkIndex:
    """Marks in the order in which they are painted, the one that begins first lowest."""

    def __init__(self) -> None:
        self._given: Sequence[Annotation] = ()
        self._marks: list[Mark] = []
        self._reach: list[int] = []  # how far the marks up to this one reach

    def set(self, annotations: Sequence[Annotation]) -> None:
        """Take these highlights, in reading order, in place of the ones before.

        Those without a place stand last, and have no mark.
        """
        placed = annotations[: bisect_left(annotations, True, key=_is_orphan)]
        head, tail = common_ends(self._given, placed)
        gone = self._given[head : len(self._given) - tail]
        come = placed[head : len(placed) - tail]
        self._given = placed
        if len(gone) + len(come) > _FEW:
            self._marks = lanes(placed)
            self._reach = list(accumulate((mark.annotation.end for mark in self._marks), max))
            return
        for one in gone:
            at = bisect_left(self._marks, _order(one), key=_mark_order)
            del self._marks[at], self._reach[at]
            self._renew(at, one.end)
        for one in come:
            at = bisect_left(self._marks, _order(one), key=_mark_order)
            self._marks.insert(at, Mark(one, 0))
            self._reach.insert(at, 0)
            self._renew(at, one.end)

    def between(self, low: int, high: int) -> list[Mark]:
        """Return the marks that reach into `[low, high)` (code points), lowest first."""
        first = bisect_right(self._reach, low)
        behind = bisect_left(self._marks, high, key=_start)
        return [mark for mark in self._marks[first:behind] if mark.annotation.end > low]

    def _renew(self, first: int, end: int) -> None:
        """Give lanes anew from the mark numbered *first* to the first gap behind *end*.

        A gap is a place that no mark covers: what is before it has no part in the lanes behind.
        """
        while (
            0 < first < len(self._marks)
            and self._reach[first - 1] > self._marks[first].annotation.start
        ):
            first -= 1
        reach = self._reach[first - 1] if first else 0
        behind = first
        while behind < len(self._marks):
            one = self._marks[behind].annotation
            if one.start >= max(reach, end):
                break
            reach = self._reach[behind] = max(reach, one.end)
            behind += 1
        self._marks[first:behind] = lanes([mark.annotation for mark in self._marks[first:behind]])


def _is_orphan(one: Annotation) -> bool:
    return one.orphaned


def _order(one: Annotation) -> tuple[int, int, int]:
    return one.start, -one.end, one.id


def _mark_order(mark: Mark) -> tuple[int, int, int]:
    return _order(mark.annotation)


def _start(mark: Mark) -> int:
    return mark.annotation.start
