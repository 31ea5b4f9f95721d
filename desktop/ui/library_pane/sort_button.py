"""The button beside the count that opens the menu of sort orders."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.ui.library_pane.row_look import row_look
from desktop.ui.theme import Theme

RELEVANCE = "relevance"
_ORDERS = ("title", "outlet", "published", "status", "highlights", "tags", "added", RELEVANCE)


class SortButton(QToolButton):
    """`chosen(key, descending)`: a key of `library.search.SORTS` or "relevance"."""

    chosen = Signal(str, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sortButton")
        self._theme = theme
        self._sort, self._descending = "added", True
        self._menu = QMenu(self)
        self._orders = self._add_group(_ORDERS)
        self._menu.addSeparator()
        self._directions = self._add_group(("ascending", "descending"))
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.triggered.connect(self._on_triggered)
        theme.changed.connect(self._retint)
        self._retint()
        self._retranslate()

    def show_sort(self, sort: str, descending: bool, *, searching: bool) -> None:
        """Tick the order in force; relevance is there only while *searching*."""
        self._sort, self._descending = sort, descending
        self._orders[RELEVANCE].setVisible(searching)
        self._orders[sort].setChecked(True)
        self._directions["descending" if descending else "ascending"].setChecked(True)
        for action in self._directions.values():
            action.setEnabled(sort != RELEVANCE)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _add_group(self, names: tuple[str, ...]) -> dict[str, QAction]:
        group = QActionGroup(self)
        made: dict[str, QAction] = {}
        for name in names:
            made[name] = self._menu.addAction("")
            made[name].setCheckable(True)
            made[name].setData(name)
            group.addAction(made[name])
        return made

    def _on_triggered(self, action: QAction) -> None:
        name: str = action.data()
        if name in self._directions:
            self.chosen.emit(self._sort, name == "descending")
        else:
            self.chosen.emit(name, self._descending)

    def _retint(self) -> None:
        size = row_look(self._theme).px(16)
        self.setIconSize(QSize(size, size))
        self.setIcon(self._theme.icon("sort", colour=self._theme.palette.muted))

    def _retranslate(self) -> None:
        names = {
            "title": self.tr("Title"),
            "outlet": self.tr("Outlet"),
            "published": self.tr("Date published"),
            "status": self.tr("Status"),
            "highlights": self.tr("Highlights"),
            "tags": self.tr("Tags"),
            "added": self.tr("Date added"),
            RELEVANCE: self.tr("Relevance"),
            "ascending": self.tr("Ascending"),
            "descending": self.tr("Descending"),
        }
        for name, action in {**self._orders, **self._directions}.items():
            action.setText(names[name])
        self.setAccessibleName(self.tr("Sort the list"))
        self.setToolTip(self.tr("Sort the list (now: {order})").format(order=names[self._sort]))
