import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.folding import fold
from desktop.core.hits import Term, find_string, find_terms, having_terms, snippet, term

TEXT = "Łódź leży nad Łódką.\nJake’a Sullivana cytuje „New York Times”."


def found(text: str, *wanted: Term) -> list[str]:
    return [text[start:end] for start, end in find_terms(text, wanted)]


def test_words_are_found_folded():
    assert found(TEXT, term("lodz")) == ["Łódź"]
    assert found(TEXT, term("lod", prefix=True)) == ["Łódź", "Łódką"]
    assert found(TEXT, term("Jake'a sullivana")) == ["Jake’a Sullivana"]
    assert found(TEXT, term("new-york"), term("times")) == ["New York", "Times"]
    assert found(TEXT, term("ód")) == []
    assert found(TEXT, term("😀"), term("")) == []
    assert found("", term("a")) == []


@given(
    st.lists(st.text(alphabet="łŁlß\u0301 ab", max_size=8)), st.text(alphabet="alsb ", max_size=3)
)
def test_texts_that_have_a_term_are_those_where_it_is_found(texts: list[str], wanted: str):
    terms = [term(wanted, prefix=len(wanted) > 2)]
    assert having_terms(texts, terms) == [bool(find_terms(text, terms)) for text in texts]


def test_marks_and_ligatures_are_marked_whole():
    assert found("zo\u0301łw Straße", term("zolw"), term("strasse")) == ["zo\u0301łw", "Straße"]
    assert found("dzien\u00adnik", term("dziennik")) == ["dzien\u00adnik"]


def test_a_string_is_found_anywhere():
    assert [TEXT[a:b] for a, b in find_string(TEXT, 'cytuje "new')] == ["cytuje „New"]
    assert [TEXT[a:b] for a, b in find_string(TEXT, "ód")] == ["ód", "ód"]
    assert find_string("Straße", "s") == [(0, 1), (4, 5)]
    assert find_string(TEXT, " ") == []


@given(st.text(max_size=60), st.text(max_size=5))
def test_what_is_found_folds_to_what_was_wanted(text: str, wanted: str):
    last = 0
    for start, end in find_string(text, wanted):
        assert last <= start < end <= len(text)
        assert fold(wanted) in fold(text[start:end])
        last = end


def test_a_snippet_surrounds_the_first_hit():
    text = "słowo " * 100 + "szukane " + "dalej " * 100
    shown = snippet(text, find_terms(text, [term("szukane")]))
    assert [shown.text[a:b] for a, b in shown.hits] == ["szukane"]
    assert shown.text.startswith("… słowo") and shown.text.endswith("dalej …")
    assert len(shown.text) < 200


def test_a_snippet_without_hits_is_the_beginning():
    assert snippet("Krótki\ntekst", []).text == "Krótki tekst"
    assert snippet("", []).hits == ()


@given(st.text(alphabet="ab \n", max_size=600), st.integers(0, 599), st.integers(1, 250))
def test_hits_of_a_snippet_point_into_it(text: str, start: int, length: int):
    span = (start, min(start + length, len(text)))
    if span[0] >= span[1]:
        return
    shown = snippet(text, [span])
    for a, b in shown.hits:
        assert text[span[0] : span[1]].replace("\n", " ").startswith(shown.text[a:b])
        assert a < b


@pytest.mark.parametrize("length", [10, 179, 180, 181, 5_000])
def test_a_long_word_is_cut(length: int):
    assert len(snippet("x" * length, []).text) <= 183
