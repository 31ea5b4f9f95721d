"""Units know who marked them, by character as by sentence."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.article import Block
from desktop.core.coding_units import cut, patterns

TEXT = "Raz dwa. Trzy cztery.\nPięć."
BLOCKS = (Block("paragraph", 0, 21), Block("paragraph", 22, 27))


def test_the_cuts():
    assert cut(TEXT, BLOCKS, "sentence", "pl") == [(0, 8), (9, 21), (22, 27)]
    assert cut(TEXT, BLOCKS, "paragraph", "pl") == [(0, 21), (22, 27)]
    assert cut(TEXT, BLOCKS, "character", "pl") is None


def test_a_sentence_is_marked_when_any_of_it_is():
    marks = {"a": [(0, 3)], "b": [(7, 10)]}
    found = patterns(cut(TEXT, BLOCKS, "sentence", "pl"), len(TEXT), marks)
    assert found == Counter({(True, True): 1, (False, True): 1, (False, False): 1})


spans = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 10)).map(lambda s: (s[0], s[0] + s[1])), max_size=4
)


@given(spans, spans)
def test_characters_are_counted_one_by_one(one: list[tuple[int, int]], two: list[tuple[int, int]]):
    expected = Counter(
        tuple(any(low <= at < high for low, high in s) for s in (one, two)) for at in range(25)
    )
    assert patterns(None, 25, {"a": one, "b": two}) == expected
