"""The reading view: a centred column of text with painted marks, a caret, and no way to edit."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from desktop.core.hits import Span
from desktop.core.pictures import Picture
from desktop.core.selector import trim
from desktop.library.annotations import Annotation
from desktop.library.articles import ArticleRow
from desktop.ui.context import Context
from desktop.ui.plain import tool_tip
from desktop.ui.reader import document
from desktop.ui.reader.handles import Handles
from desktop.ui.reader.mark_index import MarkIndex
from desktop.ui.reader.marks import Mark, MarkLook, MarkPainter, hover_text, line_rects
from desktop.ui.reader.overview import WIDTH, Overview
from desktop.ui.reader.page import Page
from desktop.ui.reader.picture_cache import PictureCache
from desktop.ui.reader.picture_object import picture_at
from desktop.ui.reader.text_map import TextMap

_SETTLED_MS = 150
_READING_MS = 60_000


class ReaderView(QTextEdit):
    """Shows one page of an article. Offsets in signals and methods are code points of its text.

    `menu_requested(highlight there or None, global position)` for the context menu,
    `range_pulled(highlight, start, end)` when the mouse has changed a range,
    `picture_chosen(Picture)` on a click or Enter, `picture_menu(Picture, global position)`.
    """

    annotation_clicked = Signal(int)
    picture_chosen = Signal(object)
    picture_menu = Signal(object, QPoint)
    range_pulled = Signal(int, int, int)
    link_chosen = Signal(str)
    menu_requested = Signal(object, QPoint)
    selection_settled = Signal()
    scrolled = Signal()
    resized = Signal()
    escaped = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readerView")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setCursorWidth(2)
        self.viewport().setMouseTracking(True)
        self._context = context
        self._text = ""
        self._made: QTextDocument | None = None
        self._page = Page((), ())
        self._map = TextMap(self.document(), self._page, 0)
        self._pictures = PictureCache(context.jobs, self)
        self._pictures.arrived.connect(self.viewport().update)
        self._marks = MarkIndex()
        self._handles = Handles()
        self._look = MarkLook()
        self._hits: Sequence[Span] = ()
        self._hit = -1
        self._spoken: Span | None = None
        self._header = 0
        self._selected: int | None = None
        self.overview = Overview(context.theme, self)
        self.overview.wanted.connect(lambda point: self.reveal(point, caret=False))
        self.overview.turned.connect(self._scroll_to)
        self.verticalScrollBar().rangeChanged.connect(self._place_overview)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self.selection_settled)
        self.selectionChanged.connect(self._settled.start)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.scrolled.emit())

    @property
    def page_range(self) -> Span:
        """The code points that the page covers."""
        return self._map.first, self._map.last

    def show_page(self, row: ArticleRow, text: str, page: Page, *, with_header: bool) -> None:
        """Show *page* of *text* from its top."""
        style = document.Style(
            self._context.theme.reading_font(),
            self._context.settings.get("reader_leading"),
            self._context.theme.palette,
        )
        made, header = document.build(
            row, page, style, with_header=with_header, images=self._pictures.fetch
        )
        made.setParent(self)
        if header:
            self._fit_title(made)  # before Qt begins to lay it out
        self.setDocument(made)
        if self._made:
            self._made.deleteLater()
        self._made = made
        self._text, self._page, self._header = text, page, header
        self._map = TextMap(made, page, header)
        self.overview.show_page(made, page, header)
        self._center()

    def set_look(self, look: MarkLook) -> None:
        """Show highlights like this from now on."""
        self._look = look
        self.overview.set_look(look)
        self.viewport().update()

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """Paint these highlights from now on."""
        self._marks.set(annotations)
        self.overview.set_annotations(annotations)
        self.viewport().update()

    def set_hits(self, hits: Sequence[Span], current: int = -1) -> None:
        """Mark search hits; the one numbered *current* stands out."""
        self._hits, self._hit = hits, current
        self.overview.set_hits(hits)
        self.viewport().update()

    def set_spoken(self, span: Span | None) -> None:
        """Mark the sentence that is read aloud."""
        self._spoken = span
        self.viewport().update()

    def select_annotation(self, annotation_id: int | None) -> None:
        """Frame this highlight."""
        self._selected = annotation_id
        self.viewport().update()

    def selection(self) -> Span | None:
        """Return the selected range of the text without white space at its ends, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if self._map.is_header(max(start, end - 1)):
            return None
        start, end = trim(self._text, self._map.point(start), self._map.point(end))
        return (start, end) if start < end else None

    def select_range(self, start: int, end: int) -> None:
        """Select a range of the text and bring it into view."""
        cursor = self.textCursor()
        cursor.setPosition(self._map.position(start))
        cursor.setPosition(self._map.position(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def clear_selection(self) -> None:
        """Select nothing; the caret goes to the end of what was selected."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.setTextCursor(cursor)

    def reveal(self, point: int, *, caret: bool = True) -> None:
        """Scroll so that code point *point* is comfortably in view, and put the caret there."""
        position = self._map.position(point)
        cursor = self.textCursor()
        cursor.setPosition(position)
        if caret:
            self.setTextCursor(cursor)
        rect = self.cursorRect(cursor)
        height = self.viewport().height()
        if rect.top() < 0 or rect.bottom() > height * 0.85:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - height // 3)

    def scroll_to_top(self, point: int) -> None:
        """Scroll so that code point *point* is at the top of the view."""
        cursor = self.textCursor()
        cursor.setPosition(self._map.position(point))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - 8)

    def caret_point(self) -> int:
        """Return the code point at the caret."""
        return self._map.point(self.textCursor().position())

    def visible_caret(self) -> int:
        """Return the code point at the caret, or the first one seen when the caret is not."""
        seen = self.viewport().rect().intersects(self.cursorRect())
        return self.caret_point() if seen else self.top_point()

    def top_point(self) -> int:
        """Return the first code point that can be seen."""
        return self._map.point(self.cursorForPosition(QPoint(document.MARGIN, 8)).position())

    def bottom_point(self) -> int:
        """Return the code point behind the last one that can be seen."""
        corner = self.viewport().rect().bottomRight() - QPoint(document.MARGIN, 4)
        return self._map.point(self.cursorForPosition(corner).position())

    def selection_rect(self) -> QRect:
        """Return where the selection ends, in the viewport's coordinates."""
        cursor = self.textCursor()
        begin, end = QTextCursor(cursor), QTextCursor(cursor)
        begin.setPosition(cursor.selectionStart())
        end.setPosition(cursor.selectionEnd())
        return self.cursorRect(begin).united(self.cursorRect(end))

    def annotations_at(self, place: QPoint) -> list[Annotation]:
        """Return the highlights under a place of the viewport, the shortest first."""
        inside = QPointF(place) + QPointF(0, self.verticalScrollBar().value())
        here = [m.annotation for m in self._visible_marks() if self._covers(m.annotation, inside)]
        return sorted(here, key=lambda one: one.end - one.start)

    def picture_at_caret(self) -> Picture | None:
        """Return the picture that the caret stands at."""
        block = self.textCursor().block()
        number = block.blockNumber() - self._header
        return self._page.pieces[number].picture if 0 <= number < len(self._page.pieces) else None

    def show_notes(self) -> bool:
        """Show the notes and tags of the highlights at the caret; False when there are none."""
        rect = self.cursorRect()
        said = hover_text(self._annotations_around(self.caret_point()))
        place = self.viewport().mapToGlobal(rect.bottomLeft())
        QToolTip.showText(place, tool_tip(said), self, QRect(), _READING_MS)
        return bool(said)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        self._paint_hairline(painter)
        self._paint_marks(painter, event.rect())
        self._paint_page_numbers(painter)
        painter.end()
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        end = self._handles.end_at(self._in_document(event.position()))
        one = self._selected_mark()
        if end is None or one is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._handles.grab(one.annotation, end)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._handles.dragging:
            pulled = self._handles.release()
            self.viewport().update()
            if pulled:
                self.range_pulled.emit(pulled[0].id, *pulled[1])
            return
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._click(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._handles.dragging:
            place = self._handles.in_line(event.position())
            cursor = self.cursorForPosition(place.toPoint())
            self._handles.pull(self._map.point(cursor.position()))
            self.viewport().update()
            return
        super().mouseMoveEvent(event)
        if shape := self._handles.shape(self._in_document(event.position())):
            self.viewport().setCursor(shape)
            return
        place = event.position().toPoint()
        over_link = not event.buttons() and (self.anchorAt(place) or self._picture_at(place))
        shape = Qt.CursorShape.PointingHandCursor if over_link else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (href := self._link_at_caret()):
            self.link_chosen.emit(href)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            picture := self.picture_at_caret()
        ):
            self.picture_chosen.emit(picture)
            return
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._page_down()
            return
        if event.key() == Qt.Key.Key_Escape and self._handles.dragging:
            self._handles.release()
            self.viewport().update()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.clear_selection()
            self.escaped.emit()
            return
        position, point = self.textCursor().position(), self.caret_point()
        super().keyPressEvent(event)
        if self.textCursor().position() != position and self.caret_point() == point:
            super().keyPressEvent(event)  # it has only passed a soft hyphen, which is not there

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            said = hover_text(self.annotations_at(event.pos()))
            said = said or self.anchorAt(event.pos())  # where it really goes
            picture = None if said else self._picture_at(event.pos())
            said = picture.alt if picture else said
            QToolTip.showText(event.globalPos(), tool_tip(said), self)
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        picture = self._picture_at(event.pos()) if by_mouse else self.picture_at_caret()
        if picture:
            self.picture_menu.emit(picture, event.globalPos())
            return
        here = self.annotations_at(event.pos())
        self.menu_requested.emit(here[0].id if here and by_mouse else None, event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the stored text, also to drag and drop: not the title, not what Qt shows for it."""
        data = QMimeData()
        if selection := self.selection():
            data.setText(self._text[slice(*selection)])
        return data

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._center()
        super().resizeEvent(event)
        self._place_overview()
        self.resized.emit()

    def _place_overview(self) -> None:
        """Put the strip at the scroll bar; where there is nothing to scroll, all can be seen."""
        bar = self.verticalScrollBar()
        self.overview.setVisible(bar.maximum() > 0)
        self.overview.setGeometry(self.width() - bar.width() - WIDTH, 0, WIDTH, self.height())

    def _scroll_to(self, fraction: float) -> None:
        """Put what is *fraction* of the way down in the middle."""
        bar = self.verticalScrollBar()
        bar.setValue(round(fraction * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def _click(self, place: QPoint) -> None:
        """Choose the highlight under the mouse; a further click chooses the next one there."""
        here = [one.id for one in self.annotations_at(place)]
        if picture := self._picture_at(place):
            self.picture_chosen.emit(picture)
            return
        if not here:
            if href := self.anchorAt(place):
                self.link_chosen.emit(href)
            return
        known = here.index(self._selected) + 1 if self._selected in here else 0
        self.annotation_clicked.emit(here[known % len(here)])

    def _picture_at(self, place: QPoint) -> Picture | None:
        return picture_at(self.document(), self._page, self._in_document(QPointF(place)))

    def _annotations_around(self, point: int) -> list[Annotation]:
        marks = self._marks.between(max(0, point - 1), point + 1)
        return [m.annotation for m in marks if m.annotation.start <= point <= m.annotation.end]

    def _in_document(self, place: QPointF) -> QPointF:
        return place + QPointF(0, self.verticalScrollBar().value())

    def _selected_mark(self) -> Mark | None:
        return next((m for m in self._visible_marks() if m.annotation.id == self._selected), None)

    def _link_at_caret(self) -> str:
        """Return where the link at the caret goes, "" when it stands in none."""
        cursor = self.textCursor()
        ahead = QTextCursor(cursor)
        ahead.clearSelection()
        ahead.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
        return ahead.charFormat().anchorHref() or cursor.charFormat().anchorHref()

    def _covers(self, annotation: Annotation, place: QPointF) -> bool:
        first, last = self._map.position(annotation.start), self._map.position(annotation.end)
        rects = line_rects(self.document(), first, last)
        return any(rect.adjusted(-1, -2, 1, 4).contains(place) for rect in rects)

    def _page_down(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.viewport().height() - 2 * self.fontMetrics().height())

    def _paint_hairline(self, painter: QPainter) -> None:
        """Part the title block from the text."""
        if not self._header:
            return
        block = self.document().findBlockByNumber(self._header - 1)
        rect = self.document().documentLayout().blockBoundingRect(block)
        last = block.layout().lineAt(max(0, block.layout().lineCount() - 1))
        y = rect.top() + last.y() + last.height() + document.BELOW_HEADER // 2 - 8
        line = QRectF(document.MARGIN, y, self.viewport().width() - 2 * document.MARGIN, 1)
        painter.fillRect(line, QColor(self._context.theme.palette.hairline))

    def _paint_marks(self, painter: QPainter, dirty: QRect) -> None:
        low, high = self._visible()
        palette = self._context.theme.palette
        marker = MarkPainter(
            self.document(), self._map, palette, painter, visible=(low, high), look=self._look
        )
        if self._spoken and self._spoken[0] < high and self._spoken[1] > low:
            marker.spoken(*self._spoken)
        for mark in self._marks.between(*self._lines_in(dirty)):
            marker.mark(mark)
        first = bisect_right(self._hits, low, key=lambda hit: hit[1])
        behind = bisect_left(self._hits, high, key=lambda hit: hit[0])
        for number in range(first, behind):
            marker.hit(*self._hits[number], current=number == self._hit)
        selected = next(
            (one for one in self._marks.between(low, high) if one.annotation.id == self._selected),
            None,
        )
        self._handles.hide()
        if selected:
            marker.frame(selected, *self._handles.range_of(selected.annotation))
            if not self._context.library.read_only:
                marker.handles(selected, self._handles)

    def _paint_page_numbers(self, painter: QPainter) -> None:
        """Write quietly in the margin where a page of print begins."""
        if not any("page" in piece.attrs for piece in self._page.pieces[:50]):
            return
        low, high = self._visible()
        font = QFont(self.font())
        font.setPixelSize(max(10, round(self._context.theme.reading_font().pixelSize() * 0.6)))
        painter.setFont(font)
        painter.setPen(QColor(self._context.theme.palette.muted))
        first = self._page.piece_at(low)
        before = self._page.pieces[first - 1].attrs.get("page") if first else None
        layout = self.document().documentLayout()
        for number in range(first, len(self._page.pieces)):
            piece = self._page.pieces[number]
            if piece.start >= high:
                break
            page = piece.attrs.get("page")
            if page is not None and page != before:
                block = self.document().findBlockByNumber(number + self._header)
                top = layout.blockBoundingRect(block).top()
                line = QRectF(0, top, document.MARGIN - 8, block.layout().lineAt(0).height())
                flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(line, flags, str(page))
            before = page

    def _visible(self) -> Span:
        """Return the range of the lines that can be seen, in whatever direction they run."""
        return self._lines_in(self.viewport().rect())

    def _lines_in(self, rect: QRect) -> Span:
        """Return the range of the lines in a part of the viewport, with what reaches into it."""
        beside = 2 * self.fontMetrics().height()  # digits and dots are higher than their line
        top = self.cursorForPosition(QPoint(document.MARGIN, max(0, rect.top() - beside)))
        top.movePosition(QTextCursor.MoveOperation.StartOfLine)
        below = min(rect.bottom() + beside, self.viewport().rect().bottom())
        bottom = self.cursorForPosition(QPoint(0, below))
        bottom.movePosition(QTextCursor.MoveOperation.EndOfLine)
        return self._map.point(top.position()), self._map.point(bottom.position()) + 1

    def _visible_marks(self) -> list[Mark]:
        return self._marks.between(*self._visible())

    def _center(self) -> None:
        side = self._side()
        self.setViewportMargins(side, 0, side, 0)
        if self._header:
            self._fit_title(self.document())

    def _side(self) -> int:
        """Return how much is left free on each side of the column."""
        letters = self._context.settings.get("reader_measure")
        metrics = QFontMetricsF(self._context.theme.reading_font())
        measure = round(letters * metrics.averageCharWidth()) + 2 * document.MARGIN
        return max(0, (self.width() - measure) // 2)

    def _fit_title(self, made: QTextDocument) -> None:
        column = self.width() - 2 * self._side() - 2 * document.MARGIN
        document.fit_title(made, self._context.theme.reading_font(), column)
