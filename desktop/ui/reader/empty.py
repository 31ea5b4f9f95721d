"""What the reader shows when it shows no article: a quiet page that says what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui import icons
from desktop.ui.theme import Theme


class EmptyPage(QWidget):
    """An icon, a sentence and a quieter one, in the middle."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = "article"
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._hint = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._hint.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.addStretch(2)
        for label in (self._picture, self._title, self._hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        layout.addStretch(3)
        theme.changed.connect(self._retint)

    def say(self, icon: str, title: str, hint: str = "") -> None:
        """Show these words with icon *icon*."""
        self._icon = icon
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._retint()

    def _retint(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(
            icons.pixmap(self._icon, self._theme.palette.border, self._theme.px(40), ratio)
        )
        self._title.setFont(self._theme.font(size=1.25))
