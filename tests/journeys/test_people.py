"""Blind coding: what others highlighted is nowhere to be seen until it is revealed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.core.people import AGREED
from desktop.operations import annotate
from desktop.ui import people
from desktop.ui.controls.people_button import PeopleButton
from desktop.ui.library_pane.article_model import ArticleModel
from desktop.ui.main_window import MainWindow
from desktop.ui.sidebar.annotation_model import AnnotationModel
from tests.journeys.hands import TEXT, add_files, highlight, verb


@pytest.fixture
def shared(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    add_files(window, qtbot, tmp_path, TEXT)
    window.context.settings.set("coder_name", "Ewa")
    for author, start in (("Ewa", 0), ("Jan", 10), ("Jan", 20), (AGREED, 30)):
        window.context.dispatch.do(
            annotate.add_highlight, article_id=1, start=start, end=start + 5, author=author
        )
    qtbot.waitUntil(lambda: len(_cards(window).shown) == 4)
    return window


def _cards(window: MainWindow) -> AnnotationModel:
    model = window.sidebar.findChild(AnnotationModel)
    assert model is not None
    return model


def _authors(window: MainWindow) -> set[str]:
    return {one.author for one in _cards(window).shown}


def _in_list(window: MainWindow) -> int:
    model = window.list.findChild(ArticleModel)
    assert model is not None
    article = model.article(0)
    assert article is not None
    return article.highlights


def test_only_mine_hides_the_others_everywhere(shared: MainWindow, qtbot: QtBot) -> None:
    button = shared.sidebar.findChild(PeopleButton)
    assert button is not None
    assert (button.text(), button.isVisible()) == ("Everyone", True)
    assert _in_list(shared) == 4
    verb(shared, "view.only_mine").trigger()
    qtbot.waitUntil(lambda: _authors(shared) == {"Ewa"})
    assert _cards(shared).total == 1
    assert button.text() == "Only mine"
    assert verb(shared, "view.only_mine").isChecked()
    assert _in_list(shared) == 1
    shared.annotator.step(1)
    assert shared.annotator.current is not None
    assert shared.annotator.current.author == "Ewa"
    shared.notebook.toggle()
    page = shared.notebook.page()
    qtbot.waitUntil(lambda: len(page.model.entries) == 1)
    qtbot.waitUntil(lambda: page.facets.item_of("coder", "Ewa") is not None)
    assert page.facets.item_of("coder", "Jan") is None
    shared.switches.only_mine()
    qtbot.waitUntil(lambda: len(page.model.entries) == 4)
    qtbot.waitUntil(lambda: _authors(shared) == {"Ewa", "Jan", AGREED})


def test_people_are_chosen_in_the_menu(shared: MainWindow, qtbot: QtBot) -> None:
    button = shared.sidebar.findChild(PeopleButton)
    assert button is not None
    menu = button.menu()
    menu.aboutToShow.emit()
    assert [one.text() for one in menu.actions() if one.text()] == [
        "Everyone", "Only mine", "Ewa", "Jan", "Agreed",
    ]  # fmt: skip
    next(one for one in menu.actions() if one.text() == "Jan").trigger()
    qtbot.waitUntil(lambda: _authors(shared) == {"Ewa", AGREED})
    assert button.text() == "2 people"
    menu.aboutToShow.emit()
    next(one for one in menu.actions() if one.text() == "Jan").trigger()
    qtbot.waitUntil(lambda: len(_authors(shared)) == 3)
    assert people.shown_people(shared.context.settings).names is None


def test_what_one_makes_oneself_is_seen(shared: MainWindow, qtbot: QtBot) -> None:
    people.show_chosen(shared.context.settings, ["Jan"])
    qtbot.waitUntil(lambda: _authors(shared) == {"Jan"})
    highlight(shared, qtbot, "burmistrz")
    qtbot.waitUntil(lambda: _authors(shared) == {"Jan", "Ewa"})


def test_no_button_for_one_person_alone(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    add_files(window, qtbot, tmp_path, TEXT)
    button = window.sidebar.findChild(PeopleButton)
    assert button is not None
    assert not button.isVisible()


def test_an_empty_notebook_says_that_others_are_hidden(shared: MainWindow, qtbot: QtBot) -> None:
    people.show_chosen(shared.context.settings, ["Nobody"])
    shared.notebook.toggle()
    page = shared.notebook.page()
    qtbot.waitUntil(lambda: "people shown" in page.blank.texts)
