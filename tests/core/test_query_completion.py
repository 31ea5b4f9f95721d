import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.core.canonical import clean
from desktop.core.query import parse
from desktop.core.query_completion import Place, choices, fields, filled, place
from desktop.core.query_tree import Filter


@pytest.mark.parametrize(
    ("text", "begun", "field"),
    [
        ("ti", "ti", ""),
        ("wojna ti", "ti", ""),
        ("(ti", "ti", ""),
        ("-ta", "ta", ""),
        ("tag:", "", "tag"),
        ("tag:cla", "cla", "tag"),
        ("-Tag:cla/d", "cla/d", "tag"),
        ('outlet:"new y', "new y", "outlet"),
        ("outlet:„new y", "new y", "outlet"),
        ("a (status:", "", "status"),
        ('"a b" tag:x', "x", "tag"),
    ],
)
def test_what_is_typed_at_the_end(text: str, begun: str, field: str):
    found = place(text, len(text))
    assert found and (found.begun, found.field) == (begun, field)


@pytest.mark.parametrize(
    "text", ["", "t", "a ", '"ti', '"a tag:x', "published:20", "words:", "foo:b", "żti", "12"]
)
def test_where_nothing_is_offered(text: str):
    assert place(text, len(text)) is None


def test_in_the_middle_of_a_word_nothing_is_offered():
    assert place("title", 2) is None
    assert place("tag:abc", 5) is None
    assert place("ti wojna", 2) == Place(0, 2, "ti")


def test_fields_and_closed_lists():
    assert fields("ti") == ["title"]
    assert fields("TA") == ["tag"]
    assert fields("title") == []
    assert choices("status", "re") == ["reading", "read"]
    assert choices("outlet", "") == []


@pytest.mark.parametrize(
    ("text", "chosen", "after"),
    [
        ("wojna ti", "title", "wojna title:|"),
        ("tag:cla", "Claim/Sporne", "tag:Claim/Sporne |"),
        ("outlet:new", "New York Times", 'outlet:"New York Times" |'),
        ('outlet:"new', 'The "New" Times', 'outlet:"The New Times" |'),
        ("outlet:x", "A (B)", 'outlet:"A (B)" |'),
    ],
)
def test_what_is_chosen_is_filled_in(text: str, chosen: str, after: str):
    at = place(text, len(text))
    assert at
    filled_in, cursor = filled(text, at, chosen)
    assert filled_in[:cursor] + "|" + filled_in[cursor:] == after


def test_the_closing_quotation_mark_is_replaced_too():
    text = 'outlet:"new" wojna'
    at = place(text, 11)
    assert at
    assert filled(text, at, "New York") == ('outlet:"New York" wojna', 18)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
@example("=0")
def test_a_completed_value_is_read_as_it_is(value: str):
    at = place("outlet:", 7)
    assert at
    text, _ = filled("outlet:", at, value)
    plain = "".join(char for char in value if char not in '"„”“«»')
    if plain.strip():
        assert parse(text).root == Filter("outlet", clean(plain).text)
