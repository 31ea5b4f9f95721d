"""The left pane: find articles, narrow the list, choose one to read."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.core.query import Query
from desktop.library.search import SORTS, Listing
from desktop.ui.context import Context
from desktop.ui.library_pane.article_list import ArticleList
from desktop.ui.library_pane.feed_list import FeedList
from desktop.ui.library_pane.filter_bar import FilterBar
from desktop.ui.library_pane.saved_list import SavedList
from desktop.ui.library_pane.search_field import SearchField
from desktop.ui.library_pane.sort_button import RELEVANCE


class LibraryPane(QWidget):
    """`article_chosen(id)` when another is current, `query_changed(Query)` to mark in the reader.

    `article_activated(id)` on Enter or double click, `beside_wanted(id)` with the middle button,
    `menu_requested(global position)` for the list's context menu.
    """

    article_chosen = Signal(int)
    article_activated = Signal(int)
    beside_wanted = Signal(int)
    query_changed = Signal(object)
    selection_changed = Signal()
    search_entered = Signal()
    search_help_requested = Signal()
    import_requested = Signal()
    samples_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._settings = context.settings
        self._by_relevance = True
        self._search = SearchField(context, self)
        self._saved = SavedList(context, self)
        self._feeds = FeedList(context, self)
        self._filters = FilterBar(context, self)
        self._list = ArticleList(context, self)
        self._lay_out()
        self._connect()
        self._retranslate()
        self.set_columns(self._settings.get("list_columns"))
        self._apply()

    @property
    def table(self) -> QWidget:
        """The list itself, to give the keyboard to."""
        return self._list.table

    @property
    def searching(self) -> bool:
        """Whether a search narrows the list."""
        return bool(self._search.query)

    def selected_ids(self) -> list[int]:
        """Return the selected articles in the list's order."""
        return self._list.table.selected_ids()

    def current_id(self) -> int | None:
        """Return the current article, None when there is none."""
        return self._list.table.current_id()

    def result_ids(self) -> Sequence[int]:
        """Return all articles listed, in order."""
        return self._list.model.ids

    def select_article(self, article_id: int) -> None:
        """Make an article the current one; a search or filter that hides it is cleared."""
        self._list.select(article_id)

    def follow(self, article_id: int) -> None:
        """Make an article that is being read the current one, if it is listed."""
        self._list.follow(article_id)

    def go(self, step: int) -> None:
        """Go to the next (1) or previous (-1) article."""
        self._list.go(step)

    def go_unread(self) -> None:
        """Go to the next unread article of the list."""
        self._list.go_unread()

    def focus_search(self) -> None:
        """Let the user type a search."""
        self._search.take_focus()

    def search_notes(self) -> None:
        """Let the user type what a note must have."""
        self.show()
        self._search.begin("note:")

    def set_query(self, text: str) -> None:
        """Search for *text*."""
        self._search.set_text(text)

    def save_search(self) -> None:
        """Keep the search in force under a name."""
        if self._search.query:
            self._saved.save(self._search.text)

    def show_tag(self, path: str) -> None:
        """Search for what carries a tag."""
        self.set_query(f'tag:"{path}"')

    def set_columns(self, on: bool) -> None:
        """Show the list with columns, or in two-line rows."""
        self._settings.set("list_columns", on)
        self._list.table.set_columns(on)

    def refresh(self) -> None:
        """Read list and tags anew."""
        self._filters.refresh()
        self._saved.refresh()
        self._feeds.refresh()
        self._list.refresh()

    def search_again(self) -> None:
        """Search anew if there is a search: more word forms are known."""
        if self.searching:
            self._list.refresh()

    def show_trash(self, on: bool) -> None:
        """List what is in the trash, or everything else."""
        self._filters.set_status("trash" if on else "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(12, 12, 12, 8)
        head.setSpacing(8)
        head.addWidget(self._search)
        head.addWidget(self._saved)
        head.addWidget(self._feeds)
        head.addWidget(self._filters)
        line = QFrame()
        line.setProperty("role", "hairline")
        layout.addLayout(head)
        layout.addWidget(line)
        layout.addWidget(self._list, 1)

    def _connect(self) -> None:
        self._search.changed.connect(self._on_query)
        self._search.entered.connect(self.search_entered)
        self._search.left_down.connect(self._list.enter)
        self._search.save_asked.connect(self.save_search)
        self._search.help_asked.connect(self.search_help_requested)
        self._saved.chosen.connect(self.set_query)
        self._feeds.chosen.connect(self.set_query)
        self._filters.changed.connect(self._apply)
        self._filters.sort_chosen.connect(self._on_sort)
        self._list.sort_asked.connect(self._on_sort)
        self._list.counted.connect(self._on_counted)
        self._list.expanded.connect(self._on_expanded)
        self._list.hidden.connect(self._show_all)
        self._list.chosen.connect(self.article_chosen)
        self._list.beside_wanted.connect(self.beside_wanted)
        self._list.activated.connect(self.article_activated)
        self._list.selection_changed.connect(self.selection_changed)
        self._list.menu_requested.connect(self.menu_requested)
        self._list.button_pressed.connect(self._on_button)
        self._list.link_pressed.connect(self._on_link)

    def _retranslate(self) -> None:
        self._list.model.retranslate()
        self._list.table.setAccessibleName(self.tr("Articles"))

    def _on_query(self, query: Query) -> None:
        self._by_relevance = self._by_relevance or not query.marked
        self._apply()
        self._saved.show_query(self._search.text)
        self._feeds.show_query(self._search.text)
        self.query_changed.emit(query)

    def _on_expanded(self, query: Query) -> None:
        """Mark in the reader, and tell, the forms that were looked for."""
        self._search.show_forms(query)
        self.query_changed.emit(query)

    def _on_sort(self, sort: str, descending: bool) -> None:
        self._by_relevance = sort == RELEVANCE
        if sort != RELEVANCE:
            self._settings.set("list_sort", sort)
            self._settings.set("list_descending", descending)
        self._apply()

    def _on_counted(self, count: int, more: bool) -> None:
        self._filters.show_count(count, searching=bool(self._search.query), more=more)

    def _on_button(self, kind: str) -> None:
        if kind == "library":
            self.import_requested.emit()
        else:
            self._list.refresh()

    def _on_link(self, kind: str) -> None:
        if kind == "library":
            self.samples_requested.emit()
        else:
            self._show_all()

    def _show_all(self) -> None:
        """Clear search and filters."""
        self._filters.blockSignals(True)
        self._filters.clear()
        self._filters.blockSignals(False)
        self._search.set_text("")
        self._apply()

    def _apply(self) -> None:
        """List what search box, filters and sort order say."""
        listing = self._listing()
        searching = bool(self._search.query.marked)
        self._list.table.show_sort(listing.sort, listing.descending)
        self._filters.show_sort(listing.sort, listing.descending, searching=searching)
        self._list.show_listing(listing, self._search.text)

    def _listing(self) -> Listing:
        query, status = self._search.query, self._filters.status
        stored = self._settings.get("list_sort")
        sort = stored if stored in SORTS else "added"
        return Listing(
            query=query,
            status="" if status in ("starred", "trash") else status,
            tag=self._filters.tag,
            starred=status == "starred",
            trashed=status == "trash",
            sort=RELEVANCE if query.marked and self._by_relevance else sort,
            descending=self._settings.get("list_descending"),
        )
