"""The feeds above the list, in their folders, with what is unread; a heading folds them away."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.core.changes import Changes
from desktop.library import feeds
from desktop.library.feeds import Feed
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.library_pane.filter_box import COUNT, DEPTH
from desktop.ui.library_pane.folding import Folding
from desktop.ui.library_pane.saved_list import SavedView
from desktop.ui.plain import tool_tip

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class FeedLine:
    """A folder or a feed: its name, how many articles are unread, what went wrong."""

    name: str
    unread: int
    depth: int = 0
    error: str = ""

    @property
    def query(self) -> str:
        """The search for its articles."""
        return 'feed:"{}"'.format(self.name.replace('"', " "))


def lines_of(found: Sequence[Feed]) -> list[FeedLine]:
    """Return the lines for *found*, feeds under their folders."""
    lines: list[FeedLine] = []
    folder = ""
    for feed in found:
        if feed.folder and feed.folder != folder:
            unread = sum(one.unread for one in found if one.folder == feed.folder)
            lines.append(FeedLine(feed.folder, unread))
        folder = feed.folder
        error = texts.error_text(feed.error) if feed.error else ""
        lines.append(FeedLine(feed.title, feed.unread, 1 if folder else 0, error))
    return lines


class FeedModel(QAbstractListModel):
    """The lines that are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[FeedLine] = []

    def show(self, lines: list[FeedLine]) -> None:
        """Show other lines."""
        if lines != self.lines:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        unread = QLocale().toString(line.unread) if line.unread else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip("\n".join(filter(None, (line.name, line.error))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(filter(None, (line.name, unread, line.error)))
        if role == DEPTH:
            return line.depth
        return ("!" if line.error else unread) if role == COUNT else None


class FeedList(QWidget):
    """`chosen(query)` when the articles of a feed are to be listed; hidden while there is none."""

    chosen = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._query = ""
        self.model = FeedModel(self)
        self.view = SavedView()
        self.view.setObjectName("feedList")
        self.view.setModel(self.model)
        self._head = Folding(context, self.view, "feeds_folded", self).head
        self.view.clicked.connect(lambda index: self._open(index.row()))
        self.view.opened.connect(self._open)
        context.dispatch.changed.connect(self._on_changed)
        self._retranslate()
        self.hide()
        self.refresh()

    def refresh(self) -> None:
        """Read the feeds anew."""
        self._context.jobs.ask("feed list", feeds.all_feeds, self._on_feeds)

    def show_query(self, text: str) -> None:
        """Mark the feed that *text* searches for, if it is one."""
        self._query = text.strip()
        rows = (row for row, one in enumerate(self.model.lines) if one.query == self._query)
        self.view.setCurrentIndex(self.model.index(next(rows, -1)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.refresh()
        super().changeEvent(event)

    def _on_feeds(self, found: Sequence[Feed]) -> None:
        if not isValid(self):
            return
        self.model.show(lines_of(found))
        self.show_query(self._query)
        self.setVisible(bool(found))
        self.view.updateGeometry()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("feed", "feed_item") or (
            self.model.lines and changes.touches("article")
        ):
            self.refresh()

    def _open(self, row: int) -> None:
        self.chosen.emit(self.model.lines[row].query)

    def _retranslate(self) -> None:
        self._head.setText(self.tr("Feeds"))
        self._head.setToolTip(self.tr("Show or hide the feeds"))
        self.view.setAccessibleName(self.tr("Feeds"))
