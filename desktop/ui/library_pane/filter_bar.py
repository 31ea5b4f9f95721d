"""Below the search box: filters, count and sort menu, in two rows where one is too narrow."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.article import STATUSES
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.library_pane.filter_box import FilterBox
from desktop.ui.library_pane.sort_button import SortButton
from desktop.ui.library_pane.tag_filter import TagFilter

_CHOICES = ("", *STATUSES, "starred", "trash")
_GAP = 8
# Into which row status, tag, count and sort menu go, by the number of rows.
_ROWS = {1: (0, 0, 0, 0), 2: (0, 0, 1, 1), 3: (0, 1, 2, 2)}


class FilterBar(QWidget):
    """`changed()` when another filter is chosen, `sort_chosen(key, descending)` from the menu."""

    changed = Signal()
    sort_chosen = Signal(str, bool)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._status = FilterBox(context.theme)
        self._status.setObjectName("statusFilter")
        for value in _CHOICES:
            self._status.addItem("", value)
        self._tag = TagFilter(context)
        self._count = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._count.setObjectName("articleCount")
        self._sort = SortButton(context.theme)
        self._shown = (0, False, False)
        self._rows = tuple(QHBoxLayout() for _ in range(3))
        self._needed_rows = 0
        self._lay_out()
        self._retranslate()
        self._theme.changed.connect(self._on_theme)

    @property
    def _parts(self) -> tuple[QWidget, ...]:
        return self._status, self._tag, self._count, self._sort

    @property
    def status(self) -> str:
        """The chosen status, "starred", "trash" or "" for all."""
        return self._status.currentData()

    @property
    def tag(self) -> str:
        """The path of the chosen tag, or ""."""
        return self._tag.path

    def set_status(self, value: str) -> None:
        """Choose a status (or "starred", "trash", "")."""
        self._status.setCurrentIndex(self._status.findData(value))

    def clear(self) -> None:
        """Choose no filter, telling of it once."""
        was = self.status, self.tag
        self.blockSignals(True)
        self.set_status("")
        self._tag.setCurrentIndex(0)
        self.blockSignals(False)
        if was != ("", ""):
            self.changed.emit()

    def refresh(self) -> None:
        """Read the tags anew."""
        self._tag.refresh()

    def show_count(self, count: int, *, searching: bool, more: bool = False) -> None:
        """Say how many articles are listed, or that there are *more*, still being counted."""
        self._shown = count, searching, more
        self._count.setText(self._counted(count, searching, more))
        self._arrange(grow=False)

    def show_sort(self, sort: str, descending: bool, *, searching: bool) -> None:
        """Tick the order in force in the sort menu."""
        self._sort.show_sort(sort, descending, searching=searching)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """The parts can stand one below the other, however they stand now."""
        status, tag, count, sort = (part.minimumSizeHint().width() for part in self._parts)
        return QSize(max(status, tag, count + _GAP + sort), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange(grow=True)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        for row in self._rows:
            row.setSpacing(_GAP)
            layout.addLayout(row)
        self._count.setProperty("role", "muted")
        for box in (self._status, self._tag):
            box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._status.currentIndexChanged.connect(self._on_status)
        self._tag.chosen.connect(self._on_filter)
        self._sort.chosen.connect(self.sort_chosen)
        self._on_theme()

    def _arrange(self, *, grow: bool) -> None:
        """Set the parts in as many rows as they need; only with *grow* in fewer than now."""
        needed = self._count_rows()
        if needed == self._needed_rows or (needed < self._needed_rows and not grow):
            return
        self._needed_rows = needed
        for row in self._rows:
            while row.takeAt(0):
                pass
        for part, number in zip(self._parts, _ROWS[needed], strict=True):
            row = self._rows[number]
            if part is self._sort and needed > 1:
                row.addStretch(1)
            row.addWidget(part)
            if part is self._tag or (part is self._status and needed == 3):
                row.addStretch(1)

    def _count_rows(self) -> int:
        status, tag, count, sort = (part.sizeHint().width() + _GAP for part in self._parts)
        if status + tag + count + sort <= self.width():
            return 1
        tag_at_least = min(tag, self._tag.minimumSizeHint().width() * 3 // 2)
        return 2 if status + tag_at_least - _GAP <= self.width() else 3

    def _counted(self, count: int, searching: bool, more: bool) -> str:
        if more:
            return self.tr("%Ln+", "", count)
        if searching:
            return self.tr("%Ln found", "", count)
        if not (count or self.status or self.tag):
            return ""
        return self.tr("%Ln article(s)", "", count)

    def _on_status(self) -> None:
        self._on_filter()

    def _on_filter(self) -> None:
        self._arrange(grow=False)
        self.changed.emit()

    def _on_theme(self) -> None:
        self._count.setFont(self._theme.font(size=0.9))
        self._arrange(grow=True)

    def _retranslate(self) -> None:
        names = {
            "": self.tr("All articles"),
            **{status: texts.status_name(status) for status in STATUSES},
            "starred": self.tr("Starred"),
            "trash": self.tr("Trash"),
        }
        for row, value in enumerate(_CHOICES):
            self._status.setItemText(row, names[value])
        self._status.setAccessibleName(self.tr("Filter by status"))
        self._status.setToolTip(self.tr("Show only some of the articles"))
        count, searching, more = self._shown
        self.show_count(count, searching=searching, more=more)
        self._status.updateGeometry()
        self._arrange(grow=True)
