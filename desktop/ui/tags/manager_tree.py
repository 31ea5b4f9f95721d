"""The tree in the tag manager: it keeps what is open, chosen and in view when the tags change."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from desktop.library.tags import Tag
from desktop.ui.controls.names import NameDelegate
from desktop.ui.tags.tag_tree_model import ARTICLES, HIGHLIGHTS, NAME, TagTreeModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TagTree(QTreeView):
    """`tag_changed(Tag | None)` when another tag is chosen; Enter is `opened`."""

    tag_changed = Signal(object)
    opened = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, model: TagTreeModel) -> None:
        super().__init__()
        self.setObjectName("tagTree")
        self._model = model
        self._chosen = 0
        self._closed: set[int] = set()
        self._open_all = False
        self._top = 0
        self.setModel(model)
        self._dress()
        self._connect()

    @property
    def tag(self) -> Tag | None:
        """The chosen tag."""
        return self._model.tag(self.currentIndex())

    def choose(self, tag_id: int) -> None:
        """Choose a tag, now or when it appears."""
        self._chosen = tag_id
        index = self._model.index_of(tag_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def open_all(self, on: bool) -> None:
        """Show everything open (while a filter is on) without forgetting what was closed."""
        self._open_all = on

    def neighbour(self) -> int:
        """Return the tag to go to when the chosen one is deleted: a sibling or the parent; or 0."""
        index = self.currentIndex().siblingAtColumn(NAME)
        beside = (index.siblingAtRow(index.row() + 1), index.siblingAtRow(index.row() - 1))
        tags = (self._model.tag(one) for one in (*beside, index.parent()))
        return next((tag.id for tag in tags if tag), 0)

    def rename(self) -> None:
        """Edit the chosen tag's name in place."""
        index = self.currentIndex().siblingAtColumn(NAME)
        if index.isValid():
            self.edit(index)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        tag = self._model.tag(current)
        if tag:
            self._chosen = tag.id
        self.tag_changed.emit(tag)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.state() != QAbstractItemView.State.EditingState:
            self.opened.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _dress(self) -> None:
        self.setProperty("role", "field")
        self.setUniformRowHeights(True)
        self.setItemDelegateForColumn(NAME, NameDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoExpandDelay(600)
        self.setExpandsOnDoubleClick(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for section in (ARTICLES, HIGHLIGHTS):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)

    def _connect(self) -> None:
        self._model.modelAboutToBeReset.connect(self._on_about_to_reset)
        self._model.modelReset.connect(self._on_reset)
        self.collapsed.connect(self._on_collapsed)
        self.expanded.connect(self._on_expanded)
        self.customContextMenuRequested.connect(self._on_menu)
        self.doubleClicked.connect(self.opened)

    def _on_about_to_reset(self) -> None:
        self._top = self.verticalScrollBar().value()

    def _on_reset(self) -> None:
        blocked = self.blockSignals(True)
        self.expandAll()
        for tag_id in () if self._open_all else self._closed:
            self.collapse(self._model.index_of(tag_id))
        self.blockSignals(blocked)
        self.verticalScrollBar().setValue(self._top)
        self.choose(self._chosen)
        if self.tag is None:
            self.tag_changed.emit(None)

    def _on_collapsed(self, index: QModelIndex) -> None:
        tag = self._model.tag(index)
        if tag and not self._open_all:
            self._closed.add(tag.id)

    def _on_expanded(self, index: QModelIndex) -> None:
        tag = self._model.tag(index)
        if tag and not self._open_all:
            self._closed.discard(tag.id)

    def _on_menu(self, at: QPoint) -> None:
        self.menu_asked.emit(self.viewport().mapToGlobal(at))
