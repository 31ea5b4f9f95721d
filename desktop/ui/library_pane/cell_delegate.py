"""Paints the cells of the columns view: one line each, on the ground of the two-line rows."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.library_pane.article_model import COLUMNS, ArticleModel
from desktop.ui.library_pane.ground import draw_ground, mirrored, visual
from desktop.ui.library_pane.marked_line import Ink, draw_line
from desktop.ui.library_pane.row_look import row_look
from desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
SIDE = 8


class CellDelegate(QStyledItemDelegate):
    """`framed` is set while the list is used by keyboard, so that the current cell shows it."""

    def __init__(self, theme: Theme, model: ArticleModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._look = row_look(theme)
        self.framed = False

    @property
    def row_height(self) -> int:
        """The height of every row, in pixels."""
        return self._look.cell_height

    def refresh(self) -> None:
        """Take over the theme's colours and fonts."""
        self._look = row_look(self._theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._look.px(80), self._look.cell_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        first = index.column() == 0
        draw_ground(painter, option, self._look.palette, bar=first, hover=False, framed=self.framed)
        side = self._look.px(SIDE)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        inner = visual(option, rect.adjusted(side, 0, -side, 0))
        if first:
            self._draw_title(painter, option, inner, index.row())
        else:
            self._draw_cell(painter, option, inner, index)
        painter.restore()

    def _draw_title(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: int
    ) -> None:
        article = self._model.article(row)
        if not article:
            return
        look, marks = self._look, self._model.marks(row)
        unread = article.status == "unread"
        ink = Ink(
            look.unread if unread else look.title,
            look.palette.ink,
            look.palette.hit,
            right=mirrored(option),
        )
        draw_line(painter, rect, article.title, ink, marks.title if marks else ())

    def _draw_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, index: Index
    ) -> None:
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        number = COLUMNS[index.column()] == "highlights"
        ink = Ink(self._look.title, self._look.palette.muted, right=mirrored(option) != number)
        draw_line(painter, rect, text, ink)
