"""The box offers fields, values of the library and recent searches, to keyboard and mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.core.query import parse
from desktop.core.query_fields import CHOICES, FIELDS
from desktop.ui.context import Context
from desktop.ui.dialogs.search_help import SearchHelp
from desktop.ui.library_pane import search_history
from desktop.ui.library_pane.completer import note_on
from desktop.ui.library_pane.search_field import SearchField
from desktop.ui.library_pane.search_popup import SearchPopup

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def field(context: Context, qtbot) -> SearchField:
    made = SearchField(context)
    qtbot.addWidget(made)
    made.resize(320, 40)
    made.show()
    made.activateWindow()
    made.take_focus()
    qtbot.waitUntil(lambda: box(made).hasFocus())
    return made


def box(field: SearchField) -> QLineEdit:
    found = field.findChild(QLineEdit, "searchBox")
    assert isinstance(found, QLineEdit)
    return found


def popup(field: SearchField) -> SearchPopup:
    found = field.findChild(SearchPopup, "searchPopup")
    assert isinstance(found, SearchPopup)
    return found


def offered(field: SearchField) -> list[str]:
    shown = popup(field)
    return [offer.shown for offer in shown.rows.offers] if shown.isVisible() else []


def test_a_field_is_offered_with_a_word_on_it(field: SearchField, qtbot) -> None:
    QAbstractItemModelTester(popup(field).rows)
    qtbot.keyClicks(box(field), "zapora ti")
    assert offered(field) == ["title:"]
    assert popup(field).rows.offers[0].note == "words in the title"
    qtbot.keyClick(box(field), Qt.Key.Key_Tab)
    assert box(field).text() == "zapora title:"
    assert box(field).hasFocus()


def test_values_of_the_library_are_offered(
    field: SearchField, add_article: Callable[..., int], qtbot
) -> None:
    add_article("A", outlet="New York Times")
    add_article("B", outlet="Nowiny")
    qtbot.keyClicks(box(field), "ou")
    qtbot.keyClick(box(field), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: offered(field) == ["New York Times", "Nowiny"])
    qtbot.keyClick(box(field), Qt.Key.Key_Down)
    qtbot.keyClick(box(field), Qt.Key.Key_Return)
    assert box(field).text() == 'outlet:"New York Times" '
    assert offered(field) == []


def test_a_closed_list_is_offered_and_clicked(field: SearchField, qtbot) -> None:
    qtbot.keyClicks(box(field), "status:re")
    assert offered(field) == ["reading", "read"]
    shown = popup(field)
    place = shown.visualRect(shown.rows.index(1)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert box(field).text() == "status:read "


def test_enter_searches_while_nothing_is_chosen(field: SearchField, qtbot) -> None:
    qtbot.keyClicks(box(field), "ti")
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(box(field), Qt.Key.Key_Return)
    assert box(field).text() == "ti"
    assert offered(field) == []


def test_escape_closes_the_offers_and_then_clears(field: SearchField, qtbot) -> None:
    qtbot.keyClicks(box(field), "ti")
    qtbot.keyClick(box(field), Qt.Key.Key_Escape)
    assert (offered(field), box(field).text()) == ([], "ti")
    qtbot.keyClick(box(field), Qt.Key.Key_Escape)
    assert box(field).text() == ""


def test_recent_searches_are_offered_in_the_empty_box(
    field: SearchField, context: Context, qtbot
) -> None:
    for text in ("zapora", "wojna OR"):
        qtbot.keyClicks(box(field), text)
        qtbot.keyClick(box(field), Qt.Key.Key_Return)
        box(field).clear()
    assert search_history.recent(context.settings) == ["zapora"]
    qtbot.keyClick(box(field), Qt.Key.Key_Down)
    assert offered(field) == ["zapora"]
    qtbot.keyClick(box(field), Qt.Key.Key_Down)
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(box(field), Qt.Key.Key_Return)
    assert field.text == "zapora"


def test_the_history_keeps_the_newest_and_is_forgotten(context: Context) -> None:
    for number in range(30):
        search_history.remember(context.settings, f"nr {number:02} x")
    search_history.remember(context.settings, "nr 29 x i  dalej")
    search_history.remember(context.settings, "nr 20 x")
    kept = search_history.recent(context.settings)
    assert kept[:3] == ["nr 20 x", "nr 29 x i dalej", "nr 28 x"]
    assert len(kept) == search_history.KEEP
    search_history.forget(context.settings)
    assert search_history.recent(context.settings) == []
    for broken in ("{", "{}", '[1, "a"]'):
        context.settings.set("search_history", broken)
        assert search_history.recent(context.settings) in ([], ["a"])


def test_every_field_and_value_has_a_word_on_it() -> None:
    assert all(note_on(field) for field in FIELDS)
    assert all(note_on(field, value) for field in CHOICES for value in CHOICES[field])


def test_help_has_an_example_for_every_field(context: Context, qtbot) -> None:
    page = SearchHelp(context)
    qtbot.addWidget(page)
    shown = {label.text().partition(":")[0] for label in page.findChildren(QLabel)}
    assert set(FIELDS) <= shown
    for label in page.findChildren(QLabel):
        if label.text().partition(":")[0] in FIELDS:
            assert parse(label.text())
