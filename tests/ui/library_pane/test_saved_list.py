"""Saved searches: made from the search in force, named, counted, deleted, all undone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit

from desktop.operations import read, saved_search
from desktop.ui.context import Context
from desktop.ui.library_pane.filter_box import COUNT
from desktop.ui.library_pane.pane import LibraryPane
from desktop.ui.library_pane.saved_list import SavedList, SavedModel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def pane(context: Context, add_article: Callable[..., int], qtbot) -> LibraryPane:
    add_article("Zapora na rzece\n\nWoda.")
    add_article("Ryby\n\nZapora i ryby.")
    made = LibraryPane(context)
    qtbot.addWidget(made)
    made.resize(340, 700)
    made.show()
    return made


def saved(pane: LibraryPane) -> SavedList:
    found = pane.findChild(SavedList)
    assert isinstance(found, SavedList)
    return found


def rows(pane: LibraryPane) -> list[tuple[str, str]]:
    model = saved(pane).view.model()
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return [(index.data(), index.data(COUNT)) for index in indexes]


def keep(context: Context, query: str, name: str = "") -> None:
    context.dispatch.do(saved_search.save, query=query, name=name)


def test_the_search_in_force_is_kept_and_named(pane: LibraryPane, qtbot) -> None:
    assert saved(pane).isHidden()
    pane.set_query("zapora")
    pane.save_search()
    qtbot.waitUntil(lambda: saved(pane).view.findChild(QLineEdit) is not None)
    editor = saved(pane).view.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "zapora"
    editor.selectAll()
    qtbot.keyClicks(editor, "Dams")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(pane) == [("Dams", "2")])
    assert not saved(pane).isHidden()


def test_a_name_being_typed_outlives_a_count(pane: LibraryPane, context: Context, qtbot) -> None:
    keep(context, "zapora")
    qtbot.waitUntil(lambda: rows(pane) == [("zapora", "2")])
    view = saved(pane).view
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = view.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "Dam")
    model = view.model()
    assert isinstance(model, SavedModel)
    model.show_count(model.searches[0].id, 7)
    saved(pane).refresh()
    context.dispatch.settle()
    qtbot.keyClicks(editor, "s")
    assert editor.text() == "Dams"


def test_nothing_is_kept_without_a_search(pane: LibraryPane, context: Context) -> None:
    pane.save_search()
    context.dispatch.settle()
    assert context.library.undoable is None


def test_a_click_searches(pane: LibraryPane, context: Context, qtbot) -> None:
    keep(context, "ryby woda", "Puste")
    keep(context, "ryby", "Ryby")
    qtbot.waitUntil(lambda: rows(pane) == [("Puste", "0"), ("Ryby", "1")])
    QAbstractItemModelTester(saved(pane).view.model())
    view = saved(pane).view
    place = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: list(pane.result_ids()) == [2])
    pane.set_query("ryby woda")
    assert view.currentIndex().row() == 0
    pane.set_query("x")
    assert not view.currentIndex().isValid()


def test_counts_follow_the_library(pane: LibraryPane, context: Context, qtbot) -> None:
    keep(context, "zapora", "Z")
    qtbot.waitUntil(lambda: rows(pane) == [("Z", "2")])
    context.dispatch.do(read.trash, article_ids=[1])
    qtbot.waitUntil(lambda: rows(pane) == [("Z", "1")])
    context.dispatch.undo()
    qtbot.waitUntil(lambda: rows(pane) == [("Z", "2")])


def test_what_cannot_be_read_any_more_has_no_count(
    pane: LibraryPane, context: Context, qtbot
) -> None:
    keep(context, "zapora", "Z")
    context.dispatch.do(lambda tx: tx.update("saved_search", 1, query="("))
    qtbot.waitUntil(lambda: rows(pane) == [("Z", "–")])


def test_delete_takes_the_search_not_the_article(
    pane: LibraryPane, context: Context, qtbot
) -> None:
    keep(context, "zapora", "Z")
    qtbot.waitUntil(lambda: rows(pane) == [("Z", "2")])
    view = saved(pane).view
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: saved(pane).isHidden())
    context.dispatch.undo()
    qtbot.waitUntil(lambda: rows(pane) == [("Z", "2")])


def test_the_heading_folds_them_away(pane: LibraryPane, context: Context, qtbot) -> None:
    keep(context, "zapora", "Z")
    qtbot.waitUntil(lambda: not saved(pane).isHidden())
    saved(pane)._head.click()
    assert saved(pane).view.isHidden()
    assert context.settings.get("saved_folded")
