"""A tag's colour as a small disc; a ring for a tag that has none."""

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from desktop.ui.palette import Palette

_BOX, _DISC = 16, 10


def swatch(colour: str, palette: Palette) -> QIcon:
    """Return the sign for a tag of *colour* ("" for none)."""
    fill, edge = palette.marks.get(colour, ""), palette.edges.get(colour, palette.border)
    return _swatch(fill, edge)


@lru_cache(64)
def _swatch(fill: str, edge: str) -> QIcon:
    made = QIcon()
    for ratio in (1.0, 2.0):
        picture = QPixmap(QSize(_BOX, _BOX) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        at = (_BOX - _DISC) / 2
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(edge), 1.5))
            painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(at, at, _DISC, _DISC))
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            made.addPixmap(picture, mode)
    return made
