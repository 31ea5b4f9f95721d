"""One's place in a list that is made anew."""

from array import array

from desktop.ui.library_pane.place import neighbour, put_back, spans_of


def test_spans_join_neighbouring_rows() -> None:
    assert list(spans_of([5, 6, 7, 8, 9], [6, 7, 9, 99])) == [(1, 2), (4, 4)]
    assert list(spans_of([], [1])) == []


def test_the_neighbour_is_the_next_that_stayed() -> None:
    assert neighbour([1, 2, 3, 4], [1, 4], 2) == 4
    assert neighbour([1, 2, 3], [1, 2], 3) == 2
    assert neighbour([1], [], 1) == 0
    assert neighbour([1], [2], 1) == 0
    assert neighbour([1, 2], [1, 2], 9) == 0


def test_put_back_where_it_stood() -> None:
    new = array("q", [1, 3])
    assert put_back([1, 2, 3], new, 2).tolist() == [1, 2, 3]
    assert new.tolist() == [1, 3]
    assert put_back([1, 2, 3], array("q"), 3).tolist() == [3]
