"""The list of articles, or what stands in its place; follows the library, keeps one's place."""

from array import array
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from desktop.core.changes import Changes
from desktop.library import articles
from desktop.library.search import Listing
from desktop.ui.context import Context
from desktop.ui.library_pane.article_model import ArticleModel
from desktop.ui.library_pane.article_table import ArticleTable
from desktop.ui.library_pane.asking import Asking, is_narrow, next_unread
from desktop.ui.library_pane.blank_page import Blank, BlankPage, why_empty
from desktop.ui.library_pane.list_changes import RELATED, left_by_hand, may_reorder
from desktop.ui.library_pane.place import Place, neighbour, put_back, row_in
from desktop.ui.library_pane.table_place import place_of, return_to
from desktop.ui.people import SETTINGS as PEOPLE_SETTINGS


class ArticleList(QStackedWidget):
    """`hidden()` when the article to select is filtered out, `counted(n, more)` with each list."""

    chosen = Signal(int)
    activated = Signal(int)
    selection_changed = Signal()
    menu_requested = Signal(QPoint)
    sort_asked = Signal(str, bool)
    counted = Signal(int, bool)
    expanded = Signal(object)
    hidden = Signal()
    beside_wanted = Signal(int)
    button_pressed = Signal(str)
    link_pressed = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._search = ""
        self._chosen = self._last = self._wanted = 0
        self._fresh, self._quiet, self._begun = True, False, False
        self._leaving: frozenset[int] = frozenset()
        self._model = ArticleModel(context, self)
        self._table = ArticleTable(context, self._model, self)
        self._blank = BlankPage(context.theme, self)
        self._asking = Asking(context.jobs, self)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._connect()

    @property
    def table(self) -> ArticleTable:
        """The view, for focus and look."""
        return self._table

    @property
    def blank(self) -> BlankPage:
        """The page that is shown when there is no list."""
        return self._blank

    @property
    def model(self) -> ArticleModel:
        """The list as it is shown."""
        return self._model

    def show_listing(self, listing: Listing, search: str) -> None:
        """List other articles; *search* is what the user typed for it."""
        self._search = search
        if listing != self._asking.listing or self._fresh:
            self._fresh = True
            self._asking.ask(listing)

    def refresh(self) -> None:
        """Read the list anew."""
        self._model.forget_rows()
        self._asking.ask_again()

    def select(self, article_id: int) -> None:
        """Make an article the current one, also one that the list does not know yet."""
        self._wanted = 0
        row = self._model.row_of(article_id)
        if row >= 0:
            self._table.go_to_row(row)
        else:
            self._wanted = article_id
            self._asking.ask_again()

    def follow(self, article_id: int) -> None:
        """Make an article the current one, without opening it; none if it is not listed."""
        self._wanted, self._last, self._chosen = 0, article_id, article_id
        row = self._model.row_of(article_id)
        if row >= 0:
            self._table.go_to_row(row)
        else:
            self._table.leave_row()

    def go(self, step: int) -> None:
        """Go *step* articles on, as far as the list goes."""
        count, row = len(self._model.ids), self._table.currentIndex().row()
        if count:
            start = row if row >= 0 else (-1 if step > 0 else count)
            self._table.go_to_row(min(max(start + step, 0), count - 1))

    def go_unread(self) -> None:
        """Go to the next unread article of the list, from the end on to its beginning."""
        row = self._table.currentIndex().row()
        question = partial(
            next_unread, listing=self._asking.listing, ids=self._model.ids, after=row
        )
        self._context.jobs.ask("next unread", question, self._on_unread)

    def enter(self) -> None:
        """Give the list the focus, on its first article if none is current."""
        if self.currentWidget() is not self._table:
            return
        self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._table.currentIndex().isValid():
            self.go(1)

    def _on_unread(self, article_id: int) -> None:
        if not isValid(self):
            return
        if article_id:
            self.select(article_id)
        else:
            self._context.tell(self.tr("There is no unread article in this list."), "info")

    def _on_changed(self, changes: Changes) -> None:
        rows = changes.rows
        touched = rows.get("article", frozenset()) | rows.get("reading_progress", frozenset())
        if not touched and not changes.touches(*RELATED):
            return
        before, after = self._model.read_again(touched)
        if changes.touches(*RELATED):
            self._model.forget_rows()
        self._leaving |= left_by_hand(changes, before, after)
        if may_reorder(changes, self._asking.listing, before, after):
            self._asking.ask_in_time()

    def _on_began(self, ids: "array[int]", listing: Listing) -> None:
        """Show the first screen of another list; the rest follows."""
        self._fresh, self._begun = False, True
        self._show(ids, listing, self._fresh_place(), scroll=False)
        if listing.query:
            self._table.scrollToTop()
        self._show_page(Blank("loading"))
        self.counted.emit(len(ids), True)
        self.expanded.emit(listing.query)

    def _on_setting(self, name: str) -> None:
        if name in PEOPLE_SETTINGS:
            self._model.forget_rows()

    def _on_arrived(self, ids: "array[int]", listing: Listing) -> None:
        begun, self._begun = self._begun, False
        if begun and self._continue(ids):
            return
        fresh, self._fresh = self._fresh, False
        place = self._fresh_place() if fresh else place_of(self._table, self._model)
        if not fresh:
            ids = self._with_current(ids, listing)
            place = self._place_after(place, ids)
        if fresh or ids != self._model.ids:
            self._show(ids, listing, place, scroll=not fresh)
            if fresh and listing.query:
                self._table.scrollToTop()
        if not self._asking.busy:
            self._leaving = frozenset()
        self._show_page(why_empty(listing, self._search))
        self.counted.emit(len(ids), False)
        self.expanded.emit(listing.query)
        self._go_to_wanted(listing)

    def _continue(self, ids: "array[int]") -> bool:
        """Add the rest to the first screen, and go to the article read last if nobody moved."""
        was_there = not self._table.currentIndex().isValid() and self._at_top()
        if not self._model.extend(ids):
            return False
        row = self._model.row_of(self._last) if was_there and self._last else -1
        if row >= 0:
            self._table.go_to_row(row)
            if self._asking.listing.query:
                self._table.scrollToTop()
        self.counted.emit(len(ids), False)
        self._go_to_wanted(self._asking.listing)
        return True

    def _at_top(self) -> bool:
        return self._table.verticalScrollBar().value() == 0

    def _on_slow(self) -> None:
        if self._fresh:
            self._blank.show_blank(Blank("loading"))
            self.setCurrentWidget(self._blank)

    def _on_failed(self, words: str) -> None:
        self._blank.show_blank(Blank("failed", words))
        self.setCurrentWidget(self._blank)

    def _on_moved(self) -> None:
        if not self._quiet:
            self._last = self._table.current_id() or self._last
            self._timer.start()

    def _on_picked(self) -> None:
        if not self._quiet:
            self.selection_changed.emit()

    def _on_activated(self, index: QModelIndex) -> None:
        self._tell_current()
        self.activated.emit(self._model.ids[index.row()])

    def _tell_current(self) -> None:
        current = self._table.current_id()
        if current and current != self._chosen:
            self._chosen = current
            self.chosen.emit(current)

    def _connect(self) -> None:
        self.addWidget(self._blank)
        self.addWidget(self._table)
        self._context.dispatch.changed.connect(self._on_changed)
        self._asking.began.connect(self._on_began)
        self._context.settings.changed.connect(self._on_setting)
        self._asking.arrived.connect(self._on_arrived)
        self._asking.slow.connect(self._on_slow)
        self._asking.failed.connect(self._on_failed)
        self._timer.timeout.connect(self._tell_current)
        self._table.moved.connect(self._on_moved)
        self._table.picked.connect(self._on_picked)
        self._table.activated.connect(self._on_activated)
        self._table.beside_wanted.connect(self.beside_wanted)
        self._table.menu_requested.connect(self.menu_requested)
        self._model.sort_asked.connect(self.sort_asked)
        self._blank.button_pressed.connect(self.button_pressed)
        self._blank.link_pressed.connect(self.link_pressed)

    def _fresh_place(self) -> Place:
        """Return where to be in a new list: on the article that was current last."""
        return Place(self._last, (self._last,))

    def _place_after(self, place: Place, ids: "array[int]") -> Place:
        """Return where to be in *ids*: where one was, or beside it if the article left."""
        row = self._model.row_of(place.current) if place.current else -1
        if not place.current or row_in(ids, place.current, row) >= 0:
            return place
        self._chosen = 0
        beside = neighbour(self._model.ids, ids, row)
        return replace(place, current=beside, selected=(beside,), anchor=beside or place.anchor)

    def _with_current(self, ids: "array[int]", listing: Listing) -> "array[int]":
        """Keep the article that is being read in the list until the user leaves it or marks it."""
        current, row = self._table.current_id(), self._table.currentIndex().row()
        if not current or row_in(ids, current, row) >= 0 or current in self._leaving:
            return ids
        found = articles.rows(self._context.reader, [current])
        if not found or found[0].trashed != listing.trashed:
            return ids
        return put_back(ids, current, row)

    def _show(self, ids: "array[int]", listing: Listing, place: Place, *, scroll: bool) -> None:
        self._quiet = True
        self._model.show_ids(ids, listing.query)
        return_to(self._table, self._model, place, scroll=scroll)
        self._quiet = False
        self._on_moved()
        self.selection_changed.emit()

    def _show_page(self, blank: Blank) -> None:
        if self._model.ids:
            self.setCurrentWidget(self._table)
            return
        self._blank.show_blank(blank)
        self.setCurrentWidget(self._blank)

    def _go_to_wanted(self, listing: Listing) -> None:
        """Select the article that was asked for before it was listed."""
        wanted = self._wanted
        if not wanted or self._asking.busy:
            return
        row = self._model.row_of(wanted)
        if row >= 0:
            self._wanted = 0
            self._table.go_to_row(row)
        elif is_narrow(listing) and articles.rows(self._context.reader, [wanted]):
            self.hidden.emit()
        else:
            self._wanted = 0
