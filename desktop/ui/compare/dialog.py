"""The window that shows what two texts have in common and where they differ, word by word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QKeySequence,
    QShortcut,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.core.text_diff import LONGEST, Alignment, Change, changes
from desktop.ui.compare import pages
from desktop.ui.compare.pages import Look, Page
from desktop.ui.context import Context
from desktop.ui.controls.flow_layout import FlowLayout
from desktop.ui.dialogs.parts import GAP, MARGIN, button, hairline, label, row, scale_icon

Span = tuple[int, int]
_MOST_SPOKEN = 200


@dataclass(frozen=True, slots=True)
class Texts:
    """What is compared. `marked` are the highlights' places in the new text."""

    old: str
    new: str
    marked: Sequence[Span] = ()


class Comparison(QWidget):
    """Two texts, inline or side by side; keys and buttons go from difference to difference."""

    counted = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self._context = context
        self._texts = Texts("", "")
        self._changes: list[Change] = []
        self._odd: list[Change] = []
        self._stops: list[int] = []
        self._at = -1
        self._pages: list[Page] = []
        self._asked = 0
        self._old_name = self._new_name = ""
        self.left, self.right = _view("compareOld"), _view("compareNew")
        self._names = [label("muted"), label("muted")]
        self._back, self._on = QToolButton(), QToolButton()
        self._where = label(wrap=False)
        self.beside, self.marked_only = QCheckBox(), QCheckBox()
        self._gone, self._come = QLabel(), QLabel()
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def count(self) -> int:
        """The number of differences one can go to."""
        return len(self._stops)

    @property
    def current(self) -> Change | None:
        """The difference that is shown, if any."""
        return self._odd[self._stops[self._at]] if 0 <= self._at < len(self._stops) else None

    def show_texts(self, texts: Texts, old_name: str, new_name: str) -> None:
        """Compare two texts, off the GUI thread."""
        self._asked += 1
        asked = self._asked
        self._names[0].setText(old_name)
        self._names[1].setText(new_name)
        self._old_name, self._new_name = old_name, new_name
        if max(len(texts.old), len(texts.new)) > LONGEST:
            self._where.setText(self.tr("These texts are too long to be compared."))
            return
        self._where.setText(self.tr("Comparing…"))

        def done(found: list[Change]) -> None:
            if shown := self._alive(asked):
                shown._show(texts, found)

        self._context.jobs.start(lambda: changes(Alignment(texts.old, texts.new)), done)

    def go(self, step: int) -> None:
        """Go to the next (1) or previous (-1) difference, round the ends."""
        if self._stops:
            if self._at < 0:
                self._at = 0 if step > 0 else len(self._stops) - 1
            else:
                self._at = (self._at + step) % len(self._stops)
            self._reveal(speak=True)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _alive(self, asked: int) -> Comparison | None:
        import shiboken6

        return self if shiboken6.isValid(self) and asked == self._asked else None

    def _show(self, texts: Texts, found: list[Change]) -> None:
        self._texts, self._changes = texts, found
        self._odd = [one for one in found if one.kind != "same"]
        self._at = -1
        self._choose_stops()
        self._set()
        self.right.setFocus()
        self.counted.emit(len(self._odd))

    def _choose_stops(self) -> None:
        """Go to all differences, or to those that touch a highlight."""
        touching = [n for n, one in enumerate(self._odd) if _touches(one, self._texts.marked)]
        self.marked_only.setVisible(bool(self._texts.marked))
        self.marked_only.setText(
            self.tr("Only under my highlights ({count})").format(count=len(touching))
        )
        self._stops = touching if self.marked_only.isChecked() else [*range(len(self._odd))]

    def _set(self) -> None:
        """Set the documents anew: another look, or other texts."""
        theme = self._context.theme
        font = QFont(theme.reading_font())
        font.setPixelSize(max(12, round(font.pixelSize() * 0.9)))
        look = Look(font, theme.palette)
        both = self.beside.isChecked()
        old, new = self._texts.old, self._texts.new
        if both:
            self._pages = list(pages.beside(old, new, self._changes, look))
        else:
            self._pages = [pages.inline(old, new, self._changes, look)]
        for view, page in zip((self.right, self.left) if both else (self.right,),
                              reversed(self._pages), strict=True):  # fmt: skip
            page.document.setParent(view)
            view.setDocument(page.document)
        self._left_side.setVisible(both)
        self._names[1].setText(self._new_name if both else f"{self._old_name}  →  {self._new_name}")
        self._tint(look)
        self._reveal(speak=False)
        self._settle.start()  # a document that is shown for the first time has no lines yet

    def _tint(self, look: Look) -> None:
        for sample, wanted in ((self._gone, pages.removed_format(look)),
                               (self._come, pages.added_format(look))):  # fmt: skip
            line = "line-through" if wanted.fontStrikeOut() else "underline"
            ground = wanted.background().color().name()
            sample.setStyleSheet(
                f"QLabel {{ background: {ground}; padding: 0 4px; text-decoration: {line}; }}"
            )
        for tool, name in ((self._back, "chevron-up"), (self._on, "chevron-down")):
            tool.setIcon(self._context.theme.icon(name))
        scale_icon(self._context.theme, self._back, self._on)

    def _reveal(self, *, speak: bool) -> None:
        """Bring the current difference into view and frame it."""
        self._say()
        views = (self.left, self.right) if len(self._pages) == 2 else (self.right,)
        for view, page in zip(views, self._pages, strict=False):
            if self._at < 0:
                view.setExtraSelections([])
                continue
            start, end = page.places[self._stops[self._at]]
            _select(view, start, max(end, start), self._context.theme.palette.selection)
        if speak and (one := self.current):
            told = QAccessibleAnnouncementEvent(self, self._spoken(one))
            QAccessible.updateAccessibility(told)

    def _say(self) -> None:
        total = len(self._stops)
        if not self._odd:
            self._where.setText(self.tr("The texts are the same."))
        elif not total:
            self._where.setText(self.tr("No difference touches a highlight."))
        elif self._at < 0:
            self._where.setText(self.tr("%n difference(s)", "", total))
        else:
            where = self.tr("{number} of {total}")
            self._where.setText(where.format(number=self._at + 1, total=total))
        for tool in (self._back, self._on):
            tool.setEnabled(bool(total))

    def _spoken(self, one: Change) -> str:
        gone = self._texts.old[slice(*one.old)][:_MOST_SPOKEN]
        come = self._texts.new[slice(*one.new)][:_MOST_SPOKEN]
        parts = [self.tr("Removed: {words}").format(words=gone)] if gone else []
        parts += [self.tr("Added: {words}").format(words=come)] if come else []
        return ". ".join([self._where.text(), *parts])

    def _on_marked_only(self) -> None:
        self._at = -1
        self._choose_stops()
        self._reveal(speak=False)
        if self._stops:
            self.go(1)

    def _lay_out(self) -> None:
        self._left_side = QWidget()
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        for holder, name, view in ((self._left_side, self._names[0], self.left),
                                   (QWidget(), self._names[1], self.right)):  # fmt: skip
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(name)
            column.addWidget(view, 1)
            sides.addWidget(holder)
        self._left_side.hide()
        tools = row(self._back, self._on, self._where)
        tools.addStretch(1)
        for widget in (self._gone, self._come):
            tools.addWidget(widget)
        checks = QWidget()
        flow = FlowLayout(checks)
        for check in (self.beside, self.marked_only):
            flow.addWidget(check)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(tools)
        column.addWidget(checks)
        column.addWidget(sides, 1)

    def _connect(self) -> None:
        self._settle.timeout.connect(lambda: self._reveal(speak=False))
        self._back.clicked.connect(lambda: self.go(-1))
        self._on.clicked.connect(lambda: self.go(1))
        self.beside.toggled.connect(self._set)
        self.marked_only.toggled.connect(self._on_marked_only)
        self._context.theme.changed.connect(self._set)
        for keys, step in (("N", 1), ("F3", 1), ("Alt+Down", 1),
                           ("P", -1), ("Shift+F3", -1), ("Alt+Up", -1)):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(_Go(self.go, step))

    def _retranslate(self) -> None:
        self._back.setToolTip(self.tr("Previous difference (P)"))
        self._on.setToolTip(self.tr("Next difference (N)"))
        for tool in (self._back, self._on):
            tool.setAccessibleName(tool.toolTip())
        self.beside.setText(self.tr("Side by side"))
        self._gone.setText(self.tr("removed"))
        self._come.setText(self.tr("added"))
        self.left.setAccessibleName(self.tr("Old text"))
        self.right.setAccessibleName(self.tr("New text"))
        if self._asked:
            with QSignalBlocker(self.marked_only):
                self._choose_stops()
            self._say()


