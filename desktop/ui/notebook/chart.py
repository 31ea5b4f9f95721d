"""Bars, columns and a matrix: where everything stands, and how it is painted.

Painted with QPainter: QtCharts is in the Addons wheel (166 MB more), pyqtgraph brings numpy and
matplotlib a second look and half a second of importing; what is drawn here is a few rectangles,
in the window's own colours and type, and the same painting goes to the screen, PNG and SVG.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop.library.notebook_figures import Figure
from desktop.ui.palette import Palette

_ALIGN = Qt.AlignmentFlag


@dataclass(frozen=True, slots=True)
class ChartLook:
    """The fonts and colours of a picture."""

    font: QFont
    bold: QFont
    palette: Palette
    scale: float

    @property
    def unit(self) -> float:
        """Four pixels, at a larger size of text more."""
        return 4 * max(1.0, (1 + self.scale) / 2)


@dataclass(frozen=True, slots=True)
class Spot:
    """Something that stands for a number: `rect` is drawn, `reach` can be clicked."""

    rect: QRectF
    reach: QRectF
    figure: Figure
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Text:
    """A label in the picture, elided in the middle where it has no room."""

    rect: QRectF
    words: str
    align: Qt.AlignmentFlag
    muted: bool = False
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture laid out; `across` spots stand in a row (for the arrow keys)."""

    size: QSizeF
    title: str
    spots: tuple[Spot, ...] = ()
    texts: tuple[Text, ...] = ()
    across: int = 1


def bars(
    figures: Sequence[Figure], names: Sequence[str], title: str, width: float, look: ChartLook
) -> Drawing:
    """Lay out one bar below the other, its name before it and its number behind it."""
    metrics, unit = QFontMetricsF(look.font), look.unit
    high = metrics.height() + 2 * unit
    top = _top(look)
    longest = max((metrics.horizontalAdvance(name) for name in names), default=0) + 2 * unit
    left = 4 * unit + min(longest, width * 0.4)
    number = max((metrics.horizontalAdvance(_number(f.count)) for f in figures), default=0)
    room = max(10.0, width - left - number - 7 * unit)
    most = max((figure.count for figure in figures), default=1)
    spots: list[Spot] = []
    texts: list[Text] = []
    for row, (figure, name) in enumerate(zip(figures, names, strict=True)):
        y = top + row * high
        rect = QRectF(left, y + unit, max(2.0, room * figure.count / most), high - 2 * unit)
        spots.append(Spot(rect, QRectF(0, y, width, high), figure))
        label = QRectF(4 * unit, y, left - 6 * unit, high)
        texts.append(Text(label, name, _ALIGN.AlignRight | _ALIGN.AlignVCenter))
        at = QRectF(rect.right() + 1.5 * unit, y, number + unit, high)
        texts.append(Text(at, _number(figure.count), _ALIGN.AlignLeft | _ALIGN.AlignVCenter, True))
    return Drawing(
        QSizeF(width, top + len(figures) * high + 4 * unit), title, tuple(spots), tuple(texts)
    )


def columns(
    figures: Sequence[Figure],
    names: Sequence[str],
    title: str,
    size: QSizeF,
    look: ChartLook,
) -> Drawing:
    """Lay out columns side by side over a line of time, with the numbers of the scale at the left.

    `names` are what is written below a column, "" for nothing.
    """
    metrics, unit = QFontMetricsF(look.font), look.unit
    most = max((figure.count for figure in figures), default=1) or 1
    top, number = _top(look) + metrics.height() / 2, metrics.horizontalAdvance(_number(most))
    left = 6 * unit + number
    step = max(2.5 * unit, (size.width() - left - 4 * unit) / max(1, len(figures)))
    step = min(step, 14 * unit)
    width = max(size.width(), left + step * len(figures) + 4 * unit)
    bottom = max(size.height(), top + 40 * unit) - metrics.height() - 5 * unit
    spots: list[Spot] = []
    texts: list[Text] = []
    for at, (figure, name) in enumerate(zip(figures, names, strict=True)):
        x = left + at * step
        high = (bottom - top) * figure.count / most
        rect = QRectF(x + step * 0.1, bottom - high, step * 0.8, high)
        spots.append(Spot(rect, QRectF(x, top, step, bottom - top), figure))
        if name:
            room = QRectF(x, bottom + unit, metrics.horizontalAdvance(name) + 2, metrics.height())
            texts.append(Text(room, name, _ALIGN.AlignLeft | _ALIGN.AlignTop, True))
    for share in (0.0, 0.5, 1.0):
        y = bottom - (bottom - top) * share
        rect = QRectF(2 * unit, y - metrics.height() / 2, number + 2 * unit, metrics.height())
        value = round(most * share)
        texts.append(Text(rect, _number(value), _ALIGN.AlignRight | _ALIGN.AlignVCenter, True))
    height = bottom + metrics.height() + 5 * unit
    return Drawing(
        QSizeF(width, height), title, tuple(spots), tuple(texts), across=max(1, len(figures))
    )


