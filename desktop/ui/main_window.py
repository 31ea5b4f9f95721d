"""The window: three panes, the menus, and which of them hears of what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from desktop import paths
from desktop.core.changes import Changes
from desktop.core.errors import UserError
from desktop.core.glosa_link import addresses_of
from desktop.library import articles
from desktop.library.articles import ArticleRow
from desktop.operations import samples
from desktop.ui import actions, menus, people, texts
from desktop.ui.action_state import ActionState
from desktop.ui.annotator import Annotator
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
from desktop.ui.read_aloud import ReadAloud
from desktop.ui.reader.pane import ReaderPane
from desktop.ui.reader_bar import ReaderBar
from desktop.ui.reshaper import Reshaper
from desktop.ui.sidebar.sidebar import Sidebar
from desktop.ui.window_place import WindowPlace

if TYPE_CHECKING:
    from desktop.operations.import_articles import ImportReport
    from desktop.ui.afterwards import Afterwards
    from desktop.ui.following import Following
    from desktop.ui.notebook.page import NotebookPage
    from desktop.ui.printing import Printing
    from desktop.ui.safety import Safety
    from desktop.ui.sharing import Sharing
    from desktop.ui.watching import Watching
    from desktop.ui.web.clipboard_watch import ClipboardWatch
    from desktop.ui.web.web import Web

_WIDTH, _LIST, _MARGIN = 1280, 340, 320
_TIGHT = 600  # for three panes, in pixels at a text scale of 1
_TIGHT_LIST = 0.4  # of the width, beside the reader alone
_MARGIN_VERBS = ("edit.copy", "annotation.set_range", "annotation.delete")
_TEXT_FIELDS = ("searchBox", "articleNote", "noteEditor", "tagEditor")
_LIST_VERBS = ("article.trash", "article.delete", "library.paste")


class MainWindow(QMainWindow):
    """Wires the panes together; what a verb does stands in the annotator, curator and importing."""

    def __init__(self, make_context: Callable[[Callable[[str, str], None]], Context]) -> None:
        super().__init__()
        self.context = make_context(self._tell)
        self._web: Web | None = None
        self._watching: Watching | None = None
        self._following: Following | None = None
        self._clipboard: ClipboardWatch | None = None
        # From the outside in: a pane that moves into its parent later is styled once more. And in
        # the order of reading: that is the way of the Tab key.
        self._whole = QWidget(self)
        self.setCentralWidget(self._whole)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self._whole)
        self.messages = MessageBar(self.context.theme, self._whole)
        self.strip = ImportStrip(self.context, self._whole)
        self.list = LibraryPane(self.context, self._splitter)
        self._middle = QWidget(self._splitter)
        self.verbs = actions.build(self)
        self.reader_bar = ReaderBar(self.context.theme, self.verbs, self._middle)
        self.reader = ReaderPane(self.context, self._middle)
        self.sidebar = Sidebar(self.context, self._splitter)
        self.annotator = Annotator(self.context, self.reader, self.sidebar, self)
        self.reshaper = Reshaper(self.context, self.annotator, self.reader, self)
        self.curator = Curator(self.context, self.list, self.reader, self)
        self.next_hits = NextHits(self.context, self.list, self.reader, self)
        self.importing = Importing(self.context, self.strip, self.messages, self)
        self.keymap = Keymap(self.context.settings, self.verbs, self)
        self._menus = menus.fill(self.menuBar(), self.verbs)
        self.focus_mode = FocusMode(self)
        self.aloud = ReadAloud(self.context, self.reader, self)
        self._state = ActionState(self)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._restore()
        self._place = WindowPlace(self)
        self.afterwards: Afterwards | None = None
        self.drafts = Drafts(self, DraftFile(self.context.library.path, paths.log_folder()))

    @property
    def in_notebook(self) -> bool:
        """Whether the notebook is shown in place of the panes."""
        return self._splitter.isHidden()

    def open_article(self, article_id: int, *, at: int | None = None) -> None:
        """Open an article, at a code point of its text or where it was left."""
        self.leave_notebook()
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

    def say_read_only(self, why: UserError | None = None, *, asked: bool = False) -> None:
        """Say that nothing can be changed, and why; *asked*: the user wants it so."""
        if why:
            self.messages.tell(texts.error_text(why), "warning", stay=True)
            return
        reason = self.tr(
            "This library can only be read: the file or its folder is write-protected. "
            "You can read, search and export."
        )
        if asked:
            reason = self.tr(
                "This library can only be read, as you asked: nothing in it can change."
            )
        self.messages.tell(reason, "info" if asked else "warning", stay=True)

    def say_damaged(self) -> None:
        """Say that a check found damage, with what can be done about it at hand."""
        self.messages.tell(
            self.tr("The library is damaged. Nothing was changed, and its backups are kept."),
            "error",
            action=self.tr("What can be done…"),
            act=self.safety().recover,
        )

    def say_ended_badly(self, report: str) -> None:
        """Say that the program died last time, with the report at hand."""
        self.messages.tell(
            self.tr("Glosa ended unexpectedly last time. What was saved is there."),
            "warning",
            action=self.tr("Copy report"),
            act=lambda: QApplication.clipboard().setText(report),
            stay=True,
        )

    def open_web_page(self) -> None:
        """Show where the open article came from and, if the user says so, go there."""
        from desktop.ui.links import open_link

        article = self.reader.article
        if article and article.url:
            open_link(self.context, article.url, self)
        elif article:
            self._tell(
                self.tr("This article has no web address. You can add it in its details."), "info"
            )

    def focus_search(self) -> None:
        """Show the list and search."""
        self.list.show()
        self.list.focus_search()

    def save_search(self) -> None:
        """Keep the search that narrows the list."""
        self.list.show()
        self.list.save_search()

    def show_search_help(self) -> None:
        """Show the search language on one page."""
        from desktop.ui.dialogs.search_help import SearchHelp

        SearchHelp(self.context, self).exec()

    def focus_filter(self) -> None:
        """Show the margin and filter its highlights."""
        self.sidebar.show()
        self.sidebar.focus_filter()

    def focus_article_tags(self) -> None:
        """Tag the open article."""
        self.sidebar.show()
        self.sidebar.focus_article_tags()

    def focus_article_note(self) -> None:
        """Write on the open article."""
        self.sidebar.show()
        self.sidebar.focus_article_note()

    def go_to_pane(self, step: int) -> None:
        """Give the keyboard to the next pane that is shown."""
        if self.in_notebook:
            self._notebook_page().go_to_part(step)
            return
        panes: tuple[tuple[QWidget, Callable[[], None]], ...] = (
            (self.list, self._enter_list),
            (self.reader, self.reader.take_focus),
            (self.sidebar, self._enter_sidebar),
        )
        shown = [(pane, enter) for pane, enter in panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        held = (n for n, (pane, _) in enumerate(shown) if focus and pane.isAncestorOf(focus))
        here = next(held, None)
        if shown:  # none while the notebook has the window
            shown[0 if here is None else (here + step) % len(shown)][1]()

    def toggle_list(self) -> None:
        """Fold the list away, or back."""
        self.list.setVisible(not self.list.isVisible())
        self._state.refresh()

    def toggle_sidebar(self) -> None:
        """Fold the margin away, or back."""
        self.sidebar.setVisible(not self.sidebar.isVisible())
        self._state.refresh()

    def toggle_columns(self) -> None:
        """Show the list as a table with columns, or as two-line rows."""
        self.list.set_columns(not self.context.settings.get("list_columns"))
        self._state.refresh()

    def toggle_only_mine(self) -> None:
        """Hide the highlights of others, or show everyone's again."""
        settings = self.context.settings
        turn = people.show_everyone if people.only_mine(settings) else people.show_mine
        turn(settings)

    def toggle_sans(self) -> None:
        """Read with or without serifs."""
        serif = self.context.settings.get("reader_font") == "serif"
        self.context.settings.set("reader_font", "sans" if serif else "serif")

    def toggle_full_screen(self) -> None:
        """Fill the screen, or be a window again."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._state.refresh()

    def toggle_focus(self) -> None:
        """Show only the reader, or everything again."""
        self.focus_mode.toggle()
        self._state.refresh()

    def flip(self, setting: str) -> None:
        """Turn a setting that is on or off over."""
        self.context.settings.set(setting, not self.context.settings.get(setting))

    def resize_text(self, step: int) -> None:
        """Make the reader's text larger or smaller by a pixel."""
        size = self.context.settings.get("reader_size") + step
        self.context.settings.set("reader_size", min(max(size, 12), 40))

    def show_export(self) -> None:
        """Ask what to export, and where to."""
        from desktop.ui.dialogs.export_dialog import ExportDialog

        article = self.reader.article
        ExportDialog(
            self.context,
            current=article.id if article else None,
            selected=self.list.selected_ids(),
            results=self.list.result_ids(),
            searching=self.list.searching,
            parent=self,
        ).exec()

    def toggle_notebook(self) -> None:
        """Show every highlight of the library in place of the reader, or the reader again."""
        if self.in_notebook:
            self.leave_notebook()
        else:
            self._show_notebook().show_list()

    def show_statistics(self) -> None:
        """Show pictures of the library's highlights."""
        self._show_notebook().show_pictures()

    def leave_notebook(self) -> None:
        """Show the list, the reader and the margin again."""
        if self.in_notebook:
            self._notebook_page().hide()
            self._splitter.show()
            self.reader.take_focus()
            self._state.refresh()

    def _show_notebook(self) -> NotebookPage:
        page = self._notebook_page()
        self.sidebar.flush()
        self._splitter.hide()
        page.show()
        self._state.refresh()
        return page

    def _notebook_page(self) -> NotebookPage:
        from desktop.ui.notebook.page import NotebookPage

        page = self._whole.findChild(NotebookPage)
        if page is None:
            page = NotebookPage(self.context, self._whole)
            self._rows.insertWidget(0, page, 1)
            page.left.connect(self.leave_notebook)
            page.jumped.connect(self._open_highlight)
        return page

    def _open_highlight(self, article_id: int, start: int, annotation_id: int) -> None:
        self.open_article(article_id, at=start)
        self.annotator.choose_when_there(annotation_id)

    def sharing(self) -> Sharing:
        """Return what takes in the work of others."""
        from desktop.ui.sharing import Sharing

        return self.findChild(Sharing) or Sharing(self.context, self)

    def web(self) -> Web:
        """Return what adds pages from the web."""
        from desktop.ui.web.web import Web

        if self._web is None:
            self._web = Web(self.context, self)
            self._web.article_wanted.connect(self.open_if_there)
            self._web.query_wanted.connect(self.list.set_query)
        return self._web

    def offer_link(self, link: str) -> None:
        """Offer the pages that a `glosa:` link names; they are fetched if the user says so."""
        if addresses := addresses_of(link):
            self.come_to_front()
            self.web().ask(addresses)
        else:
            self._tell(self.tr("This link holds no address of a web page."), "warning")

    def watching(self) -> Watching:
        """Return what takes in new files of the folders that are watched."""
        from desktop.ui.watching import Watching

        if self._watching is None:
            self._watching = Watching(self.context, self.strip, self)
        return self._watching

    def following(self) -> Following:
        """Return what keeps exports up to date that are to follow the library."""
        from desktop.ui.following import Following

        if self._following is None:
            self._following = Following(self.context, self)
        return self._following

    def watch_clipboard(self) -> ClipboardWatch:
        """Return what offers addresses that are copied elsewhere, while the setting is on."""
        from desktop.ui.web.clipboard_watch import ClipboardWatch

        if self._clipboard is None:
            self._clipboard = ClipboardWatch(self.context, self._offer_copied, self)
        return self._clipboard

    def _offer_copied(self, addresses: Sequence[str]) -> None:
        self.messages.tell(
            self.tr("Copied: {address}").format(address=addresses[0][:80]),
            action=self.tr("Add"),
            act=lambda: self.web().ask(addresses),
        )

    def printing(self) -> Printing:
        """Return what puts articles on paper."""
        from desktop.ui.printing import Printing

        return self.findChild(Printing) or Printing(self)

    def show_agreement(self) -> None:
        """Compare the coders of the listed articles."""
        from desktop.ui.dialogs.agreement_dialog import AgreementDialog

        AgreementDialog(self.context, self.list.result_ids(), self).open()

    def safety(self) -> Safety:
        """Return what keeps the library safe."""
        from desktop.ui.safety import Safety

        return self.findChild(Safety) or Safety(self.context, self)

    def show_tags(self) -> None:
        """Open the tag tree."""
        from desktop.ui.tags.manager import TagManager

        manager = TagManager(self.context, self)
        manager.show_articles.connect(self.list.show_tag)
        manager.exec()

    def show_autotag(self) -> None:
        """Tag the sentences that contain certain words."""
        from desktop.ui.dialogs.autotag import AutotagDialog
        from desktop.ui.dialogs.export_scopes import scopes

        article = self.reader.article
        current = article.id if article else None
        choices = scopes(current, self.list.selected_ids(), self.list.result_ids())
        AutotagDialog(self.context, choices, self).exec()

    def show_trash(self) -> None:
        """Show what was deleted."""
        from desktop.ui.dialogs.trash import TrashDialog

        TrashDialog(self.context, self).exec()

    def show_history(self) -> None:
        """Show what was done since the start."""
        from desktop.ui.dialogs.history import HistoryDialog

        HistoryDialog(self.context, self).exec()

    def show_preferences(self) -> None:
        """Open the preferences."""
        from desktop.ui.dialogs.preferences import PreferencesDialog

        PreferencesDialog(self.context, self).exec()

    def show_keys(self) -> None:
        """Show the sheet of all keys."""
        from desktop.ui.dialogs.keys import KeysDialog

        verbs, titles = self.verbs.values(), self._menu_titles()
        KeysDialog(verbs, titles, self.context, self, keymap=self.keymap).exec()

    def show_palette(self) -> None:
        """Offer every action, tag and article behind one field."""
        from desktop.ui.dialogs.command_palette import CommandPalette, Places

        places = Places(article=self.open_article, tag=self.list.show_tag)
        CommandPalette(self.context, self.verbs.values(), self._menu_titles(), places, self).open()

    def edit_text(self) -> None:
        """Edit the text of the open article."""
        from desktop.ui.dialogs.edit_text import EditTextDialog

        if not (article := self.reader.article):
            return
        if len(self.reader.text) > EditTextDialog.LONGEST:
            self._tell(self.tr("This text is too long to be edited here."), "info")
        else:
            EditTextDialog(self.context, article.id, self).exec()

    def show_versions(self) -> None:
        """Show what changed in the open article, version by version."""
        from desktop.ui.compare.versions import VersionsWindow

        if article := self.reader.article:
            VersionsWindow(self.context, article.id, self).dialog.exec()

    def show_similar(self) -> None:
        """Show the margin and, in it, the articles like the open one."""
        self.sidebar.show()
        self.sidebar.similar.unfold()

    def compare_with(self, article_id: int) -> None:
        """Show the open article and another word by word."""
        from desktop.ui.compare.articles import ArticlesWindow

        if article := self.reader.article:
            ArticlesWindow(self.context, article.id, article_id, self).dialog.exec()

    def carry_to(self, article_id: int) -> None:
        """Carry the open article's highlights over to another."""
        from desktop.ui.compare.articles import carry_over

        if article := self.reader.article:
            carry_over(self.context, article.id, article_id)

    def show_about(self) -> None:
        """Say what this program is."""
        from desktop.ui.dialogs.about import AboutDialog

        AboutDialog(self.context, self).exec()

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
            self.web().ask(addresses)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.sidebar.flush()
        self.reader.stop()
        if self._watching:
            self._watching.end()
        if self._following:
            self._following.end()
        self.strip.stop_and_wait()
        if self._web:
            self._web.end()
        self.aloud.stop()
        self.focus_mode.leave()
        self._place.keep()
        self.context.dispatch.settle()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_if_tight()
        if not self._panes_moved:
            self._share_width()

    def keep_panes(self) -> None:
        """Keep how wide the panes are and which are folded away, not what hides them for now."""
        if self.focus_mode.on:
            return
        if self._panes_moved:
            self.context.settings.keep_geometry("panes", self._splitter.saveState())
        folded = [name for name, pane in self._foldable() if pane.isHidden()]
        if self._tight and self._margin_waits and "sidebar" in folded:
            folded.remove("sidebar")
        self.context.settings.keep_geometry("folded", " ".join(folded))

    def _share_width(self) -> None:
        """Give the panes their shares of the window, until the user moves one."""
        sides = [round(min(most, self.width() * most / _WIDTH)) for most in (_LIST, _MARGIN)]
        if self._tight:
            sides[0] = round(self.width() * _TIGHT_LIST)
        self._splitter.setSizes([sides[0], self.width() - sum(sides), sides[1]])

    def _on_pane_moved(self) -> None:
        self._panes_moved = True

    def _enter_list(self) -> None:
        if self.list.table.isVisible():
            self.list.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.list.focus_search()

    def _enter_sidebar(self) -> None:
        if self.sidebar.cards.isVisible():
            self.sidebar.cards.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.sidebar.focus_article_tags()

    def _lay_out(self) -> None:
        self._panes_moved = self._tight = self._margin_waits = False
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.reader_bar)
        column.addWidget(self.reader, 1)
        for pane, least in ((self.list, 240), (self._middle, 320), (self.sidebar, 240)):
            pane.setMinimumWidth(least)
            self._splitter.addWidget(pane)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.splitterMoved.connect(self._on_pane_moved)
        rows = self._rows = QVBoxLayout(self._whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._splitter, 1)
        rows.addWidget(self.strip)
        rows.addWidget(self.messages)
        self.setMinimumSize(900, 600)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        fields = [self.findChild(QWidget, name) for name in _TEXT_FIELDS]
        FileDrops([field for field in fields if field], self.importing.start, self)
        self.list.addActions([self.verbs[name] for name in _LIST_VERBS])
        for pane in (self.reader, self.sidebar):
            pane.addActions([self.verbs[name] for name in _MARGIN_VERBS])
        self.reader.selection_bar.add_actions(
            [self.verbs[f"annotation.{name}"] for name in ("underline", "note", "tag", "set_range")]
        )
        self.reader.selection_bar.colour_chosen.connect(self.annotator.colour)
        self.list.article_chosen.connect(self.reader.open)
        self.list.query_changed.connect(self.reader.set_query)
        self.list.search_help_requested.connect(self.show_search_help)
        self.list.import_requested.connect(self.importing.choose_files)
        self.importing.bundle_given.connect(lambda path: self.sharing().merge(path))
        self.list.samples_requested.connect(self.add_samples)
        self.list.menu_requested.connect(self._show_article_menu)
        self.sidebar.menu_requested.connect(self._show_annotation_menu)
        self.reader.view.menu_requested.connect(self._show_text_menu)
        self.sidebar.return_to_reader.connect(self.reader.view.setFocus)
        self.sidebar.reattach_wanted.connect(self.annotator.reattach)
        self.sidebar.similar.open_wanted.connect(self.open_if_there)
        self.sidebar.similar.compare_wanted.connect(self.compare_with)
        self.sidebar.similar.carry_wanted.connect(self.carry_to)
        self.reader.opened.connect(self._on_opened)
        self.reader.past_hits.connect(self.next_hits.go)
        self.strip.finished.connect(self._on_imported)
        self.context.dispatch.changed.connect(self._on_changed)
        self.context.dispatch.done.connect(self._on_done)
        self.context.dispatch.failed.connect(self._on_failed)
        self.context.jobs.failed.connect(self._on_failed)
        self.context.settings.changed.connect(self._on_setting)

    def _restore(self) -> None:
        self.resize(1280, 800)
        for name, restore in (
            ("window", self.restoreGeometry),
            ("panes", self._splitter.restoreState),
        ):
            kept = self.context.settings.geometry(name)
            if isinstance(kept, QByteArray):
                restore(kept)
                self._panes_moved = self._panes_moved or name == "panes"
        folded = str(self.context.settings.geometry("folded") or "").split()
        for name, pane in self._foldable():
            pane.setVisible(name not in folded)
        self._fold_if_tight()
        self._enter_list()
        self._state.refresh()

    def _fold_if_tight(self) -> None:
        """Fold the margin away while large texts leave no room for three panes; F8 shows it."""
        tight = self.width() < _TIGHT * self.context.theme.scale
        if tight and not self._tight:
            self._margin_waits = not self.sidebar.isHidden()
            self.sidebar.hide()
        elif self._tight and not tight and self._margin_waits:
            self.sidebar.show()
        self._tight = tight
        self._state.refresh()

    def _foldable(self) -> tuple[tuple[str, QWidget], ...]:
        return ("list", self.list), ("sidebar", self.sidebar)

    def _retranslate(self) -> None:
        actions.label(self.verbs)
        menus.label(self._menus)
        self._title()
        self._state.refresh()

    def _title(self) -> None:
        article = self.reader.article
        self.setWindowTitle(f"{article.title} – Glosa" if article else "Glosa")

    def _menu_titles(self) -> dict[str, str]:
        return {name: menu.title().replace("&", "") for name, menu in self._menus.items()}

    def _tell(self, text: str, kind: str) -> None:
        self.messages.tell(text, kind)

    def _on_opened(self, row: ArticleRow) -> None:
        self.sidebar.set_article(row, articles.note(self.context.reader, row.id))
        self.annotator.article_changed()
        self._title()
        self._state.refresh()

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
        self.sidebar.set_article(None, "")
        self.annotator.article_changed()
        self._state.refresh()

    def _on_done(self, changes: Changes) -> None:
        if said := texts.done_text(changes.step):
            act = partial(self.context.dispatch.undo_if_last, self.context.library.undoable)
            self.messages.tell(said, action=self.tr("Undo"), act=act)

    def _on_failed(self, error: UserError) -> None:
        self.messages.tell(texts.error_text(error), "error")

    def _on_setting(self, name: str) -> None:
        if name.startswith("reader_"):
            self.reader.restyle()
        if name == "watched_folders":
            self.watching()
        if name == "watch_clipboard":
            self.watch_clipboard()
        if name == "text_scale":
            self._fold_if_tight()
        self._state.refresh()

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
