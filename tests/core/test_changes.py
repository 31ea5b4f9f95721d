from hypothesis import given
from hypothesis import strategies as st

from desktop.core.changes import Changes, common_ends


def test_touches() -> None:
    changes = Changes({"tag": frozenset({1}), "article": frozenset()})
    assert changes.touches("article", "tag")
    assert not changes.touches("article")


@given(st.lists(st.integers(0, 3), max_size=8), st.lists(st.integers(0, 3), max_size=8))
def test_what_is_between_the_common_ends_makes_one_of_the_other(
    old: list[int], new: list[int]
) -> None:
    head, tail = common_ends(old, new)
    assert head + tail <= min(len(old), len(new))
    assert old[:head] + new[head : len(new) - tail] + old[len(old) - tail :] == new
    if head + tail < min(len(old), len(new)):
        assert old[head] != new[head]
        assert old[-1 - tail] != new[-1 - tail]
