"""A thin line that says how far one has read."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import Theme


class ProgressLine(QWidget):
    """Two pixels high; `set_fraction` takes 0 to 1."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fraction = 0.0
        self.setFixedHeight(2)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self.update)

    def set_fraction(self, fraction: float) -> None:
        """Show that so much has been read."""
        self._fraction = max(0.0, min(1.0, fraction))
        self.setAccessibleName(self.tr("{percent} % read").format(percent=round(fraction * 100)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.palette.hairline))
        read = QRectF(0, 0, self.width() * self._fraction, self.height())
        painter.fillRect(read, QColor(self._theme.palette.accent))
