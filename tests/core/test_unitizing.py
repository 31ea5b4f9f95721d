"""Alpha for unitizing: the published example, the definition counted out, and its laws."""

import random
from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.errors import Cancelled
from desktop.core.unitizing import Continuum, Span, alpha_u, bootstrap_u, joined

# Krippendorff 2004, Content Analysis, 2nd ed., p. 254: two observers, a continuum from 150 to 450.
# Published, rounded: Do 0.0144 and De 0.0532 for category c, 0.0000 and 0.0490 for k; alpha of c
# 0.7286 (from the rounded figures), of k 1.
C = ([(225, 295), (370, 400)], [(220, 300), (355, 375), (400, 420)])
K = ([(180, 240), (300, 350)], [(180, 240), (300, 350)])


def _continuum(*coders: list[Span]) -> Continuum:
    return Continuum(300, tuple(tuple((s - 150, e - 150) for s, e in one) for one in coders))


def test_krippendorff_2004():
    found = alpha_u([_continuum(*C)])
    assert found is not None
    observed = 2 * (50 + 850 + 400) / (2 * 1 * 300**2)
    assert observed == pytest.approx(0.0144, abs=5e-5)
    assert observed / (1 - found) == pytest.approx(0.0532, abs=5e-5)
    assert found == pytest.approx(0.7286, abs=1e-3)
    assert found == pytest.approx(float(_counted_out([_continuum(*C)]) or 0), abs=1e-12)
    assert alpha_u([_continuum(*K)]) == 1


def test_the_other_expectation_of_krippendorff_2004():
    """Coder j leaves category k out: Do is known by hand, so De (with N = 2) can be looked at."""
    found = alpha_u([_continuum(K[0], [])])
    assert found == pytest.approx(float(_counted_out([_continuum(K[0], [])]) or 0), abs=1e-12)


def _distance(one: Span, other: Span) -> int:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _sections(units: tuple[Span, ...], length: int) -> Iterator[tuple[Span, bool]]:
    at = 0
    for start, end in units:
        if at < start:
            yield (at, start), False
        yield (start, end), True
        at = end
    if at < length:
        yield (at, length), False


def _counted_out(continua: list[Continuum]) -> Fraction | None:
    """Compute alpha slowly: every pair of sections, and every place in which units could meet."""
    coders = len(continua[0].coders)
    length = sum(one.length for one in continua)
    observed, units, gaps = 0, list[int](), list[int]()
    for one in continua:
        sections = [list(_sections(spans, one.length)) for spans in one.coders]
        for own, mine in enumerate(sections):
            for section, is_unit in mine:
                (units if is_unit else gaps).append(section[1] - section[0])
                for other, theirs in enumerate(sections):
                    if other == own:
                        continue
                    for another, is_other in theirs:
                        meet = section[0] < another[1] and another[0] < section[1]
                        within = another[0] <= section[0] and section[1] <= another[1]
                        holds = section[0] <= another[0] and another[1] <= section[1]
                        if is_unit and is_other and meet:
                            observed += _distance(section, another)
                        elif is_unit and not is_other and within:
                            observed += (section[1] - section[0]) ** 2
                        elif is_other and not is_unit and holds:
                            observed += (another[1] - another[0]) ** 2
    met = 0
    for at, one in enumerate(units):
        for other in units[at + 1 :]:
            met += sum(_distance((0, one), (d, d + other)) for d in range(1 - other, one))
        for gap in gaps:
            met += sum(one**2 for d in range(gap) if d + one <= gap)
    whole = coders * length
    pairs = whole * (whole - 1) - sum(one * (one - 1) for one in units)
    if not met or coders < 2:
        return None
    expected = Fraction(2 * met, length * pairs)
    return 1 - Fraction(observed, coders * (coders - 1) * length**2) / expected


@st.composite
def _drawn(draw: st.DrawFn, coders: int) -> Continuum:
    length = draw(st.integers(1, 30))
    spans = st.tuples(st.integers(0, length - 1), st.integers(1, 9))
    marked = [
        joined([(start, min(start + size, length)) for start, size in draw(st.lists(spans))])
        for _ in range(coders)
    ]
    return Continuum(length, tuple(marked))


@settings(deadline=None)
@given(st.integers(2, 3).flatmap(lambda n: st.lists(_drawn(n), min_size=1, max_size=3)))
def test_it_is_the_definition_counted_out(continua: list[Continuum]):
    found, slow = alpha_u(continua), _counted_out(continua)
    assert (found is None) == (slow is None)
    if found is not None and slow is not None:
        assert found == pytest.approx(float(slow), abs=1e-9)
        turned = [Continuum(one.length, one.coders[::-1]) for one in continua]
        assert alpha_u(turned) == pytest.approx(found)
        assert found <= 1 + 1e-12


def test_perfect_is_1_and_nothing_is_undefined():
    same = ((2, 5), (9, 12))
    assert alpha_u([Continuum(20, (same, same))]) == 1
    assert alpha_u([Continuum(20, ((), ()))]) is None
    assert alpha_u([Continuum(20, (same,))]) is None
    assert alpha_u([]) is None


def test_what_one_coder_marked_twice_is_one_unit():
    assert joined([(4, 8), (0, 2), (6, 9), (9, 11)]) == ((0, 2), (4, 9), (9, 11))


def _many(number: int) -> list[Continuum]:
    chance = random.Random(1)
    return [
        Continuum(500, (((at, at + 40),), ((at + chance.randint(0, 60), at + 110),)))
        for at in (chance.randint(0, 300) for _ in range(number))
    ]


def test_the_interval_holds_alpha_and_is_the_same_each_time():
    continua = _many(12)
    found = bootstrap_u(continua, rounds=300)
    assert found
    assert found.low < (alpha_u(continua) or 0) < found.high
    assert bootstrap_u(continua, rounds=300) == found
    assert bootstrap_u(continua[:1], rounds=300) is None
    assert bootstrap_u([Continuum(9, ((), ()))] * 3, rounds=20) is None


def test_it_can_be_stopped():
    with pytest.raises(Cancelled):
        bootstrap_u(_many(3), cancelled=lambda: True)
