"""The palette finds actions, tags and articles, and does what is chosen."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.operations import tag
from desktop.ui.context import Context
from desktop.ui.dialogs.command_palette import CommandPalette, Places

Make = Callable[[], CommandPalette]


@pytest.fixture
def chosen() -> list[object]:
    return []


@pytest.fixture
def make(
    context: Context,
    add_article: Callable[..., int],
    qtbot: QtBot,
    chosen: list[object],
) -> Iterator[Make]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    article = add_article("Treść", title="Nocny pociąg do Łodzi", outlet="Kurier")
    context.library.run(tag.tag_articles, article_ids=[article], add=["ludzie/łódzcy"])
    actions = [QAction(text, window) for text in ("&Highlight", "Export highlights…", "Off")]
    actions[2].setEnabled(False)
    for action in actions:
        action.setProperty("group", "menu")
        action.triggered.connect(lambda _=False, action=action: chosen.append(action.text()))

    def build() -> CommandPalette:
        places = Places(article=chosen.append, tag=chosen.append)
        palette = CommandPalette(context, actions, {"menu": "Menu"}, places, window)
        qtbot.addWidget(palette)
        palette.open()
        context.jobs.wait()
        qtbot.waitUntil(lambda: bool(palette._tags))
        return palette

    yield build


def _type(palette: CommandPalette, text: str) -> None:
    palette._field.setText(text)


def test_it_begins_with_what_can_be_done_now(make: Make) -> None:
    assert [name for name, _ in make().shown] == ["Menu: Highlight", "Menu: Export highlights"]


def test_actions_tags_and_articles_are_found_without_accents(make: Make, qtbot: QtBot) -> None:
    palette = make()
    _type(palette, "lodz")
    qtbot.waitUntil(lambda: len(palette.shown) == 2)
    assert palette.shown == [("ludzie/łódzcy", "Tag"), ("Nocny pociąg do Łodzi", "Kurier")]


def test_enter_does_what_is_chosen(make: Make, qtbot: QtBot, chosen: list[object]) -> None:
    palette = make()
    _type(palette, "highl")
    qtbot.keyClick(palette._field, Qt.Key.Key_Down)
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(chosen))
    assert chosen == ["Export highlights…"]


def test_a_tag_and_an_article_lead_there(make: Make, qtbot: QtBot, chosen: list[object]) -> None:
    for text, expected in (("łódzcy", "ludzie/łódzcy"), ("nocny", 1)):
        palette = make()
        _type(palette, text)
        qtbot.waitUntil(lambda palette=palette: len(palette.shown) == 1)
        qtbot.keyClick(palette._field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda expected=expected: expected in chosen)


def test_nothing_found_is_said(make: Make) -> None:
    palette = make()
    _type(palette, "<b>xyz")
    assert palette.shown == []
    assert palette._nothing.isVisible()
    assert "<b>xyz" in palette._nothing.text()


def test_odd_letters_are_no_error(make: Make, qtbot: QtBot) -> None:
    palette = make()
    for text in ('"', "title:", "-- (", "a" * 3000, "😀 ł"):
        _type(palette, text)
        palette._context.jobs.wait()
