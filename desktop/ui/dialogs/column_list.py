"""Which columns a file has, in which order: ticks, and two buttons (or Alt with the arrow keys)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QToolButton, QWidget

from desktop.core.annotation_columns import COLUMNS
from desktop.ui.dialogs.parts import SMALL_GAP, column, label, row, scale_icon
from desktop.ui.theme import Theme

_LINES = 7


class ColumnList(QWidget):
    """The columns that are chosen come first, in their order; the others follow."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = label(wrap=False)
        self._list = _List(self._move)
        self._list.setObjectName("csvColumns")
        self._list.setProperty("role", "field")
        self._up, self._down = QToolButton(), QToolButton()
        moves = column(self._up, self._down, gap=SMALL_GAP)
        moves.addStretch(1)
        side = row(self._list)
        side.addLayout(moves)
        self.setLayout(column(self._title, side, gap=SMALL_GAP))
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._list.itemChanged.connect(self.changed)
        self._list.currentRowChanged.connect(self._show_moves)
        theme.changed.connect(self._retint)
        self._retint()
        self._retranslate()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The columns with a tick, in their order."""
        items = map(self._list.item, range(self._list.count()))
        return tuple(one.text() for one in items if one.checkState() == Qt.CheckState.Checked)

    def show_columns(self, chosen: Sequence[str]) -> None:
        """Show *chosen*, and the others below; the list stays as it is when it says so already."""
        if self._list.count() and self.chosen == tuple(chosen):
            return
        blocked = self._list.blockSignals(True)
        self._list.clear()
        for name in (*chosen, *(one for one in COLUMNS if one not in chosen)):
            item = QListWidgetItem(name, self._list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = name in chosen
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self._list.setCurrentRow(0)
        self._list.blockSignals(blocked)
        self._show_moves()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _move(self, by: int) -> None:
        at = self._list.currentRow()
        if at < 0 or not 0 <= at + by < self._list.count():
            return
        blocked = self._list.blockSignals(True)
        self._list.insertItem(at + by, self._list.takeItem(at))
        self._list.setCurrentRow(at + by)
        self._list.blockSignals(blocked)
        self._show_moves()
        self.changed.emit()

    def _show_moves(self) -> None:
        at = self._list.currentRow()
        self._up.setEnabled(at > 0)
        self._down.setEnabled(0 <= at < self._list.count() - 1)

    def _retint(self) -> None:
        for tool, name in ((self._up, "chevron-up"), (self._down, "chevron-down")):
            tool.setIcon(self._theme.icon(name))
        scale_icon(self._theme, self._up, self._down)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Columns, in this order"))
        self._list.setAccessibleName(self.tr("Columns, in this order"))
        for tool, text in (
            (self._up, self.tr("Move up (Alt+Up)")),
            (self._down, self.tr("Move down (Alt+Down)")),
        ):
            tool.setToolTip(text)
            tool.setAccessibleName(text)


class _List(QListWidget):
    """Shows some lines; Alt with an arrow key moves the current one."""

    def __init__(self, move: Callable[[int], None]) -> None:
        super().__init__()
        self._move = move
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        line = max(self.sizeHintForRow(0), self.fontMetrics().height())
        return QSize(super().sizeHint().width(), _LINES * line + 2 * self.frameWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self._move(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)
