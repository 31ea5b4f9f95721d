"""The view of the article list: two-line rows or columns, made for a million rows of one height."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui.context import Context
from desktop.ui.controls.rows import as_rows
from desktop.ui.library_pane.article_delegate import ArticleDelegate
from desktop.ui.library_pane.article_model import COLUMNS, ArticleModel
from desktop.ui.library_pane.cell_delegate import CellDelegate
from desktop.ui.library_pane.table_place import place_of, return_to, selected_ids

_WIDTHS = {
    "title": 36, "outlet": 18, "published": 20, "status": 12, "highlights": 13, "tags": 24,
    "added": 20,
}  # fmt: skip
_ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_MOVES = QAbstractItemView.CursorAction


class ArticleTable(QTableView):
    """`moved()` when another row is current, `picked()` when other rows are selected.

    `beside_wanted(article)` with the middle button.
    """

    moved = Signal()
    picked = Signal()
    beside_wanted = Signal(int)
    menu_requested = Signal(QPoint)

    def __init__(
        self, context: Context, model: ArticleModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("articleTable")
        self._settings = context.settings
        self._theme = context.theme
        self._rows = ArticleDelegate(context.theme, model, self)
        self._cells = CellDelegate(context.theme, model, self)
        self._columns = self._fitting = False
        self._articles = model
        self.setModel(model)
        self._set_up()
        self._set_up_headers()
        self.set_columns(False)
        context.theme.changed.connect(self._on_theme)

    def set_columns(self, on: bool) -> None:
        """Show one-line rows with columns, or two-line rows."""
        self._columns, self._fitting = on, True
        for column in range(1, len(COLUMNS)):
            self.setColumnHidden(column, not on)
        header = self.horizontalHeader()
        header.setVisible(on)
        mode = QHeaderView.ResizeMode.Interactive if on else QHeaderView.ResizeMode.Stretch
        header.setSectionResizeMode(0, mode)
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            policy.ScrollBarAsNeeded if on else policy.ScrollBarAlwaysOff
        )
        self.setItemDelegate(self._cells if on else self._rows)
        self._fitting = False
        self._fit()

    def show_sort(self, column: str, descending: bool) -> None:
        """Show in the header by what the list is sorted; *column* may be none of the header's."""
        header = self.horizontalHeader()
        header.blockSignals(True)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(COLUMNS.index(column) if column in COLUMNS else -1, order)
        header.blockSignals(False)
        header.viewport().update()

    def current_id(self) -> int | None:
        """Return the article of the current row."""
        row = self.currentIndex().row()
        return self._articles.ids[row] if 0 <= row < len(self._articles.ids) else None

    def selected_ids(self) -> list[int]:
        """Return the selected articles in the list's order."""
        return selected_ids(self, self._articles)

    def go_to_row(self, row: int) -> None:
        """Make a row the current and only selected one, and visible."""
        index = self._articles.index(row, 0)
        self.selectionModel().setCurrentIndex(index, _ROWS)
        self.scrollTo(index)

    def leave_row(self) -> None:
        """Let no row be current or selected."""
        self.selectionModel().clear()

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: it would read every row, and letters are the window's own keys."""

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.picked.emit()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go to the first and the last row."""
        if action in (_MOVES.MoveHome, _MOVES.MoveEnd):
            row = 0 if action == _MOVES.MoveHome else self._articles.rowCount() - 1
            return self._articles.index(row, max(0, self.currentIndex().column()))
        return super().moveCursor(action, modifiers)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Unlike Qt, leave the current row alone: arriving by Tab must not open an article."""
        self._frame(event.reason() in _BY_KEY)
        QWidget.focusInEvent(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._frame(True)
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._frame(False)
        if event.button() == Qt.MouseButton.MiddleButton:
            row = self.rowAt(event.position().toPoint().y())
            if row >= 0:
                self.beside_wanted.emit(self._articles.ids[row])
            return
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._columns:
            self._fit_columns()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_requested.emit(at)

    def _set_up(self) -> None:
        as_rows(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerWidget(QWidget())

    def _set_up_headers(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.show_sort("", False)
        self.setSortingEnabled(True)
        header.sectionResized.connect(self._on_resized)

    def _fit(self) -> None:
        delegate = self._cells if self._columns else self._rows
        place = place_of(self, self._articles)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(delegate.row_height)
        self.verticalScrollBar().setSingleStep(max(1, delegate.row_height // 2))
        if self._columns:
            self._fit_columns()
        if place.anchor:
            return_to(self, self._articles, place, scroll=True)

    def _fit_columns(self) -> None:
        """Give each column its width, and what is left over to the titles."""
        self._fitting = True
        widths = self._kept_widths()
        left = self.viewport().width() - sum(widths[1:])
        for number, width in enumerate((max(widths[0], left), *widths[1:])):
            self.setColumnWidth(number, width)
        self._fitting = False

    def _kept_widths(self) -> list[int]:
        kept = self._settings.geometry("articleColumns")
        if kept and len(kept) == len(COLUMNS):
            return [int(width) for width in kept]
        unit = QFontMetrics(self._theme.font()).averageCharWidth()
        return [unit * _WIDTHS[name] for name in COLUMNS]

    def _frame(self, on: bool) -> None:
        self._rows.framed = self._cells.framed = on
        self.viewport().update()

    def _on_resized(self, _section: int, _old: int, _new: int) -> None:
        if self._columns and not self._fitting:
            widths = [self.columnWidth(number) for number in range(len(COLUMNS))]
            self._settings.keep_geometry("articleColumns", widths)

    def _on_theme(self) -> None:
        self._rows.refresh()
        self._cells.refresh()
        self._fit()
