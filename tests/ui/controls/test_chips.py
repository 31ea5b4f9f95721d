"""Chips: what they say, how they are taken off, where the focus goes then."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.library.tags import TagLabel
from desktop.ui.context import Context
from desktop.ui.controls.chips import TagChips

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LABELS = (
    TagLabel(1, "Rosja/dyplomacja", "blue"),
    TagLabel(2, "Ważne", ""),
    TagLabel(3, "C", "red"),
)


@pytest.fixture
def chips(context: Context, qtbot) -> TagChips:
    made = TagChips(context.theme)
    qtbot.addWidget(made)
    made.resize(400, 60)
    made.set_labels(LABELS)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_chip_says_its_path_or_its_last_part(chips, context, qtbot):
    short = TagChips(context.theme, whole_path=False)
    qtbot.addWidget(short)
    short.set_labels(LABELS[:1])
    assert short.chips[0].sizeHint().width() < chips.chips[0].sizeHint().width()
    for chip in (short.chips[0], chips.chips[0]):
        assert chip.toolTip() == "Rosja/dyplomacja"
        assert "Rosja/dyplomacja" in chip.accessibleName()


def test_delete_and_backspace_take_a_chip_off(chips, qtbot):
    with qtbot.waitSignal(chips.removed) as removed:
        qtbot.keyClick(chips.chips[1], Qt.Key.Key_Delete)
    assert removed.args == [2]
    with qtbot.waitSignal(chips.removed) as removed:
        qtbot.keyClick(chips.chips[0], Qt.Key.Key_Backspace)
    assert removed.args == [1]


def test_only_the_cross_takes_a_chip_off_by_mouse(chips, qtbot):
    chip = chips.chips[0]
    removed: list[int] = []
    chips.removed.connect(removed.append)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, chip.height() // 2))
    assert removed == []
    end = QPoint(chip.width() - 10, chip.height() // 2)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=end)
    assert removed == [1]


def test_the_focus_goes_to_the_next_chip_then_to_the_line(chips, qtbot):
    line = QLineEdit(chips)
    chips.set_trailing(line)
    line.show()
    chips.chips[1].setFocus()
    chips.set_labels((LABELS[0], LABELS[2]))
    assert QApplication.focusWidget() is chips.chips[1]
    assert chips.labels == (LABELS[0], LABELS[2])
    chips.set_labels(())
    assert QApplication.focusWidget() is line


def test_arrows_move_among_chips(chips, qtbot):
    chips.chips[0].setFocus()
    qtbot.keyClick(chips.chips[0], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is chips.chips[1]
    qtbot.keyClick(chips.chips[1], Qt.Key.Key_Left)
    qtbot.keyClick(chips.chips[0], Qt.Key.Key_Left)
    assert QApplication.focusWidget() is chips.chips[0]


def test_a_long_path_never_reaches_beyond_the_edge(chips, qtbot):
    chips.set_labels((TagLabel(9, "Bardzo długa ścieżka/" * 8 + "koniec", "green"),))
    chips.resize(120, 60)
    qtbot.wait(10)
    assert chips.chips[0].geometry().right() < 120
    assert not chips.grab().isNull()
