"""Reads one's place off the table, and goes back to it in a list that was made anew."""

from array import array

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QTableView

from desktop.ui.library_pane.article_model import COLUMNS, ArticleModel
from desktop.ui.library_pane.place import Place, spans_of

_FLAG = QItemSelectionModel.SelectionFlag


def selected_ids(table: QTableView, model: ArticleModel) -> list[int]:
    """Return the selected articles in the list's order; quick also when all are selected."""
    spans = {(span.top(), span.bottom()) for span in table.selectionModel().selection().toList()}
    found, done = array("q"), -1
    for top, bottom in sorted(spans):
        found += model.ids[max(top, done + 1) : bottom + 1]
        done = max(done, bottom)
    return found.tolist()


def place_of(table: QTableView, model: ArticleModel) -> Place:
    """Return where one is: beside the current row if it is on screen, else the first row there."""
    top = table.verticalScrollBar().value()
    height = table.verticalHeader().defaultSectionSize()
    first, last = top // height, (top + table.viewport().height()) // height
    current = table.currentIndex().row()
    row = current if first <= current <= last else first
    ids = model.ids
    return Place(
        current=ids[current] if 0 <= current < len(ids) else 0,
        selected=tuple(selected_ids(table, model)),
        anchor=ids[row] if row < len(ids) else 0,
        offset=row * height - top,
    )


def return_to(table: QTableView, model: ArticleModel, place: Place, *, scroll: bool) -> None:
    """Select again what was selected, and (*scroll*) put the same rows on screen."""
    table.doItemsLayout()
    row = model.row_of(place.current) if place.current else -1
    index = model.index(row, 0) if row >= 0 else QModelIndex()
    table.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
    table.selectionModel().select(_selection(model, place, row), _FLAG.ClearAndSelect | _FLAG.Rows)
    anchor = model.row_of(place.anchor) if scroll and place.anchor else -1
    if anchor >= 0:
        height = table.verticalHeader().defaultSectionSize()
        table.verticalScrollBar().setValue(anchor * height - place.offset)
    elif row >= 0:
        table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
    else:
        table.scrollToTop()


def _selection(model: ArticleModel, place: Place, current: int) -> QItemSelection:
    rows = [(current, current)] if current >= 0 else []
    if len(place.selected) > 1 or place.current not in place.selected:
        rows = list(spans_of(model.ids, place.selected)) or rows
    selection = QItemSelection()
    for first, last in rows:
        selection.select(model.index(first, 0), model.index(last, len(COLUMNS) - 1))
    return selection