def matrix(
    figures: Sequence[Figure], names: dict[str, str], title: str, width: float, look: ChartLook
) -> Drawing:
    """Lay out tags against tags; the fuller a field, the more often they go together."""
    metrics, unit = QFontMetricsF(look.font), look.unit
    paths = sorted({path for figure in figures for path in (figure.value, figure.other)})
    counts = {pair: f for f in figures for pair in ((f.value, f.other), (f.other, f.value))}
    most = max((figure.count for figure in figures), default=1)
    longest = max((metrics.horizontalAdvance(names[path]) for path in paths), default=0)
    label = min(longest + 2 * unit, width * 0.3)
    cell = max(metrics.horizontalAdvance(_number(most)) + 2 * unit, metrics.height() + 2 * unit)
    left, top = 4 * unit + label, _top(look) + label
    spots: list[Spot] = []
    texts: list[Text] = []
    for row, one in enumerate(paths):
        y, x = top + row * cell, left + row * cell
        right = _ALIGN.AlignRight | _ALIGN.AlignVCenter
        texts.append(Text(QRectF(4 * unit, y, label - 2 * unit, cell), names[one], right))
        head = QRectF(x, _top(look), cell, label - unit)
        texts.append(Text(head, names[one], _ALIGN.AlignLeft | _ALIGN.AlignVCenter, upright=True))
        for at, other in enumerate(paths):
            rect = QRectF(left + at * cell, y, cell, cell).adjusted(1, 1, -1, -1)
            known = counts.get((one, other))
            figure = Figure(one, known.count if known else 0, "tag", other)
            spots.append(Spot(rect, rect, figure, figure.count / most))
    side = len(paths) * cell + 4 * unit
    return Drawing(
        QSizeF(max(width, left + side), top + side),
        title,
        tuple(spots),
        tuple(texts),
        across=max(1, len(paths)),
    )


def paint(painter: QPainter, drawing: Drawing, look: ChartLook, *, current: int = -1) -> None:
    """Paint *drawing*; the *current* spot is framed."""
    palette = look.palette
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(look.bold)
    painter.setPen(QColor(palette.ink))
    unit = look.unit
    head = QRectF(4 * unit, 3 * unit, drawing.size.width() - 8 * unit, _top(look) - 4 * unit)
    painter.drawText(head, _ALIGN.AlignLeft | _ALIGN.AlignTop, drawing.title)
    for number, spot in enumerate(drawing.spots):
        _paint_spot(painter, spot, look, framed=number == current)
    painter.setFont(look.font)
    metrics = QFontMetricsF(look.font)
    for text in drawing.texts:
        painter.setPen(QColor(palette.muted if text.muted else palette.ink))
        _paint_text(painter, text, metrics)


def _paint_spot(painter: QPainter, spot: Spot, look: ChartLook, *, framed: bool) -> None:
    palette = look.palette
    painter.setPen(Qt.PenStyle.NoPen)
    if spot.figure.other:
        painter.setBrush(QColor(palette.hover))
        painter.drawRect(spot.rect)
        fill = QColor(palette.accent)
        fill.setAlphaF(0.75 * spot.share)
        painter.setBrush(fill)
        painter.drawRect(spot.rect)
        if spot.figure.count:
            strong = spot.share > 0.55
            painter.setFont(look.font)
            painter.setPen(QColor(palette.on_accent if strong else palette.ink))
            painter.drawText(spot.rect, _ALIGN.AlignCenter, _number(spot.figure.count))
    else:
        painter.setBrush(QColor(palette.accent))
        painter.drawRoundedRect(spot.rect, 2, 2)
    if framed:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(palette.ink), 2))
        painter.drawRoundedRect(spot.reach.adjusted(1, 1, -1, -1), 4, 4)


def _paint_text(painter: QPainter, text: Text, metrics: QFontMetricsF) -> None:
    rect, room = text.rect, text.rect.height() if text.upright else text.rect.width()
    words = metrics.elidedText(text.words, Qt.TextElideMode.ElideMiddle, room)
    if not text.upright:
        painter.drawText(rect, text.align | Qt.TextFlag.TextDontClip, words)
        return
    painter.save()
    painter.translate(rect.center().x(), rect.bottom())
    painter.rotate(-90)
    painter.drawText(QRectF(0, -rect.width() / 2, room, rect.width()), text.align, words)
    painter.restore()


def _top(look: ChartLook) -> float:
    return QFontMetricsF(look.bold).height() + 6 * look.unit


def _number(value: int) -> str:
    return QLocale().toString(value)
