"""The whole quote on the open card: it wraps to the card's width and ends after some lines."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.sidebar.card_delegate import CardDelegate, paint_quote
from desktop.ui.sidebar.card_face import QUOTE_LINES_OPEN
from desktop.ui.sidebar.text_lines import lay_lines
from desktop.ui.theme import Theme


class QuoteLabel(QWidget):
    """Shows a quote as the closed cards do, only more of it."""

    def __init__(self, theme: Theme, delegate: CardDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._delegate = delegate
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_text(self, text: str) -> None:
        """Show *text*."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * self._delegate.type.leading

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(40, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._delegate.type.leading)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(self._theme.palette.ink))
        paint_quote(painter, QPoint(0, 0), self._lines(self.width()), self._delegate.type)

    def _lines(self, width: int) -> tuple[str, ...]:
        return lay_lines(self._text, self._delegate.type.quote, max(40, width), QUOTE_LINES_OPEN)
