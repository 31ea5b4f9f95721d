from hypothesis import given
from hypothesis import strategies as st

from desktop.core.anchoring import anchor, occurrences
from desktop.core.selector import Selector, select, trim

texts = st.text(alphabet="ab ł😀\n", min_size=1, max_size=60)


@st.composite
def places(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(places())
def test_in_the_same_text_a_selector_stays_where_it_is(place: tuple[str, int, int]):
    text, start, end = place
    assert anchor(text, select(text, start, end)) == select(text, start, end)


@given(places(), st.text(alphabet="xyz", max_size=9))
def test_what_is_put_in_front_shifts_it(place: tuple[str, int, int], before: str):
    text, start, end = place
    found = anchor(before + "|" + text, select(text, start, end))
    assert found is not None
    assert found.exact == text[start:end]


@given(places(), texts)
def test_what_is_found_is_the_quote(place: tuple[str, int, int], other: str):
    text, start, end = place
    found = anchor(other, select(text, start, end))
    assert (found is None) == (text[start:end] not in other)
    if found:
        assert found == select(other, found.start, found.end)
        assert found.exact == text[start:end]


def test_the_context_decides_between_occurrences():
    text = "Ala ma kota. Ola ma kota. Ela ma kota."
    moved = Selector(0, 4, "kota", "Ola ma ", ". Ela")
    assert anchor(text, moved) == select(text, 20, 24)


def test_a_tie_goes_to_the_nearest():
    text = "xx a xx a xx a xx"
    assert anchor(text, Selector(7, 8, "a", "", "")) == select(text, 8, 9)


def test_no_quote_has_no_place():
    assert anchor("text", Selector(0, 0, "", "", "")) is None


def test_occurrences_may_overlap():
    assert list(occurrences("aaa", "aa")) == [0, 1]
    assert list(occurrences("aaa", "b")) == []


def test_many_occurrences_in_a_long_text_are_no_matter():
    text = "ala ma kota " * 20_000
    assert anchor(text, Selector(5, 9, "kota", "", "")) is not None


def test_trim_leaves_out_white_space_at_the_ends():
    assert trim("  a b \n", 0, 7) == (2, 5)
    assert trim("   ", 0, 3) == (3, 3)
    assert trim("abc", -5, 99) == (0, 3)


def test_the_context_is_32_characters():
    selector = select("a" * 50 + "X" + "b" * 50, 50, 51)
    assert (len(selector.prefix), selector.exact, len(selector.suffix)) == (32, "X", 32)
