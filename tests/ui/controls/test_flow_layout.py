"""The layout that wraps: rows, heights, the item that takes the rest, right-to-left."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.controls.flow_layout import FlowLayout

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def box(width: int, *, grows: bool = False) -> QWidget:
    made = QWidget()
    if grows:
        made.setMinimumSize(QSize(width, 20))
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    else:
        made.setFixedSize(width, 20)
    return made


@pytest.fixture
def flow(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    layout = FlowLayout(owner, spacing=4)
    for width in (50, 50, 50):
        layout.addWidget(box(width))
    yield layout


def test_it_wraps_and_knows_its_height(flow):
    assert flow.heightForWidth(200) == 20
    assert flow.heightForWidth(158) == 20
    assert flow.heightForWidth(157) == 44
    assert flow.heightForWidth(60) == 68
    assert flow.sizeHint() == QSize(158, 20)
    assert flow.minimumSize() == QSize(50, 20)


def test_the_last_one_takes_the_rest_or_a_row_of_its_own(flow):
    last = box(60, grows=True)
    flow.addWidget(last)
    owner = flow.parentWidget()
    owner.resize(300, 60)
    owner.show()
    assert (last.x(), last.width()) == (162, 138)
    owner.resize(200, 60)
    flow.activate()
    assert (last.x(), last.y(), last.width()) == (0, 24, 200)


def test_right_to_left_begins_at_the_right(flow):
    owner = flow.parentWidget()
    owner.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    owner.resize(300, 60)
    owner.show()
    first = flow.itemAt(0).widget()
    assert first.geometry().right() == 299


def test_items_come_and_go(flow):
    extra = box(10)
    flow.insert_widget(0, extra)
    assert flow.itemAt(0).widget() is extra
    assert flow.count() == 4
    assert flow.takeAt(9) is None
    flow.removeWidget(extra)
    assert flow.count() == 3
    assert flow.itemAt(7) is None
    extra.deleteLater()
