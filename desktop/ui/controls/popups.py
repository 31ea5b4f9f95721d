"""A list that floats at a field while one types in it: it never takes the keyboard."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget


def let_float(view: QListView) -> None:
    """Make *view* a borderless window whose rows follow the mouse."""
    view.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
    view.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setProperty("role", "field")
    view.setUniformItemSizes(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setMouseTracking(True)
    view.entered.connect(view.setCurrentIndex)


def stand_at(view: QListView, field: QWidget, size: QSize) -> None:
    """Put *view* below *field*, or above it where the screen ends."""
    room = field.screen().availableGeometry()
    below = field.mapToGlobal(QPoint(0, field.height() + 2))
    above = field.mapToGlobal(QPoint(0, -2 - size.height()))
    fits = below.y() + size.height() <= room.bottom()
    corner = below if fits or above.y() < room.top() else above
    corner.setX(max(room.left(), min(corner.x(), room.right() - size.width())))
    view.setGeometry(corner.x(), corner.y(), size.width(), size.height())
