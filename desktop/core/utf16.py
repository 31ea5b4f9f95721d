"""Qt counts UTF-16 units, the library code points: they meet at the widget's edge only."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Utf16Map:
    """Converts offsets of one text; `astral` holds the code-point offsets beyond U+FFFF."""

    astral: Sequence[int]

    def to_utf16(self, point: int) -> int:
        """Return the UTF-16 offset of code point offset *point*."""
        return point + bisect_left(self.astral, point)

    def to_points(self, unit: int) -> int:
        """Return the code-point offset of UTF-16 offset *unit*; inside a pair: of its start."""
        low = bisect_right(self.astral, unit, key=lambda point: self.to_utf16(point))
        point = unit - low
        inside_pair = low and point < self.astral[low - 1] + 1
        return self.astral[low - 1] if inside_pair else point


@dataclass(frozen=True, slots=True)
class HyphenatedMap:
    """The same for a text that is shown with a soft hyphen before each of `cuts` (code points).

    A cut is behind its hyphen, so at the beginning of the line when the word is broken there.
    """

    plain: Utf16Map
    cuts: Sequence[int]

    def to_utf16(self, point: int) -> int:
        """Return the UTF-16 offset, in what is shown, of code point offset *point*."""
        return self.plain.to_utf16(point) + bisect_right(self.cuts, point)

    def to_points(self, unit: int) -> int:
        """Return the code-point offset of UTF-16 offset *unit*; around a hyphen: of its cut."""
        before = bisect_left(range(len(self.cuts)), unit, key=self._hyphen)
        return self.plain.to_points(unit - before)

    def _hyphen(self, number: int) -> int:
        return self.plain.to_utf16(self.cuts[number]) + number


_PLAIN = Utf16Map(())


def utf16_map(text: str) -> Utf16Map:
    """Return the map for *text*; free of cost when it has no character beyond U+FFFF."""
    if text.isascii() or max(text) <= "\uffff":
        return _PLAIN
    return Utf16Map(array("q", (i for i, char in enumerate(text) if char > "\uffff")))
