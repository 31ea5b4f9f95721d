"""One's place in a list that is made anew."""

from array import array

from desktop.ui.library_pane.place import neighbour, put_back, row_in, spans_of


def test_spans_join_neighbouring_rows() -> None:
    assert list(spans_of([5, 6, 7, 8, 9], [6, 7, 9, 99])) == [(1, 2), (4, 4)]
    assert list(spans_of([], [1])) == []


def test_the_neighbour_is_the_next_that_stayed() -> None:
    assert neighbour([1, 2, 3, 4], [1, 4], 1) == 4
    assert neighbour([1, 2, 3], [1, 2], 2) == 2
    assert neighbour([1], [], 0) == 0
    assert neighbour([1], [2], 0) == 0
    assert neighbour([1, 2], [1, 2], -1) == 0
    old = list(range(1, 40))
    assert neighbour(old, [1, 2, 39], 5) == 39
    assert neighbour(old, [1, 2], 5) == 2


def test_put_back_where_it_stood() -> None:
    new = array("q", [1, 3])
    assert put_back(new, 2, 1).tolist() == [1, 2, 3]
    assert new.tolist() == [1, 3]
    assert put_back(array("q"), 3, 2).tolist() == [3]


def test_a_row_is_found_wherever_it_is_sought_first() -> None:
    ids = array("q", range(10_000, 0, -1))
    for near in (-1, 0, 17, 5_000, 9_999, 20_000):
        for article_id in (10_000, 9_990, 5_000, 4_700, 1):
            assert row_in(ids, article_id, near) == ids.index(article_id)
        assert row_in(ids, 10_001, near) == -1
    assert row_in([], 1) == -1
