"""Two texts side by side: the verbs, and what keeps the one that is not active in step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence

from desktop.core.changes import Changes
from desktop.library import annotations, articles
from desktop.library.annotations import Annotation
from desktop.ui.article_highlights import seen_in
from desktop.ui.people import SETTINGS as PEOPLE_SETTINGS
from desktop.ui.reader.pane import ReaderPane

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


class Beside(QObject):
    """`folded` while the list is away to make room for the second text."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._context = window.context
        self._readers = window.readers
        self.folded = False
        self._readers.switched.connect(self._on_switched)
        self._readers.other_opened.connect(self._read_marks)
        self._readers.arranged.connect(self._on_arranged)
        self._context.dispatch.changed.connect(self._on_changed)
        self._context.settings.changed.connect(self._on_setting)

    def open(self, article_id: int) -> None:
        """Open an article beside the one that is open."""
        self._window.notebook.leave()
        self._make_room()
        self._readers.open_beside(article_id)

    def move_over(self) -> None:
        """Open this article beside the one that was read here before it, which comes back."""
        pane = self._readers.active
        meant, before = pane.wanted, pane.before
        if meant is None:
            return
        pane.save_progress()
        self.open(meant)
        if before is not None and self._is_there(before):
            pane.open(before)

    def close(self) -> None:
        """Close the text that is active; the other stays."""
        self._readers.close_pane(self._readers.active)

    def kept(self) -> str:
        """Return what `restore` needs, to be kept until the next start; "" for one text."""
        ids = [pane.article.id if pane.article else 0 for pane in self._readers.panes]
        return " ".join(map(str, ids)) if len(ids) > 1 else ""

    def restore(self) -> None:
        """Show two texts again, once the window is there, if there were two."""
        kept = str(self._context.settings.get("side_by_side")).split()
        if len(kept) == 2:
            QTimer.singleShot(0, self, partial(self._restore, int(kept[0]), int(kept[1])))

    def _restore(self, first: int, second: int) -> None:
        here = self._readers.active.wanted
        other = first if here == second else second
        if here not in (first, second) or not self._is_there(other):
            return
        self._make_room()
        self._readers.open_beside(other, go=False)
        if here == second:
            self._readers.swap()

    def _is_there(self, article_id: int) -> bool:
        return bool(articles.rows(self._context.reader, [article_id]))

    def _make_room(self) -> None:
        """Fold the list away where two texts side by side need its room and that is enough."""
        window, needed = self._window, self._readers.least_width
        room = self._readers.width()
        if self._readers.other or window.list.isHidden() or room >= needed:
            return
        if room + window.list.width() >= needed:
            self.folded = True
            window.panes.toggle_list()
            key = window.verbs["view.list"].shortcut()
            shown = key.toString(QKeySequence.SequenceFormat.NativeText)
            said = self.tr("The list makes room for the two texts. {key} shows it.")
            self._context.tell(said.format(key=shown), "info")

    def _on_arranged(self) -> None:
        window = self._window
        if self._readers.other is None and self.folded:
            self.folded = False
            if window.list.isHidden():
                window.panes.toggle_list()
        window.state.refresh()

    def _on_switched(self) -> None:
        self._window.show_active()
        self._read_marks()

    def _on_changed(self, changes: Changes) -> None:
        pane = self._readers.other
        if pane is None:
            return
        if changes.touches("article_text"):
            pane.refresh_text()
        if pane.article and changes.touches("article", "article_tag", "tag"):
            found = articles.rows(self._context.reader, [pane.article.id])
            if found:
                pane.refresh_row(found[0])
            else:
                self._readers.close_pane(pane)
        self._readers.refresh_titles()
        if changes.touches("annotation", "annotation_tag", "tag") and self._concerns(changes):
            self._read_marks()

    def _concerns(self, changes: Changes) -> bool:
        """Tell whether a change may be one of the other text's highlights."""
        reader, pane = self._context.reader, self._readers.other
        ids = annotations.touched(reader, changes)
        if ids is None or pane is None or pane.article is None:
            return True
        found = annotations.present(reader, ids)
        here = pane.article.id
        return len(found) < len(ids) or any(one.article_id == here for one in found)

    def _on_setting(self, name: str) -> None:
        if name in PEOPLE_SETTINGS:
            self._read_marks()

    def _read_marks(self) -> None:
        """Show the highlights of the other text; those of the active one are the annotator's."""
        pane = self._readers.other
        if pane and pane.article:
            key = pane.article.id
            question = seen_in(self._context.settings, key)
            self._context.jobs.ask("annotations beside", question, partial(self._show, pane, key))

    def _show(self, pane: ReaderPane, article_id: int, found: list[Annotation]) -> None:
        article = pane.article
        if pane is self._readers.other and article and article.id == article_id:
            pane.set_annotations(found)
