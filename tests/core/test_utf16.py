from hypothesis import given
from hypothesis import strategies as st

from desktop.core.utf16 import HyphenatedMap, utf16_map

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


@given(texts, st.data())
def test_hyphens_that_are_only_shown_count_for_nothing(text: str, data: st.DataObject):
    points = st.integers(1, max(1, len(text) - 1))
    cuts = sorted(data.draw(st.sets(points))) if len(text) > 1 else []
    edges = zip([0, *cuts], [*cuts, len(text)], strict=True)
    shown = "\u00ad".join(text[a:b] for a, b in edges)
    converted = HyphenatedMap(utf16_map(text), cuts)
    for point in range(len(text) + 1):
        behind = point + sum(cut <= point for cut in cuts)
        assert converted.to_utf16(point) == units(shown[:behind])
        assert converted.to_points(converted.to_utf16(point)) == point
    found = [converted.to_points(unit) for unit in range(units(shown) + 1)]
    assert found == sorted(found)
    assert found[-1:] == [len(text)]
