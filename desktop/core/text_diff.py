"""Word by word, what became of a text: which word of the old one is which word of the new.

`difflib` is quadratic where words repeat. Here runs of words that occur once in both texts are the
fixed points (patience), Myers' algorithm fills what lies between, within bounds. Words are the same
when they fold to the same, so typography (quotation marks, no-break spaces) moves nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from desktop.core.anchoring import same_beginning
from desktop.core.folding import fold

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_CJK}]|(?:[^\W{_CJK}]|[\u0300-\u036f\u00ad])+|[^\w\s]")
_RUNS = (7, 3, 1)
_MOVED_RUN, _ANCHOR_RUN = 5, 5
_MOST_EDITS = 120
_SMALL_GAP = 40
_MOST_SLIDE = 60
_ALIKE = 0.5
LONGEST = 4_000_000  # characters: more takes memory and minutes
Kind = Literal["same", "removed", "added", "replaced"]
_Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of both texts in code points; an empty one where nothing was on that side."""

    kind: Kind
    old: tuple[int, int]
    new: tuple[int, int]


class Tokens:
    """A text cut into words and marks; `keys` are equal where these fold to the same."""

    def __init__(self, text: str, known: dict[str, int]) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.keys: list[int] = []
        raw: dict[str, int] = {}
        for match in _TOKEN.finditer(text):
            word = match[0]
            key = raw.get(word)
            if key is None:
                key = raw[word] = known.setdefault(fold(word) or word, len(known))
            self.starts.append(match.start())
            self.ends.append(match.end())
            self.keys.append(key)

    def word(self, number: int) -> str:
        """Return a token as it stands in the text."""
        return self.text[self.starts[number] : self.ends[number]]

    def ends_line(self, number: int) -> bool:
        """Tell whether a paragraph or line ends behind a token; the text's ends count."""
        if not 0 <= number < len(self.keys) - 1:
            return True
        return "\n" in self.text[self.ends[number] : self.starts[number + 1]]


class Alignment:
    """Which token of *new* each token of *old* is: `straight` in order, `to` also what moved.

    `to` also knows words that were changed a little; `same` tells those that were not.
    """

    def __init__(self, old: str, new: str) -> None:
        known: dict[str, int] = {}
        self.old, self.new = Tokens(old, known), Tokens(new, known)
        self.straight = _matched(self.old.keys, self.new.keys)
        _slide(self.old, self.new, self.straight)
        self.to = list(self.straight)
        _match_moved(self.old.keys, self.new.keys, self.to)
        _match_alike(self.old, self.new, self.to)

    def same(self, number: int) -> bool:
        """Tell whether an old token has an equal in the new text."""
        other = self.to[number]
        return other >= 0 and self.old.keys[number] == self.new.keys[other]

    @cached_property
    def back(self) -> list[int]:
        """Which old token each new one was, -1 for none."""
        found = [-1] * len(self.new.keys)
        for number, other in enumerate(self.to):
            if other >= 0:
                found[other] = number
        return found

    @cached_property
    def anchored(self) -> bytearray:
        """1 where a run of five tokens begins that both texts have once, at matching places."""
        old = _unique_runs(self.old.keys, 0, len(self.old.keys), _ANCHOR_RUN)
        new = _unique_runs(self.new.keys, 0, len(self.new.keys), _ANCHOR_RUN)
        marks = bytearray(len(self.old.keys))
        for run, at in old.items():
            other = new.get(run, -1)
            if at >= 0 and other >= 0 and self.to[at] == other:
                marks[at] = 1
        return marks


def changes(alignment: Alignment) -> list[Change]:
    """Return what is the same, removed, added and replaced, so that it covers both texts."""
    return list(_joined(_changes(alignment)))


def _changes(alignment: Alignment) -> Iterator[Change]:
    old, new = alignment.old, alignment.new
    was, now = 0, 0
    begun = (0, 0)
    for number, other in enumerate(alignment.straight):
        if other < 0 or old.word(number) != new.word(other):
            continue
        start, there = old.starts[number], new.starts[other]
        if old.text[was:start] != new.text[now:there]:
            yield Change("same", (begun[0], was), (begun[1], now))
            yield from _between(old.text, (was, start), new.text, (now, there))
            begun = (start, there)
        was, now = old.ends[number], new.ends[other]
    yield Change("same", (begun[0], was), (begun[1], now))
    yield from _between(old.text, (was, len(old.text)), new.text, (now, len(new.text)))


