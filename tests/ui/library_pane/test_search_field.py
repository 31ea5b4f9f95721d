"""The search box reads while one types and says what it cannot read."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.core.hits import term
from desktop.core.query import Query, Words, parse
from desktop.ui.context import Context
from desktop.ui.library_pane.search_field import SearchField

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def field(context: Context, qtbot) -> SearchField:
    made = SearchField(context)
    qtbot.addWidget(made)
    made.show()
    return made


def box(field: SearchField) -> QLineEdit:
    found = field.findChild(QLineEdit, "searchBox")
    assert isinstance(found, QLineEdit)
    return found


def error(field: SearchField) -> QLabel:
    found = field.findChild(QLabel, "searchError")
    assert isinstance(found, QLabel)
    return found


def test_typing_searches_for_what_is_begun(field: SearchField, qtbot) -> None:
    with qtbot.waitSignal(field.changed) as heard:
        qtbot.keyClicks(box(field), "zapo")
    assert heard.args == [parse("zapo", typing=True)]


def test_enter_searches_at_once_for_the_whole_word(field: SearchField, qtbot) -> None:
    qtbot.keyClicks(box(field), "zapora")
    with qtbot.waitSignal(field.changed, timeout=50) as heard:
        qtbot.keyClick(box(field), Qt.Key.Key_Return)
    assert heard.args == [parse("zapora")]


def test_escape_clears(field: SearchField, qtbot) -> None:
    field.set_text("zapora")
    with qtbot.waitSignal(field.changed) as heard:
        qtbot.keyClick(box(field), Qt.Key.Key_Escape)
    assert heard.args == [Query()]
    assert field.text == ""


def test_down_leaves_for_the_list(field: SearchField, qtbot) -> None:
    with qtbot.waitSignal(field.left_down):
        qtbot.keyClick(box(field), Qt.Key.Key_Down)


def test_an_error_is_told_and_the_query_stays(field: SearchField, qtbot) -> None:
    field.set_text("zapora")
    with qtbot.assertNotEmitted(field.changed):
        field.set_text("status:lost")
    assert "status:unread" in error(field).text()
    assert not error(field).isHidden()
    assert field.query == parse("zapora")
    field.set_text("")
    assert error(field).isHidden()


def test_the_same_query_is_told_once(field: SearchField, qtbot) -> None:
    field.set_text("zapora")
    with qtbot.assertNotEmitted(field.changed):
        field.set_text(" zapora ")


def _exact(field: SearchField) -> QAction:
    (found,) = [one for one in box(field).actions() if one.isCheckable()]
    return found


def test_words_can_be_meant_as_written(field: SearchField, qtbot) -> None:
    field.set_text("zapora most")
    with qtbot.waitSignal(field.changed, timeout=50) as heard:
        _exact(field).trigger()
    assert heard.args == [parse("zapora most", exact=True)]
    with qtbot.waitSignal(field.changed, timeout=50) as heard:
        _exact(field).trigger()
    assert heard.args == [parse("zapora most")]
    assert _exact(field).text() and _exact(field).toolTip()


def test_the_users_hand_says_that_a_search_comes(field: SearchField, qtbot) -> None:
    box(field).clearFocus()
    with qtbot.waitSignal(field.entered):
        field.take_focus()
    box(field).clearFocus()
    with qtbot.assertNotEmitted(field.entered, wait=50):
        box(field).setFocus(Qt.FocusReason.ActiveWindowFocusReason)


def test_the_forms_looked_for_are_told(field: SearchField) -> None:
    field.set_text("zapora")
    forms = replace(term("zapora"), forms=(("zapora", "zapory", "zaporze"),))
    field.show_forms(Query(Words(forms)))
    assert "zapora, zapory, zaporze" in box(field).toolTip()
    assert "=word" in box(field).toolTip()
    field.show_forms(parse("tag:x"))
    assert box(field).toolTip() == ""
