from hypothesis import given
from hypothesis import strategies as st

from desktop.core.utf16 import utf16_map

texts = st.text(alphabet=st.sampled_from("aół\n😀🏳\ufffd\U0010ffff"), max_size=40)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts)
def test_round_trip(text: str):
    converted = utf16_map(text)
    for point in range(len(text) + 1):
        unit = converted.to_utf16(point)
        assert unit == units(text[:point])
        assert converted.to_points(unit) == point


@given(texts)
def test_inside_a_pair_counts_as_its_start(text: str):
    converted = utf16_map(text)
    for point, char in enumerate(text):
        if char > "\uffff":
            assert converted.to_points(converted.to_utf16(point) + 1) == point


def test_plain_text_needs_no_map():
    assert utf16_map("zażółć").astral == ()
    assert utf16_map("").to_points(0) == 0