def _between(old: str, before: _Pair, new: str, after: _Pair) -> Iterator[Change]:
    """Tell of what lies between two words that stayed: white space counts where lines end."""
    gone, come = old[slice(*before)], new[slice(*after)]
    blank = bool(gone) == bool(come) and not gone.strip() and not come.strip()
    if gone == come or (blank and ("\n" in gone) == ("\n" in come)):
        yield Change("same", before, after)
        return
    head = same_beginning(gone, come)
    tail = same_beginning(gone[head:][::-1], come[head:][::-1])
    was, now = (before[0] + head, before[1] - tail), (after[0] + head, after[1] - tail)
    yield Change("same", (before[0], was[0]), (after[0], now[0]))
    kind: Kind = "replaced" if was[0] < was[1] and now[0] < now[1] else "removed"
    yield Change("added" if was[0] == was[1] else kind, was, now)
    yield Change("same", (was[1], before[1]), (now[1], after[1]))


def _joined(parts: Iterator[Change]) -> Iterator[Change]:
    """Join what belongs together; a word or two that stayed between two changes belong to them."""
    held: list[Change] = []
    for part in parts:
        if part.old[0] == part.old[1] and part.new[0] == part.new[1]:
            continue
        if held and held[-1].kind == part.kind == "same":
            part = Change("same", (held[-1].old[0], part.old[1]), (held[-1].new[0], part.new[1]))
            held.pop()
        held.append(part)
        if len(held) >= 3 and part.kind != "same" and held[-2].kind == "same":
            first, between = held[-3], held[-2]
            if first.kind != "same" and between.old[1] - between.old[0] <= 3:
                held[-3:] = [_one(first, part)]
    yield from held


def _one(first: Change, last: Change) -> Change:
    old, new = (first.old[0], last.old[1]), (first.new[0], last.new[1])
    if old[0] == old[1]:
        return Change("added", old, new)
    return Change("replaced" if new[0] < new[1] else "removed", old, new)


def _matched(a: Sequence[int], b: Sequence[int]) -> list[int]:
    """Return for each item of *a* the place of its equal in *b*, in ascending order, or -1."""
    result = [-1] * len(a)
    stack = [(0, len(a), 0, len(b), 0)]
    while stack:
        alo, ahi, blo, bhi, level = stack.pop()
        while alo < ahi and blo < bhi and a[alo] == b[blo]:
            result[alo] = blo
            alo, blo = alo + 1, blo + 1
        while alo < ahi and blo < bhi and a[ahi - 1] == b[bhi - 1]:
            ahi, bhi = ahi - 1, bhi - 1
            result[ahi] = bhi
        if alo == ahi or blo == bhi:
            continue
        fixed: list[_Pair] = []
        while level < len(_RUNS) and not fixed:
            fixed = _fixed_points(a, (alo, ahi), b, (blo, bhi), _RUNS[level])
            level += not fixed
        if not fixed:
            _myers(a, (alo, ahi), b, (blo, bhi), result)
            continue
        last = (-2, -2)
        for x, y in fixed:
            if (x - 1, y - 1) != last:
                stack.append((alo, x, blo, y, level))
                alo, blo = x, y
            last = (x, y)
        stack.append((alo, ahi, blo, bhi, level))
    return result


def _fixed_points(
    a: Sequence[int], where: _Pair, b: Sequence[int], there: _Pair, length: int
) -> list[_Pair]:
    """Return where runs begin that both stretches have once, as many as are in the same order."""
    ours = _unique_runs(a, *where, length)
    theirs = _unique_runs(b, *there, length)
    pairs = [(at, theirs[run]) for run, at in ours.items() if at >= 0 and theirs.get(run, -1) >= 0]
    return _ascending(pairs)


