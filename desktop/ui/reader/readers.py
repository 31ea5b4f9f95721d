"""One text or two, side by side or one above the other; margin and verbs speak to one of them."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from desktop.core.query import Query
from desktop.library.articles import ArticleRow
from desktop.ui.context import Context
from desktop.ui.reader.document import MARGIN
from desktop.ui.reader.pane import ReaderPane
from desktop.ui.reader.pane_heading import PaneHeading

_LETTERS = 36  # of a line, at least, where two texts lie side by side


class Readers(QWidget):
    """Holds the panes. Its signals are those of the pane that is `active`, which the focus chooses.

    `switched()` when another pane is active, `arranged()` when there are more or fewer texts or
    they changed places, `text_left(pane)` when a pane, active or not, shows another text or none,
    `other_opened()` when the other one does.
    """

    opened = Signal(object)
    switched = Signal()
    arranged = Signal()
    text_left = Signal(object)
    other_opened = Signal()
    annotation_clicked = Signal(int)
    range_pulled = Signal(int, int, int)
    escaped = Signal()
    menu_requested = Signal(object, QPoint)
    colour_chosen = Signal(str)
    past_hits = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._query = Query()
        self._bar: Sequence[QAction] = ()
        self._verbs: tuple[QAction, QAction] | None = None
        self._awaited: ReaderPane | None = None
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._sides: list[_Side] = []
        self._active = self._add_side().pane
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    @property
    def active(self) -> ReaderPane:
        """The pane that margin and verbs speak to."""
        return self._active

    @property
    def other(self) -> ReaderPane | None:
        """The other pane, None while there is only one text."""
        return next((pane for pane in self.panes if pane is not self._active), None)

    @property
    def panes(self) -> list[ReaderPane]:
        """The panes that are shown, as they are read."""
        return [side.pane for side in self._shown()]

    @property
    def stacked(self) -> bool:
        """Whether two texts lie one above the other, for want of room."""
        return self._splitter.orientation() == Qt.Orientation.Vertical

    @property
    def least_width(self) -> int:
        """What two texts side by side need."""
        letter = QFontMetricsF(self._context.theme.reading_font()).averageCharWidth()
        return 2 * round(_LETTERS * letter + 2 * MARGIN)

    def offer(self, bar: Sequence[QAction], *, swap: QAction, close: QAction) -> None:
        """Put verbs on the bar at a selection and on the headings of two texts."""
        self._bar, self._verbs = bar, (swap, close)
        for side in self._sides:
            self._equip(side)

    def open(self, article_id: int) -> None:
        """Open an article in the active pane, where it was left."""
        self._active.open(article_id)

    def open_beside(self, article_id: int, *, go: bool = True) -> None:
        """Open an article in the other pane, which (*go*) is active as soon as it shows it."""
        other = self.other or self._show_second()
        self._awaited = other if go else None
        if go and other.article and other.article.id == article_id:
            self._go_to(other)
        else:
            other.open(article_id)

    def close_pane(self, pane: ReaderPane) -> None:
        """Close one of two texts; the other stays."""
        stays = next((one for one in self.panes if one is not pane), None)
        side = self._side_of(pane)
        if stays is None or side is None:
            return
        held = side.isAncestorOf(QApplication.focusWidget() or self)
        self._awaited = None
        pane.stop()
        side.set_shown(False)
        pane.close_article()
        self._activate(stays)
        self._arrange()
        if held:
            stays.take_focus()

    def swap(self) -> None:
        """Let two texts change places."""
        shown = self._shown()
        if len(shown) > 1:
            self._splitter.insertWidget(0, shown[1])
            self._sides = shown[::-1]
            self._arrange()

    def set_query(self, query: Query) -> None:
        """Mark what the library search looks for."""
        self._query = query
        for pane in self.panes:
            pane.set_query(query)

    def restyle(self) -> None:
        """Set the texts anew."""
        for pane in self.panes:
            pane.restyle()
        self._turn()

    def stop(self) -> None:
        """Save the places and stop what runs behind them, before the window closes."""
        for pane in self.panes:
            pane.stop()

    def take_focus(self) -> None:
        """Take the keyboard, for reading."""
        self._active.take_focus()

    def refresh_titles(self) -> None:
        """Show the titles that the articles have now."""
        for side in self._shown():
            side.heading.set_title(side.pane.article.title if side.pane.article else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or len(self._sides) < 2:
            return
        for side in self._shown():
            if side.isAncestorOf(now):
                self._activate(side.pane)

    def _on_opened(self, pane: ReaderPane, row: ArticleRow) -> None:
        self.text_left.emit(pane)
        self.refresh_titles()
        if pane is self._awaited:
            self._go_to(pane)
        elif pane is self._active:
            self.opened.emit(row)
        else:
            self.other_opened.emit()

    def _on_closed(self, pane: ReaderPane) -> None:
        self.text_left.emit(pane)
        self.refresh_titles()
        if pane is self._awaited:
            self._go_to(pane)

    def _go_to(self, pane: ReaderPane) -> None:
        self._awaited = None
        self._activate(pane)
        pane.take_focus()

    def _activate(self, pane: ReaderPane) -> None:
        """Let margin and verbs speak to another pane from now on."""
        if pane is self._active:
            return
        self._active = pane
        for side in self._sides:
            active = side.pane is pane
            side.heading.set_active(active)
            side.pane.set_active(active)
        self.switched.emit()

    def _forward(self, pane: ReaderPane, signal: SignalInstance, *arguments: object) -> None:
        self._activate(pane)
        signal.emit(*arguments)

    def _show_second(self) -> ReaderPane:
        hidden = next((side for side in self._sides if not side.shown), None)
        side = hidden or self._add_side()
        self._sides = [*(one for one in self._sides if one is not side), side]
        self._splitter.addWidget(side)
        side.set_shown(True)
        side.heading.set_active(False)
        side.pane.set_active(False)
        self._side_of(self._active).heading.set_active(True)  # type: ignore[union-attr]
        side.pane.set_query(self._query)
        self._arrange()
        return side.pane

    def _add_side(self) -> "_Side":
        side = _Side(self._context, len(self._sides), self._splitter)
        self._sides.append(side)
        self._splitter.addWidget(side)
        pane = side.pane
        pane.opened.connect(partial(self._on_opened, pane))
        pane.closed.connect(partial(self._on_closed, pane))
        for source, signal in (
            (pane.annotation_clicked, self.annotation_clicked),
            (pane.past_hits, self.past_hits),
            (pane.view.range_pulled, self.range_pulled),
            (pane.view.escaped, self.escaped),
            (pane.view.menu_requested, self.menu_requested),
            (pane.selection_bar.colour_chosen, self.colour_chosen),
        ):
            source.connect(partial(self._forward, pane, signal))
        side.heading.chosen.connect(pane.take_focus)
        side.heading.close_button.clicked.connect(lambda: self.close_pane(pane))
        self._equip(side)
        return side

    def _equip(self, side: "_Side") -> None:
        if self._verbs:
            swap, close = self._verbs
            side.heading.set_verbs(swap=swap, close=close)
            side.pane.selection_bar.add_actions(self._bar)

    def _shown(self) -> "list[_Side]":
        return [side for side in self._sides if side.shown]

    def _side_of(self, pane: ReaderPane) -> "_Side | None":
        return next((side for side in self._sides if side.pane is pane), None)

    def _arrange(self) -> None:
        shown = self._shown()
        for side in shown:
            side.heading.setVisible(len(shown) > 1)
        for one, following in pairwise([stop for side in shown for stop in side.stops()]):
            QWidget.setTabOrder(one, following)
        self._turn()
        self._splitter.setSizes([10_000 for _side in self._sides])
        self.refresh_titles()
        self.arranged.emit()

    def _turn(self) -> None:
        """Lay two texts side by side where there is room for both."""
        wide = len(self._sides) < 2 or self.width() >= self.least_width
        turned = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if turned != self._splitter.orientation():
            self._splitter.setOrientation(turned)


class _Side(QWidget):
    """A pane under its heading."""

    def __init__(self, context: Context, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown = True
        self.heading = PaneHeading(context.theme, self)
        self.pane = ReaderPane(context, self, channel=str(number or ""))
        self.heading.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heading)
        layout.addWidget(self.pane, 1)

    def stops(self) -> list[QWidget]:
        """Return what the Tab key comes upon, in its order.

        Not by `nextInFocusChain`: PySide takes what that returns for a child of the one asked, and
        later calls widgets deleted that are there.
        """
        inside = self.findChildren(QWidget)
        return [one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def set_shown(self, shown: bool) -> None:
        """Show it or put it away; a window that is not yet on the screen knows it from `shown`."""
        self.shown = shown
        self.setVisible(shown)
