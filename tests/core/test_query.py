import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.errors import UserError
from desktop.core.query import FIELDS, Filter, Query, Words, parse

pieces = st.sampled_from(
    [
        *(f"{name}:" for name in FIELDS),
        '"',
        "-",
        "*",
        " ",
        "łódź",
        "2023-09",
        "..",
        "starred",
        "^",
        "(",
    ]
)
queries = st.one_of(st.text(max_size=40), st.lists(pieces, max_size=12).map("".join))


def words(query: Query) -> list[tuple[str, ...]]:
    return [w.term.words for w in query.words]


def test_words_phrases_and_negation():
    query = parse('Sullivan -putin "dostaw broni" pocis*')
    assert words(query) == [("sullivan",), ("putin",), ("dostaw", "broni"), ("pocis",)]
    assert [w.negative for w in query.words] == [False, True, False, False]
    assert [w.term.prefix for w in query.words] == [False, False, False, True]
    assert [t.words for t in query.marked] == [("sullivan",), ("dostaw", "broni"), ("pocis",)]


def test_nothing_is_nothing():
    for text in ("", "  ", "-", "*", '"', '""', "😀", "--", "+++", "^"):
        assert not parse(text), text


@pytest.mark.parametrize("quoted", ['"a b"', "„a b”", "“a b”", "«a b»", '"a b'])
def test_any_quotes_make_a_phrase(quoted: str):
    assert words(parse(quoted)) == [("a", "b")]


def test_the_last_word_is_begun_while_typing():
    assert [w.term.prefix for w in parse("dostaw bro", typing=True).words] == [False, True]
    assert not parse("dostaw ", typing=True).words[0].term.prefix
    assert not parse("-bro", typing=True).words[0].term.prefix
    assert parse('"dostaw bro', typing=True).words[0].term.prefix
    assert not parse('"dostaw bro"', typing=True).words[0].term.prefix
    assert not parse("C++", typing=True).words[0].term.prefix


def test_fields():
    query = parse('tag:Claim/Disputed -Outlet:"New York" is:STARRED has:note status:read')
    assert query.filters == (
        Filter("tag", "Claim/Disputed"),
        Filter("outlet", "New York", negative=True),
        Filter("is", "starred"),
        Filter("has", "note"),
        Filter("status", "read"),
    )
    assert [w.field for w in parse("title:a note:b quote:c").words] == ["title", "note", "quote"]


def test_what_is_no_field_is_a_word():
    assert words(parse("http://kresy.pl Re:odp")) == [("http", "kresy", "pl"), ("re", "odp")]


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-9", "2023-09-01", "2023-09-30"),
        ("2023-09-07", "2023-09-07", "2023-09-07"),
        ("2023-09..2023-12", "2023-09-01", "2023-12-31"),
        ("2023..", "2023-01-01", ""),
        ("..2023", "", "2023-12-31"),
    ],
)
def test_published(text: str, begin: str, end: str):
    assert parse(f"published:{text}").filters == (Filter("published", begin, False, end),)


@pytest.mark.parametrize(
    "text",
    ["status:gone", "is:x", "has:y", "published:dziś", "published:2023..x", "published:..",
     "tag:", "tag: Claim", 'outlet:""', "title:", "a " * 101, "a" * 10_001],
)  # fmt: skip
def test_mistakes_are_explained(text: str):
    with pytest.raises(UserError):
        parse(text)


@pytest.mark.parametrize("text", ["status:un", "published:2023-", "tag:", "is:", 'has:"no'])
def test_what_is_not_complete_yet_is_no_mistake_while_typing(text: str):
    assert parse(f"broni {text}", typing=True).filters == ()


def test_lone_surrogates_do_no_harm():
    assert words(parse("a\ud800b")) == [("a", "b")]


@given(queries, st.booleans())
def test_any_text_parses_or_is_explained(text: str, typing: bool):
    try:
        query = parse(text, typing=typing)
    except UserError:
        return
    assert all(isinstance(w, Words) and w.term.words for w in query.words)
    assert not any('"' in w.term.indexed or "\0" in w.term.indexed for w in query.words)
