from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.errors import UserError
from desktop.core.query import FIELDS, And, Filter, Near, Not, Or, Query, Words, parse
from desktop.core.query_tree import leaves

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
        ")",
        " OR ",
        " LUB ",
        " AND ",
        " NOT ",
        "NEAR(",
        " NEAR/5 ",
        ", 5)",
        "foo:",
        ">800",
        "7d",
    ]
)
queries = st.one_of(st.text(max_size=40), st.lists(pieces, max_size=12).map("".join))


def found(query: Query) -> list[Words]:
    return [leaf for leaf, _ in leaves(query.root) if isinstance(leaf, Words)]


def words(query: Query) -> list[tuple[str, ...]]:
    return [leaf.term.words for leaf in found(query)]


def filters(query: Query) -> list[tuple[Filter, bool]]:
    return [(leaf, wanted) for leaf, wanted in leaves(query.root) if isinstance(leaf, Filter)]


def shape(node: object) -> object:
    """A tree as nested lists: ["or", "a", ["not", "b"]]."""
    if isinstance(node, Query):
        return shape(node.root)
    if isinstance(node, And | Or):
        return ["and" if isinstance(node, And) else "or", *map(shape, node.parts)]
    if isinstance(node, Not):
        return ["not", shape(node.part)]
    if isinstance(node, Near):
        names = " ".join(" ".join(term.words) for term in node.terms)
        return f"{node.field}:near/{node.distance} {names}".lstrip(":")
    if isinstance(node, Words):
        star = "*" if node.term.prefix else ""
        return (f"{node.field}:" if node.field else "") + " ".join(node.term.words) + star
    if isinstance(node, Filter):
        return f"{node.field}={node.value}{'*' if node.begun else ''}"
    return node


def test_words_phrases_and_negation():
    query = parse('Sullivan -putin "dostaw broni" pocis*')
    assert shape(query) == ["and", "sullivan", ["not", "putin"], "dostaw broni", "pocis*"]
    assert [t.words for t in query.marked] == [("sullivan",), ("dostaw", "broni"), ("pocis",)]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a OR b", ["or", "a", "b"]),
        ("a LUB b", ["or", "a", "b"]),
        ("a or b", ["and", "a", "or", "b"]),
        ("a b OR c d", ["or", ["and", "a", "b"], ["and", "c", "d"]]),
        ("a (b OR c) d", ["and", "a", ["or", "b", "c"], "d"]),
        ("(a (b c))", ["and", "a", "b", "c"]),
        ("a AND b ORAZ c", ["and", "a", "b", "c"]),
        ("a NOT b", ["and", "a", ["not", "b"]]),
        ("-(a OR b)", ["not", ["or", "a", "b"]]),
        ("-(-a)", "a"),
        ("---a", ["not", "a"]),
        ("a - b ----- c", ["and", "a", "b", "c"]),
        ('"OR" "LUB"', ["and", "or", "lub"]),
        ("list(a) f(b)c", ["and", "list a", "f b c"]),
        ("(a OR list(b))", ["or", "a", "list b"]),
        ("title:(a OR b) c", ["and", ["or", "title:a", "title:b"], "c"]),
        ("tag:(a OR b/c)", ["or", "tag=a", "tag=b/c"]),
        ("-tag:(a b)", ["not", ["and", "tag=a", "tag=b"]]),
        ("a NEAR/5 b", "near/5 a b"),
        ("a NEAR b", "near/10 a b"),
        ('"a b" NEAR c*', "near/10 a b c"),
        ("a NEAR/5 b NEAR/2 c", ["and", "near/5 a b", "near/2 b c"]),
        ("NEAR(a b, 5)", "near/5 a b"),
        ("NEAR(a b c)", "near/10 a b c"),
        ("NEAR/3(a b)", "near/3 a b"),
        ("NEAR(a 5)", "near/10 a 5"),
        ('NEAR("a b", c, 5)', "near/5 a b c"),
        ("title:a NEAR title:b", "title:near/10 a b"),
        ("title:(a NEAR/4 b)", "title:near/4 a b"),
        ("x NEAR(a b) -NEAR(c d)", ["and", "x", "near/10 a b", ["not", "near/10 c d"]]),
        ("(😀) a", "a"),
        ("😀 OR a", "a"),
    ],
)
def test_the_tree(text: str, tree: object):
    assert shape(parse(text)) == tree


def test_marked_are_the_words_that_are_wanted():
    query = parse("a OR (b -c) -(-d) title:e note:f x NEAR y a")
    assert [t.words for t in query.marked] == [("a",), ("b",), ("d",), ("e",), ("x",), ("y",)]


def test_nothing_is_nothing():
    for text in ("", "  ", "-", "*", '"', '""', "😀", "--", "+++", "^", "()"):
        assert not parse(text), text


