"""Every way to find a list gives the same list: random libraries, random searches, all orders."""

import random
from array import array
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.article import STATUSES
from desktop.core.errors import UserError
from desktop.core.query import parse
from desktop.library import conditions, plan, search
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.library.search import SORTS, Listing, article_ids, count_articles, first_ids
from desktop.library.transaction import Transaction
from desktop.operations import annotate, read, tag
from desktop.operations.import_articles import store
from desktop.operations.step import step
from tests.builders import document

ARTICLES = 70
WORDS = ("wspólny", "co2", "co3", "co10", "rzadki", "nigdzie")
PARTS = (
    *WORDS, "wsp*", '"wspólny co2"', "title:co2", "text:co3", "NEAR(wspólny co2)", "note:ważne",
    "quote:wspólny", "tag:A", "tag:A/B", "is:starred", "status:read", "has:highlight", "has:tag",
    "published:2020..", "words:>5", "outlet:kurier", "is:trashed", "colour:green",
)  # fmt: skip


def _part(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    grouped = st.lists(parts, min_size=1, max_size=3)
    return st.one_of(
        parts.map(lambda one: f"-({one})"),
        grouped.map(lambda some: f"({' OR '.join(some)})"),
        grouped.map(lambda some: f"({' '.join(some)})"),
    )


SEARCHES = st.lists(st.recursive(st.sampled_from(PARTS), _part, max_leaves=6), max_size=3).map(
    " ".join
)


def fill(tx: Transaction, *, chance: random.Random, regular: bool) -> None:
    """Store articles of every kind; unless *regular*, some were added before those before them."""
    for number in range(ARTICLES):
        words = [f"Tekst {number}", "wspólny"] + [f"co{n}" for n in (2, 3, 10) if number % n == 0]
        text = " ".join(words + ["rzadki"] * (number in (5, 50)))
        store(tx, documents=[document(text, outlet=chance.choice(("Kurier", "Radio")))])
    for key in range(1, ARTICLES + 1):
        tx.update("article", key, published=str(chance.randint(2015, 2025)))
        if not regular and chance.random() < 0.2:
            tx.update("article", key, added=f"20{chance.randint(10, 40)}-01-01T00:00:00Z")
    for key in chance.sample(range(1, ARTICLES + 1), 25):
        read.set_status(tx, article_ids=[key], status=chance.choice(STATUSES))
    read.set_starred(tx, article_ids=chance.sample(range(1, ARTICLES + 1), 9), starred=True)
    read.trash(tx, article_ids=chance.sample(range(1, ARTICLES + 1), 6))
    tag.tag_articles(tx, article_ids=chance.sample(range(1, ARTICLES), 12), add=["A/B"], remove=[])
    for key in chance.sample(range(1, ARTICLES + 1), 15):
        mark = annotate.highlight_quote(tx, article_id=key, quote="wspólny")
        annotate.set_note(tx, annotation_id=mark, note=chance.choice(("ważne", "")))


@pytest.fixture(scope="module", params=["by id", "out of line"])
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    """A library in which almost everything is common, and no walk goes far."""
    path = tmp_path_factory.mktemp("library") / "library.db"
    with pytest.MonkeyPatch.context() as patch, closing(Library(path)) as library:
        patch.setattr(plan, "COMMON", 4)
        patch.setattr(plan, "EVERYWHERE", 25)
        patch.setattr(plan, "WALKED_AT_MOST", 30)
        patch.setattr(search, "RANKED_AT_MOST", 12)
        library.run(fill, chance=random.Random(3), regular=request.param == "by id")
        with closing(library.reader()) as reader:
            yield reader


@given(
    typed=SEARCHES,
    sort=st.sampled_from([*SORTS, "relevance"]),
    status=st.sampled_from(["", "", "", *STATUSES]),
    tag=st.sampled_from(["", "", "", "A", "A/B", "C"]),
    flags=st.tuples(*[st.sampled_from([False, False, True])] * 2, st.booleans()),
    limit=st.integers(1, 20),
)
def test_every_way_finds_the_same(
    filled: Reader,
    typed: str,
    sort: str,
    status: str,
    tag: str,
    flags: tuple[bool, bool, bool],
    limit: int,
) -> None:
    starred, trashed, descending = flags
    listing = Listing(parse(typed), status, tag, starred, trashed, sort, descending)
    found = article_ids(filled, listing)
    wanted = plain(filled, listing)
    if sort != "relevance":
        assert found == wanted
    elif len(found) > search.RANKED_AT_MOST:
        assert found == plain(filled, replace(listing, sort="added", descending=True))
    assert sorted(found) == sorted(wanted) and count_articles(filled, listing) == len(wanted)
    first, is_all = first_ids(filled, listing, limit)
    assert first == found[: len(first)]
    assert len(first) == len(found) if is_all else len(first) >= limit


def plain(reader: Reader, listing: Listing) -> "array[int]":
    """Return what SQLite finds when it is told what is wanted, and nothing of how."""
    sort = "added" if listing.sort == "relevance" else listing.sort
    wanted = ["1"]
    if listing.trashed or not conditions.wants_trash(listing.query):
        wanted.append(f"a.trashed = {int(listing.trashed)}")
    values: list[object] = []
    match, rest = conditions.leading(listing.query)
    if match:
        rest.append(conditions.in_articles(match))
    if listing.tag:
        rest.append(conditions.of_tag(listing.tag))
    wanted += [f"({sql})" for sql, _ in rest]
    for _, some in rest:
        values += some
    if listing.status:
        wanted.append(f"a.status = '{listing.status}'")
    if listing.starred:
        wanted.append("a.starred = 1")
    order = SORTS[sort].format(d="DESC" if listing.descending else "ASC")
    return reader.ids(
        "SELECT a.id FROM article a JOIN article_stats s ON s.article_id = a.id "
        f"WHERE {' AND '.join(wanted)} ORDER BY {order}",
        values,
    )


def test_what_is_out_of_line_is_known(library: Library, reader: Reader) -> None:
    def early() -> list[int]:
        return list(reader.ids("SELECT article_id FROM article_early"))

    library.run(store, documents=[document(f"Tekst {number}") for number in range(4)])
    assert early() == []
    library.run(set_added, key=2, added="2001-01-01T00:00:00Z")
    assert early() == [2]
    library.run(set_added, key=4, added="2099-01-01T00:00:00Z")
    library.run(store, documents=[document("Tekst po nim")])
    assert early() == [2, 4, 5]
    library.run(delete, key=3)
    library.undo()
    assert early() == [2, 3, 4, 5]
    library.run(delete, key=2)
    assert early() == [3, 4, 5]


def set_added(tx: Transaction, *, key: int, added: str) -> None:
    tx.update("article", key, added=added)


@step("Delete")
def delete(tx: Transaction, *, key: int) -> None:
    tx.delete("article", key)


def test_an_order_that_is_none_is_told(reader: Reader) -> None:
    with pytest.raises(UserError, match="There is no order"):
        article_ids(reader, Listing(sort="size"))
