"""The list of cards: rows of their own heights, the current one opened as a widget.

QListView lays out every row for each change of one (0.1 s for 20,000). Here only what is in view is
measured, the rest is estimated until it comes near, and the place in view stays put meanwhile.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHoverEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from desktop.ui.context import Context
from desktop.ui.sidebar import card_selection
from desktop.ui.sidebar.annotation_card import AnnotationCard
from desktop.ui.sidebar.annotation_model import ID, AnnotationModel
from desktop.ui.sidebar.card_delegate import CardDelegate, card_rect
from desktop.ui.sidebar.card_layout import CardLayout

_SELECT = QItemSelectionModel.SelectionFlag
_STATE = QStyle.StateFlag
Index = QModelIndex | QPersistentModelIndex


class CardList(QListView):
    """`chosen(id)` when the user came to a card; `opened(id)` whenever another card is current."""

    chosen = Signal(int)
    note_wanted = Signal(int)
    left = Signal()
    menu_requested = Signal(int, QPoint)

    def __init__(
        self, context: Context, rows: AnnotationModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        self._delegate = CardDelegate(context.theme, self)
        self._quiet = False
        self._moving = False
        self._hovered = -1
        self.card = AnnotationCard(context, self._delegate, self.viewport())
        self._layout = CardLayout(rows, self._delegate, self.card)
        self._heights = self._layout.heights
        self._prepare()
        self.setModel(rows)
        self.card.grown.connect(self._on_card_grown)

    @property
    def current_id(self) -> int | None:
        """The highlight whose card is open."""
        return self.currentIndex().data(ID)

    @property
    def selected_ids(self) -> list[int]:
        """The highlights that are selected, in reading order."""
        return [index.data(ID) for index in sorted(self.selectedIndexes())]

    def open(self, annotation_id: int | None) -> None:
        """Make a highlight current and bring its card into view, without telling of it."""
        self._quiet = True
        index = self._rows.index(self._rows.row_of(annotation_id))
        self.selectionModel().setCurrentIndex(index, _SELECT.ClearAndSelect)
        self._quiet = False
        self._open_current()

    def enter(self) -> None:
        """Come to the first card, unless one is open."""
        if not self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(self._rows.index(0), _SELECT.ClearAndSelect)

    def replace(self, change: Callable[[], None]) -> None:
        """Let *change* alter the rows; the current card, the selection and the place stay."""
        current, chosen, places = self.current_id, self.selected_ids, list(self._places())
        row = self.currentIndex().row()
        self._quiet = True
        change()
        self._relayout()
        self._choose_again(current, chosen, row)
        self._quiet = False
        self._show_card()
        self._return_to(places)

    def restyle(self) -> None:
        """Take the theme's fonts anew."""
        self._delegate.restyle()
        self.card.restyle()
        self._layout.forget_all()
        self._relayout()

    def has_focus_within(self) -> bool:
        """Tell whether the list or something on the open card has the focus."""
        focused = self.window().focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def visualRect(self, index: Index) -> QRect:
        row = index.row()
        if not 0 <= row < self._heights.count:
            return QRect()
        top = self._heights.top(row) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._heights.height(row))

    def indexAt(self, point: QPoint) -> QModelIndex:
        y = point.y() + self.verticalOffset()
        if not 0 <= y < self._heights.total:
            return QModelIndex()
        return self._rows.index(self._heights.row_at(y))

    def scrollTo(
        self,
        index: Index,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        for _ in range(3):
            rect, height = self.visualRect(index), self.viewport().height()
            if not rect.isValid() or (rect.top() >= 0 and rect.bottom() < height):
                return
            by = rect.top() if rect.top() < 0 else min(rect.top(), rect.bottom() - height + 1)
            self.verticalScrollBar().setValue(self.verticalOffset() + by)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        row = self.currentIndex().row()
        to = card_selection.row_to(action, row, self._heights, self.viewport().height())
        return self._rows.index(to)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        if self._heights.count:
            first = self._heights.row_at(rect.top() + self.verticalOffset())
            last = self._heights.row_at(rect.bottom() + self.verticalOffset())
            card_selection.select_rows(self, first, last, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return card_selection.region(self, selection)

    def keyboardSearch(self, _search: str) -> None:
        """Letters and digits are the window's actions, not a search."""

    def doItemsLayout(self) -> None:
        if self._heights.count != self._rows.rowCount():
            self._relayout()
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        height = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setPageStep(height)
        bar.setSingleStep(max(20, self.fontMetrics().height() * 2))
        bar.setRange(0, max(0, self._heights.total - height))
        self._place_card()

    def dataChanged(
        self,
        first: Index,
        last: Index,
        roles: list[int] = [],  # noqa: B006 - Qt's own default
    ) -> None:
        self._layout.forget(self._rows.shown[first.row() : last.row() + 1])
        QAbstractItemView.dataChanged(self, first, last, roles)
        if not self._quiet:
            self._relayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        QAbstractItemView.currentChanged(self, current, previous)
        if not self._quiet:
            self._open_current()
            if current.isValid():
                self.chosen.emit(current.data(ID))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._measure_view()
        self._place_card()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            places = list(self._places())
            self._relayout()
            self._return_to(places)
        QAbstractItemView.resizeEvent(self, event)
        self._measure_view()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        top = self.verticalOffset()
        for row in self._layout.rows_between(top + event.rect().top(), top + event.rect().bottom()):
            index = self._rows.index(row)
            if index == self.currentIndex() and self.card.isVisible():
                continue
            option.rect = self.visualRect(index)  # type: ignore[attr-defined]
            option.state = self._state_of(index)  # type: ignore[attr-defined]
            self._delegate.paint(painter, option, index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if not index.isValid() or not left:
            return
        if index == self.currentIndex() and not event.modifiers():
            self.selectionModel().select(index, _SELECT.ClearAndSelect)
            self.chosen.emit(index.data(ID))
            return
        card_selection.select_by_mouse(self, index, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Cards open under the mouse: dragging on would select what comes to lie there."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """See `mouseMoveEvent`."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first click has done it all."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not index.isValid():
            return
        if index not in self.selectedIndexes():
            self.selectionModel().setCurrentIndex(index, _SELECT.ClearAndSelect)
        place = event.globalPos() if by_mouse else self._menu_place(index)
        self.menu_requested.emit(index.data(ID), place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current_id is not None:
                self.note_wanted.emit(self.current_id)
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.card.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.card.update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHoverEvent):
            inside = event.type() != QEvent.Type.HoverLeave
            row = self.indexAt(event.position().toPoint()).row() if inside else -1
            if row != self._hovered:
                self._hovered = row
                self.viewport().update()
        return super().viewportEvent(event)

    def _prepare(self) -> None:
        self.setObjectName("annotationList")
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _on_card_grown(self) -> None:
        row = self.currentIndex().row()
        if self._quiet or not self.card.isVisible() or not 0 <= row < self._heights.count:
            return
        if self._layout.measure(row):
            self.updateGeometries()
            self.viewport().update()
            if self._types_below():
                self.scrollTo(self.currentIndex())

    def _types_below(self) -> bool:
        """Whether the field that has the focus reaches below the view."""
        focused = self.window().focusWidget()
        if focused is None or not self.card.isAncestorOf(focused):
            return False
        bottom = focused.mapTo(self.viewport(), QPoint(0, focused.height())).y()
        return bottom > self.viewport().height()

    def _menu_place(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).center())

    def _choose_again(self, current: int | None, chosen: list[int], row: int) -> None:
        """Restore what was chosen; if the current card is gone and keys go here, take the next."""
        at = self._rows.row_of(current)
        if at < 0 and current is not None and self.has_focus_within():
            at = min(row, self._heights.count - 1)
            self.setFocus()
        self.selectionModel().setCurrentIndex(self._rows.index(at), _SELECT.ClearAndSelect)
        for again in map(self._rows.row_of, chosen if len(chosen) > 1 else ()):
            if again >= 0:
                card_selection.select_rows(self, again, again, _SELECT.Select)

    def _open_current(self) -> None:
        """Open the current card where it is seen now, then move it into view as a whole."""
        top = self.visualRect(self.currentIndex()).top()
        self._show_card()
        after = self.visualRect(self.currentIndex())
        if after.isValid():
            self._scroll_by(after.top() - top)
            self.scrollTo(self.currentIndex())

    def _show_card(self) -> None:
        """Put the current highlight on the card, and give the rows their heights."""
        before, current = self.card.annotation, self._rows.get(self.current_id)
        inside = self.card.isAncestorOf(self.window().focusWidget() or self)
        if inside and (current is None or before is None or before.id != current.id):
            self.setFocus()
        self.card.show_annotation(current)
        self.card.setVisible(current is not None)
        for one in (before, current):
            row = self._rows.row_of(one.id) if one else -1
            if row >= 0:
                self._layout.measure(row)
        self.updateGeometries()
        self.viewport().update()

    def _place_card(self) -> None:
        row = self.visualRect(self.currentIndex())
        if row.isValid() and self.card.annotation:
            self.card.setGeometry(card_rect(row))

    def _state_of(self, index: QModelIndex) -> QStyle.StateFlag:
        state = _STATE.State_Enabled
        if self.selectionModel().isSelected(index):
            state |= _STATE.State_Selected
        return state | _STATE.State_MouseOver if index.row() == self._hovered else state

    def _relayout(self) -> None:
        self._layout.set_width(self.viewport().width())
        self._layout.reset()
        self.updateGeometries()
        self._measure_view()
        self.viewport().update()

    def _measure_view(self) -> None:
        """Measure the rows in view; what comes in at the top pushes upwards, out of view."""
        if self._moving or not self._heights.count:
            return
        self._moving = True
        push = self._layout.measure_view(self.verticalOffset(), self.viewport().height())
        self.updateGeometries()
        self._scroll_by(push)
        self._moving = False

    def _scroll_by(self, by: int) -> None:
        if by:
            self.verticalScrollBar().setValue(self.verticalOffset() + by)

    def _places(self) -> Iterator[tuple[int, int]]:
        """Yield the highlights in view with the y of their cards."""
        shown, top = self._rows.shown, self.verticalOffset()
        for row in self._layout.rows_between(top, top + self.viewport().height()):
            if row < len(shown):
                yield shown[row].id, self._heights.top(row) - top

    def _return_to(self, places: list[tuple[int, int]]) -> None:
        for annotation_id, y in places:
            row = self._rows.row_of(annotation_id)
            if row >= 0:
                self.verticalScrollBar().setValue(self._heights.top(row) - y)
                return
