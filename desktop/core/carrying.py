"""Carry a highlight from one text to another: to the right words, or with a mark of doubt.

What the alignment of the two texts says is certain where a run of words that both texts have only
once leads up to the highlight without a gap; elsewhere the place is a guess and says so.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.core.anchoring import same_beginning
from desktop.core.text_diff import Alignment

_UNSURE, _CHANGED, _FOUND = 0.7, 0.95, 0.6
_LEAST_KEPT = 0.5
_NEAR_WORD = 0.6
_JUMP = 12
_AROUND = 24
_LEAST_RUN, _LEAST_MOVED_RUN = 10, 12
_BESIDE, _LEAST_BESIDE, _NEAR = 12, 16, 80
_LEAST_QUOTE = 4
_CONTEXT = 12


@dataclass(frozen=True, slots=True)
class Carried:
    """Where a highlight belongs now; `confidence` is 1 when that is certain and no word changed."""

    start: int
    end: int
    confidence: float


def carry(alignment: Alignment, start: int, end: int) -> Carried | None:
    """Return where `old[start:end]` is in the new text, or None: nobody can tell."""
    if alignment.old.text == alignment.new.text:
        return Carried(start, end, 1.0)
    old = alignment.old
    first = bisect_right(old.ends, start)
    last = bisect_left(old.starts, end) - 1
    if first > last:
        return None
    return _by_words(alignment, start, end, first, last) or _by_quote(
        alignment, start, end, first, last
    )


def carry_point(alignment: Alignment, point: int) -> int:
    """Return where a place in the old text is in the new one, as near as can be told."""
    number = min(bisect_right(alignment.old.ends, point), len(alignment.to) - 1)
    while number >= 0 and alignment.straight[number] < 0:
        number -= 1
    if number < 0:
        return 0
    # Below 0 between two words: what is nowhere changed has its place to the character.
    offset = point - alignment.old.starts[number]
    there = alignment.new.starts[alignment.straight[number]] + offset
    return min(max(0, there), len(alignment.new.text))


def _by_words(alignment: Alignment, start: int, end: int, first: int, last: int) -> Carried | None:
    groups = list(_clusters(alignment, first, last))
    if not groups:
        return None
    kept = max(groups, key=lambda group: _weight(alignment, group))
    total = sum(_length(alignment, number) for number in range(first, last + 1))
    inside = alignment.to[kept[-1]] - alignment.to[kept[0]] + 1 - len(kept)
    score = _weight(alignment, kept) / total
    whole = len(kept) == last - first + 1 and not inside and score == 1.0
    certain = _is_certain(alignment, kept)
    if score < _LEAST_KEPT or inside > 3 * len(kept) + _JUMP:
        return None
    low, high = _edges(alignment, start, end, kept)
    if whole:
        return Carried(low, high, 1.0 if certain else _UNSURE)
    score = min(_CHANGED, score * len(kept) / (len(kept) + inside))
    return Carried(low, high, round(score if certain else score * _UNSURE, 2))


def _clusters(alignment: Alignment, first: int, last: int) -> Iterator[list[int]]:
    """Yield the words of a highlight that are still together, in groups."""
    group: list[int] = []
    for number in range(first, last + 1):
        here = alignment.to[number]
        if here < 0:
            continue
        if group:
            step, gap = here - alignment.to[group[-1]], number - group[-1]
            if not 0 < step <= gap + _JUMP:
                yield group
                group = []
        group.append(number)
    if group:
        yield group


def _weight(alignment: Alignment, group: list[int]) -> float:
    return sum(
        _length(alignment, number) * (1.0 if alignment.same(number) else _NEAR_WORD)
        for number in group
    )


def _length(alignment: Alignment, number: int) -> int:
    return alignment.old.ends[number] - alignment.old.starts[number]


def _is_certain(alignment: Alignment, kept: list[int]) -> bool:
    """Tell whether words that are once in both texts lead up to *kept* without a gap."""
    to, low, high = alignment.to, kept[0], kept[0]
    least, most = low - _AROUND, kept[-1] + _AROUND
    while low > max(0, least) and to[low - 1] == to[low] - 1 and alignment.same(low - 1):
        low -= 1
    while high + 1 < min(len(to), most) and to[high + 1] == to[high] + 1:
        if not alignment.same(high + 1):
            break
        high += 1
    straight = alignment.straight[kept[0]] >= 0
    if high - low + 1 < (_LEAST_RUN if straight else _LEAST_MOVED_RUN):
        return low == 0 and high == len(to) - 1
    if alignment.anchored.find(1, low, high - 3) < 0:
        return False
    return _beside(alignment, kept[0], -1) + _beside(alignment, kept[-1], 1) >= _LEAST_BESIDE


def _beside(alignment: Alignment, edge: int, step: int) -> float:
    """Return how many of twelve words on one side came along.

    Beyond the text all did; beyond a paragraph that ends there in both texts, every other.
    """
    shift = alignment.to[edge] - edge
    count = 0
    for done in range(_BESIDE):
        number = edge + step * (done + 1)
        if not 0 <= number < len(alignment.to):
            return count + _BESIDE - done
        inner = min(number, number - step)
        if alignment.old.ends_line(inner):
            there = alignment.to[number - step] + min(step, 0)
            if number - step == edge + step * count and alignment.new.ends_line(there):
                return count + (_BESIDE - done) / 2
        if alignment.same(number):
            count += abs(alignment.to[number] - number - shift) <= _NEAR
    return count


def _edges(alignment: Alignment, start: int, end: int, kept: list[int]) -> tuple[int, int]:
    """Return the range of *kept* in the new text; a highlight may begin and end within a word."""
    old, new = alignment.old, alignment.new
    first, last = kept[0], kept[-1]
    low, high = new.starts[alignment.to[first]], new.ends[alignment.to[last]]
    if old.word(first) == new.word(alignment.to[first]):
        low += max(0, start - old.starts[first])
    if old.word(last) == new.word(alignment.to[last]):
        high -= max(0, old.ends[last] - end)
    return low, high


def _by_quote(alignment: Alignment, start: int, end: int, first: int, last: int) -> Carried | None:
    """Look for the words elsewhere: where they are alone, or what is around them decides."""
    quote = alignment.old.keys[first : last + 1]
    free = [
        at
        for at in _places(alignment.new.keys, quote)
        if all(alignment.back[at + n] in (-1, first + n) for n in range(len(quote)))
    ]
    if not free:
        return None
    at = free[0] if len(free) == 1 else _nearest(alignment, free, first, last)
    if at is None or not _belongs(alignment, at, first, last):
        return None
    low, high = alignment.new.starts[at], alignment.new.ends[at + len(quote) - 1]
    low += max(0, start - alignment.old.starts[first])
    high -= max(0, alignment.old.ends[last] - end)
    return Carried(low, high, _FOUND) if low < high else None


def _belongs(alignment: Alignment, at: int, first: int, last: int) -> bool:
    """Tell whether the words at *at* are rather ours than of another place in the old text."""
    quote = alignment.old.keys[first : last + 1]
    ours = _context(alignment, first, at, len(quote))
    others = [p for p in _places(alignment.old.keys, quote) if p != first]
    if not others:
        return len(quote) >= _LEAST_QUOTE or ours >= 3
    return ours >= 3 and all(_context(alignment, p, at, len(quote)) < ours for p in others)


def _nearest(alignment: Alignment, free: list[int], first: int, last: int) -> int | None:
    ranked = sorted(
        ((_context(alignment, first, at, last - first + 1), at) for at in free), reverse=True
    )
    return ranked[0][1] if ranked[0][0] > ranked[1][0] + 1 else None


def _context(alignment: Alignment, first: int, at: int, length: int) -> int:
    """Return how many words on both sides of two places are the same."""
    old, new = alignment.old.keys, alignment.new.keys
    before = same_beginning(
        old[max(0, first - _CONTEXT) : first][::-1], new[max(0, at - _CONTEXT) : at][::-1]
    )
    end, other = first + length, at + length
    return before + same_beginning(old[end : end + _CONTEXT], new[other : other + _CONTEXT])


def _places(keys: list[int], quote: list[int]) -> list[int]:
    found: list[int] = []
    at = -1
    while len(found) < 50:
        try:
            at = keys.index(quote[0], at + 1)
        except ValueError:
            break
        if keys[at : at + len(quote)] == quote:
            found.append(at)
    return found