def _unique_runs(items: Sequence[int], low: int, high: int, length: int) -> dict[object, int]:
    """Return where each run begins, -1 for those that there are several of."""
    found: dict[object, int] = {}
    for at in range(low, high - length + 1):
        run = tuple(items[at : at + length])
        found[run] = -1 if run in found else at
    return found


def _ascending(pairs: list[_Pair]) -> list[_Pair]:
    """Return the longest part of *pairs* (ascending by the first) that ascends in both."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, y) in enumerate(pairs):
        at = bisect_left(tops, y)
        before.append(ends[at - 1] if at else -1)
        if at == len(tops):
            tops.append(y)
            ends.append(number)
        else:
            tops[at], ends[at] = y, number
    chain: list[_Pair] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _myers(
    a: Sequence[int], where: _Pair, b: Sequence[int], there: _Pair, result: list[int]
) -> None:
    """Match by the fewest edits; leave it when that takes too many."""
    (alo, ahi), (blo, bhi) = where, there
    n, m = ahi - alo, bhi - blo
    reach = {1: 0}
    trace: list[dict[int, int]] = []
    for edits in range(min(n + m, _MOST_EDITS) + 1):
        trace.append(dict(reach))
        for k in range(-edits, edits + 1, 2):
            down = k == -edits or (k != edits and reach[k - 1] < reach[k + 1])
            x = reach[k + 1] if down else reach[k - 1] + 1
            while x < n and x - k < m and a[alo + x] == b[blo + x - k]:
                x += 1
            reach[k] = x
            if k == n - m and x >= n:
                _follow_back(trace, (n, m), (alo, blo), result)
                return


def _follow_back(trace: list[dict[int, int]], end: _Pair, offset: _Pair, result: list[int]) -> None:
    x, y = end
    for edits in range(len(trace) - 1, -1, -1):
        reach, k = trace[edits], x - y
        down = k == -edits or (k != edits and reach[k - 1] < reach[k + 1])
        came = k + 1 if down else k - 1
        from_x = reach[came] if edits else 0
        from_y = from_x - came if edits else 0
        while x > from_x and y > from_y:
            x, y = x - 1, y - 1
            result[offset[0] + x] = offset[1] + y
        x, y = from_x, from_y


def _slide(old: Tokens, new: Tokens, straight: list[int]) -> None:
    """Let what was put in or taken out begin where a sentence or paragraph does, if it can.

    Of "A. B." and "A. C. B." the fewest edits may as well put in " C." as ". C".
    """
    number, other = 0, 0
    while number < len(straight):
        gone = number
        while gone < len(straight) and straight[gone] < 0:
            gone += 1
        here = straight[gone] if gone < len(straight) else len(new.keys)
        if gone == number and here > other:
            _slide_one(new, other, here, straight, number, taken_out=False)
        elif gone > number and here == other:
            _slide_one(old, number, gone, straight, number, taken_out=True)
        number = gone
        while number < len(straight) and straight[number] >= 0:
            other = straight[number] + 1
            number += 1
            if number < len(straight) and straight[number] != other:
                break


def _slide_one(
    tokens: Tokens, low: int, high: int, straight: list[int], at: int, *, taken_out: bool
) -> None:
    """Move the odd stretch `low` to `high` of *tokens*; `at` is the old token it stands before."""
    keys, size = tokens.keys, high - low
    left = 0
    while left < min(_MOST_SLIDE, low) and keys[low - 1 - left] == keys[high - 1 - left]:
        if not taken_out and (at - 1 - left < 0 or straight[at - 1 - left] != low - 1 - left):
            break
        if taken_out and straight[at - 1 - left] < 0:
            break
        left += 1
    right = 0
    after = at + size if taken_out else at
    while (
        right < _MOST_SLIDE and high + right < len(keys) and keys[low + right] == keys[high + right]
    ):
        if after + right >= len(straight) or straight[after + right] < 0:
            break
        if not taken_out and straight[after + right] != high + right:
            break
        right += 1
    steps = range(-left, right + 1)
    best = max(steps, key=lambda step: (_opens(tokens, low + step), -abs(step)))
    _shift(straight, at, size, best, taken_out=taken_out)


def _shift(straight: list[int], at: int, size: int, by: int, *, taken_out: bool) -> None:
    if taken_out:
        moving = straight[at + size : at + size + by] if by > 0 else straight[at + by : at]
        low, high = min(at, at + by), max(at + size, at + size + by)
        rest = [-1] * size
        straight[low:high] = moving + rest if by > 0 else rest + moving
        return
    for number in range(at, at + by) if by > 0 else range(at + by, at):
        straight[number] += -size if by > 0 else size


def _opens(tokens: Tokens, number: int) -> int:
    """Return how well something may begin at a token: 2 a paragraph, 1 a sentence, else 0."""
    if number == 0 or number >= len(tokens.keys):
        return 2
    if tokens.ends_line(number - 1):
        return 2
    return int(tokens.text[tokens.ends[number - 1] - 1] in ".!?…")


def _match_moved(a: Sequence[int], b: Sequence[int], to: list[int]) -> None:
    """Match runs that are left over on both sides, wherever they went to."""
    taken = bytearray(len(b))
    for other in to:
        if other >= 0:
            taken[other] = 1
    left = bytearray(other >= 0 for other in to)
    ours, theirs = _free_runs(a, left), _free_runs(b, taken)
    for run, at in ours.items():
        other = theirs.get(run, -1)
        if at < 0 or other < 0 or to[at] >= 0:
            continue
        while (
            at and other and to[at - 1] < 0 and not taken[other - 1] and a[at - 1] == b[other - 1]
        ):
            at, other = at - 1, other - 1
        while at < len(a) and other < len(b) and to[at] < 0 and not taken[other]:
            if a[at] != b[other]:
                break
            to[at] = other
            taken[other] = 1
            at, other = at + 1, other + 1


def _free_runs(items: Sequence[int], taken: bytearray) -> dict[object, int]:
    found: dict[object, int] = {}
    at = taken.find(0)
    while at >= 0:
        end = taken.find(1, at)
        end = len(taken) if end < 0 else end
        for run, place in _unique_runs(items, at, end, _MOVED_RUN).items():
            found[run] = -1 if run in found else place
        at = taken.find(0, end)
    return found


def _match_alike(old: Tokens, new: Tokens, to: list[int]) -> None:
    """Match words that were changed a little, between words that were not."""
    taken = set(to)
    last = (-1, -1)
    for number in range(len(to) + 1):
        here = to[number] if number < len(to) else len(new.keys)
        if here < 0:
            continue
        mine = range(last[0] + 1, number)
        theirs = range(last[1] + 1, here)
        if 0 < len(mine) <= _SMALL_GAP and 0 < len(theirs) <= _SMALL_GAP:
            free = [other for other in theirs if other not in taken]
            for one, other in _alike_pairs(old, list(mine), new, free):
                to[one] = other
        last = (number, here)


def _alike_pairs(old: Tokens, mine: list[int], new: Tokens, theirs: list[int]) -> list[_Pair]:
    """Return the pairs, in order on both sides, that are most alike in sum."""
    if len(mine) == len(theirs) == 1:
        both_words = old.word(mine[0])[0].isalnum() == new.word(theirs[0])[0].isalnum()
        return [(mine[0], theirs[0])] if both_words else []
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(mine) + 1)]
    gain: dict[_Pair, float] = {}
    for i in range(len(mine) - 1, -1, -1):
        for j in range(len(theirs) - 1, -1, -1):
            alike = _alike(old.word(mine[i]), new.word(theirs[j]))
            gain[i, j] = alike if alike >= _ALIKE else -1.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + gain[i, j])
    pairs: list[_Pair] = []
    i = j = 0
    while i < len(mine) and j < len(theirs):
        if best[i][j] == best[i + 1][j + 1] + gain[i, j]:
            pairs.append((mine[i], theirs[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _alike(one: str, other: str) -> float:
    """Return how much of two words is the same at their beginnings and ends, 0 to 1."""
    head = same_beginning(one, other)
    tail = same_beginning(one[head:][::-1], other[head:][::-1])
    return (head + tail) / max(len(one), len(other))
