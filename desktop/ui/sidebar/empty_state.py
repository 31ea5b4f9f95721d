"""What stands where nothing is: a quiet drawing, a sentence, and the way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.icons import pixmap
from desktop.ui.theme import Theme

_SIDE = 32


class EmptyState(QWidget):
    """`acted()` when the button under the sentence is pressed."""

    acted = Signal()

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._drawing = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._sentence = QLabel(
            textFormat=Qt.TextFormat.PlainText,
            wordWrap=True,
            alignment=Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop,
        )
        self._sentence.setProperty("role", "muted")
        self.button = QPushButton()
        self.button.setProperty("role", "link")
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.hide()
        self.button.clicked.connect(self.acted)
        self._lay_out()
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_text(self, sentence: str, action: str = "") -> None:
        """Say *sentence*, with a button *action*."""
        self._sentence.setText(sentence)
        self.button.setText(action)
        self.button.setVisible(bool(action))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 32, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._drawing)
        column.addWidget(self._sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def _restyle(self) -> None:
        side = round(_SIDE * self._theme.scale)
        colour = self._theme.palette.border
        self._drawing.setPixmap(pixmap(self._icon, colour, side, self.devicePixelRatioF()))
