"""The saved searches above the list, with live counts; a heading folds them away."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QWidget,
)
from shiboken6 import isValid

from desktop.core.changes import Changes
from desktop.library import saved_searches
from desktop.library.saved_searches import SavedSearch
from desktop.operations import saved_search
from desktop.ui.context import Context
from desktop.ui.library_pane.filter_box import COUNT
from desktop.ui.library_pane.folding import Folding
from desktop.ui.library_pane.saved_counts import SavedCounts

ROWS = 6
Index = QModelIndex | QPersistentModelIndex
_COUNTED = ("article", "annotation", "article_tag", "annotation_tag", "tag")
_OWN_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SavedModel(QAbstractListModel):
    """The saved searches; editing a name tells `renamed(id, name)` and leaves it to the library."""

    renamed = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.searches: list[SavedSearch] = []
        self._counts: dict[int, int | None] = {}

    def show(self, searches: Sequence[SavedSearch]) -> None:
        """List other searches; their counts come later, old ones stay until then."""
        if list(searches) == self.searches:
            return
        self.beginResetModel()
        self.searches = list(searches)
        self.endResetModel()

    def show_count(self, search_id: int, count: int | None) -> None:
        """Show how many articles a search finds; None where it cannot be told."""
        self._counts[search_id] = count
        if (row := self.row_of(search_id)) >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, search_id: int) -> int:
        """Return the row of a search, -1 when it is not there."""
        rows = (row for row, one in enumerate(self.searches) if one.id == search_id)
        return next(rows, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.searches)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        search = self.searches[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return search.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return search.query
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{search.name} {self._count(search)}"
        return self._count(search) if role == COUNT else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        search = self.searches[index.row()]
        if role != Qt.ItemDataRole.EditRole or value == search.name:
            return False
        self.renamed.emit(search.id, value)
        return True

    def _count(self, search: SavedSearch) -> str:
        if search.id not in self._counts:
            return ""
        count = self._counts[search.id]
        return "–" if count is None else QLocale().toString(count)


class SavedView(QListView):
    """`opened(row)` on a click or Enter, `deleted(row)` on Delete."""

    opened = Signal(int)
    deleted = Signal(int)

    def sizeHint(self) -> QSize:
        return self._of_rows(ROWS)

    def minimumSizeHint(self) -> QSize:
        """Two rows will do where the window is low."""
        return self._of_rows(2)

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        # Or Delete would put the article that is current in the list into the trash.
        if override and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    @property
    def is_editing(self) -> bool:
        """Whether a name is being typed."""
        return self.state() == QAbstractItemView.State.EditingState

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        key = event.key()
        if self.is_editing or row < 0:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Delete:
            self.deleted.emit(row)
        elif key == Qt.Key.Key_F2:
            self.edit(self.currentIndex())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(row)
        else:
            super().keyPressEvent(event)

    def _of_rows(self, most: int) -> QSize:
        return QSize(60, self.sizeHintForRow(0) * min(most, self.model().rowCount()))


class SavedList(QWidget):
    """`chosen(query)` when a saved search is to be done; hidden while there is none."""

    chosen = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._to_name = 0
        self._model = SavedModel(self)
        self._counts = SavedCounts(context.jobs, self)
        self._view = SavedView()
        self._view.setObjectName("savedSearches")
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.setModel(self._model)
        self._folding = Folding(context, self._view, "saved_folded", self)
        self._head = self._folding.head
        self._connect()
        self._retranslate()
        self.hide()
        self.refresh()

    @property
    def view(self) -> SavedView:
        """The list itself."""
        return self._view

    def refresh(self) -> None:
        """Read the saved searches anew."""
        self._context.jobs.ask("saved list", saved_searches.all_searches, self._on_searches)

    def save(self, query: str) -> None:
        """Keep a search; its name is then ready to be typed over."""
        self._context.dispatch.do(saved_search.save, then=self._on_saved, query=query)

    def show_query(self, text: str) -> None:
        """Mark the saved search that *text* is, if it is one."""
        tidy = " ".join(text.split())
        rows = (row for row, one in enumerate(self._model.searches) if one.query == tidy)
        index = self._model.index(next(rows, -1))
        if index != self._view.currentIndex():
            self._view.setCurrentIndex(index)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self._view.clicked.connect(self._on_clicked)
        self._view.opened.connect(self._open)
        self._view.deleted.connect(self._delete)
        self._view.customContextMenuRequested.connect(self._show_menu)
        self._model.renamed.connect(self._rename)
        self._counts.counted.connect(self._model.show_count)
        self._context.dispatch.changed.connect(self._on_changed)

    def _on_searches(self, found: Sequence[SavedSearch]) -> None:
        if not isValid(self):
            return
        current = self._current()
        self._model.show(found)
        if current:
            self._view.setCurrentIndex(self._model.index(self._model.row_of(current.id)))
        self.setVisible(bool(found))
        self._view.updateGeometry()
        self._counts.count(list(found))
        if self._to_name:
            # Once the row has its place: an editor outside of what is shown is closed again.
            QTimer.singleShot(0, self._view, self._name)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("saved_search"):
            self.refresh()
        elif self._model.searches and changes.touches(*_COUNTED):
            self._counts.count_again()

    def _on_saved(self, search_id: int) -> None:
        """Name it now, or when the list knows it."""
        self._folding.fold(False)
        self._to_name = search_id
        if self._model.row_of(search_id) >= 0:
            self._name()

    def _name(self) -> None:
        search_id, self._to_name = self._to_name, 0
        self._edit(search_id)

    def _edit(self, search_id: int) -> None:
        """Let the name of a search be typed, if it is still there and not being typed already."""
        row = self._model.row_of(search_id)
        if row < 0 or not self._view.isVisible():
            return
        index = self._model.index(row)
        if self._view.is_editing and index == self._view.currentIndex():
            return
        self._view.setCurrentIndex(index)
        self._view.scrollTo(index)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._view.edit(index)

    def _current(self) -> SavedSearch | None:
        row = self._view.currentIndex().row()
        return self._model.searches[row] if 0 <= row < len(self._model.searches) else None

    def _on_clicked(self, index: QModelIndex) -> None:
        self._open(index.row())

    def _open(self, row: int) -> None:
        self.chosen.emit(self._model.searches[row].query)

    def _rename(self, search_id: int, name: str) -> None:
        self._context.dispatch.do(saved_search.rename, search_id=search_id, name=name)

    def _delete(self, row: int) -> None:
        self._delete_search(self._model.searches[row].id)

    def _delete_search(self, search_id: int) -> None:
        self._context.dispatch.do(saved_search.delete, search_id=search_id)

    def _show_menu(self, at: QPoint) -> None:
        index = self._view.indexAt(at)
        if not index.isValid():
            return
        search_id = self._model.searches[index.row()].id
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = self._context.theme
        menu.addAction(theme.icon("edit"), self.tr("Rename"), lambda: self._edit(search_id))
        menu.addAction(
            theme.icon("delete"), self.tr("Delete"), lambda: self._delete_search(search_id)
        )
        menu.popup(self._view.viewport().mapToGlobal(at))

    def _retranslate(self) -> None:
        self._head.setText(self.tr("Saved searches"))
        self._head.setToolTip(self.tr("Show or hide the saved searches"))
        self._view.setAccessibleName(self.tr("Saved searches"))