class CompareDialog(QDialog):
    """A comparison with what can be done about it: `actions` are (button, what it does)."""

    def __init__(
        self,
        context: Context,
        top: QWidget | None,
        actions: Sequence[tuple[QPushButton, Callable[[], None]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("compareDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.comparison = Comparison(context)
        self._close = button()
        self._close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        column.setSpacing(GAP)
        if top:
            column.addWidget(top)
        column.addWidget(self.comparison, 1)
        column.addWidget(hairline())
        foot = QHBoxLayout()
        for made, act in actions:
            made.clicked.connect(act)
            foot.addWidget(made)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column.addLayout(foot)
        self._retranslate()
        room = self.screen().availableSize()
        self.resize(min(980, round(room.width() * 0.9)), min(760, round(room.height() * 0.9)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("What changed"))
        self._close.setText(self.tr("Close"))


class _Go:
    """Calls `go` with a step; holds no cycle through a lambda."""

    def __init__(self, go: Callable[[int], None], step: int) -> None:
        self._go, self._step = go, step

    def __call__(self) -> None:
        self._go(self._step)


def _view(name: str) -> QTextEdit:
    view = QTextEdit()
    view.setObjectName(name)
    view.setProperty("role", "field")
    view.setReadOnly(True)
    view.setTabChangesFocus(True)
    view.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return view


def _select(view: QTextEdit, start: int, end: int, ground: str) -> None:
    from PySide6.QtGui import QColor

    cursor = QTextCursor(view.document())
    cursor.setPosition(start)
    view.setTextCursor(cursor)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    selection = QTextEdit.ExtraSelection()
    look = QTextCharFormat()
    look.setBackground(QColor(ground))
    look.setFontOverline(True)
    selection.format = look  # type: ignore[attr-defined]
    selection.cursor = cursor  # type: ignore[attr-defined]
    view.setExtraSelections([selection])
    rect = view.cursorRect()
    bar, height = view.verticalScrollBar(), view.viewport().height()
    if rect.top() < height * 0.1 or rect.bottom() > height * 0.7:
        bar.setValue(bar.value() + rect.top() - height // 3)


def _touches(change: Change, marked: Sequence[Span]) -> bool:
    start, end = change.new
    return any(low <= end and start <= high for low, high in marked)
