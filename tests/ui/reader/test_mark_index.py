from hypothesis import given
from hypothesis import strategies as st

from desktop.library.annotations import Annotation
from desktop.ui.reader.mark_index import MarkIndex
from desktop.ui.reader.marks import lanes
from tests.ui.reader.test_marks import annotation

END = 1_000_000
SPANS = st.tuples(st.integers(0, 60), st.integers(1, 25))


def _sorted(given: list[Annotation]) -> list[Annotation]:
    return sorted(given, key=lambda one: (one.start, one.end, one.id))


@given(st.lists(SPANS, max_size=25), st.lists(st.tuples(st.booleans(), SPANS), max_size=12))
def test_a_change_gives_the_same_lanes_as_all_anew(
    spans: list[tuple[int, int]], steps: list[tuple[bool, tuple[int, int]]]
) -> None:
    index = MarkIndex()
    here = [annotation(n, start, start + long) for n, (start, long) in enumerate(spans)]
    index.set(_sorted(here))
    for number, (add, (start, long)) in enumerate(steps, 100):
        if add or not here:
            here.append(annotation(number, start, start + long))
        else:
            del here[start % len(here)]
        index.set(_sorted(here))
        assert index.between(0, END) == lanes(here)


@given(st.lists(SPANS, max_size=25), st.integers(0, 90), st.integers(1, 30))
def test_a_range_has_all_that_reach_into_it(
    spans: list[tuple[int, int]], low: int, long: int
) -> None:
    here = [annotation(n, start, start + size) for n, (start, size) in enumerate(spans)]
    index = MarkIndex()
    index.set(_sorted(here))
    found = [mark.annotation for mark in index.between(low, low + long)]
    wanted = [one for one in here if one.end > low and one.start < low + long]
    assert sorted(one.id for one in found) == [one.id for one in wanted]


def test_many_changes_at_once_and_orphans() -> None:
    index = MarkIndex()
    index.set([annotation(n, n * 3, n * 3 + 5) for n in range(300)])
    assert [mark.lane for mark in index.between(0, 9)] == [0, 1, 0]
    index.set([annotation(1, 4, 8), annotation(2, 9, 12, orphaned=True)])
    assert [mark.annotation.id for mark in index.between(0, END)] == [1]
