"""How far coders agree beyond chance: the coefficients that methods sections ask for.

A unit is a tuple with one value for each coder, None where a coder did not judge it. Every function
takes counts of such units (`Counter`), so a million characters cost as much as their few patterns.
A coefficient is None where it is not defined (no unit with two coders; chance agreement is 1).

Sources: Cohen 1960; Fleiss 1971, generalised to missing values as in Gwet 2014, ch. 2; Krippendorff
2011, "Computing Krippendorff's Alpha-Reliability" (nominal); Gwet 2008 and 2014 (AC1).
"""

import random
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

Value = Hashable | None
Units = Mapping[tuple[Value, ...], int]
Coefficient = Callable[[Units], float | None]
SEED = 20_260_101


@dataclass(frozen=True, slots=True)
class Interval:
    """A bootstrap interval: `low` to `high` hold *level* of the resampled coefficients."""

    low: float
    high: float
    level: float = 0.95


def percent(units: Units) -> float | None:
    """Return the mean agreement of all pairs of coders in a unit, 0 to 1."""
    shares = [(_pairwise(unit), count) for unit, count in units.items() if _judged(unit) >= 2]
    total = sum(count for _, count in shares)
    return sum(share * count for share, count in shares) / total if total else None


def cohen(units: Units) -> float | None:
    """Return Cohen's kappa of two coders; None for more or fewer than two."""
    paired = {unit: n for unit, n in units.items() if _judged(unit) == len(unit) == 2}
    total = sum(paired.values())
    if not total or len(paired) != len([u for u in units if _judged(u) == len(u)]):
        return None
    first: Counter[Value] = Counter()
    second: Counter[Value] = Counter()
    same = 0
    for (one, other), count in paired.items():
        first[one] += count
        second[other] += count
        same += count if one == other else 0
    chance = sum(first[value] * second[value] for value in first) / total**2
    return _beyond(same / total, chance)


def fleiss(units: Units) -> float | None:
    """Return Fleiss' kappa; units may have different numbers of coders."""
    shares = _mean_shares(units)
    return _beyond(percent(units), sum(share**2 for share in shares.values()))


def gwet_ac1(units: Units) -> float | None:
    """Return Gwet's AC1; with one value used at all, it is 1 when there is agreement to judge."""
    shares = _mean_shares(units)
    kinds = max(2, len(shares))
    chance = sum(share * (1 - share) for share in shares.values()) / (kinds - 1)
    return _beyond(percent(units), chance)


def krippendorff(units: Units) -> float | None:
    """Return Krippendorff's alpha for nominal values."""
    values: Counter[Value] = Counter()
    disagreement = 0.0
    for unit, count in units.items():
        judged = Counter(value for value in unit if value is not None)
        number = judged.total()
        if number < 2:
            continue
        for value, times in judged.items():
            values[value] += times * count
            disagreement += count * times * (number - times) / (number - 1)
    total = values.total()
    expected = total**2 - sum(times**2 for times in values.values())
    if not total:
        return None
    # With one value only nothing can be told apart: Krippendorff leaves alpha undefined.
    return 1 - (total - 1) * disagreement / expected if expected else None


COEFFICIENTS: dict[str, Coefficient] = {
    "percent": percent,
    "cohen": cohen,
    "fleiss": fleiss,
    "krippendorff": krippendorff,
    "gwet": gwet_ac1,
}


def bootstrap(
    units: Units, coefficient: Coefficient, *, rounds: int = 1000, level: float = 0.95
) -> Interval | None:
    """Return the percentile interval over *rounds* resamples of the units, always the same one.

    Units of one article hang together, neighbouring characters most of all: for characters the
    interval is too narrow. None when too few resamples have a coefficient.
    """
    patterns = list(units)
    weights = [units[pattern] for pattern in patterns]
    total = sum(weights)
    if not total:
        return None
    chance = random.Random(SEED)
    found = [
        value
        for _ in range(rounds)
        if (value := coefficient(_resample(patterns, weights, total, chance))) is not None
    ]
    return percentiles(found, rounds, level)


def percentiles(found: Sequence[float], rounds: int, level: float) -> Interval | None:
    """Return the middle *level* of *found*; None when fewer than half of the *rounds* gave any."""
    if not found or len(found) < rounds // 2:
        return None
    ordered = sorted(found)
    cut = int((1 - level) / 2 * len(ordered))
    return Interval(ordered[cut], ordered[-1 - cut], level)


def _resample(
    patterns: list[tuple[Value, ...]], weights: list[int], total: int, chance: random.Random
) -> Units:
    """Draw *total* units with replacement; beyond 2,000, by the normal limit of each pattern."""
    if total <= 2_000:
        return Counter(chance.choices(patterns, weights, k=total))
    drawn: dict[tuple[Value, ...], int] = {}
    for pattern, weight in zip(patterns, weights, strict=True):
        share = weight / total
        spread = (total * share * (1 - share)) ** 0.5
        if count := max(0, round(chance.gauss(weight, spread))):
            drawn[pattern] = count
    return drawn


def _judged(unit: tuple[Value, ...]) -> int:
    return sum(value is not None for value in unit)


def _pairwise(unit: tuple[Value, ...]) -> float:
    counts = Counter(value for value in unit if value is not None)
    number = counts.total()
    return sum(times * (times - 1) for times in counts.values()) / (number * (number - 1))


def _mean_shares(units: Units) -> dict[Value, float]:
    """Return how often each value is given: the mean over units of its share in the unit."""
    shares: dict[Value, float] = {}
    total = 0
    for unit, count in units.items():
        judged = Counter(value for value in unit if value is not None)
        if not judged:
            continue
        total += count
        for value, times in judged.items():
            shares[value] = shares.get(value, 0) + count * times / judged.total()
    return {value: share / total for value, share in shares.items()} if total else {}


def _beyond(observed: float | None, chance: float) -> float | None:
    if observed is None or chance >= 1:
        return None
    return (observed - chance) / (1 - chance)
