"""Paints an article as two lines: the title, and below it the source or the search hit."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.library.articles import ArticleRow
from desktop.ui import texts
from desktop.ui.icons import pixmap
from desktop.ui.library_pane.article_model import ArticleModel
from desktop.ui.library_pane.chips import draw_chip, fit_chips
from desktop.ui.library_pane.ground import draw_ground, mirrored, visual
from desktop.ui.library_pane.marked_line import Ink, draw_line, near_hit
from desktop.ui.library_pane.marks import RowMarks
from desktop.ui.library_pane.row_look import row_look
from desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
TEXT_LEFT = 20
RIGHT = 12


class ArticleDelegate(QStyledItemDelegate):
    """`framed` is set while the list is used by keyboard, so that the current row shows it."""

    def __init__(self, theme: Theme, model: ArticleModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._look = row_look(theme)
        self.framed = False

    @property
    def row_height(self) -> int:
        """The height of every row, in pixels."""
        return self._look.row_height

    def refresh(self) -> None:
        """Take over the theme's colours and fonts."""
        self._look = row_look(self._theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._look.px(240), self._look.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        draw_ground(painter, option, self._look.palette, framed=self.framed)
        article = self._model.article(index.row())
        if article:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            marks = self._model.marks(index.row())
            self._draw_status(painter, option, article)
            self._draw_title(painter, option, article, marks)
            self._draw_second_line(painter, option, article, marks)
        painter.restore()

    def _draw_status(
        self, painter: QPainter, option: QStyleOptionViewItem, article: ArticleRow
    ) -> None:
        """Draw a dot for an unread article, a ring for one being read."""
        if article.status not in ("unread", "reading"):
            return
        look, line = self._look, self._lines(option)[0]
        size = look.px(7)
        at = visual(option, QRect(0, 0, size, size).translated(self._dot_corner(line, size)))
        painter.setPen(QPen(QColor(look.palette.accent), look.px(3) / 2))
        if article.status == "unread":
            painter.setBrush(QColor(look.palette.accent))
        painter.drawEllipse(at)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_title(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        article: ArticleRow,
        marks: RowMarks | None,
    ) -> None:
        look, line = self._look, self._lines(option)[0]
        if article.starred:
            colour = look.palette.edges["orange"]
            line = self._icon_at_end(painter, option, line, "star-filled", colour)
        palette = look.palette
        archived = article.status == "archived"
        ink = Ink(
            look.unread if article.status == "unread" else look.title,
            palette.muted if archived else palette.ink,
            palette.hit,
            right=mirrored(option),
        )
        draw_line(painter, visual(option, line), article.title, ink, marks.title if marks else ())

    def _draw_second_line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        article: ArticleRow,
        marks: RowMarks | None,
    ) -> None:
        look, line = self._look, self._lines(option)[1]
        if article.highlights:
            line = self._draw_count(painter, option, line, "highlight", article.highlights)
        if marks:
            self._draw_snippet(painter, option, line, marks)
            return
        chips = self._draw_source(painter, option, line, article)
        for chip in fit_chips(article.tags, chips.width(), look):
            top = line.top() + (line.height() - look.chip_height) // 2
            at = QRect(chips.left(), top, chip.width, look.chip_height)
            draw_chip(painter, visual(option, at), chip, look)
            chips.setLeft(chips.left() + chip.width + look.px(4))

    def _draw_snippet(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, marks: RowMarks
    ) -> None:
        palette, font = self._look.palette, self._look.meta
        before = int(line.width() * 0.35 / max(1, QFontMetrics(font).averageCharWidth()))
        snippet = near_hit(marks.snippet, before)
        ink = Ink(font, palette.muted, palette.hit, palette.ink, right=mirrored(option))
        draw_line(painter, visual(option, line), snippet.text, ink, snippet.hits)

    def _draw_source(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, article: ArticleRow
    ) -> QRect:
        """Draw outlet and date; return what is left of the line for the tags."""
        look = self._look
        text = self._source(article, line.width())
        ink = Ink(look.meta, look.palette.muted, right=mirrored(option))
        width = QFontMetrics(look.meta).horizontalAdvance(text)
        draw_line(painter, visual(option, line), text, ink)
        return line.adjusted(width + look.px(8), 0, 0, 0)

    def _source(self, article: ArticleRow, room: int) -> str:
        """Return outlet and date, the outlet cut short before the date is."""
        outlet = article.outlet or article.agency or article.author
        date = texts.date_text(article.published)
        if not outlet and not date:
            return self.tr("Added {date}").format(date=texts.date_text(article.added))
        if not outlet or not date:
            return outlet or date
        metrics, tail = QFontMetrics(self._look.meta), f" · {date}"
        left = max(room - metrics.horizontalAdvance(tail), self._look.px(48))
        return metrics.elidedText(outlet, Qt.TextElideMode.ElideRight, left) + tail

    def _draw_count(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, icon: str, count: int
    ) -> QRect:
        """Draw a number behind an icon at the end of *line*; return what is left of it."""
        look, text = self._look, str(count)
        width = QFontMetrics(look.meta).horizontalAdvance(text)
        at = QRect(line.right() - width + 1, line.top(), width, line.height())
        draw_line(painter, visual(option, at), text, Ink(look.meta, look.palette.muted))
        line = line.adjusted(0, 0, -width - look.px(4), 0)
        return self._icon_at_end(painter, option, line, icon, look.palette.muted)

    def _icon_at_end(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, name: str, colour: str
    ) -> QRect:
        size = self._look.px(14)
        device = painter.device()
        picture = pixmap(name, colour, size, device.devicePixelRatioF() if device else 1.0)
        top = line.top() + (line.height() - size) // 2
        at = visual(option, QRect(line.right() - size + 1, top, size, size))
        painter.drawPixmap(at.topLeft(), picture)
        return line.adjusted(0, 0, -size - self._look.px(8), 0)

    def _lines(self, option: QStyleOptionViewItem) -> tuple[QRect, QRect]:
        """Return where the two lines of text stand, for a window that reads from left to right."""
        look = self._look
        rect: QRect = option.rect  # type: ignore[attr-defined]
        left, width = rect.left() + look.px(TEXT_LEFT), rect.width() - look.px(TEXT_LEFT + RIGHT)
        first = QRect(left, rect.top() + look.px(9), width, look.title_height)
        below = first.bottom() + 1 + look.px(4)
        return first, QRect(left, below, width, look.meta_height)

    def _dot_corner(self, line: QRect, size: int) -> QPoint:
        left = line.left() - self._look.px(6) - size
        return QPoint(left, line.top() + (line.height() - size) // 2)
