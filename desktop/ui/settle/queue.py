"""The differences as a list, those that fit a filter, with the one that is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.core.coder_differences import Kind
from desktop.operations.settle import Coded
from desktop.ui.controls.rows import as_list
from desktop.ui.plain import tool_tip
from desktop.ui.settle.names import kind_name
from desktop.ui.theme import Theme

MOST = 2_000
Name = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which differences are listed; "" and 0 stand for any. Settled ones only if `settled`."""

    kind: Kind | str = ""
    tag: str = ""
    article_id: int = 0
    settled: bool = False

    def lets(self, one: Coded) -> bool:
        """Tell whether *one* is listed."""
        return (
            bool(one.kinds)
            and (self.settled or not one.settled)
            and (not self.kind or self.kind in one.kinds)
            and (not self.tag or self.tag in one.passage.tags)
            and (not self.article_id or self.article_id == one.article_id)
        )


def name_of(one: Coded) -> Name:
    """Return what tells a difference from the others, also after it was read anew."""
    return one.article_id, one.passage.key


class Queue(QTreeWidget):
    """`looked_at()` when another difference is the current one, or it is another than before."""

    looked_at = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settleQueue")
        self._theme = theme
        self._shown: list[Coded] = []
        as_list(self)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.currentItemChanged.connect(self._on_current)
        theme.changed.connect(self._fill)
        self._retranslate()

    @property
    def shown(self) -> list[Coded]:
        """The differences that are listed."""
        return list(self._shown)

    @property
    def current(self) -> Coded | None:
        """The difference that is looked at."""
        return self._shown[self._at] if 0 <= self._at < len(self._shown) else None

    @property
    def _at(self) -> int:
        """The number of the current line, -1 for none."""
        return self.currentIndex().row()

    def list_those(self, shown: Sequence[Coded], wanted: Name | None = None) -> None:
        """List *shown*, at most MOST; look at *wanted*, else at what stands where one looked."""
        before = max(0, self._at)
        self._shown = list(shown[:MOST])
        self._fill()
        names = [name_of(one) for one in self._shown]
        at = names.index(wanted) if wanted in names else min(before, len(names) - 1)
        self._look_at(at)

    def go(self, step: int) -> None:
        """Look at the next (1) or previous (-1) difference, round the ends."""
        if self._shown:
            self._choose((self._at + step) % len(self._shown))

    def after(self, one: Coded) -> Name | None:
        """Return the first difference behind *one*, round the end, that is not settled."""
        names = [name_of(other) for other in self._shown]
        at = names.index(name_of(one)) if name_of(one) in names else -1
        behind = [*self._shown[at + 1 :], *self._shown[: max(0, at)]]
        return next((name_of(other) for other in behind if not other.settled), None)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Give the kinds the width they need, at most half of it."""
        wanted = min(self.sizeHintForColumn(1) + 8, self.viewport().width() // 2)
        self.header().resizeSection(1, wanted)

    def _look_at(self, at: int) -> None:
        blocked = self.blockSignals(True)
        self._choose(at)
        self.blockSignals(blocked)
        self.looked_at.emit()

    def _choose(self, at: int) -> None:
        """Make a line the current one; -1 for none."""
        self.setCurrentIndex(self.model().index(at, 0))

    def _on_current(self) -> None:
        self.looked_at.emit()

    def _fill(self) -> None:
        at = self._at
        blocked = self.blockSignals(True)
        self.clear()
        self.addTopLevelItems([self._line(one) for one in self._shown])
        if at < len(self._shown):
            self._choose(at)
        self.blockSignals(blocked)
        self._share()

    def _line(self, one: Coded) -> QTreeWidgetItem:
        words = " ".join(one.passage.marks[0].exact.split())
        kinds = ", ".join(map(kind_name, one.kinds))
        line = QTreeWidgetItem([words, kinds])
        if one.settled:
            line.setIcon(0, self._theme.icon("check", colour=self._theme.palette.muted))
            line.setForeground(0, self.palette().placeholderText())
            settled = self.tr("settled")
            kinds = f"{kinds}, {settled}"
            line.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{words}, {settled}")
        line.setForeground(1, self.palette().placeholderText())
        line.setToolTip(0, tool_tip(f"{words}\n\n{one.title}"))
        line.setToolTip(1, tool_tip(kinds))
        return line

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Differences between coders"))
        self._fill()
