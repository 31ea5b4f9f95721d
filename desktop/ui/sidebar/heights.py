"""Where rows of different heights are: sums for 20,000 of them are made anew in a millisecond."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class Heights:
    """Tops and heights of rows, in pixels from the top of the list."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._tops: list[int] = [0]

    @property
    def total(self) -> int:
        """The height of all rows."""
        return self._tops[-1]

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self._heights)

    def replace(self, first: int, behind: int, heights: Sequence[int]) -> None:
        """Put rows with these *heights* where the rows from *first* to *behind* were."""
        self._heights[first:behind] = heights
        self._tops[first:] = accumulate(self._heights[first:], initial=self._tops[first])

    def change(self, row: int, height: int) -> int:
        """Give a row another height; return by how much it grew."""
        grown = height - self._heights[row]
        if grown:
            self._heights[row] = height
            self._tops[row:] = accumulate(self._heights[row:], initial=self._tops[row])
        return grown

    def top(self, row: int) -> int:
        """Return where a row begins."""
        return self._tops[row]

    def height(self, row: int) -> int:
        """Return how high a row is."""
        return self._heights[row]

    def row_at(self, y: int) -> int:
        """Return the row at *y*; the first or last one outside, -1 when there is none."""
        return min(max(bisect_right(self._tops, y) - 1, 0), self.count - 1)
