"""The tag tree as a Qt model: names, counts, what is looked for, what may be dropped where."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QCoreApplication,
    QLocale,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.core.folding import fold
from desktop.library.tags import Tag
from desktop.ui import texts
from desktop.ui.plain import tool_tip
from desktop.ui.tags.tag_swatch import swatch
from desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-glosa-tag"
NAME, ARTICLES, HIGHLIGHTS = range(3)
_NONE = QModelIndex()


@dataclass(slots=True)
class Node:
    """A tag that is shown, its place among its siblings, and those below it."""

    tag: Tag
    parent: int | None
    row: int
    children: list[int] = field(default_factory=list[int])


class TagTreeModel(QAbstractItemModel):
    """Asks for changes (of a tag's name; of its parent, or None) and waits for `set_tags`."""

    rename_asked = Signal(int, str)
    move_asked = Signal(int, object)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags: Sequence[Tag] = ()
        self._wanted = ""
        self._nodes: dict[int, Node] = {}
        self._top: list[int] = []

    @property
    def tags(self) -> Sequence[Tag]:
        """All tags, also those that the filter hides."""
        return self._tags

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """Show other tags; when only counts, colours or descriptions differ, nothing moves."""
        same = _shape(self._tags) == _shape(tags)
        self._tags = tuple(tags)
        self._update_values() if same else self._rebuild()

    def set_filter(self, text: str) -> None:
        """Show only tags whose path contains *text* (and those above them)."""
        wanted = fold(text.strip())
        if wanted != self._wanted:
            self._wanted = wanted
            self._rebuild()

    def tag(self, index: Index) -> Tag | None:
        """Return the tag at *index*."""
        node = self._nodes.get(index.internalId()) if index.isValid() else None
        return node.tag if node else None

    def index_of(self, tag_id: int) -> QModelIndex:
        """Return where a tag is shown; an invalid index when it is not."""
        node = self._nodes.get(tag_id)
        return self.createIndex(node.row, NAME, tag_id) if node else QModelIndex()

    def retint(self) -> None:
        """Draw the colours, words and numbers anew."""
        self._update_values(everything=True)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, NAME, HIGHLIGHTS)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.column() > 0 else len(self._children(parent))

    def columnCount(self, parent: Index = _NONE) -> int:
        return 3

    def index(self, row: int, column: int, parent: Index = _NONE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._children(parent)[row])

    def parent(self, index: Index = _NONE) -> QModelIndex:  # type: ignore[override]
        node = self._nodes.get(index.internalId()) if index.isValid() else None
        return QModelIndex() if node is None or node.parent is None else self.index_of(node.parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == NAME:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        tag = self.tag(index)
        if tag is None:
            return None
        if index.column() == NAME:
            return self._name_data(tag, role)
        number = tag.articles if index.column() == ARTICLES else tag.annotations
        if role == Qt.ItemDataRole.DisplayRole:
            return QLocale().toString(number) if number else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return str(number)
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        tag = self.tag(index)
        name = str(value).strip()
        if tag is None or role != Qt.ItemDataRole.EditRole or name == tag.name:
            return False
        self.rename_asked.emit(tag.id, name)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section != NAME:
            return _RIGHT
        return _headings()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        tag = self.tag(indexes[0]) if indexes else None
        if tag:
            data.setData(MIME, QByteArray(str(tag.id).encode()))
        return data

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        node = self._nodes.get(_dragged(data))
        above = self.tag(parent)
        if node is None or (above.id if above else None) == node.tag.parent_id:
            return False
        return above is None or not f"{above.path}/".startswith(f"{node.tag.path}/")

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        above = self.tag(parent)
        self.move_asked.emit(_dragged(data), above.id if above else None)
        return True

    def _name_data(self, tag: Tag, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return tag.name
        if role == Qt.ItemDataRole.DecorationRole:
            return swatch(tag.colour, self._theme.palette)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip("\n".join(part for part in (tag.path, tag.description) if part))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and tag.colour:
            return texts.colour_name(tag.colour)
        return None

    def _children(self, parent: Index) -> list[int]:
        return self._nodes[parent.internalId()].children if parent.isValid() else self._top

    def _update_values(self, *, everything: bool = False) -> None:
        for tag in self._tags:
            node = self._nodes.get(tag.id)
            if node is None:
                continue
            old, node.tag = node.tag, tag
            first = self.index_of(tag.id)
            # A change of column 0 fills an open name editor anew: tell of it only if it is one.
            if (
                everything
                or replace(old, articles=tag.articles, annotations=tag.annotations) != tag
            ):
                self.dataChanged.emit(first, first)
            if everything or (old.articles, old.annotations) != (tag.articles, tag.annotations):
                last = first.siblingAtColumn(HIGHLIGHTS)
                self.dataChanged.emit(first.siblingAtColumn(ARTICLES), last)

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._nodes, self._top = _grow(self._tags, self._shown())
        self.endResetModel()

    def _shown(self) -> set[int]:
        by_id = {tag.id: tag for tag in self._tags}
        shown: set[int] = set()
        for tag in self._tags:
            if self._wanted in fold(tag.path):
                above: Tag | None = tag
                while above and above.id not in shown:
                    shown.add(above.id)
                    above = by_id.get(above.parent_id) if above.parent_id else None
        return shown


_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _headings() -> tuple[str, str, str]:
    return (
        QCoreApplication.translate("TagTreeModel", "Tag"),
        QCoreApplication.translate("TagTreeModel", "Articles"),
        QCoreApplication.translate("TagTreeModel", "Highlights"),
    )


def _shape(tags: Sequence[Tag]) -> list[tuple[int, int | None, str]]:
    return [(tag.id, tag.parent_id, tag.name) for tag in tags]


def _grow(tags: Sequence[Tag], shown: set[int]) -> tuple[dict[int, Node], list[int]]:
    nodes: dict[int, Node] = {}
    top: list[int] = []
    for tag in tags:
        if tag.id in shown:
            siblings = top if tag.parent_id is None else nodes[tag.parent_id].children
            nodes[tag.id] = Node(tag, tag.parent_id, len(siblings))
            siblings.append(tag.id)
    return nodes, top


def _dragged(data: QMimeData) -> int:
    return int(bytes(data.data(MIME).data()) or b"0")
