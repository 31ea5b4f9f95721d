import random

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.text_diff import Alignment, changes

texts = st.text(alphabet='ab cł„"\n.', max_size=80)


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    return [
        (one.kind, old[slice(*one.old)], new[slice(*one.new)])
        for one in changes(Alignment(old, new))
    ]


@given(texts, texts)
def test_the_changes_cover_both_texts(old: str, new: str):
    parts = told(old, new)
    assert "".join(before for _, before, _ in parts) == old
    assert "".join(after for _, _, after in parts) == new
    for kind, before, after in parts:
        assert kind != "added" or (after and not before)
        assert kind != "removed" or (before and not after)
        assert kind != "replaced" or (before and after)
        if kind == "same":
            assert before.split() == after.split()


@given(texts, texts)
def test_matched_words_are_the_same_and_in_order(old: str, new: str):
    alignment = Alignment(old, new)
    pairs = [(at, other) for at, other in enumerate(alignment.straight) if other >= 0]
    assert all(alignment.old.keys[at] == alignment.new.keys[other] for at, other in pairs)
    assert [other for _, other in pairs] == sorted({other for _, other in pairs})
    matched = [other for other in alignment.to if other >= 0]
    assert len(matched) == len(set(matched))


def test_what_is_put_in_is_a_whole_sentence():
    old = "Pierwsze zdanie (1). Ostatnie zdanie (2)."
    new = "Pierwsze zdanie (1). Nowe zdanie (1). Ostatnie zdanie (2)."
    assert [after for kind, _, after in told(old, new) if kind == "added"] == ["Nowe zdanie (1). "]
    assert [before for kind, before, _ in told(new, old) if kind == "removed"] == [
        "Nowe zdanie (1). "
    ]


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str):
    assert all(kind == "same" for kind, _, _ in told(text, text))


def test_words_are_told_apart():
    assert told("Ala ma kota i psa.", "Ala ma psa i rybkę.") == [
        ("same", "Ala ma ", "Ala ma "),
        ("replaced", "kota i psa", "psa i rybkę"),
        ("same", ".", "."),
    ]
    assert told("To jest zdanie.", "To jest krótkie zdanie.") == [
        ("same", "To jest ", "To jest "),
        ("added", "", "krótkie "),
        ("same", "zdanie.", "zdanie."),
    ]


def test_typography_is_a_change_to_see_but_moves_nothing():
    assert [kind for kind, _, _ in told("on „wiedział” to", 'on "wiedział" to')] == [
        "same", "replaced", "same", "replaced", "same",
    ]  # fmt: skip
    assert [kind for kind, _, _ in told("5 km", "5\u00a0km")] == ["same"]


def test_joined_paragraphs_are_seen():
    kinds = [
        kind
        for kind, _, _ in told("Pierwszy akapit.\nDrugi akapit.", "Pierwszy akapit. Drugi akapit.")
    ]
    assert kinds == ["same", "replaced", "same"]


def test_moved_words_are_matched_but_not_in_order():
    rng = random.Random(3)
    rows = [" ".join(f"w{rng.randrange(400)}" for _ in range(20)) for _ in range(5)]
    old, new = "\n".join(rows), "\n".join([rows[4], *rows[:4]])
    alignment = Alignment(old, new)
    assert all(alignment.to[at] == at - 80 for at in range(80, 100))
    assert sum(other < 0 for other in alignment.straight) == 20


def test_long_texts_of_repeated_words_end():
    old = "ala ma kota " * 5_000
    new = "ala ma kota " * 4_000 + "psa " + "ola ma kota " * 1_000
    alignment = Alignment(old, new)
    assert alignment.straight[0] == 0


def test_a_space_that_was_not_there_is_seen():
    assert [kind for kind, _, _ in told("np.to", "np. to")] == ["same", "added", "same"]
