"""The legend: colours are named in place, seen wherever they are, and filter the cards."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.core.colours import COLOURS
from desktop.library.colour_labels import labels
from desktop.operations import colour_label
from desktop.ui.controls.colour_dots import ColourDots
from desktop.ui.sidebar.colour_legend import ColourLegend

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def legend_of(desk: Any) -> ColourLegend:
    found = desk.sidebar.findChild(ColourLegend)
    assert found
    return found


def name(desk: Any, colour: str, text: str) -> None:
    desk.context.dispatch.do(colour_label.set_label, colour=colour, name=text)
    desk.qtbot.waitUntil(lambda: desk.context.theme.colours.labels.get(colour, "") == text)


def shown(desk: Any) -> list[str]:
    return [one.colour for one in desk.sidebar._rows.shown]


def test_a_click_shows_only_these_colours(desk: Any) -> None:
    for number, colour in enumerate(("yellow", "green", "yellow", "blue")):
        desk.highlight(10 * number, 10 * number + 8, colour=colour)
    desk.reload()
    legend = legend_of(desk)
    desk.qtbot.mouseClick(legend.dots.dot("yellow"), Qt.MouseButton.LeftButton)
    assert shown(desk) == ["yellow", "yellow"]
    desk.qtbot.mouseClick(legend.dots.dot("blue"), Qt.MouseButton.LeftButton)
    assert shown(desk) == ["yellow", "yellow", "blue"]
    assert legend.chosen == {"yellow", "blue"}
    legend.dots.dot("yellow").click()
    legend.dots.dot("blue").click()
    assert len(shown(desk)) == 4
    legend.dots.dot("pink").click()
    assert shown(desk) == []
    desk.sidebar._clear_filter()
    assert len(shown(desk)) == 4
    assert legend.chosen == frozenset()


def test_a_highlight_that_is_filtered_away_is_shown_when_it_is_asked_for(desk: Any) -> None:
    made = desk.highlight(0, 8, colour="green")
    desk.highlight(10, 18, colour="blue")
    desk.reload()
    legend_of(desk).dots.dot("blue").click()
    desk.sidebar.select_annotation(made)
    assert len(shown(desk)) == 2


def test_colours_are_named_in_place(desk: Any) -> None:
    desk.highlight(0, 8, colour="yellow")
    desk.reload()
    legend = legend_of(desk)
    legend.edit.click()
    first, second = (legend.names.lines[colour] for colour in COLOURS[:2])
    desk.qtbot.waitUntil(first.hasFocus)
    QTest.keyClicks(first, "Claim & doubt")
    QTest.keyClick(first, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(second.hasFocus)
    desk.qtbot.waitUntil(lambda: labels(desk.context.reader) == {"yellow": "Claim & doubt"})
    desk.qtbot.waitUntil(lambda: bool(desk.context.theme.colours.labels))
    assert legend.dots.dot("yellow").toolTip() == "Claim & doubt (yellow) (1)"
    assert desk.cards.card.tools.dots.dot("yellow").accessibleName() == "Claim & doubt (yellow)"
    QTest.keyClicks(second, "given up")
    QTest.keyClick(second, Qt.Key.Key_Escape)
    assert not legend.names.isVisible()
    desk.settle()
    assert "green" not in labels(desk.context.reader)
    desk.context.dispatch.undo()
    desk.qtbot.waitUntil(lambda: not desk.context.theme.colours.labels)
    assert legend.dots.dot("yellow").toolTip() == "Yellow (1)"


def test_cards_say_what_their_colour_means(desk: Any) -> None:
    desk.highlight(0, 8, colour="yellow")
    desk.reload()
    delegate = desk.cards._delegate
    one = desk.sidebar._rows.shown[0]
    before = delegate.height(one, 300)
    name(desk, "yellow", "Twierdzenie")
    assert delegate.height(one, 300) > before
    assert "Twierdzenie" in desk.sidebar._rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    desk.sidebar._header.field.setText("twierdz")
    desk.qtbot.waitUntil(lambda: desk.sidebar._rows.filtered)
    assert shown(desk) == ["yellow"]


def test_the_filter_finds_what_is_called_so(desk: Any) -> None:
    desk.highlight(0, 8, colour="yellow")
    desk.highlight(10, 18, colour="blue")
    desk.reload()
    name(desk, "blue", "Liczba")
    desk.sidebar._header.field.setText("liczba")
    desk.qtbot.waitUntil(lambda: shown(desk) == ["blue"])
    name(desk, "blue", "Inaczej")
    desk.qtbot.waitUntil(lambda: shown(desk) == [])


def test_the_legend_is_folded_away_and_stays_so(desk: Any) -> None:
    desk.highlight(0, 8)
    desk.reload()
    header, legend = desk.sidebar._header, legend_of(desk)
    legend.dots.dot("pink").click()
    header._fold.click()
    assert not legend.isVisible()
    assert legend.chosen == frozenset()
    assert desk.context.settings.get("legend_folded")
    header._fold.click()
    assert legend.isVisible()


def test_where_there_is_no_room_names_take_the_place_of_the_cards(desk: Any) -> None:
    desk.highlight(0, 8)
    desk.reload()
    legend = legend_of(desk)
    desk.sidebar.resize(320, 420)
    legend.edit.click()
    assert not desk.cards.isVisible()
    lines = list(legend.names.lines.values())
    QApplication.sendPostedEvents()
    desk.qtbot.waitUntil(
        lambda: all(line.height() >= line.minimumSizeHint().height() for line in lines)
    )
    legend.edit.click()
    assert desk.cards.isVisible()


def test_a_dot_with_words_is_wider(desk: Any) -> None:
    dots = ColourDots(desk.context.theme, labelled=True)
    desk.qtbot.addWidget(dots)
    plain = dots.dot("red").sizeHint().width()
    name(desk, "red", "x" * 60)
    wide = dots.dot("red").sizeHint().width()
    assert plain < wide < 400
    assert not dots.grab().isNull()


def test_names_of_colours(desk: Any) -> None:
    names = desk.context.theme.colours
    name(desk, "red", "Spór o Łódź")
    assert (names.name("red"), names.name("blue")) == ("Spór o Łódź", "Blue")
    assert names.begins("red", "spor o l")
    assert names.begins("red", "re")
    assert not names.begins("red", "lodz")
