"""The orphan tray: told when highlights lose their place, shows only them, goes by itself."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.library import articles
from desktop.operations import annotate
from desktop.operations.versions import edit_text
from desktop.ui.context import Context
from desktop.ui.sidebar.lost_bar import LostBar
from tests.ui.sidebar.conftest import TEXT, Desk


def bar(desk: Desk) -> LostBar:
    found = desk.sidebar.findChild(LostBar)
    assert isinstance(found, LostBar)
    return found


def lose_one(desk: Desk) -> tuple[int, int]:
    """Make two highlights, and let the first lose its place."""
    first, second = desk.highlight(0, 18, note="ważne"), desk.highlight(60, 80)
    text = articles.text(desk.context.reader, desk.article_id).text
    typed = text.replace("Zażółć gęślą jaźń. ", "").replace("\n", "\n\n")
    desk.context.library.run(edit_text, article_id=desk.article_id, typed=typed)
    desk.reload()
    return first, second


def test_hidden_while_all_is_well(desk: Desk) -> None:
    desk.many(3)
    assert bar(desk).isHidden()


def test_says_what_is_lost_and_shows_only_that(desk: Desk) -> None:
    first, second = lose_one(desk)
    assert not bar(desk).isHidden()
    show = bar(desk).findChildren(QPushButton)[0]
    show.click()
    assert [one.id for one in desk.cards._rows.shown] == [first]
    assert desk.sidebar.current_annotation() == first
    assert desk.note.toPlainText() == "ważne"
    show.click()
    assert {one.id for one in desk.cards._rows.shown} == {first, second}


def test_the_key_is_a_button_too(desk: Desk, qtbot: QtBot) -> None:
    lose_one(desk)
    with qtbot.waitSignal(desk.sidebar.reattach_wanted):
        bar(desk).findChildren(QPushButton)[1].click()


def test_goes_when_the_last_is_discarded(desk: Desk) -> None:
    first, second = lose_one(desk)
    bar(desk).findChildren(QPushButton)[0].click()
    desk.context.library.run(annotate.delete, annotation_ids=[first])
    desk.reload()
    assert bar(desk).isHidden()
    assert [one.id for one in desk.cards._rows.shown] == [second]


def test_another_article_shows_all_again(
    desk: Desk, context: Context, add_article: Callable[..., int]
) -> None:
    lose_one(desk)
    bar(desk).findChildren(QPushButton)[0].click()
    desk.article_id = add_article("Inny artykuł. " + TEXT)
    mark = desk.highlight(0, 10)
    desk.reload()
    assert bar(desk).isHidden()
    assert [one.id for one in desk.cards._rows.shown] == [mark]
