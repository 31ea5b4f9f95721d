"""Paint marks behind the text, which stays as it is: highlights in lanes, underlines, hits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextBlock,
    QTextDocument,
)

from desktop.core.colours import COLOURS
from desktop.core.hits import Span
from desktop.core.note_markdown import plain
from desktop.library.annotations import Annotation
from desktop.ui.palette import Palette
from desktop.ui.reader.handles import Handles
from desktop.ui.reader.picture_object import is_picture
from desktop.ui.reader.text_map import TextMap

_LANE = 3.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight to paint; `lane` counts the highlights it overlaps that begin before it."""

    annotation: Annotation
    lane: int


def lanes(annotations: Sequence[Annotation]) -> list[Mark]:
    """Give each placed annotation a lane, so that overlapping ones do not hide each other."""
    marks: list[Mark] = []
    ends: list[int] = []
    placed = (one for one in annotations if not one.orphaned)
    for annotation in sorted(placed, key=lambda one: (one.start, -one.end, one.id)):
        free = next((lane for lane, end in enumerate(ends) if end <= annotation.start), len(ends))
        ends[free : free + 1] = [annotation.end]
        marks.append(Mark(annotation, free))
    return marks


@dataclass(frozen=True, slots=True)
class MarkLook:
    """How marks are shown: in the colour of their first tag that has one, with a digit."""

    by_tag: bool = False
    digits: bool = False

    def colour(self, one: Annotation) -> str:
        """Return the name of the colour that a highlight is shown in."""
        of_tags = (label.colour for label in one.tags if label.colour) if self.by_tag else ()
        return next(iter(of_tags), one.colour)


class MarkPainter:
    """Paints, in document coordinates, what lies in `visible` (code points)."""

    def __init__(
        self,
        document: QTextDocument,
        text_map: TextMap,
        palette: Palette,
        painter: QPainter,
        *,
        visible: Span,
        look: MarkLook,
    ) -> None:
        self._document = document
        self._visible = visible
        self._look = look
        self._map = text_map
        self._palette = palette
        self._painter = painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def mark(self, mark: Mark) -> None:
        """Paint one highlight, and a dot in the margin if it has a note."""
        annotation = mark.annotation
        edge = self._edge(mark)
        rects = list(self.rects(annotation.start, annotation.end))
        for rect in rects:
            if annotation.style == "underline":
                self._underline(rect, edge, mark.lane)
            else:
                self._fill(rect, self._look.colour(annotation), edge, mark.lane)
        if self._look.digits and rects and annotation.start >= self._visible[0]:
            self._digit(rects[0], self._look.colour(annotation), edge)
        if annotation.note and rects and annotation.start >= self._visible[0]:
            self._dot(rects[0], edge)

    def hit(self, start: int, end: int, *, current: bool) -> None:
        """Paint a search hit."""
        accent = QColor(self._palette.accent)
        for rect in self.rects(start, end):
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(QColor(self._palette.hit))
            self._painter.drawRoundedRect(rect, 2, 2)
            self._painter.setPen(QPen(accent, 2 if current else 1))
            self._painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            if current:
                self._frame(rect, accent)

    def spoken(self, start: int, end: int) -> None:
        """Paint a ground and a line beside the sentence that is read aloud."""
        for rect in self.rects(start, end):
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(QColor(self._palette.accent_soft))
            self._painter.drawRoundedRect(rect.adjusted(-3, 0, 3, 0), 3, 3)
            beside = QRectF(2, rect.top(), 3, rect.height())
            self._painter.fillRect(beside, QColor(self._palette.accent))

    def frame(self, mark: Mark, start: int, end: int) -> None:
        """Frame the selected highlight, which may be about to have another range."""
        for rect in self.rects(start, end):
            self._frame(rect, self._edge(mark))

    def handles(self, mark: Mark, handles: Handles) -> None:
        """Paint the handles of the selected highlight, as far as its ends can be seen."""
        start, end = handles.range_of(mark.annotation)
        rects = list(self.rects(start, end))
        if rects:
            ends = self._visible[0] <= start, end <= self._visible[1]
            paper = QColor(self._palette.paper)
            handles.paint(self._painter, rects, self._edge(mark), paper, ends=ends)

    def rects(self, start: int, end: int) -> Iterator[QRectF]:
        """Yield the rectangles, in document coordinates, of a range's lines that can be seen."""
        start, end = max(start, self._visible[0]), min(end, self._visible[1])
        return line_rects(self._document, self._map.position(start), self._map.position(end))

    def _edge(self, mark: Mark) -> QColor:
        colour = self._look.colour(mark.annotation)
        return QColor(self._palette.edges.get(colour, self._palette.accent))

    def _fill(self, rect: QRectF, colour: str, edge: QColor, lane: int) -> None:
        fill = QColor(self._palette.marks.get(colour, self._palette.hit))
        if lane:
            fill.setAlpha(205)
        inner = rect.adjusted(0, lane * _LANE, 0, 0)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(fill)
        self._painter.drawRoundedRect(inner, 2, 2)
        if lane:
            self._painter.fillRect(QRectF(inner.left(), inner.top(), inner.width(), 1.5), edge)

    def _underline(self, rect: QRectF, edge: QColor, lane: int) -> None:
        y = rect.bottom() - 1 + lane * _LANE
        self._painter.fillRect(QRectF(rect.left(), y, rect.width(), 2), edge)

    def _frame(self, rect: QRectF, edge: QColor) -> None:
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(edge, 1.5))
        self._painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 3, 3)

    def _digit(self, rect: QRectF, colour: str, edge: QColor) -> None:
        """Write the colour's digit at the upper corner, where the leading leaves room."""
        if colour not in COLOURS:
            return
        font = QFont(self._painter.font())
        font.setPixelSize(max(8, round(rect.height() * 0.36)))
        font.setBold(True)
        self._painter.setFont(font)
        digit = str(COLOURS.index(colour) + 1)
        width = QFontMetricsF(font).horizontalAdvance(digit) + 3
        height = font.pixelSize() + 1
        box = QRectF(rect.left() - width, rect.top() - height * 0.45, width, height)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(edge)
        self._painter.drawRoundedRect(box, 2, 2)
        self._painter.setPen(QColor(self._palette.paper))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, digit)

    def _dot(self, rect: QRectF, edge: QColor) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(edge)
        self._painter.drawEllipse(QPointF(14, rect.center().y()), 3.5, 3.5)


