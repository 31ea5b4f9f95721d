import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.folding import fold, fold_letters, fold_with_origins

tricky = st.sampled_from("ŁóßẞæŒ„”’–\u00ad\u0301\u200b\nİ가é")
texts = st.text(st.one_of(tricky, st.characters(exclude_categories=["Cs"])), max_size=40)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łódź", "lodz"),
        ("Żółć", "zolc"),
        ("STRAẞE Straße", "strasse strasse"),
        ("Đorđe Œuvre Ærø", "dorde oeuvre aero"),
        ("„Jake’a”", '"jake\'a"'),
        ("dzien\u00adnik", "dziennik"),
        ("a\u00a0–\u00a0b", "a - b"),
    ],
)
def test_fold(text: str, folded: str):
    assert fold(text) == folded


@given(texts)
def test_accents_may_come_composed_or_not(text: str):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(texts)
def test_origins_lead_back(text: str):
    folded = fold_with_origins(text)
    assert folded.text == fold(text)
    for at in range(len(folded.text)):
        start, end = folded.origin(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert folded.text[at] in fold(text[start:end])
    if folded.text:
        assert folded.origin(0, len(folded.text))[1] == len(text)


def test_a_mark_belongs_to_its_letter():
    assert fold_with_origins("zo\u0301ł").origin(1, 2) == (1, 3)


def test_half_of_what_a_letter_folds_to_is_the_whole_letter():
    assert fold_with_origins("Straße").origin(0, 5) == (0, 5)


def test_the_index_folds_only_what_fts_does_not():
    assert fold_letters("Łódź dzien\u00adnik") == "Lódź dziennik"
