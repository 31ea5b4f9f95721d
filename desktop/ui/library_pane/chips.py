"""Tag chips in a row of the list: which of them fit, and how they look."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from desktop.library.tags import TagLabel
from desktop.ui.library_pane.row_look import RowLook

SHOWN = 2
RADIUS = 6


@dataclass(frozen=True, slots=True)
class Chip:
    """A chip as wide as it will be drawn; `colour` is a highlight colour or ""."""

    text: str
    colour: str
    width: int


def fit_chips(labels: Sequence[TagLabel], room: int, look: RowLook) -> list[Chip]:
    """Return the chips that fit in *room* pixels, "+n" last for the others; perhaps none."""
    for count in range(min(SHOWN, len(labels)), 0, -1):
        chips = [_chip(label, look, look.px(104)) for label in labels[:count]]
        chips += _rest(len(labels) - count, look)
        if row_width(chips, look) <= room:
            return chips
    return _squeezed(labels, room, look)


def row_width(chips: Sequence[Chip], look: RowLook) -> int:
    """Return the width of chips side by side."""
    return sum(chip.width for chip in chips) + look.px(4) * max(0, len(chips) - 1)


def draw_chip(painter: QPainter, rect: QRect, chip: Chip, look: RowLook) -> None:
    """Draw a chip with its colour along its left edge."""
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.fillPath(outline, QColor(look.palette.raised))
    edge = look.palette.edges.get(chip.colour, "")
    if edge:
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(QRect(rect.left(), rect.top(), look.px(4), rect.height()), QColor(edge))
        painter.restore()
    painter.setPen(QPen(QColor(look.palette.hairline), 1))
    painter.drawPath(outline)
    painter.setFont(look.chip)
    painter.setPen(QColor(look.palette.muted))
    inner = rect.adjusted(look.px(4) if edge else 0, 0, 0, 0)
    painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, chip.text)


def _chip(label: TagLabel, look: RowLook, widest: int) -> Chip:
    padding = look.px(12) + (look.px(4) if label.colour else 0)
    metrics = QFontMetrics(look.chip)
    name = label.path.rpartition("/")[2]
    text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, widest - padding)
    return Chip(text, label.colour, metrics.horizontalAdvance(text) + padding)


def _rest(count: int, look: RowLook) -> list[Chip]:
    if not count:
        return []
    text = f"+{count}"
    return [Chip(text, "", QFontMetrics(look.chip).horizontalAdvance(text) + look.px(12))]


def _squeezed(labels: Sequence[TagLabel], room: int, look: RowLook) -> list[Chip]:
    if not labels:
        return []
    rest = _rest(len(labels) - 1, look)
    left = room - row_width(rest, look) - (look.px(4) if rest else 0)
    return [_chip(labels[0], look, left), *rest] if left >= look.px(56) else []
