"""What was done since the program was started, with a way back to any point of it."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.library.history import Step
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.controls.rows import as_list
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import button, buttons, column, label

_BACK = Qt.ItemDataRole.UserRole


class HistoryDialog(QDialog):
    """The newest step is on top; those above “now” were undone and can be done again."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("historyDialog")
        self._context = context
        self._list = QTreeWidget()
        self._hint = label("muted")
        self._go, self._close = button(), button()
        self._lay_out()
        self._retranslate()
        fit(self, characters=56, lines=28)

    @property
    def shown(self) -> list[tuple[str, int]]:
        """The words of each line, and how many steps back it is (negative: forward)."""
        items = (self._list.topLevelItem(at) for at in range(self._list.topLevelItemCount()))
        return [(item.text(0), item.data(0, _BACK)) for item in items if item]

    def go(self) -> None:
        """Go to the chosen point: all that was done after it is undone, nothing before."""
        item = self._list.currentItem()
        if item is not None:
            self._context.dispatch.wind(item.data(0, _BACK))

    def choose(self, row: int) -> None:
        """Choose the line numbered *row*, from the top."""
        if item := self._list.topLevelItem(row):
            self._list.setCurrentItem(item)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        shown = self._list
        shown.setObjectName("historyList")
        as_list(shown)
        shown.setMinimumHeight(8 * self.fontMetrics().lineSpacing())
        shown.itemActivated.connect(self.go)
        shown.currentItemChanged.connect(self._enable)
        self._go.clicked.connect(self.go)
        self._close.clicked.connect(self.accept)
        self._context.dispatch.history_changed.connect(self._fill)
        body = column(self._hint, shown)
        body.setStretch(1, 1)
        lay_out(self, body, buttons([], [self._go, self._close]))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("History"))
        self._list.setAccessibleName(self.tr("What was done, the newest first"))
        self._hint.setText(
            self.tr("Choose a point and go there: what was done after it is undone.")
        )
        self._go.setText(self.tr("Go to this point"))
        self._close.setText(self.tr("Close"))
        self._fill()

    def _fill(self) -> None:
        done, undone = self._context.library.steps()
        self._list.clear()
        for number, step in enumerate(undone):
            self._line(step, number - len(undone))
        for number, step in enumerate(reversed(done)):
            self._line(step, number)
        start = QTreeWidgetItem(self._list, [self.tr("The beginning of this session"), ""])
        start.setData(0, _BACK, len(done))
        self.choose(len(undone))
        self._enable()

    def _line(self, step: Step, back: int) -> None:
        name = texts.step_name(step.name)
        text = self.tr("{step} (undone)").format(step=name) if back < 0 else name
        line = QTreeWidgetItem(self._list, [text, _when(step.time)])
        line.setData(0, _BACK, back)
        line.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.setForeground(1, self.palette().placeholderText())
        if back < 0:
            line.setForeground(0, self.palette().placeholderText())
        line.setFont(0, self._context.theme.font(bold=back == 0))

    def _enable(self) -> None:
        item = self._list.currentItem()
        self._go.setEnabled(item is not None and item.data(0, _BACK) != 0)


def _when(moment: str) -> str:
    local = datetime.fromisoformat(moment).astimezone()
    return local.strftime("%H:%M")
