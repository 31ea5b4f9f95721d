"""A long list shows its first screen at once; the rest follows without moving anything."""

from array import array
from collections.abc import Callable

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.core.query import Query
from desktop.operations.import_articles import store
from desktop.ui.context import Context
from desktop.ui.library_pane.article_list import ArticleList
from desktop.ui.library_pane.article_model import ArticleModel
from desktop.ui.library_pane.asking import FIRST
from desktop.ui.library_pane.pane import LibraryPane
from tests.builders import document

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Add = Callable[..., int]
COUNT = 2 * FIRST + 50


def fill(context: Context) -> None:
    texts = [f"Tekst {number}" for number in range(COUNT)]
    context.library.run(store, documents=[document(text) for text in texts])


def test_a_model_grows_only_by_what_follows(context: Context, qtbot: QtBot):
    fill(context)
    model = ArticleModel(context)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_ids(array("q", range(1, FIRST + 1)), Query())
    row = model.article(FIRST - 1)
    assert row and row.id == FIRST
    assert not model.extend(array("q", range(2, COUNT + 1)))
    assert not model.extend(array("q", range(1, FIRST)))
    assert model.extend(array("q", range(1, COUNT + 1)))
    assert model.rowCount() == COUNT
    last = model.article(COUNT - 1)
    assert last and last.id == COUNT


def test_a_list_begins_with_its_first_screen(context: Context, qtbot: QtBot):
    fill(context)
    counts: list[tuple[int, bool]] = []
    pane = LibraryPane(context)
    qtbot.addWidget(pane)
    articles = pane.findChild(ArticleList)
    assert articles
    articles.counted.connect(lambda count, more: counts.append((count, more)))
    pane.show()
    qtbot.waitUntil(lambda: len(pane.result_ids()) == COUNT)
    assert counts == [(FIRST, True), (COUNT, False)]
    assert list(pane.result_ids()) == list(range(COUNT, 0, -1))


def test_the_article_being_read_is_found_again_in_the_rest(context: Context, qtbot: QtBot):
    fill(context)
    pane = LibraryPane(context)
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitUntil(lambda: len(pane.result_ids()) == COUNT)
    pane.select_article(3)
    qtbot.waitUntil(lambda: pane.current_id() == 3)
    articles = pane.findChild(ArticleList)
    assert articles
    articles.sort_asked.emit("published", True)
    articles.sort_asked.emit("title", True)
    qtbot.waitUntil(lambda: len(pane.result_ids()) == COUNT and pane.current_id() == 3)
