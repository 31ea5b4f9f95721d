"""The small bar at a selection: colours, underline, note and tag, where the eye is."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

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
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(8, 4, 8, 4)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._dots)
        self.hide()

    def add_actions(self, actions: Sequence[QAction]) -> None:
        """Offer these actions as buttons behind the colours."""
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setIconSize(QSize(18, 18))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._layout.addWidget(button)

    def appear(self, beside: QRect) -> None:
        """Show above *beside* (the parent's coordinates), below it where there is no room."""
        self.adjustSize()
        area = self.parentWidget().rect()
        x = max(4, min(beside.center().x() - self.width() // 2, area.width() - self.width() - 4))
        y = beside.top() - self.height() - 8
        if y < 4:
            y = min(beside.bottom() + 8, area.height() - self.height() - 4)
        self.move(x, max(4, y))
        self.show()
        self.raise_()
