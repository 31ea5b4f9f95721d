"""The window: three panes, the menus, and which of them hears of what."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from desktop import paths
from desktop.core.changes import Changes
from desktop.core.errors import UserError
from desktop.library import articles
from desktop.library.articles import ArticleRow
from desktop.operations import samples
from desktop.ui import actions, menus, texts
from desktop.ui.action_state import ActionState
from desktop.ui.annotator import Annotator
from desktop.ui.beside import Beside
from desktop.ui.context import Context
from desktop.ui.curator import Curator
from desktop.ui.draft_file import DraftFile
from desktop.ui.drafts import Drafts
from desktop.ui.file_drops import FileDrops, addresses_in, paths_in
from desktop.ui.focus_mode import FocusMode
from desktop.ui.import_strip import ImportStrip
from desktop.ui.importing import Importing
from desktop.ui.keymap import Keymap
from desktop.ui.library_pane.pane import LibraryPane
from desktop.ui.messages import MessageBar
from desktop.ui.next_hits import NextHits
from desktop.ui.notebook_place import NotebookPlace
from desktop.ui.notes.jumps import NoteJumps
from desktop.ui.notices import Notices
from desktop.ui.openings import Openings
from desktop.ui.outside import Outside
from desktop.ui.panes import WIDTH, Panes
from desktop.ui.read_aloud import ReadAloud
from desktop.ui.reader.pane import ReaderPane
from desktop.ui.reader.readers import Readers
from desktop.ui.reader_bar import ReaderBar
from desktop.ui.reshaper import Reshaper
from desktop.ui.sidebar.sidebar import Sidebar
from desktop.ui.switches import Switches
from desktop.ui.window_place import WindowPlace

if TYPE_CHECKING:
    from desktop.operations.import_articles import ImportReport
    from desktop.ui.afterwards import Afterwards

_MARGIN_VERBS = ("edit.copy", "annotation.set_range", "annotation.delete")
_TEXT_FIELDS = ("searchBox", "articleNote", "noteEditor", "tagEditor")
_LIST_VERBS = ("article.trash", "article.delete", "library.paste")


class MainWindow(QMainWindow):
    """Wires its parts together; what a verb does stands in them."""

    def __init__(self, make_context: Callable[[Callable[[str, str], None]], Context]) -> None:
        super().__init__()
        self.context = make_context(self._tell)
        # From the outside in: a pane that moves into its parent later is styled once more. And in
        # the order of reading: that is the way of the Tab key.
        self._whole = QWidget(self)
        self.setCentralWidget(self._whole)
        splitter = QSplitter(Qt.Orientation.Horizontal, self._whole)
        self.messages = MessageBar(self.context.theme, self._whole)
        self.strip = ImportStrip(self.context, self._whole)
        self.list = LibraryPane(self.context, splitter)
        self._middle = QWidget(splitter)
        self.verbs = actions.build(self)
        self.reader_bar = ReaderBar(self.context.theme, self.verbs, self._middle)
        self.readers = Readers(self.context, self._middle)
        self.sidebar = Sidebar(self.context, splitter)
        self.annotator = Annotator(self.context, self.readers, self.sidebar, self)
        self.reshaper = Reshaper(self.context, self.annotator, self.readers, self)
        self.curator = Curator(self.context, self.list, self.readers, self)
        self.next_hits = NextHits(self.context, self.list, self.readers, self)
        self.note_jumps = NoteJumps(self)
        self.importing = Importing(self.context, self.strip, self.messages, self)
        self.keymap = Keymap(self.context.settings, self.verbs, self)
        self._menus = menus.fill(self.menuBar(), self.verbs)
        self.focus_mode = FocusMode(self)
        self.aloud = ReadAloud(self.context, self.readers, self)
        self.opens = Openings(self)
        self.outside = Outside(self)
        self.notices = Notices(self)
        self.switches = Switches(self)
        self.panes = Panes(self, splitter, self._middle)
        self.notebook = NotebookPlace(self, splitter, self._lay_out(splitter))
        self.state = ActionState(self)
        self._connect()
        self.beside = Beside(self)
        self._retranslate()
        self._restore()
        self._place = WindowPlace(self)
        self.afterwards: Afterwards | None = None
        self.drafts = Drafts(self, DraftFile(self.context.library.path, paths.log_folder()))

    @property
    def reader(self) -> ReaderPane:
        """The text that margin and verbs speak to."""
        return self.readers.active

    def open_article(self, article_id: int, *, at: int | None = None) -> None:
        """Open an article, at a code point of its text or where it was left."""
        self.notebook.leave()
        self.reader.open(article_id, at=at)
        self.list.select_article(article_id)

    def open_if_there(self, article_id: int) -> None:
        """Open an article that may be gone."""
        if articles.rows(self.context.reader, [article_id]):
            self.open_article(article_id)

    def come_to_front(self) -> None:
        """Show the window above the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_active(self) -> None:
        """Let margin, list and verbs speak of the text that is active now."""
        if article := self.reader.article:
            self._on_opened(article)
            self.list.follow(article.id)
        else:
            self._forget_article()

    def menu_titles(self) -> dict[str, str]:
        """Return what the menus are called now, by name."""
        return {name: menu.title().replace("&", "") for name, menu in self._menus.items()}

    def add_samples(self) -> None:
        """Put the sample articles into the library."""
        self.context.dispatch.do(
            samples.add_samples,
            then=lambda ids: self.open_article(ids[-1]) if ids else None,
            folder=paths.seeds(),
        )

    def remove_samples(self) -> None:
        """Take the sample articles out of the library."""
        self.context.dispatch.do(samples.remove_samples)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_in(event.mimeData()) or addresses_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.importing.start(paths_in(event.mimeData()))
        if addresses := addresses_in(event.mimeData()):
            self.outside.web().ask(addresses)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.sidebar.flush()
        self.readers.stop()
        self.outside.end()
        self.aloud.stop()
        self.focus_mode.leave()
        self._place.keep()
        self.context.dispatch.settle()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panes.resized()

    def _lay_out(self, splitter: QSplitter) -> QVBoxLayout:
        column = QVBoxLayout(self._middle)
        column.addWidget(self.reader_bar)
        column.addWidget(self.readers, 1)
        rows = QVBoxLayout(self._whole)
        for one in (column, rows):
            one.setContentsMargins(0, 0, 0, 0)
            one.setSpacing(0)
        rows.addWidget(splitter, 1)
        rows.addWidget(self.strip)
        rows.addWidget(self.messages)
        self.setMinimumSize(900, 600)
        self.setAcceptDrops(True)
        return rows

    def _connect(self) -> None:
        fields = [self.findChild(QWidget, name) for name in _TEXT_FIELDS]
        FileDrops([field for field in fields if field], self.importing.start, self)
        self.list.addActions([self.verbs[name] for name in _LIST_VERBS])
        for pane in (self.readers, self.sidebar):
            pane.addActions([self.verbs[name] for name in _MARGIN_VERBS])
        self.readers.offer(
            [
                self.verbs[f"annotation.{name}"]
                for name in ("underline", "note", "tag", "set_range")
            ],
            swap=self.verbs["view.swap"],
            close=self.verbs["view.close_text"],
        )
        self.readers.colour_chosen.connect(self.annotator.colour)
        self.list.article_chosen.connect(self.readers.open)
        self.list.beside_wanted.connect(lambda article_id: self.beside.open(article_id))
        self.list.query_changed.connect(self.readers.set_query)
        self.list.search_help_requested.connect(self.opens.search_help)
        self.list.import_requested.connect(self.importing.choose_files)
        self.importing.bundle_given.connect(lambda path: self.opens.sharing().merge(path))
        self.list.samples_requested.connect(self.add_samples)
        self.list.menu_requested.connect(self._show_article_menu)
        self.sidebar.menu_requested.connect(self._show_annotation_menu)
        self.readers.menu_requested.connect(self._show_text_menu)
        self.sidebar.return_to_reader.connect(self.readers.take_focus)
        self.sidebar.reattach_wanted.connect(self.annotator.reattach)
        self.sidebar.similar.open_wanted.connect(self.open_if_there)
        self.sidebar.similar.beside_wanted.connect(lambda article_id: self.beside.open(article_id))
        self.sidebar.similar.compare_wanted.connect(self.opens.compare_with)
        self.sidebar.similar.carry_wanted.connect(self.opens.carry_to)
        self.readers.opened.connect(self._on_opened)
        self.readers.past_hits.connect(self.next_hits.go)
        self.strip.finished.connect(self._on_imported)
        self.context.dispatch.changed.connect(self._on_changed)
        self.context.dispatch.done.connect(self._on_done)
        self.context.dispatch.failed.connect(self._on_failed)
        self.context.jobs.failed.connect(self._on_failed)
        self.context.settings.changed.connect(self._on_setting)
        self.context.theme.colours.changed.connect(self._retranslate)

    def _restore(self) -> None:
        self.resize(WIDTH, 800)
        kept = self.context.settings.geometry("window")
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)
        self.panes.restore()
        self.state.refresh()

    def _retranslate(self) -> None:
        actions.call_colours(self.verbs, self.context.theme.colours)
        menus.label(self._menus)
        self._title()
        self.state.refresh()

    def _title(self) -> None:
        article = self.reader.article
        self.setWindowTitle(f"{article.title} – Glosa" if article else "Glosa")

    def _tell(self, text: str, kind: str) -> None:
        self.messages.tell(text, kind)

    def _on_opened(self, row: ArticleRow) -> None:
        self.sidebar.set_article(row, articles.note(self.context.reader, row.id))
        self.annotator.article_changed()
        self._title()
        self.state.refresh()

    def _on_imported(self, report: ImportReport) -> None:
        """Open what came first, where nothing is open that one might be reading."""
        if report.imported and self.reader.article is None:
            self.open_article(report.imported[0])
            self.list.table.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        article = self.reader.article
        if changes.touches("article_text"):
            self.reader.refresh_text()
            self.sidebar.similar.refresh()
        if article and changes.touches("article", "article_tag", "tag"):
            found = articles.rows(self.context.reader, [article.id])
            if found:
                self.reader.refresh_row(found[0])
                self.sidebar.set_article(found[0], articles.note(self.context.reader, article.id))
            else:
                self._close_article()
        self._title()

    def _close_article(self) -> None:
        self.reader.close_article()
        self._forget_article()

    def _forget_article(self) -> None:
        self.sidebar.set_article(None, "")
        self.annotator.article_changed()
        self.state.refresh()

    def _on_done(self, changes: Changes) -> None:
        if said := texts.done_text(changes.step):
            act = partial(self.context.dispatch.undo_if_last, self.context.library.undoable)
            self.messages.tell(said, action=self.tr("Undo"), act=act)

    def _on_failed(self, error: UserError) -> None:
        self.messages.tell(texts.error_text(error), "error")

    def _on_setting(self, name: str) -> None:
        if name.startswith("reader_"):
            self.readers.restyle()
        if name == "watched_folders":
            self.outside.watching()
        if name == "watch_clipboard":
            self.outside.watch_clipboard()
        if name == "text_scale":
            self.panes.fold_if_tight()
        self.state.refresh()

    def _show_article_menu(self, place: QPoint) -> None:
        menus.context_menu(menus.ARTICLE, self.verbs, self._menus).exec(place)

    def _show_text_menu(self, annotation_id: int | None, place: QPoint) -> None:
        if annotation_id is not None and not self.reader.view.selection():
            self._show_annotation_menu(annotation_id, place)
        else:
            menus.context_menu(menus.TEXT, self.verbs, self._menus).exec(place)

    def _show_annotation_menu(self, annotation_id: int, place: QPoint) -> None:
        self.annotator.choose(annotation_id, reveal=False)
        menus.context_menu(menus.ANNOTATION, self.verbs, self._menus).exec(place)
