"""The view of the notebook's list: made for a million rows of one height."""

from array import array
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.core.colours import COLOURS
from desktop.library.notebook import annotation_of
from desktop.ui.context import Context
from desktop.ui.controls.rows import as_rows
from desktop.ui.library_pane.place import spans_of
from desktop.ui.notebook.note_delegate import NoteDelegate
from desktop.ui.notebook.note_model import NoteModel

_FLAG = QItemSelectionModel.SelectionFlag
_MODIFIER = Qt.KeyboardModifier
_MOVES = QAbstractItemView.CursorAction


@dataclass(frozen=True, slots=True)
class NotePlace:
    """The current and selected entries, and the one that stands *offset* pixels below the top."""

    current: int = -1
    selected: tuple[int, ...] = ()
    anchor: int = -1
    offset: int = 0
    row: int = 0


class NoteTable(QTableView):
    """`opened(row)` to go to a highlight, `picked()` when other rows are selected.

    The keys of the reader work here too: `colour_key(colour)`, `tag_key()`, `delete_key()`.
    """

    opened = Signal(int)
    picked = Signal()
    colour_key = Signal(str)
    tag_key = Signal()
    delete_key = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, context: Context, model: NoteModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteTable")
        self._notes = model
        self._delegate = NoteDelegate(context.theme, model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._set_up()
        self.fit()
        context.theme.changed.connect(self._on_theme)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def fit(self) -> None:
        """Give the rows the height they have in this grouping and text size."""
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self.verticalScrollBar().setSingleStep(max(1, self._delegate.row_height // 2))

    def place(self) -> NotePlace:
        """Return where one is: beside the current row if it is on screen, else the first there."""
        entries, height = self._notes.entries, self.verticalHeader().defaultSectionSize()
        top = self.verticalScrollBar().value()
        first, last = top // height, (top + self.viewport().height()) // height
        current = self.currentIndex().row()
        row = current if first <= current <= last else first
        return NotePlace(
            current=entries[current] if 0 <= current < len(entries) else -1,
            selected=tuple(self._selected_entries()),
            anchor=entries[row] if row < len(entries) else -1,
            offset=row * height - top,
            row=row,
        )

    def return_to(self, place: NotePlace) -> None:
        """Select again what was selected, and put the same rows on screen."""
        self.doItemsLayout()
        row = self._notes.row_of(place.current) if place.current >= 0 else -1
        index = self._notes.index(row, 0) if row >= 0 else QModelIndex()
        selection = QItemSelection()
        for first, last in self._spans(place, row):
            selection.select(self._notes.index(first, 0), self._notes.index(last, 0))
        self.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
        self.selectionModel().select(selection, _FLAG.ClearAndSelect | _FLAG.Rows)
        anchor = self._notes.row_of(place.anchor) if place.anchor >= 0 else -1
        height = self.verticalHeader().defaultSectionSize()
        beside = anchor if anchor >= 0 else min(place.row, len(self._notes.entries) - 1)
        self.verticalScrollBar().setValue(max(0, beside * height - place.offset))
        if row < 0 and place.current >= 0 and beside >= 0:
            self.selectionModel().setCurrentIndex(self._notes.index(beside, 0), _FLAG.NoUpdate)

    def selected_annotations(self) -> list[int]:
        """Return the selected highlights, each once, in the list's order."""
        return list(dict.fromkeys(map(annotation_of, self._selected_entries())))

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: it would read every row."""

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.picked.emit()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go to the first and the last row."""
        if action in (_MOVES.MoveHome, _MOVES.MoveEnd):
            return self._notes.index(
                0 if action == _MOVES.MoveHome else self._notes.rowCount() - 1, 0
            )
        return super().moveCursor(action, modifiers)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._frame(event.reason() != Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._frame(True)
        plain = event.modifiers() in (_MODIFIER.NoModifier, _MODIFIER.KeypadModifier)
        if not (plain and self._own_key(event.key())):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._frame(False)
        super().mousePressEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint the first row on screen anew, and the one that was it: it names its group."""
        super().scrollContentsBy(dx, dy)
        before, self._delegate.top_row = self._delegate.top_row, self.rowAt(0)
        for row in {before, self._delegate.top_row}:
            self.update(self._notes.index(row, 0))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_requested.emit(at)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Highlights of the library"))
        super().changeEvent(event)

    def _own_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_key.emit()
        elif key == Qt.Key.Key_T:
            self.tag_key.emit()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_8:
            self.colour_key.emit(COLOURS[key - Qt.Key.Key_1])
        else:
            return False
        return True

    def _selected_entries(self) -> "array[int]":
        """Return what is selected; quick also when all is."""
        found, done = array("q"), -1
        spans = ((span.top(), span.bottom()) for span in self.selectionModel().selection().toList())
        for top, bottom in sorted(spans):
            found += self._notes.entries[max(top, done + 1) : bottom + 1]
            done = max(done, bottom)
        return found

    def _spans(self, place: NotePlace, current: int) -> list[tuple[int, int]]:
        if place.selected == (place.current,):
            return [(current, current)] if current >= 0 else []
        return list(spans_of(self._notes.entries, place.selected)) if place.selected else []

    def _set_up(self) -> None:
        as_rows(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Highlights of the library"))
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def _frame(self, on: bool) -> None:
        self._delegate.framed = on
        self.viewport().update()

    def _on_theme(self) -> None:
        place = self.place()
        self._delegate.refresh()
        self.fit()
        self.return_to(place)
