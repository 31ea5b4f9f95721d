"""The strip beside the scroll bar: where highlights and hits are. A click goes there.

Decoration: all it tells can be had by keys too (next highlight, next hit), so it takes no focus.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from math import ceil
from operator import attrgetter, itemgetter
from typing import TypeVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from desktop.core.hits import Span
from desktop.library.annotations import Annotation
from desktop.ui.reader.marks import MarkLook
from desktop.ui.reader.page import Page
from desktop.ui.theme import Theme

WIDTH = 8
_TICK = 3
_REACH = 5
_REST_MS = 60
_HIT = "hit"
T = TypeVar("T")


class Scale:
    """Where code points of a page stand in the height of its document, 0 to 1."""

    def __init__(self, document: QTextDocument, page: Page, header: int) -> None:
        layout = document.documentLayout()
        block = document.findBlockByNumber(header)
        tops: list[float] = []
        bottom = 0.0
        for _piece in page.pieces:
            rect = layout.blockBoundingRect(block)
            tops.append(rect.top())
            bottom = rect.bottom()
            block = block.next()
        height = max(layout.documentSize().height(), bottom, 1.0)
        self._page = page
        self._tops = [top / height for top in (*tops, bottom)]

    def point(self, fraction: float) -> int:
        """Return the first code point that stands at least so far down."""
        number = bisect_right(self._tops, fraction) - 1
        if number < 0:
            return self._page.starts[0]
        if number == len(self._page.pieces):
            return self._page.pieces[-1].end + 1
        piece = self._page.pieces[number]
        top, below = self._tops[number : number + 2]
        return piece.start + ceil((fraction - top) / (below - top) * (piece.end - piece.start))


class Overview(QWidget):
    """`wanted(point)` when the user clicks near a mark, else `turned(fraction of the height)`."""

    wanted = Signal(int)
    turned = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale: Scale | None = None
        self._page: tuple[QTextDocument, Page, int] | None = None
        self._highlights: Sequence[Annotation] = ()
        self._hits: Sequence[Span] = ()
        self._look = MarkLook()
        self._ticks: dict[str, dict[int, tuple[str, int]]] = {}
        self._points: list[int] = []  # the first code point at each pixel, and behind the last
        self._painted: QPixmap | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._measure)
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._repaint)
        self.hide()

    def show_page(self, document: QTextDocument, page: Page, header: int) -> None:
        """Tell of marks on *page* from now on."""
        self._page, self._scale = (document, page, header), None
        self._points.clear()
        document.documentLayout().documentSizeChanged.connect(self._on_laid_out)
        self._later()

    def set_annotations(self, found: Sequence[Annotation]) -> None:
        """Show where these highlights (in reading order, those without a place last) begin."""
        placed = bisect_left(found, True, key=_is_orphan)
        self._highlights = found[:placed]
        self._later()

    def set_look(self, look: MarkLook) -> None:
        """Show highlights like this from now on."""
        self._look = look
        self._later()

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Show where these hits are."""
        if hits is not self._hits:
            self._hits = hits
            self._later()

    def ticks(self) -> Mapping[str, Mapping[int, tuple[str, int]]]:
        """Return, for highlights ("mark") and hits, pixel -> (colour name, code point)."""
        return self._ticks

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return False
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        near = self._nearest(event.position())
        if near is None:
            self.turned.emit(event.position().y() / max(1, self.height()))
        else:
            self.wanted.emit(near)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._points.clear()
        self._later()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show it as it was painted last: it lies over the text and is asked anew as that moves."""
        ratio = self.devicePixelRatioF()
        if self._painted is None or self._painted.devicePixelRatio() != ratio:
            self._painted = QPixmap(self.size() * ratio)
            self._painted.setDevicePixelRatio(ratio)
            self._painted.fill(Qt.GlobalColor.transparent)
            self._paint_ticks(QPainter(self._painted))
        QPainter(self).drawPixmap(0, 0, self._painted)

    def _paint_ticks(self, painter: QPainter) -> None:
        palette = self._theme.palette
        edges = {name: QColor(edge) for name, edge in palette.edges.items()}
        other = QColor("#808080")
        for y, (colour, _) in self._ticks.get("mark", {}).items():
            painter.fillRect(QRectF(0, y, 4, _TICK), edges.get(colour, other))
        for y in self._ticks.get(_HIT, {}):
            painter.fillRect(QRectF(4, y, 4, _TICK), QColor(palette.accent))
        painter.end()

    def _repaint(self) -> None:
        self._painted = None
        self.update()

    def _on_laid_out(self) -> None:
        self._scale = None
        self._points.clear()
        self._later()

    def _later(self) -> None:
        """Measure when things have come to rest: a long text is laid out by and by."""
        self._rest.start()

    def _measure(self) -> None:
        if self._page and self._page[1].pieces and (self._highlights or self._hits):
            self._scale = self._scale or Scale(*self._page)
            height = max(1, self.height())
            self._points = self._points or [
                self._scale.point(y / height) for y in range(height + 1)
            ]
            marks = self._merged(self._highlights, attrgetter("start"))
            hits = self._merged(self._hits, itemgetter(0))
            self._ticks = {
                "mark": {y: (self._look.colour(one), one.start) for y, one in marks.items()},
                _HIT: {y: ("", hit[0]) for y, hit in hits.items()},
            }
        else:
            self._ticks = {}
        self._repaint()

    def _merged(self, marks: Sequence[T], start: Callable[[T], int]) -> dict[int, T]:
        """Return pixel -> the first of *marks* that begins there: thousands cost no more."""
        found: dict[int, T] = {}
        starts = list(map(start, marks))
        height = len(self._points) - 1
        first, at = 0, -1
        while (first := bisect_left(starts, self._points[at + 1], first)) < len(marks):
            at = max(at + 1, bisect_right(self._points, starts[first]) - 1)
            if at >= height:
                break
            found[min(at, height - _TICK)] = marks[first]
        return found

    def _nearest(self, place: QPointF) -> int | None:
        """Return the point of the mark near *place*, on its own side of the strip first."""
        sides = ("mark", _HIT) if place.x() < WIDTH / 2 else (_HIT, "mark")
        middle = place.y() - _TICK / 2
        for side in sides:
            ticks = self._ticks.get(side, {})
            y = min(ticks, key=lambda y: abs(y - middle), default=None)
            if y is not None and abs(y - middle) <= _REACH:
                return ticks[y][1]
        return None


def _is_orphan(one: Annotation) -> bool:
    return one.orphaned
