"""The feeds in their folders, with what is unread and how asking them went."""

from collections.abc import Iterable

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from desktop.library.feeds import Feed
from desktop.ui import texts
from desktop.ui.plain import tool_tip

_NAME, _UNREAD, _STATE = range(3)
_ID = Qt.ItemDataRole.UserRole


class FeedTree(QTreeWidget):
    """`renamed(id, title)` and `folder_renamed(old, new)` when a name was typed over."""

    renamed = Signal(int, str)
    folder_renamed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("feedTree")
        self.setProperty("role", "field")
        self.setUniformRowHeights(True)
        self.setColumnCount(3)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.feeds: list[Feed] = []
        self._busy: set[int] = set()
        self.itemChanged.connect(self._on_edited)

    @property
    def chosen(self) -> list[Feed]:
        """The feeds that are selected, or lie in a folder that is."""
        wanted: set[int] = set()
        for item in self.selectedItems():
            for one in [item, *(item.child(at) for at in range(item.childCount()))]:
                wanted.add(one.data(_NAME, _ID) or 0)
        return [feed for feed in self.feeds if feed.id in wanted]

    def show_feeds(self, feeds: Iterable[Feed]) -> None:
        """Show *feeds* with their folders; what is selected and open stays so."""
        chosen, folded = {feed.id for feed in self.chosen}, self._folded()
        self.feeds = list(feeds)
        self.blockSignals(True)
        self.clear()
        folders: dict[str, QTreeWidgetItem] = {}
        for feed in self.feeds:
            item = self._item(feed)
            if feed.folder:
                folder = folders.get(feed.folder) or self._folder(feed.folder)
                folders[feed.folder] = folder
                folder.addChild(item)
                folder.setExpanded(feed.folder not in folded)
            else:
                self.addTopLevelItem(item)
            item.setSelected(feed.id in chosen)
        for name, folder in folders.items():
            unread = sum(feed.unread for feed in self.feeds if feed.folder == name)
            folder.setText(_UNREAD, QLocale().toString(unread) if unread else "")
        self.blockSignals(False)
        self.itemSelectionChanged.emit()

    def show_busy(self, feed_ids: Iterable[int]) -> None:
        """Say of these feeds that they are being asked."""
        self._busy = set(feed_ids)
        self.show_feeds(self.feeds)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.feeds:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        margin = self.fontMetrics().averageCharWidth() * 3
        place = self.viewport().rect().adjusted(margin, 0, -margin, 0)
        middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(place, middle, self.tr("You follow no feed yet."))

    def edit_name(self) -> None:
        """Let the name of the current feed or folder be typed over."""
        if item := self.currentItem():
            self.editItem(item, _NAME)

    def retranslate(self) -> None:
        """Say the same in the window's language."""
        self.setHeaderLabels([self.tr("Feed"), self.tr("Unread"), self.tr("Last asked")])
        self.setAccessibleName(self.tr("Feeds"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.headerItem().setTextAlignment(_UNREAD, right)
        self.show_feeds(self.feeds)

    def _item(self, feed: Feed) -> QTreeWidgetItem:
        item = QTreeWidgetItem([feed.title, "", self._state(feed)])
        item.setText(_UNREAD, QLocale().toString(feed.unread) if feed.unread else "")
        item.setTextAlignment(_UNREAD, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setData(_NAME, _ID, feed.id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setToolTip(_NAME, tool_tip(feed.url))
        item.setToolTip(_STATE, tool_tip(texts.error_text(feed.error)) if feed.error else "")
        return item

    def _folder(self, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([name, "", ""])
        item.setTextAlignment(_UNREAD, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setToolTip(_NAME, name)
        self.addTopLevelItem(item)
        return item

    def _state(self, feed: Feed) -> str:
        if feed.id in self._busy:
            return self.tr("Is being asked…")
        if feed.error:
            return self.tr("Did not answer")
        if not feed.refreshed:
            return self.tr("Never")
        asked = QDateTime.fromString(feed.refreshed, Qt.DateFormat.ISODate).toLocalTime()
        return QLocale().toString(asked, QLocale.FormatType.ShortFormat)

    def _folded(self) -> set[str]:
        items = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return {
            one.toolTip(_NAME)
            for one in items
            if one and not one.data(_NAME, _ID) and not one.isExpanded()
        }

    def _on_edited(self, item: QTreeWidgetItem, column: int) -> None:
        if column != _NAME:
            return
        feed_id = item.data(_NAME, _ID)
        if feed_id:
            self.renamed.emit(feed_id, item.text(_NAME))
        else:
            self.folder_renamed.emit(item.toolTip(_NAME), item.text(_NAME))
