"""A picture on screen: it can be pointed at, clicked and walked over with the arrow keys."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from desktop.library.notebook_figures import Figure
from desktop.ui.notebook.chart import ChartLook, Drawing, paint
from desktop.ui.plain import tool_tip

_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1),
          Qt.Key.Key_Down: (0, 1)}  # fmt: skip


class ChartView(QLabel):
    """`taken(Figure)` on a click or Enter; *words* says a figure in words.

    A label only for screen readers: a plain widget has no role that they would read out.
    """

    taken = Signal(object)
    moved = Signal()

    def __init__(self, words: Callable[[Figure], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._drawing: Drawing | None = None
        self._look: ChartLook | None = None
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def drawing(self) -> Drawing | None:
        """What is shown."""
        return self._drawing

    @property
    def current(self) -> Figure | None:
        """The figure that the keyboard is at."""
        spots = self._drawing.spots if self._drawing else ()
        return spots[self._current].figure if 0 <= self._current < len(spots) else None

    def show_drawing(self, drawing: Drawing | None, look: ChartLook) -> None:
        """Show another picture."""
        self._drawing, self._look = drawing, look
        count = len(drawing.spots) if drawing else 0
        self._current = min(self._current, count - 1)
        size = drawing.size.toSize() if drawing else QSize(0, 0)
        self.setMinimumSize(size)
        self.resize(size)
        self.update()

    def current_rect(self) -> QRect:
        """Return where the current figure stands."""
        spots = self._drawing.spots if self._drawing else ()
        return spots[self._current].reach.toRect() if self.current else QRect()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._drawing and self._look:
            with QPainter(self) as painter:
                painter.fillRect(self.rect(), QColor(self._look.palette.paper))
                current = self._current if self.hasFocus() else -1
                paint(painter, self._drawing, self._look, current=current)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._spot_at(event.pos().x(), event.pos().y())
            if self._drawing and at >= 0:
                words = self._words(self._drawing.spots[at].figure)
                QToolTip.showText(event.globalPos(), tool_tip(words), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._spot_at(round(event.position().x()), round(event.position().y()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._spot_at(round(event.position().x()), round(event.position().y()))
        if self._drawing and at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._current = at
            self._take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step and self._drawing and self._drawing.spots:
            self._move(*step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._take()
        else:
            super().keyPressEvent(event)

    def _move(self, right: int, down: int) -> None:
        assert self._drawing
        step = right + down * (self._drawing.across if self._drawing.across > 1 else 1)
        to = 0 if self._current < 0 else self._current + step
        if 0 <= to < len(self._drawing.spots):
            self._current = to
            figure = self._drawing.spots[to].figure
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._words(figure)))
            self.moved.emit()
            self.update()

    def _take(self) -> None:
        figure = self.current
        if figure and figure.count and figure.value != figure.other:
            self.taken.emit(figure)

    def _spot_at(self, x: int, y: int) -> int:
        spots = self._drawing.spots if self._drawing else ()
        found = (n for n, spot in enumerate(spots) if spot.reach.contains(x, y))
        return next(found, -1)
