"""The small bar at a selection: colours, underline, note and tag, where the eye is."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QToolButton, QWidget

from desktop.ui.controls.colour_dots import ColourDots
from desktop.ui.theme import Theme


class SelectionBar(QFrame):
    """Floats over the reader's viewport while something is selected."""

    colour_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("selectionBar")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._dots = ColourDots(theme, self)
        self._dots.chosen.connect(self.colour_chosen)
        self._buttons = QWidget(self)
        self._row = QHBoxLayout(self._buttons)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(8, 4, 8, 4)
        self._layout.setSpacing(4)
        for part in (self._dots, self._buttons):
            self._layout.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._restyle)
        self.hide()

    def add_actions(self, actions: Sequence[QAction]) -> None:
        """Offer these actions as buttons behind the colours; hidden ones are not shown."""
        for action in actions:
            button = QToolButton(self._buttons)  # without a parent it would show as a window
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setVisible(action.isVisible())
            action.visibleChanged.connect(partial(_follow, action, button))
            self._row.addWidget(button)
        self._restyle()

    def appear(self, beside: QRect, area: QRect) -> None:
        """Show above *beside*, below it where there is no room, within *area* (the parent's)."""
        self._fit(area.width() - 8)
        x = beside.center().x() - self.width() // 2
        y = beside.top() - self.height() - 8
        if y < area.top() + 4:
            y = min(beside.bottom() + 8, area.bottom() - self.height() - 4)
        x = max(area.left() + 4, min(x, area.right() - self.width() - 4))
        self.move(x, max(area.top() + 4, y))
        self.show()
        self.raise_()

    def _restyle(self) -> None:
        side = self._theme.px(18)
        for button in self._buttons.findChildren(QToolButton):
            button.setIconSize(QSize(side, side))

    def _fit(self, width: int) -> None:
        """Lie in one row, or in two where that is too wide."""
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight)
        if self._layout.sizeHint().width() > width:
            self._layout.setDirection(QBoxLayout.Direction.TopToBottom)
        self.adjustSize()


def _follow(action: QAction, button: QToolButton) -> None:
    button.setVisible(action.isVisible())