def hover_text(annotations: Sequence[Annotation]) -> str:
    """Return tags and note of each highlight, "" where there are none."""
    said = (
        "\n".join(
            part for part in (", ".join(tag.path for tag in one.tags), plain(one.note)) if part
        )
        for one in annotations
    )
    return "\n\n".join(part for part in said if part)


def line_rects(document: QTextDocument, first: int, last: int) -> Iterator[QRectF]:
    """Yield a rectangle (document coordinates) for each line between two document positions.

    Pictures between them stay as they are.
    """
    block = document.findBlock(first)
    while block.isValid() and block.position() < last:
        if not is_picture(block):
            at = block.position()
            yield from _in_block(document, block, first - at, last - at)
        block = block.next()


def _in_block(
    document: QTextDocument, block: QTextBlock, first: int, last: int
) -> Iterator[QRectF]:
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    layout = block.layout()
    top = layout.lineForTextPosition(max(first, 0))
    for number in range(max(top.lineNumber(), 0) if top.isValid() else 0, layout.lineCount()):
        line = layout.lineAt(number)
        behind = line.textStart() + line.textLength()
        begin, end = max(first, line.textStart()), min(last, behind)
        if line.textStart() >= last:
            return
        # No mark should cover a space that hangs at a line's end.
        if end > begin and end == behind and _ends_in_space(document, block.position() + end):
            end -= 1
        if begin < end:
            x1, x2 = _x(line.cursorToX(begin)), _x(line.cursorToX(end))
            x, y = origin.x() + min(x1, x2), origin.y() + line.y()
            yield QRectF(x, y, abs(x2 - x1), line.height())


def _ends_in_space(document: QTextDocument, behind: int) -> bool:
    return document.characterAt(behind - 1) == " "


def _x(value: object) -> float:
    return float(value[0]) if isinstance(value, tuple | list) else float(value)  # type: ignore[arg-type]
