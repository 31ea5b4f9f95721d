"""The filter by tag: the whole tree with its counts, keeping its choice while tags change."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QListView, QWidget
from shiboken6 import isValid

from desktop.core.changes import Changes
from desktop.library import tags
from desktop.library.tags import Tag
from desktop.ui.context import Context
from desktop.ui.library_pane.filter_box import COUNT, DEPTH, LABEL, FilterBox
from desktop.ui.plain import tool_tip

Index = QModelIndex | QPersistentModelIndex
_TABLES = ("tag", "article_tag", "annotation_tag")


class TagModel(QAbstractListModel):
    """Row 0 is "Any tag"; UserRole is a tag's path, "" in row 0."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tags: Sequence[Tag] = ()

    def show_tags(self, found: Sequence[Tag]) -> None:
        """List other tags."""
        self.beginResetModel()
        self._tags = found
        self.endResetModel()

    def tag(self, row: int) -> Tag | None:
        """Return the tag in *row*; None for "Any tag"."""
        return self._tags[row - 1] if 0 < row <= len(self._tags) else None

    def row_of(self, tag_id: int) -> int:
        """Return the row of a tag, 0 when it is gone."""
        rows = (row for row, tag in enumerate(self._tags, 1) if tag.id == tag_id)
        return next(rows, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._tags) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        tag = self.tag(index.row())
        if tag is None:
            shown = (Qt.ItemDataRole.DisplayRole, LABEL)
            return self.tr("Any tag") if role in shown else "" if role == _PATH else None
        if role == Qt.ItemDataRole.DisplayRole:
            return tag.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(tag.path)
        if role in (_PATH, LABEL):
            return tag.path
        if role == DEPTH:
            return tag.path.count("/")
        return tag.articles + tag.annotations if role == COUNT else None


_PATH = Qt.ItemDataRole.UserRole


class TagFilter(FilterBox):
    """`chosen()` when the tag to list by is another one, or has another path."""

    chosen = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self.setObjectName("tagFilter")
        self._jobs = context.jobs
        self._tags = TagModel(self)
        self._tag: Tag | None = None
        self.setModel(self._tags)
        view = self.view()
        if isinstance(view, QListView):
            view.setUniformItemSizes(True)
        self._retranslate()
        self.currentIndexChanged.connect(self._on_index)
        context.dispatch.changed.connect(self._on_changed)
        self.refresh()

    @property
    def path(self) -> str:
        """The path of the chosen tag, "" for any."""
        return self._tag.path if self._tag else ""

    def refresh(self) -> None:
        """Read the tags anew."""
        self._jobs.ask("tag filter", tags.tree, self._on_tags)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_index(self, row: int) -> None:
        self._take(self._tags.tag(row))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_TABLES) or (changes.step and changes.touches("article")):
            self.refresh()

    def _on_tags(self, found: Sequence[Tag]) -> None:
        if not isValid(self):
            return
        self.blockSignals(True)
        self._tags.show_tags(found)
        row = self._tags.row_of(self._tag.id) if self._tag else 0
        self.setCurrentIndex(row)
        self.blockSignals(False)
        self.updateGeometry()
        self.update()
        self._take(self._tags.tag(row))

    def _take(self, tag: Tag | None) -> None:
        before, self._tag = self.path, tag
        if self.path != before:
            self.chosen.emit()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Filter by tag"))
        self.setToolTip(self.tr("Show only articles with a tag, on them or on a highlight"))
