"""The article list as a table model: all ids, but only the rows on screen."""

from array import array
from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.core.query import Query
from desktop.library.articles import ArticleRow
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.library_pane.article_pages import PAGE, ArticlePages
from desktop.ui.library_pane.marks import Marks, RowMarks
from desktop.ui.library_pane.place import row_in
from desktop.ui.people import shown_people

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("title", "outlet", "published", "status", "highlights", "tags", "added")
NEWEST_FIRST = ("published", "highlights", "tags", "added")


class ArticleModel(QAbstractTableModel):
    """Columns are sort keys of the library; `sort_asked(key, descending)` on a header's click."""

    sort_asked = Signal(str, bool)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = array("q")
        self._rows: dict[int, int] = {}  # where articles were found, -1 for nowhere
        self._rows_before: dict[int, int] = {}
        self._pages = ArticlePages(context.reader, partial(shown_people, context.settings))
        self._marks = Marks(context.jobs, self)
        self._marks.arrived.connect(self.repaint_rows)

    @property
    def ids(self) -> "array[int]":
        """All articles listed, in order. Never changed in place."""
        return self._ids

    @property
    def pages(self) -> ArticlePages:
        """The rows in memory."""
        return self._pages

    def show_ids(self, ids: "array[int]", query: Query) -> None:
        """List *ids*; mark the hits of *query* in them."""
        self.beginResetModel()
        self._ids = ids
        self._rows, self._rows_before = {}, self._rows
        self._pages.clear()
        self._marks.set_query(query)
        self.endResetModel()

    def extend(self, ids: "array[int]") -> bool:
        """List *ids*, which begin with those listed; False when they do not. Whole pages only."""
        known = len(self._ids)
        if known >= len(ids) or known % PAGE or ids[:known] != self._ids:
            return False
        self.beginInsertRows(QModelIndex(), known, len(ids) - 1)
        self._ids = ids
        self._rows = {key: row for key, row in self._rows.items() if row >= 0}
        self.endInsertRows()
        return True

    def article(self, row: int) -> ArticleRow | None:
        """Return the article in *row*; None when it is gone since the list was made."""
        return self._pages.row(self._ids, row) if 0 <= row < len(self._ids) else None

    def marks(self, row: int) -> RowMarks | None:
        """Return what to mark in *row*; None when nothing is searched, or not yet known."""
        return self._marks.of(self._ids[row])

    def row_of(self, article_id: int) -> int:
        """Return the row of an article, -1 when it is not listed."""
        row = self._rows.get(article_id)
        if row is None:
            near = max(0, self._rows_before.get(article_id, 0))
            row = self._rows[article_id] = row_in(self._ids, article_id, near)
        return row

    def read_again(
        self, article_ids: Iterable[int]
    ) -> tuple[dict[int, ArticleRow], dict[int, ArticleRow]]:
        """Read changed articles anew; return those that were in memory, as before and after."""
        before, after = self._pages.read_again(article_ids)
        if any(key not in after or row.title != after[key].title for key, row in before.items()):
            self._marks.clear()
        self.repaint_rows()
        return before, after

    def forget_rows(self) -> None:
        """Read what is on screen anew when it is painted next."""
        self._pages.clear()
        self.repaint_rows()

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self.repaint_rows()

    def repaint_rows(self) -> None:
        """Tell the view that rows look different."""
        if self._ids:
            last = self.index(len(self._ids) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ANSWERED or not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(COLUMNS[index.column()])
        article = self.article(index.row())
        if article is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tooltip(article.title)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self._spoken(article)
        return self._cell(article, COLUMNS[index.column()])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names()[COLUMNS[section]]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(COLUMNS[section])
        if role == Qt.ItemDataRole.InitialSortOrderRole:
            newest_first = COLUMNS[section] in NEWEST_FIRST
            return Qt.SortOrder.DescendingOrder if newest_first else Qt.SortOrder.AscendingOrder
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(COLUMNS):
            self.sort_asked.emit(COLUMNS[column], order == Qt.SortOrder.DescendingOrder)

    def _names(self) -> dict[str, str]:
        return {
            "title": self.tr("Title"),
            "outlet": self.tr("Outlet"),
            "published": self.tr("Published"),
            "status": self.tr("Status"),
            "highlights": self.tr("Highlights"),
            "tags": self.tr("Tags"),
            "added": self.tr("Added"),
        }

    def _cell(self, article: ArticleRow, column: str) -> str:
        if column == "status":
            return texts.status_name(article.status)
        if column == "highlights":
            return str(article.highlights or "")
        if column == "tags":
            return ", ".join(tag.path for tag in article.tags)
        value: str = getattr(article, column)
        return texts.date_text(value) if column in ("published", "added") else value

    def _spoken(self, article: ArticleRow) -> str:
        parts = (
            article.title,
            article.outlet or article.agency,
            texts.date_text(article.published),
            texts.status_name(article.status),
            self.tr("starred") if article.starred else "",
            self.tr("%n highlight(s)", "", article.highlights),
        )
        return ", ".join(part for part in parts if part)


_ANSWERED = frozenset(
    (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.TextAlignmentRole,
    )
)


def _alignment(column: str) -> Qt.AlignmentFlag:
    right = column == "highlights"
    edge = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return edge | Qt.AlignmentFlag.AlignVCenter


def _tooltip(title: str) -> str:
    from html import escape  # seldom needed, and its table of entities is long

    return f"<qt>{escape(title)}</qt>"
