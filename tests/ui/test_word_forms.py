"""The background collector: what is new can soon be found in its other forms."""

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from pytestqt.qtbot import QtBot

from desktop.core.query import parse
from desktop.library.connection import execute
from desktop.library.search import Listing, article_ids
from desktop.library.word_process import key_process
from desktop.operations import annotate, tag
from desktop.ui.background import Background
from desktop.ui.context import Context
from desktop.ui.word_forms import end_key_process, warm_up, word_forms

Add = Callable[..., int]


@pytest.fixture
def forms(context: Context) -> Iterator[Background]:
    made = word_forms(context)
    yield made
    made.stop()


def _found(context: Context, query: str) -> list[int]:
    return list(article_ids(context.reader, Listing(parse(query))))


def test_new_articles_are_found_in_other_forms(
    context: Context, add_article: Add, forms: Background, qtbot: QtBot
) -> None:
    article = add_article("Po wojnie pojechał do Pieskowa.")
    assert _found(context, "wojna") == []
    with qtbot.waitSignal(forms.grown):
        forms.begin()
    assert _found(context, "wojna") == [article]
    assert _found(context, "Pieskow") == [article]


def test_a_note_is_collected_by_itself(
    context: Context, add_article: Add, forms: Background, qtbot: QtBot
) -> None:
    article = add_article("Jedno słowo.")
    with qtbot.waitSignal(forms.grown):
        forms.begin()
    with qtbot.waitSignal(forms.grown):
        context.dispatch.do(
            annotate.add_highlight, article_id=article, start=0, end=5, note="patrz: statki"
        )
    assert _found(context, "note:statek") == [article]
    assert _found(context, "note:=statek") == []


def test_a_stop_ends_it_and_another_time_goes_on(
    context: Context, add_article: Add, forms: Background, qtbot: QtBot
) -> None:
    add_article("Po wojnie.")
    forms.begin()
    forms.stop()
    with qtbot.assertNotEmitted(forms.grown, wait=1_700):
        forms.begin()
    later = word_forms(context)
    with qtbot.waitSignal(later.grown):
        later.begin()
    later.stop()


def test_what_cannot_be_written_is_left_to_the_next_time(
    context: Context, add_article: Add, forms: Background, qtbot: QtBot
) -> None:
    article = add_article("Po wojnie.")
    context.library.with_writer(lambda db: execute(db, "PRAGMA query_only = ON"))
    forms.begin()
    qtbot.waitUntil(lambda: not forms._timer.isActive() and not forms._running)
    assert _found(context, "wojna") == []
    context.library.with_writer(lambda db: execute(db, "PRAGMA query_only = OFF"))
    with qtbot.waitSignal(forms.grown):
        forms.begin()
    assert _found(context, "wojna") == [article]


def test_the_process_is_ready_when_a_search_begins(
    context: Context, forms: Background, qtbot: QtBot
) -> None:
    key_process().close()
    warm_up(context)
    qtbot.waitUntil(lambda: key_process()._process is not None)
    context.jobs.wait()
    end_key_process()
    assert key_process()._process is None


def test_clicks_go_before_what_is_collected(
    context: Context, add_article: Add, forms: Background, qtbot: QtBot
) -> None:
    """A tag asked for while thousands of forms wait is written first."""
    words = " ".join(f"zl{chr(97 + a)}{chr(97 + b)}{chr(97 + c)}w"
                     for a in range(20) for b in range(20) for c in range(20))  # fmt: skip
    article = add_article(words)
    known: list[int] = []

    def look(_result: object) -> None:
        rows = context.reader.rows("SELECT count(*) AS n FROM word_form")
        known.append(rows[0]["n"])

    forms.begin()
    qtbot.waitUntil(lambda: bool(context.reader.rows("SELECT 1 FROM word_form LIMIT 1")))
    context.dispatch.do(tag.tag_articles, article_ids=[article], add=["A"], remove=[], then=look)
    qtbot.waitUntil(lambda: bool(known))
    assert known[0] < 8_000
    qtbot.waitSignal(forms.grown).wait()
    with closing(context.library.reader()) as reader:
        assert reader.rows("SELECT count(*) AS n FROM word_form")[0]["n"] >= 8_000
