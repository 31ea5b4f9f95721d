"""Settle differences: a queue of what people marked in different ways, decided one by one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QProgressBar,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from desktop.core.coder_differences import Agreed
from desktop.library import articles
from desktop.operations import settle
from desktop.ui.context import Context
from desktop.ui.dialogs.parts import (
    GAP,
    MARGIN,
    SMALL_GAP,
    button,
    column,
    hairline,
    label,
    row,
    scale_icon,
    while_there,
)
from desktop.ui.keeper import after_backup
from desktop.ui.plain import tool_tip
from desktop.ui.settle.decision import Decision
from desktop.ui.settle.filters import Filters
from desktop.ui.settle.queue import MOST, Name, Queue, name_of
from desktop.ui.settle.reading import Reading

_WIDTH, _HEIGHT, _LIST = 1040, 760, 360


class SettleDialog(QDialog):
    """Stays beside the window; `place_wanted(article id, code point)` asks it to show a place."""

    place_wanted = Signal(int, int)

    def __init__(
        self, context: Context, article_ids: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settleDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._ids = list(article_ids)
        self._text: tuple[int, str] = (0, "")
        self.reading = Reading(context, self._ids, self)
        self.filters = Filters(context.theme)
        self.queue = Queue(context.theme)
        self.decision = Decision(context)
        self._progress, self._count = QProgressBar(), label(wrap=False)
        self._undo, self._go, self._back, self._on = (QToolButton() for _ in range(4))
        self._nothing = label("muted")
        self._more = label("muted")
        self._accept, self._close = button(), button()
        self._lay_out()
        self._connect()
        self._retint()
        self.reading.begin()
        self._retranslate()
        room = self.screen().availableSize() * 0.9
        scale = (1 + context.theme.scale) / 2
        wanted = round(_WIDTH * scale), round(_HEIGHT * scale)
        self.resize(min(wanted[0], room.width()), min(wanted[1], room.height()))

    @property
    def progress(self) -> str:
        """How much is settled, in words."""
        return self._count.text()

    @property
    def nothing(self) -> str:
        """What is said in place of a difference, "" while there is one."""
        return "" if self._stack.currentIndex() else self._nothing.text()

    def decide(self, agreed: Sequence[Agreed]) -> None:
        """Settle the difference that is looked at, and look at the next."""
        one = self.queue.current
        if one is None or self._context.library.read_only:
            return
        following = self.queue.after(one)
        self.queue.setFocus()  # also when a button was pressed that is about to go
        self.reading.settled(one)
        self._list(following)
        self._context.dispatch.do(
            settle.settle,
            then=while_there(self, lambda _: self.reading.arrived(one)),
            article_id=one.article_id,
            key=one.passage.key,
            agreed=agreed,
        )

    def accept_alike(self) -> None:
        """Take over, in one step, all that nobody sees in another way."""
        alike = self.reading.alike
        ids = sorted({one.article_id for one in alike})
        do = partial(self._context.dispatch.do, settle.accept_alike, article_ids=ids)
        after_backup(self._context, do, of=len(alike))

    def show_place(self) -> None:
        """Ask for the difference that is looked at in the reader."""
        if one := self.queue.current:
            self.place_wanted.emit(one.article_id, one.passage.start)

    def done(self, result: int) -> None:
        """Close; what is still being read is given up."""
        self.reading.stop()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(160)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        top = row(self._count, self._progress)
        top.addStretch(1)
        for tool in (self._undo, self._go, self._back, self._on):
            top.addWidget(tool)
        self._listed = QWidget()
        listed = column(self.queue, self._more, gap=SMALL_GAP)
        listed.setContentsMargins(0, 0, GAP, 0)
        self._listed.setLayout(listed)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.decision)
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self._sides.setChildrenCollapsible(False)
        self._sides.addWidget(self._listed)
        self._sides.addWidget(self._stack)
        self._sides.setStretchFactor(0, 1)
        self._sides.setStretchFactor(1, 2)
        self._sides.setSizes([_LIST, _WIDTH - _LIST])
        foot = row(self._accept)
        foot.addStretch(1)
        foot.addWidget(self._close)
        layout = column(top, self.filters, self._sides, self.decision.bar, hairline(), foot)
        layout.setStretch(2, 1)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        self.setLayout(layout)

    def _connect(self) -> None:
        dispatch = self._context.dispatch
        self.reading.found.connect(self._on_found)
        self.filters.changed.connect(self._list_anew)
        self.queue.looked_at.connect(self._look)
        self.decision.decided.connect(self.decide)
        self.decision.own_open.connect(self._on_own)
        self._back.clicked.connect(partial(self.queue.go, -1))
        self._on.clicked.connect(partial(self.queue.go, 1))
        self._undo.clicked.connect(dispatch.undo)
        self._go.clicked.connect(self.show_place)
        self._accept.clicked.connect(self.accept_alike)
        self._close.clicked.connect(self.accept)
        self._context.theme.changed.connect(self._retint)
        keys = {
            "N": partial(self.queue.go, 1), "P": partial(self.queue.go, -1),
            "A": self.decision.take_all, "0": self.decision.take, "K": self.decision.keep,
            "E": self.decision.write_own, "R": self.show_place,
            **{str(n): partial(self.decision.take_number, n) for n in range(1, 10)},
        }  # fmt: skip
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self, act)
        for standard, act in ((QKeySequence.StandardKey.Undo, dispatch.undo),
                              (QKeySequence.StandardKey.Redo, dispatch.redo)):  # fmt: skip
            QShortcut(QKeySequence(standard), self, act)

    def _on_found(self, again: Name | None) -> None:
        self.filters.offer(self.reading.differing)
        before = self.queue.current
        self._list_anew(again)
        if before is None:
            (self.queue if self.queue.current else self._close).setFocus()

    def _on_own(self, on: bool) -> None:
        """Let nothing else be looked at while a decision of one's own is being written."""
        tools = (self._undo, self._back, self._on)
        for part in (self.queue, self.filters, *tools, self._accept):
            part.setEnabled(not on)
        if not on:
            self.queue.setFocus()
            self._say()

    def _list_anew(self, wanted: Name | None = None) -> None:
        """List what the filter lets through; stay where one is, if *wanted* is nothing else."""
        current = self.queue.current
        self._list(wanted or (name_of(current) if current else None))

    def _list(self, wanted: Name | None = None) -> None:
        lets = self.filters.chosen.lets
        found = [one for one in self.reading.differing if lets(one)]
        self.queue.list_those(found, wanted)
        self._more.setText(self.tr("These are the first ones; there are more."))
        self._more.setVisible(len(found) > MOST)
        self._say()

    def _look(self) -> None:
        one = self.queue.current
        if one:
            if self._text[0] != one.article_id:
                text = articles.text(self._context.reader, one.article_id).text
                self._text = one.article_id, text
            self.decision.show_coded(one, self._text[1])
            self.decision.order_tabs(self.queue)
        self._stack.setCurrentIndex(1 if one else 0)
        self.decision.bar.setVisible(one is not None and not self.decision.writing)
        self._go.setEnabled(one is not None)

    def _say(self) -> None:
        differing, alike = self.reading.differing, len(self.reading.alike)
        done = sum(one.settled for one in differing)
        self._count.setText(
            self.tr("{done} of {total} settled").format(done=done, total=len(differing))
        )
        for part in (self._count, self._progress, self.filters, self._listed):
            part.setVisible(bool(differing))
        self._progress.setRange(0, max(1, len(differing)))
        self._progress.setValue(done)
        self._accept.setText(self.tr("Accept %n passage(s) that all marked alike", "", alike))
        self._accept.setVisible(bool(alike))
        self._accept.setEnabled(not self._context.library.read_only)
        for tool in (self._back, self._on):
            tool.setEnabled(len(self.queue.shown) > 1)
        self._nothing.setText(self._why_nothing(len(differing), done))

    def _why_nothing(self, total: int, done: int) -> str:
        if self.reading.loading and not self.reading.anything:
            return self.tr("Looking for differences…")
        if not self.reading.anything:
            return self.tr(
                "No article here was marked by two people. Merge what a colleague shared, or "
                "choose other articles."
            )
        if done == total:
            return self.tr(
                "All is settled. What was agreed on is in the library as highlights of “Agreed”."
            )
        return self.tr("Nothing is left of this kind. Choose another above.")

    def _retint(self) -> None:
        theme = self._context.theme
        icons = ("undo", "article", "chevron-up", "chevron-down")
        tools = (self._undo, self._go, self._back, self._on)
        for tool, icon in zip(tools, icons, strict=True):
            tool.setIcon(theme.icon(icon))
        scale_icon(theme, *tools)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settle differences"))
        keys = QKeySequence(QKeySequence.StandardKey.Undo)
        undo = self.tr("Undo ({keys})")
        self._undo.setToolTip(
            tool_tip(undo.format(keys=keys.toString(QKeySequence.SequenceFormat.NativeText)))
        )
        self._go.setToolTip(self.tr("Show in the reader (R)"))
        self._back.setToolTip(self.tr("Previous difference (P)"))
        self._on.setToolTip(self.tr("Next difference (N)"))
        for tool in (self._undo, self._go, self._back, self._on):
            tool.setAccessibleName(tool.toolTip())
        self._progress.setAccessibleName(self.tr("Settled"))
        self._close.setText(self.tr("Close"))
        self._say()