@pytest.mark.parametrize("quoted", ['"a b"', "„a b”", "“a b”", "«a b»", '"a b'])
def test_any_quotes_make_a_phrase(quoted: str):
    assert words(parse(quoted)) == [("a", "b")]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("dostaw bro", ["and", "dostaw", "bro*"]),
        ("dostaw ", "dostaw"),
        ("-bro", ["not", "bro"]),
        ('"dostaw bro', "dostaw bro*"),
        ('"dostaw bro"', "dostaw bro"),
        ("C++", "c"),
        ("a OR", "a"),
        ("a OR ", "a"),
        ("a OR (b", ["or", "a", "b*"]),
        ("a (", "a"),
        ("-", None),
        ("a NEAR", "a"),
        ("a NEAR/5 ", "a"),
        ("a NEAR/5 b", "near/5 a b"),
        ("NEAR(", None),
        ("NEAR(a", "a*"),
        ("tag:cla", "tag=cla*"),
        ("-tag:cla", ["not", "tag=cla"]),
        ('tag:"a b', "tag=a b*"),
        ("tag:(a OR b", ["or", "tag=a", "tag=b*"]),
        ("status:un", "status=unread"),
        ("status:re", ["or", "status=reading", "status=read"]),
        ("status:read", "status=read"),
        ("-status:un", None),
        ("colour:g", ["or", "colour=green", "colour=grey", "colour=g*"]),
        ("colour:Claim", "colour=Claim*"),
    ],
)
def test_what_is_typed_last_is_begun(text: str, tree: object):
    assert shape(parse(text, typing=True)) == tree


def test_fields():
    query = parse('tag:Claim/Disputed -Outlet:"New York" is:STARRED has:note status:read tag:a*')
    assert filters(query) == [
        (Filter("tag", "Claim/Disputed"), True),
        (Filter("outlet", "New York"), False),
        (Filter("is", "starred"), True),
        (Filter("has", "note"), True),
        (Filter("status", "read"), True),
        (Filter("tag", "a", begun=True), True),
    ]
    assert shape(parse("color:red lang:pl")) == ["and", "colour=red", "language=pl"]
    fields = [leaf.field for leaf in found(parse("title:a text:b note:c quote:d"))]
    assert fields == ["title", "text", "note", "quote"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [(">800", "801", ""), (">=800", "800", ""), ("<800", "", "799"), ("<=800", "", "800"),
     ("800", "800", "800"), ("200..800", "200", "800"), ("200..", "200", ""), ("..9", "", "9")],
)  # fmt: skip
def test_numbers_of_words(text: str, low: str, high: str):
    assert parse(f"words:{text}").root == Filter("words", low, high)


def test_days_ago():
    today = datetime.now(UTC).date()
    for text, days in (("1d", 0), ("7d", 6), ("2w", 13), ("1y", 364), ("0d", 0)):
        wanted = (today - timedelta(days=days)).isoformat()
        assert parse(f"added:{text}").root == Filter("added", wanted), text
    assert parse("added:9999y").root == Filter("added", "0001-01-01")


def test_what_is_no_field_is_a_word():
    assert words(parse("http://kresy.pl Ukraina: 10:30")) == [
        ("http", "kresy", "pl"), ("ukraina",), ("10", "30"),
    ]  # fmt: skip


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
    assert parse(f"published:{text}").root == Filter("published", begin, end)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("status:gone", "status:unread"),
        ("is:x", "is:starred"),
        ("has:y*", "has:note"),
        ("published:dziś", "not a date"),
        ("published:2023..x", "published:2023-09"),
        ("published:..", "not a date"),
        ("added:2023-13", "added:2023-09"),
        ("words:many", "words:>800"),
        ("words:1..x", "number"),
        ("words:99999999999", "number"),
        ("tag:", "after “tag:”"),
        ("tag: Claim", "after “tag:”"),
        ("tag:*", "after “tag:”"),
        ('outlet:""', "after “outlet:”"),
        ("title:", "after “title:”"),
        ("autor:Kowalski", "no field “autor:”"),
        ("autor:(a b)", "no field “autor:”"),
        ("a OR", "after “OR”"),
        ("a OR OR b", "after “OR”"),
        ("LUB b", "before “LUB”"),
        ("(OR b)", "before “OR”"),
        ("(a OR) b", "after “OR”"),
        ("a AND", "after “AND”"),
        ("NOT", "after “NOT”"),
        ("(a -)", "after “-”"),
        ("(a", "“)” that is missing"),
        ("a)", "without its “(”"),
        ("(" * 21 + "a" + ")" * 21, "too many brackets"),
        ("NEAR", "NEAR needs"),
        ("a NEAR", "after “NEAR”"),
        ("a NEAR tag:x", "NEAR needs"),
        ("title:a NEAR b", "NEAR needs"),
        ("NEAR(a)", "NEAR needs"),
        ("NEAR(a OR b)", "missing"),
        ("a " * 101, "up to 100 words"),
        ("a" * 10_001, "up to 100 words"),
    ],
)
def test_mistakes_are_explained(text: str, said: str):
    with pytest.raises(UserError) as caught:
        parse(text)
    assert said in str(caught.value)


@pytest.mark.parametrize("text", ["published:2023-", "words:>", "tag:", "is:", 'has:"x', "tag:*"])
def test_what_is_not_complete_yet_is_no_mistake_while_typing(text: str):
    assert shape(parse(f"broni {text}", typing=True)) == "broni"


def test_lone_surrogates_do_no_harm():
    assert words(parse("a\ud800b")) == [("a", "b")]


@given(queries, st.booleans())
def test_any_text_parses_or_is_explained(text: str, typing: bool):
    try:
        query = parse(text, typing=typing)
    except UserError:
        return
    terms = [
        term
        for leaf, _ in leaves(query.root)
        if isinstance(leaf, Words | Near)
        for term in (leaf.terms if isinstance(leaf, Near) else (leaf.term,))
    ]
    assert all(term.words for term in terms)
    assert not any('"' in term.indexed or "\0" in term.indexed for term in terms)
