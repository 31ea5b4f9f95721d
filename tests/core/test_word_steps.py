from desktop.core.word_steps import are_neighbours, moved_end, moved_start

TEXT = "Ala, m.in. z Łodzi, ma 3,5 kota."


def test_the_end_goes_word_by_word() -> None:
    ends = [3]
    for _ in range(7):
        ends.append(moved_end(TEXT, 0, ends[-1], 1))
    assert [TEXT[:end] for end in ends[1:4]] == ["Ala, m.in", "Ala, m.in. z", "Ala, m.in. z Łodzi"]
    assert ends[-1] == ends[-2] == len(TEXT) - 1
    assert moved_end(TEXT, 0, 9, -1) == 3
    assert moved_end(TEXT, 0, 3, -1) == 3


def test_the_start_goes_word_by_word() -> None:
    assert TEXT[moved_start(TEXT, 0, 12, 1) :].startswith("m.in")
    assert moved_start(TEXT, 5, 9, 1) == 5
    assert moved_start(TEXT, 5, 9, -1) == 0
    assert moved_start(TEXT, 0, 9, -1) == 0
    assert moved_start(TEXT, 6, 9, -1) == 5


def test_neighbours_have_no_word_between_them() -> None:
    assert are_neighbours(TEXT, 3, 5)
    assert are_neighbours(TEXT, 9, 5)
    assert not are_neighbours(TEXT, 3, 13)
