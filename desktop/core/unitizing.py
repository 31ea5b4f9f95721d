"""How far coders agree on where passages begin and end: Krippendorff's alpha for unitizing.

Source: Krippendorff, Content Analysis, 2nd ed. 2004, section 11.6 (first in Sociological
Methodology 25, 1995), the coefficient for one category, with its distance between sections of a
continuum. Several articles are several continua of the same coders: their lengths and sections add
up, and no gap reaches over the end of an article, as no highlight does.
"""

import random
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.core.agreement import SEED, Interval, percentiles
from desktop.core.errors import Cancelled

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Continuum:
    """One text: its length and what each coder marked in it, all in code points."""

    length: int
    coders: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class _Parts:
    """What one continuum adds to the sums of the formula; sections by their lengths."""

    length: int
    observed: int
    units: tuple[int, ...]
    gaps: tuple[int, ...]


def joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return *spans* in order, those that overlap made one: a coder's units are apart."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return tuple(found)


def alpha_u(continua: Sequence[Continuum]) -> float | None:
    """Return alpha for unitizing; None when nobody marked anything or fewer than two coded."""
    return _alpha(_Sums(continua), [1] * len(continua))


def bootstrap_u(
    continua: Sequence[Continuum],
    *,
    rounds: int = 1000,
    level: float = 0.95,
    cancelled: Callable[[], bool] = lambda: False,
) -> Interval | None:
    """Return the percentile interval over *rounds* resamples of the articles, always the same one.

    None with fewer than two articles, or when too few resamples have an alpha.
    """
    number = len(continua)
    if number < 2:
        return None
    sums, chance = _Sums(continua), random.Random(SEED)
    found: list[float] = []
    for _ in range(rounds):
        if cancelled():
            raise Cancelled
        times = [0] * number
        for drawn in chance.choices(range(number), k=number):
            times[drawn] += 1
        if (value := _alpha(sums, times)) is not None:
            found.append(value)
    return percentiles(found, rounds, level)


class _Sums:
    """The sections of all continua, the longest first, so that resamples need not sort again."""

    def __init__(self, continua: Sequence[Continuum]) -> None:
        self.coders = len(continua[0].coders) if continua else 0
        self.parts = [_parts(one) for one in continua]
        self.units = _by_length([part.units for part in self.parts])
        self.gaps = _by_length([part.gaps for part in self.parts])


def _by_length(lengths: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Return each length with the number of its continuum, the longest first."""
    return sorted(((one, at) for at, some in enumerate(lengths) for one in some), reverse=True)


def _alpha(sums: _Sums, times: Sequence[int]) -> float | None:
    """Return alpha over the continua, each taken so many *times*."""
    length = sum(part.length * n for part, n in zip(sums.parts, times, strict=True))
    observed = sum(part.observed * n for part, n in zip(sums.parts, times, strict=True))
    expected = _expected(sums, times, length)
    if sums.coders < 2 or not expected:
        return None
    return 1 - observed / (sums.coders * (sums.coders - 1) * length**2) / expected


def _expected(sums: _Sums, times: Sequence[int], length: int) -> float:
    """Return the disagreement when units fall anywhere: on one another, or into a long gap."""
    number = sum(len(part.units) * n for part, n in zip(sums.parts, times, strict=True))
    total = same = fitting = room = passed = 0
    for unit, at in sums.units:
        while passed < len(sums.gaps) and sums.gaps[passed][0] >= unit:
            gap, where = sums.gaps[passed]
            fitting += times[where]
            room += times[where] * (gap + 1)
            passed += 1
        overlaps = (number - 1) * (2 * unit**3 - 3 * unit**2 + unit)
        total += times[at] * (overlaps + 3 * unit**2 * (room - fitting * unit))
        same += times[at] * unit * (unit - 1)
    whole = sums.coders * length
    pairs = whole * (whole - 1) - same
    return 2 * total / (3 * length * pairs) if pairs > 0 else 0.0


def _parts(continuum: Continuum) -> _Parts:
    units = tuple(end - start for spans in continuum.coders for start, end in spans)
    gaps = [_gaps(spans, continuum.length) for spans in continuum.coders]
    observed = sum(
        _observed(mine, theirs, gaps[other])
        for own, mine in enumerate(continuum.coders)
        for other, theirs in enumerate(continuum.coders)
        if own != other
    )
    lengths = tuple(end - start for some in gaps for start, end in some)
    return _Parts(continuum.length, observed, units, lengths)


def _gaps(units: Sequence[Span], length: int) -> tuple[Span, ...]:
    ends = [0, *(end for _, end in units)]
    starts = [*(start for start, _ in units), length]
    return tuple((end, start) for end, start in zip(ends, starts, strict=True) if end < start)


def _observed(mine: Sequence[Span], theirs: Sequence[Span], gaps: Sequence[Span]) -> int:
    """Sum the distances of one coder's units from another's sections.

    Units that overlap: the squares of how far the ends are apart. A unit within a gap: the square
    of its length, here and once more from the gap's side.
    """
    their_ends = [end for _, end in theirs]
    gap_ends = [end for _, end in gaps]
    total = 0
    for start, end in mine:
        for at in range(bisect_left(their_ends, start + 1), len(theirs)):
            if theirs[at][0] >= end:
                break
            total += (start - theirs[at][0]) ** 2 + (end - theirs[at][1]) ** 2
        at = bisect_left(gap_ends, end)
        if at < len(gaps) and gaps[at][0] <= start:
            total += 2 * (end - start) ** 2
    return total
