"""Which cards keys and mouse choose: the rules of a list, apart from how it is drawn."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView

from desktop.ui.sidebar.heights import Heights

_SELECT = QItemSelectionModel.SelectionFlag
_MOVE = QAbstractItemView.CursorAction


def row_to(action: QAbstractItemView.CursorAction, row: int, heights: Heights, page: int) -> int:
    """Return the row that *action* leads to from *row*; -1 when there is none."""
    top = heights.top(row) if row >= 0 else 0
    last = heights.count - 1
    to = {
        _MOVE.MoveUp: row - 1,
        _MOVE.MoveDown: row + 1,
        _MOVE.MovePrevious: row - 1,
        _MOVE.MoveNext: row + 1,
        _MOVE.MoveHome: 0,
        _MOVE.MoveEnd: last,
        _MOVE.MovePageUp: min(row - 1, heights.row_at(top - page)),
        _MOVE.MovePageDown: max(row + 1, heights.row_at(top + page)),
    }.get(action, row)
    return min(max(to, 0), last)


def select_by_mouse(view: QAbstractItemView, index: QModelIndex, keys: Qt.KeyboardModifier) -> None:
    """Choose the card that was clicked; Control adds it, Shift all up to it."""
    selection, current = view.selectionModel(), view.currentIndex()
    if keys & Qt.KeyboardModifier.ControlModifier:
        selection.setCurrentIndex(index, _SELECT.Toggle)
    elif keys & Qt.KeyboardModifier.ShiftModifier and current.isValid():
        first, last = sorted((current.row(), index.row()))
        selection.setCurrentIndex(index, _SELECT.NoUpdate)
        select_rows(view, first, last, _SELECT.ClearAndSelect)
    else:
        selection.setCurrentIndex(index, _SELECT.ClearAndSelect)


def select_rows(
    view: QAbstractItemView, first: int, last: int, command: QItemSelectionModel.SelectionFlag
) -> None:
    """Apply *command* to the rows from *first* to *last*."""
    rows = QItemSelection(view.model().index(first, 0), view.model().index(last, 0))
    view.selectionModel().select(rows, command)


def region(view: QAbstractItemView, selection: QItemSelection) -> QRegion:
    """Return where the cards of *selection* are in the view."""
    found = QRegion()
    for at in range(selection.count()):
        part = selection.at(at)
        found += view.visualRect(part.topLeft()).united(view.visualRect(part.bottomRight()))
    return found
