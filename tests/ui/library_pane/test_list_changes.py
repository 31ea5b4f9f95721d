"""When the list is asked for again, and when reading leaves it alone."""

from dataclasses import replace

import pytest

from desktop.core.changes import Changes
from desktop.core.query import parse
from desktop.library.articles import ArticleRow
from desktop.library.search import Listing
from desktop.ui.library_pane.list_changes import left_by_hand, may_reorder

ROW = ArticleRow(
    id=1, uuid="u", title="Zapora", author="", outlet="Kresy", agency="", url="", language="pl",
    published="2023", added="2024", word_count=3, status="unread", starred=False, trashed=False,
    highlights=0, fraction=0.0,
)  # fmt: skip
READ = replace(ROW, status="read")


def changed(*tables: str, step: str = "Step") -> Changes:
    return Changes({table: frozenset((1,)) for table in tables}, step)


@pytest.mark.parametrize(
    ("listing", "after", "again"),
    [
        (Listing(), READ, False),
        (Listing(status="unread"), READ, True),
        (Listing(sort="status"), READ, True),
        (Listing(query=parse("zapora")), READ, True),
        (Listing(), replace(ROW, trashed=True), True),
        (Listing(), replace(ROW, starred=True), False),
        (Listing(starred=True), replace(ROW, starred=True), True),
        (Listing(sort="title"), replace(ROW, title="Woda"), True),
        (Listing(sort="added"), replace(ROW, title="Woda"), False),
    ],
)
def test_changed_articles(listing: Listing, after: ArticleRow, again: bool) -> None:
    assert may_reorder(changed("article"), listing, {1: ROW}, {1: after}) is again


def test_articles_that_are_new_or_gone() -> None:
    assert may_reorder(changed("article"), Listing(), {}, {})
    assert may_reorder(changed("article"), Listing(), {1: ROW}, {})


@pytest.mark.parametrize(
    ("listing", "again"),
    [
        (Listing(), False),
        (Listing(tag="Woda"), True),
        (Listing(sort="highlights"), True),
        (Listing(query=parse("tag:Woda")), True),
        (Listing(query=parse("note:woda")), True),
        (Listing(query=parse("woda")), False),
    ],
)
def test_changed_highlights_and_tags(listing: Listing, again: bool) -> None:
    assert may_reorder(changed("annotation", "article_tag"), listing, {}, {}) is again


def test_article_notes_count_where_they_are_asked_for() -> None:
    listing = Listing(query=parse("has:note"))
    assert may_reorder(changed("article"), listing, {1: ROW}, {1: ROW})


def test_only_what_the_user_marks_leaves_by_hand() -> None:
    assert left_by_hand(changed("article"), {1: ROW}, {1: READ}) == {1}
    assert left_by_hand(changed("article"), {1: ROW}, {}) == {1}
    assert not left_by_hand(changed("article", step=""), {1: ROW}, {1: READ})
    assert not left_by_hand(changed("article"), {1: ROW}, {1: replace(ROW, title="Woda")})
