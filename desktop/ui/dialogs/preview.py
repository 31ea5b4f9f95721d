"""A paragraph as the reader would set it, for the preferences."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.context import Context

LINES = 4
_PAD = 16


class ReadingPreview(QWidget):
    """Shows a text as the reader would set it, as far as it fits."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("readingPreview")
        self._context = context
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        context.settings.changed.connect(self._on_setting)
        context.theme.changed.connect(self._refresh)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self._refresh()

    def sizeHint(self) -> QSize:
        return QSize(320, min(round(LINES * self._line_height()) + 2 * _PAD, 360))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._context.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(theme.palette.hairline))
            painter.setBrush(QColor(theme.palette.paper))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setPen(QColor(theme.palette.ink))
            self._paint_lines(painter)

    def _paint_lines(self, painter: QPainter) -> None:
        font = self._context.theme.reading_font()
        metrics = QFontMetricsF(font)
        measure = self._context.settings.get("reader_measure") * metrics.averageCharWidth()
        wide = min(measure, self.width() - 2 * _PAD)
        height = self._line_height()
        layout = QTextLayout(self._text, font)
        even = self._context.settings.get("reader_even")
        flags = Qt.AlignmentFlag
        layout.setTextOption(QTextOption(flags.AlignJustify if even else flags.AlignLeft))
        layout.beginLayout()
        top = float(_PAD)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(wide)
            line.setPosition(QPointF(0, top))
            if top + height <= self.height() - _PAD + 1:
                line.draw(painter, QPointF((self.width() - wide) / 2, 0))
            top += height
        layout.endLayout()

    def _line_height(self) -> float:
        """Return the distance of lines as the reader has it: in per cent of the font's size."""
        font = self._context.theme.reading_font()
        wanted = self._context.settings.get("reader_leading") / 100 * font.pixelSize()
        return max(wanted, QFontMetricsF(font).height())

    def _on_setting(self, name: str) -> None:
        if name.startswith("reader_"):
            self._refresh()

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()
