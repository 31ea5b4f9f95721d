"""What lies under a row of the list: selection, hover, the accent bar, the hairline."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.ui.palette import Palette

BAR = 3


def draw_ground(
    painter: QPainter,
    option: QStyleOptionViewItem,
    palette: Palette,
    *,
    bar: bool = True,
    hover: bool = True,
    framed: bool = False,
) -> None:
    """Fill the cell; *bar* for the first cell of a row, *framed* when the keyboard is here."""
    rect: QRect = option.rect  # type: ignore[attr-defined]
    state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected:
        painter.fillRect(rect, QColor(palette.selected))
    elif hover and state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, QColor(palette.hover))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(palette.hairline))
    if selected and bar:
        at = visual(option, QRect(rect.left(), rect.top(), BAR, rect.height()))
        painter.fillRect(at, QColor(palette.accent))
    if framed and state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(palette.accent), 1))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))


def visual(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    """Return *rect* as it lies in the window's reading direction."""
    return QStyle.visualRect(option.direction, option.rect, rect)  # type: ignore[attr-defined]


def mirrored(option: QStyleOptionViewItem) -> bool:
    """Tell whether the window reads from right to left."""
    return option.direction == Qt.LayoutDirection.RightToLeft  # type: ignore[attr-defined]
