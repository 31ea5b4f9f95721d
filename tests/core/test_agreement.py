"""The coefficients against published tables, and the laws that they all keep."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.agreement import (
    COEFFICIENTS,
    bootstrap,
    cohen,
    fleiss,
    gwet_ac1,
    krippendorff,
    percent,
)

_ = None


def _units(*coders: list[Any]) -> Counter[tuple[Any, ...]]:
    return Counter(zip(*coders, strict=True))


# Krippendorff 2011, section B (binary), C (nominal, two observers) and D (nominal, four observers).
BINARY = _units([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0])
TWO = _units(list("aabbdcccedda"), list("babbbccceddd"))
FOUR = _units(
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
)


def test_krippendorff_2011():
    assert krippendorff(BINARY) == pytest.approx(1 - 19 * 4 / (14 * 6), abs=1e-6)
    assert krippendorff(BINARY) == pytest.approx(0.095, abs=5e-4)
    assert krippendorff(TWO) == pytest.approx((23 * 18 - 104) / (24 * 23 - 104), abs=1e-6)
    assert krippendorff(TWO) == pytest.approx(0.692, abs=5e-4)
    assert krippendorff(FOUR) == pytest.approx(0.743421, abs=1e-6)


def test_gwet_2014():
    assert percent(FOUR) == pytest.approx(0.818182, abs=1e-6)
    assert gwet_ac1(FOUR) == pytest.approx(0.775444, abs=1e-6)
    assert fleiss(FOUR) == pytest.approx(0.761169, abs=1e-6)


def test_cohen_1960_form():
    table: Counter[tuple[Any, ...]] = Counter(
        {("y", "y"): 20, ("y", "n"): 5, ("n", "y"): 10, ("n", "n"): 15}
    )
    assert cohen(table) == pytest.approx(0.4, abs=1e-9)


def test_fleiss_1971_form():
    rows = [
        (0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1),
        (7, 7, 0, 0, 0), (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7),
    ]  # fmt: skip
    units: Counter[tuple[Any, ...]] = Counter(
        tuple(value for value, times in enumerate(row) for _ in range(times)) for row in rows
    )
    assert fleiss(units) == pytest.approx(0.209931, abs=1e-6)


@pytest.mark.parametrize("name", COEFFICIENTS)
def test_perfect_agreement_is_1(name: str):
    assert COEFFICIENTS[name](_units([1, 0, 1], [1, 0, 1])) == 1


@pytest.mark.parametrize("name", COEFFICIENTS)
def test_nothing_to_compare_is_undefined(name: str):
    assert COEFFICIENTS[name](Counter()) is None
    assert COEFFICIENTS[name](_units([1, 0], [_, _])) is None


def test_one_value_only_leaves_chance_nothing_to_say():
    units = _units([0, 0, 0], [0, 0, 0])
    assert krippendorff(units) is None
    assert cohen(units) is None
    assert fleiss(units) is None
    assert gwet_ac1(units) == 1


values = st.one_of(st.none(), st.integers(0, 2))


@given(st.lists(st.tuples(values, values, values), max_size=12))
def test_the_order_of_coders_does_not_matter_and_nothing_is_above_1(units: list[Any]):
    counted = Counter(units)
    turned = Counter(unit[::-1] for unit in units)
    for name, coefficient in COEFFICIENTS.items():
        here, there = coefficient(counted), coefficient(turned)
        assert (here is None) == (there is None), name
        if here is not None and there is not None:
            assert here == pytest.approx(there)
            assert here <= 1 + 1e-9


def test_the_interval_holds_the_coefficient_and_is_the_same_each_time():
    units: Counter[tuple[Any, ...]] = Counter({(1, 1): 60, (0, 0): 200, (1, 0): 20, (0, 1): 15})
    found = bootstrap(units, krippendorff, rounds=200)
    assert found
    assert found.low < (krippendorff(units) or 0) < found.high
    assert bootstrap(units, krippendorff, rounds=200) == found
    many: Counter[tuple[Any, ...]] = Counter({u: n * 1000 for u, n in units.items()})
    large = bootstrap(many, krippendorff, rounds=200)
    assert large
    assert large.high - large.low < found.high - found.low
