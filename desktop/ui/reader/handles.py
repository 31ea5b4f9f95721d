"""The handles at the ends of the selected highlight, by which the mouse changes its range."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.core.hits import Span
from desktop.library.annotations import Annotation

_RADIUS = 5.0
_REACH = 9.0


class Handles:
    """`range` is that of the highlight or, while an end is dragged, what it would be."""

    def __init__(self) -> None:
        self._places: dict[int, QPointF] = {}
        self._drag: tuple[Annotation, int] | None = None
        self._range: Span = (0, 0)
        self._line = 0.0

    @property
    def dragging(self) -> bool:
        """Whether an end is held."""
        return self._drag is not None

    def range_of(self, one: Annotation) -> Span:
        """Return the range to paint for a highlight."""
        held = self._drag is not None and self._drag[0].id == one.id
        return self._range if held else (one.start, one.end)

    def hide(self) -> None:
        """Have no handles: the highlight is out of sight."""
        self._places.clear()

    def paint(
        self,
        painter: QPainter,
        rects: Sequence[QRectF],
        edge: QColor,
        paper: QColor,
        *,
        ends: tuple[bool, bool],
    ) -> None:
        """Paint a stem and a knob at those *ends* of *rects* (document coordinates) there are."""
        first, last = rects[0], rects[-1]
        self._line = last.height()
        down = QPointF(0, _RADIUS)
        stems = (first.bottomLeft(), first.topLeft()), (last.topRight(), last.bottomRight())
        knobs = stems[0][1] - down, stems[1][1] + down
        self._places = {end: knobs[end] for end in (0, 1) if ends[end]}
        for end, knob in self._places.items():
            painter.setPen(QPen(edge, 2))
            painter.drawLine(*stems[end])
            painter.setPen(QPen(paper, 1.5))
            painter.setBrush(edge)
            painter.drawEllipse(knob, _RADIUS, _RADIUS)

    def end_at(self, place: QPointF) -> int | None:
        """Return which handle is at *place* (document coordinates): 0 the first, 1 the last."""
        for end, here in self._places.items():
            if (here - place).manhattanLength() <= _REACH:
                return end
        return None

    def grab(self, one: Annotation, end: int) -> None:
        """Hold one end of a highlight."""
        self._drag, self._range = (one, end), (one.start, one.end)

    def in_line(self, place: QPointF) -> QPointF:
        """Return the place in the text that is meant where the mouse holds a knob at *place*."""
        end = self._drag[1] if self._drag else 0
        return place + QPointF(0, (_RADIUS + self._line / 2) * (-1 if end else 1))

    def pull(self, point: int) -> None:
        """Take the end that is held to code point *point*; it does not pass the other one."""
        if self._drag:
            one, end = self._drag
            self._range = (
                (one.start, max(point, one.start + 1))
                if end
                else (min(point, one.end - 1), one.end)
            )

    def release(self) -> tuple[Annotation, Span] | None:
        """Let go; return the highlight with its new range, None when that is the old one."""
        if self._drag is None:
            return None
        one, _ = self._drag
        self._drag = None
        return (one, self._range) if self._range != (one.start, one.end) else None

    def shape(self, place: QPointF) -> Qt.CursorShape | None:
        """Return the mouse's shape over a handle."""
        return Qt.CursorShape.SizeHorCursor if self.end_at(place) is not None else None
