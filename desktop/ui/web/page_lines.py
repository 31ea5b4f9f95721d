"""The addresses of one adding, each with what became of it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.operations.web import Page
from desktop.ui import texts
from desktop.ui.plain import tool_tip

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class PageLines(QAbstractListModel):
    """A line is an address (its title, once known) and a sentence; see `FileLineDelegate`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[str] = []
        self._pages: dict[str, Page] = {}

    @property
    def pages(self) -> list[Page]:
        """What is known of the addresses that were begun."""
        return [self._pages[one] for one in self._waiting if one in self._pages]

    def expect(self, addresses: Sequence[str]) -> None:
        """List *addresses*, those that are new below the others; all of them wait."""
        self.beginResetModel()
        self._waiting = list(dict.fromkeys([*self._waiting, *addresses]))
        for address in addresses:
            self._pages.pop(address, None)
        self.endResetModel()

    def show_page(self, page: Page) -> None:
        """Tell what became of one address."""
        self._pages[page.address] = page
        index = self.index(self._waiting.index(page.address))
        self.dataChanged.emit(index, index)

    def page(self, index: Index) -> Page | None:
        """Return what became of the address at *index*, None while it waits."""
        return self._pages.get(self._waiting[index.row()]) if index.isValid() else None

    def retranslate(self) -> None:
        """Say the same in the language of the window."""
        self.beginResetModel()
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._waiting)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        address = self._waiting[index.row()]
        page = self._pages.get(address)
        name = (page and page.title) or address
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.UserRole:
            return self._sentence(page)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(address)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{name}: {self._sentence(page)}"
        return None

    def _sentence(self, page: Page | None) -> str:
        if page is None:
            return self.tr("Waits")
        if page.reason:
            return texts.error_text(page.reason)
        said = {
            "fetching": self.tr("Is being fetched…"),
            "new": self.tr("Added"),
            "newer": self.tr("Has another text now: added as a new version"),
            "known": self.tr("Was there already"),
            "cancelled": self.tr("Stopped"),
        }[page.state]
        return " · ".join([said, *dict.fromkeys(map(texts.remark_text, page.remarks))])
