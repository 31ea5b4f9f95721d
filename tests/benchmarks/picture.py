"""The results as a picture for the README: one bar a line, its limit as a hairline."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter, QPen

_WIDTH, _ROW, _LEFT, _BAR, _MARGIN = 1200, 52, 400, 480, 40
_PAPER, _INK, _MUTED, _GOOD, _OVER = "#FBFAF7", "#1F1D1A", "#6B665E", "#4A7C59", "#9C3D2E"
Row = tuple[str, str, str, str]


def paint(target: Path, title: str, rows: Sequence[Row]) -> None:
    """Paint *rows* (what, measured, limit, verdict) to a PNG file at *target*."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(_WIDTH, 2 * _MARGIN + 72 + _ROW * len(rows), QImage.Format.Format_RGB32)
    image.fill(QColor(_PAPER))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(_INK))
    painter.setFont(_font(26, bold=True))
    painter.drawText(QRectF(_MARGIN, _MARGIN, _WIDTH, 44), title)
    for number, row in enumerate(rows):
        _paint_row(painter, _MARGIN + 72 + number * _ROW, row)
    painter.end()
    image.save(str(target))
    del app


def _paint_row(painter: QPainter, top: float, row: Row) -> None:
    what, measured, limit, verdict = row
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(_font(18))
    painter.setPen(QColor(_INK))
    painter.drawText(QRectF(_MARGIN, top, _LEFT - _MARGIN - 16, _ROW), middle, what)
    of_limit = _number(measured) / _number(limit)
    full = _BAR / 1.5  # where the limit stands
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_GOOD if verdict == "ok" else _OVER))
    bar = QRectF(_LEFT, top + 15, max(4.0, min(of_limit, 1.5) * full), _ROW - 30)
    painter.drawRoundedRect(bar, 6, 6)
    painter.setPen(QPen(QColor(_MUTED), 1.5))
    painter.drawLine(int(_LEFT + full), int(top + 8), int(_LEFT + full), int(top + _ROW - 8))
    painter.setPen(QColor(_INK))
    painter.drawText(QRectF(_LEFT + _BAR + 24, top, 130, _ROW), middle, measured)
    painter.setPen(QColor(_MUTED))
    painter.drawText(QRectF(_LEFT + _BAR + 154, top, 140, _ROW), middle, limit)


def _number(text: str) -> float:
    return float(text.removeprefix(">= ").removeprefix("<= ").split()[0])


def _font(size: int, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(size)
    font.setBold(bold)
    return font
