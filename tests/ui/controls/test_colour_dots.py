"""The eight dots: one tab stop, arrows, names with digits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.colours import COLOURS
from desktop.ui.context import Context
from desktop.ui.controls.colour_dots import ColourDots

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def dots(context: Context, qtbot) -> ColourDots:
    made = ColourDots(context.theme)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_click_chooses_but_leaves_the_ring_to_the_owner(dots, qtbot):
    dots.checked = frozenset({"green"})
    with qtbot.waitSignal(dots.chosen) as chosen:
        qtbot.mouseClick(dots.dot("blue"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["blue"]
    assert dots.checked == {"green"}
    assert [name for name in COLOURS if dots.dot(name).isChecked()] == ["green"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_arrows_move_and_enter_or_space_chooses(dots, qtbot, key):
    dots.checked = frozenset({"grey"})
    dots.dot("grey").setFocus()
    qtbot.keyClick(dots.dot("grey"), Qt.Key.Key_Right)
    assert QApplication.focusWidget() is dots.dot("yellow")
    qtbot.keyClick(dots.dot("yellow"), Qt.Key.Key_Down)
    with qtbot.waitSignal(dots.chosen) as chosen:
        qtbot.keyClick(dots.dot("green"), key)
    assert chosen.args == ["green"]


def test_there_is_one_tab_stop(dots):
    for current in ("", "pink"):
        dots.checked = frozenset({current} - {""})
        stops = [n for n in COLOURS if dots.dot(n).focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert stops == [current or "yellow"]


def test_each_dot_says_its_name_and_digit(dots):
    assert dots.dot("yellow").toolTip() == "Yellow (1)"
    assert dots.dot("grey").toolTip() == "Grey (8)"
    assert dots.dot("red").accessibleName() == "Red"
    assert not dots.grab().isNull()
