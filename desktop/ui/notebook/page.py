"""The notebook: all highlights of the library on one page, in place of the reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.changes import Changes
from desktop.core.query import Query
from desktop.library import notebook_rows
from desktop.library.notebook import Notes, annotation_of, marked
from desktop.operations import annotate
from desktop.ui.context import Context
from desktop.ui.dialogs.parts import while_there
from desktop.ui.keeper import after_backup
from desktop.ui.notebook.asking import Listed, NotebookAsking
from desktop.ui.notebook.blank import BlankNotes
from desktop.ui.notebook.bulk_bar import BulkBar
from desktop.ui.notebook.chosen_facets import ChosenFacets
from desktop.ui.notebook.facet_tree import FacetTree
from desktop.ui.notebook.note_model import NoteModel
from desktop.ui.notebook.note_table import NoteTable
from desktop.ui.notebook.top_bar import TopBar
from desktop.ui.people import SETTINGS as PEOPLE_SETTINGS
from desktop.ui.people import shown_people

if TYPE_CHECKING:
    from desktop.ui.notebook.pictures import PicturesPage

_TABLES = ("annotation", "annotation_tag", "tag", "article")
_SETTLE_MS = 120
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_OWN_KEYS = (Qt.Key.Key_F, Qt.Key.Key_L, Qt.Key.Key_E, Qt.Key.Key_A, Qt.Key.Key_C)


class NotebookPage(QWidget):
    """`jumped(article, start, annotation)` to a highlight's place, `left()` back to the reader."""

    jumped = Signal(int, int, int)
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notebookPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._notes = Notes(people=shown_people(context.settings))
        self._fresh = self._stale = True
        self._entering = False
        self._pictures: PicturesPage | None = None
        self.model = NoteModel(context, self)
        self.top = TopBar(context, self)
        self.facets = FacetTree(context.theme, self)
        self.chosen = ChosenFacets(context.theme, self)
        self.table = NoteTable(context, self.model, self)
        self.blank = BlankNotes(context, self)
        self.bulk = BulkBar(context, self)
        self._asking = NotebookAsking(context.jobs, self)
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._lay_out()
        self._connect()

    @property
    def notes(self) -> Notes:
        """What is asked for."""
        return self._notes

    def show_list(self) -> None:
        """Show the highlights."""
        self.top.show_pictures(False)
        self._stack.setCurrentWidget(self._split)
        self._entering = self._stale
        self._refresh_if_stale()
        self._take_focus()

    def show_pictures(self) -> None:
        """Show pictures of the highlights that are asked for."""
        from desktop.ui.notebook.pictures import PicturesPage

        if self._pictures is None:
            self._pictures = PicturesPage(self._context, self)
            self._pictures.narrowed.connect(self._on_picture)
            self._stack.addWidget(self._pictures)
        self.top.show_pictures(True)
        self._refresh_if_stale()
        self._pictures.show_notes(self._notes)
        self._stack.setCurrentWidget(self._pictures)
        self._pictures.take_focus()

    def ask(self, notes: Notes) -> None:
        """List other highlights."""
        notes = replace(notes, people=shown_people(self._context.settings))
        if notes.coder is not None and not notes.people.sees(notes.coder):
            notes = notes.with_facet("coder", None)
        if notes != self._notes:
            self._notes = notes
            self._fresh = True
            self._ask()

    def go_to_part(self, step: int) -> None:
        """Give the keyboard to the next part of the page."""
        parts = [self.top.search, self.facets, self.table, self.bulk.tag_line]
        if self._pictures and self._pictures.isVisible():
            parts = [self.top.search, self._pictures]
        shown = [part for part in parts if part.isVisible()]
        focus = self.focusWidget()
        held = (n for n, part in enumerate(shown) if part is focus or part.isAncestorOf(focus))
        here = next(held, None) if focus else None
        part = shown[0 if here is None else (here + step) % len(shown)]
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def export(self) -> None:
        """Ask where to write what is listed."""
        from desktop.ui.dialogs.export_dialog import ExportDialog

        if entries := self.model.entries:
            ExportDialog(self._context, listed=entries, first="notebook", parent=self).open()
        else:
            self._context.tell(self.tr("There is nothing to export here."), "info")

    def recolour(self, colour: str) -> None:
        """Give the selected highlights another colour, in one step."""
        self._do(annotate.set_colour, colour=colour)

    def tag(self, path: str) -> None:
        """Hang a tag on the selected highlights, in one step."""
        self._do(annotate.add_tag, path=path)

    def untag(self, tag_id: int) -> None:
        """Take a tag off the selected highlights, in one step."""
        self._do(annotate.remove_tag, tag_id=tag_id)

    def delete(self) -> None:
        """Delete the selected highlights, in one step; many of them after a backup."""
        of = len(self.table.selected_annotations())
        self._do(annotate.delete, first=partial(after_backup, self._context, of=of))

    def open_row(self, row: int) -> None:
        """Go to the place of a highlight in its article."""
        note = self.model.pages.row_now(row)
        if note:
            self.jumped.emit(note.article_id, note.start, note.id)

    def event(self, event: QEvent) -> bool:
        """Keep the reader's keys from acting on what is not on screen."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            letter = event.key() < Qt.Key.Key_Escape or event.key() in _NAVIGATION
            plain = letter and not event.modifiers() & _MODIFIERS
            if plain or (event.modifiers() == _CTRL and event.key() in _OWN_KEYS):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, ctrl = event.key(), event.modifiers() == _CTRL
        if key == Qt.Key.Key_Escape:
            self.left.emit() if self.table.hasFocus() or self._in_pictures else self._take_focus()
        elif (ctrl and key in (Qt.Key.Key_F, Qt.Key.Key_L)) or event.text() == "/":
            self.top.search.take_focus()
        elif ctrl and key == Qt.Key.Key_E:
            self.export()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        share = 0.34 if self._context.theme.scale > 1.4 else 0.26
        side = min(round(self.width() * share), round(280 * max(1.0, self._context.theme.scale)))
        self._split.setSizes([side, self.width() - side])

    @property
    def _in_pictures(self) -> bool:
        return self._stack.currentWidget() is self._pictures

    def _lay_out(self) -> None:
        side = QWidget()
        side.setMinimumWidth(160)
        side_column = QVBoxLayout(side)
        side_column.setContentsMargins(8, 8, 0, 8)
        side_column.addWidget(self.facets)
        self._lists = QStackedWidget()
        self._lists.addWidget(self.table)
        self._lists.addWidget(self.blank)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._lists, 1)
        column.addWidget(self.bulk)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(side)
        self._split.addWidget(main)
        self._split.setStretchFactor(1, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        chips = QVBoxLayout()
        chips.setContentsMargins(16, 0, 16, 8)
        chips.addWidget(self.chosen)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        whole.addLayout(chips)
        whole.addWidget(self._stack, 1)
        self.bulk.hide()
        self.chosen.hide()
        self._lists.setCurrentWidget(self.blank)
        self.setMinimumSize(QSize(0, 0))

    def _connect(self) -> None:
        self._timer.timeout.connect(self._ask)
        self._asking.listed.connect(self._on_listed)
        self._asking.counted.connect(self.facets.show_counts)
        self._asking.failed.connect(lambda words: self._show_blank("failed", words))
        self._asking.slow.connect(self._on_slow)
        self._context.dispatch.changed.connect(self._on_changed)
        self._context.settings.changed.connect(self._on_setting)
        self.facets.chosen.connect(self._on_facet)
        self.chosen.removed.connect(lambda name: self._on_facet(name, None))
        self.blank.cleared.connect(self._clear)
        self.blank.retried.connect(self._ask)
        self.top.searched.connect(self._on_query)
        self.top.grouped.connect(lambda group: self.ask(replace(self._notes, group=group)))
        self.top.export_asked.connect(self.export)
        self.top.left.connect(self.left)
        self.top.list_asked.connect(self.show_list)
        self.top.pictures_asked.connect(self.show_pictures)
        self.top.search.left_down.connect(self._take_focus)
        self.table.opened.connect(self.open_row)
        self.table.picked.connect(self._on_picked)
        self.table.colour_key.connect(self.recolour)
        self.table.delete_key.connect(self.delete)
        self.table.tag_key.connect(self._on_tag_key)
        self.table.menu_requested.connect(self._show_menu)
        self.bulk.coloured.connect(self.recolour)
        self.bulk.tagged.connect(self.tag)
        self.bulk.untagged.connect(self.untag)
        self.bulk.untag_asked.connect(self._offer_tags)
        self.bulk.deleted.connect(self.delete)
        self.bulk.open_asked.connect(self._open_current)
        self.bulk.left.connect(self._take_focus)

    def _do(
        self,
        operation: Callable[..., Any],
        *,
        first: Callable[[Callable[[], None]], None] = lambda act: act(),
        **arguments: Any,
    ) -> None:
        ids = self.table.selected_annotations()
        if ids:
            do = self._context.dispatch.do
            first(partial(do, operation, annotation_ids=ids, **arguments))
        else:
            self._context.tell(self.tr("Select some highlights first."), "info")

    def _refresh_if_stale(self) -> None:
        if self._stale:
            self._ask()

    def _ask(self) -> None:
        self._stale = False
        self.chosen.show_notes(self._notes)
        self._asking.ask(self._notes)
        if self._in_pictures and self._pictures:
            self._pictures.show_notes(self._notes)

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches(*_TABLES):
            return
        self._stale = True
        self.model.pages.forget()
        if self.isVisible():
            self.model.repaint_rows()
            self._timer.start()

    def _on_setting(self, name: str) -> None:
        """Ask anew whose highlights are shown, when the page is seen next at the latest."""
        if name not in PEOPLE_SETTINGS:
            return
        if self.isVisible():
            self.ask(self._notes)
        else:
            self._notes = replace(self._notes, people=shown_people(self._context.settings))
            self._stale = self._fresh = True

    def _on_listed(self, listed: Listed) -> None:
        place, fresh = self.table.place(), self._fresh
        self._fresh = False
        if fresh or listed.entries != self.model.entries or listed.paths != self.model.paths:
            self.model.show_entries(
                listed.entries,
                group=listed.notes.group,
                terms=marked(listed.notes.query),
                paths=listed.paths,
            )
            self.table.fit()
            self.table.return_to(place)
            if fresh:
                self.table.scrollToTop()
        number = len(listed.entries)
        if listed.notes.group == "tag":
            number = len(set(map(annotation_of, listed.entries)))
        self.top.tell_count(number)
        self._on_picked()
        if listed.entries:
            self._lists.setCurrentWidget(self.table)
            if self._entering and not self._in_pictures:
                self._take_focus()
            self._entering = False
        else:
            narrowed = bool(listed.notes.query or listed.notes.facets)
            hidden = listed.notes.people.names is not None
            kind = "narrowed" if narrowed else "hidden" if hidden else "empty"
            self._show_blank(kind, self.top.search.text)

    def _on_slow(self) -> None:
        if self._fresh:
            self._show_blank("loading", "")

    def _show_blank(self, kind: str, detail: str) -> None:
        self.blank.say(kind, detail)
        self._lists.setCurrentWidget(self.blank)

    def _on_facet(self, name: str, value: str | None) -> None:
        self.ask(self._notes.with_facet(name, value))

    def _on_query(self, query: Query) -> None:
        self.ask(replace(self._notes, query=query))

    def _on_picture(self, notes: Notes, search: str) -> None:
        """Show the highlights behind a part of a picture."""
        if search:
            self.top.search.set_text(search)
        self.ask(replace(notes, query=self._notes.query, group=self._notes.group))
        self.show_list()

    def _clear(self) -> None:
        self.top.search.set_text("")
        self.ask(Notes(group=self._notes.group))
        self._take_focus()

    def _on_picked(self) -> None:
        self.bulk.tell(len(self.table.selected_annotations()))

    def _on_tag_key(self) -> None:
        if self.bulk.isVisible():
            self.bulk.tag_line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _offer_tags(self) -> None:
        ids = self.table.selected_annotations()
        self._context.jobs.ask(
            "notebook tags of selection",
            lambda reader: notebook_rows.tags_on(reader, ids),
            while_there(self, self.bulk.offer_tags),
        )

    def _open_current(self) -> None:
        if self.table.currentIndex().isValid():
            self.open_row(self.table.currentIndex().row())

    def _show_menu(self, at: QPoint) -> None:
        if not self.table.selected_annotations():
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Open in the article")).triggered.connect(self._open_current)
        menu.addAction(self.tr("Add a tag…")).triggered.connect(self._on_tag_key)
        menu.addAction(self.tr("Remove a tag…")).triggered.connect(self._offer_tags)
        menu.addSeparator()
        menu.addAction(self.tr("Delete")).triggered.connect(self.delete)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _take_focus(self) -> None:
        if not self.model.entries:
            self.top.search.take_focus()
            return
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)


_CTRL = Qt.KeyboardModifier.ControlModifier
_NAVIGATION = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Escape,
)
