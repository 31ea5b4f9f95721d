"""Which actions can be used now, which are ticked, and what undo would undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.core.changes import Changes
from desktop.library import articles
from desktop.operations import samples
from desktop.ui import actions, people, texts

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

_NEED_ARTICLE = ("article.star", "article.tag", "article.note", "article.details", "article.trash",
                 "article.restore", "article.delete", "find.article", "find.next",
                 "find.previous", "find.highlights")  # fmt: skip
_NEED_TEXT = ("annotation.highlight", "annotation.underline", "annotation.note", "annotation.tag",
              "article.edit_text", "article.versions", "article.similar", "article.beside",
              "annotation.next", "annotation.previous", "annotation.split", "annotation.peek",
              "article.web", "view.aloud", "article.pdf", "article.print", "select.word",
              "select.clause", "select.sentence", "select.quotation", "select.paragraph",
              "select.grow", "select.shrink", "edit.cite", "cite.plain", "cite.markdown",
              "cite.footnote", "cite.bibtex")  # fmt: skip
_NEED_ANNOTATION = ("annotation.range", "annotation.delete", "annotation.join",
                    "annotation.end_later", "annotation.end_earlier",
                    "annotation.start_later", "annotation.start_earlier")  # fmt: skip
_ICONS = {"article.star": ("star", "star-filled")}


class ActionState(QObject):
    """Follows the window; `refresh` after anything that no signal tells of."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._starred: bool | None = None
        dispatch = window.context.dispatch
        dispatch.history_changed.connect(self._history)
        dispatch.changed.connect(self._on_changed)
        window.annotator.changed.connect(self.refresh)
        window.aloud.changed.connect(self.refresh)
        window.list.selection_changed.connect(self.refresh)
        window.list.query_changed.connect(self._on_query)
        window.context.theme.changed.connect(self._retint)
        for action in window.verbs.values():
            if action.isCheckable():
                # A click turns the tick over, also on what was chosen already.
                action.triggered.connect(self.refresh)
        self._has_samples = False
        self._look_for_samples()
        self._retint()

    def refresh(self) -> None:
        """Set what can be used and what is ticked."""
        window, verbs = self._window, self._window.verbs
        has_article = bool(window.reader.article or window.list.selected_ids())
        for name in _NEED_ARTICLE:
            verbs[name].setEnabled(has_article)
        for name in _NEED_TEXT:
            verbs[name].setEnabled(bool(window.reader.article))
        for name in _NEED_ANNOTATION:
            verbs[name].setEnabled(bool(window.annotator.current))
        for name in ("view.swap", "view.close_text"):
            verbs[name].setEnabled(window.readers.other is not None)
        self._on_query()
        verbs["annotation.reattach"].setEnabled(window.annotator.has_lost)
        changing = window.annotator.changing_range
        verbs["annotation.set_range"].setEnabled(changing)
        verbs["annotation.set_range"].setVisible(changing)
        verbs["samples.remove"].setEnabled(self._has_samples)
        self._history()
        self._ticks()

    def _history(self) -> None:
        library, verbs = self._window.context.library, self._window.verbs
        for name, step, plain, named in (
            ("edit.undo", library.undoable, self.tr("Undo"), self.tr("Undo {step}")),
            ("edit.redo", library.redoable, self.tr("Redo"), self.tr("Redo {step}")),
        ):
            verbs[name].setEnabled(step is not None)
            text = named.format(step=texts.step_name(step.name)) if step else plain
            verbs[name].setText(text)

    def _ticks(self) -> None:
        window, verbs = self._window, self._window.verbs
        settings = window.context.settings
        verbs["library.notebook"].setChecked(window.notebook.on)
        verbs["library.read_only"].setChecked(window.context.library.read_only)
        verbs["view.list"].setChecked(not window.list.isHidden())
        verbs["view.sidebar"].setChecked(not window.sidebar.isHidden())
        verbs["view.columns"].setChecked(settings.get("list_columns"))
        verbs["view.sans"].setChecked(settings.get("reader_font") == "sans")
        verbs["view.even"].setChecked(settings.get("reader_even"))
        verbs["view.only_mine"].setChecked(people.only_mine(settings))
        verbs["view.by_tag"].setChecked(settings.get("colour_by_tag"))
        verbs["view.digits"].setChecked(settings.get("mark_digits"))
        verbs["view.aloud"].setChecked(window.aloud.on)
        verbs["view.focus"].setChecked(window.focus_mode.on)
        verbs["view.fullscreen"].setChecked(window.isFullScreen())
        for name, action in verbs.items():
            if name.startswith("view.theme."):
                action.setChecked(name == f"view.theme.{settings.get('theme')}")
        self._article_ticks()

    def _article_ticks(self) -> None:
        window, verbs = self._window, self._window.verbs
        meant = window.curator.meant()
        rows = articles.rows(window.context.reader, meant[:1])
        row = rows[0] if rows else None
        starred = bool(row and row.starred)
        verbs["article.star"].setChecked(starred)
        self._show_star(starred)
        verbs["article.restore"].setVisible(bool(row and row.trashed))
        verbs["article.delete"].setVisible(bool(row and row.trashed))
        verbs["article.trash"].setVisible(not (row and row.trashed))
        for name, action in verbs.items():
            if name.startswith("article.status."):
                action.setEnabled(row is not None)
                action.setChecked(bool(row and name == f"article.status.{row.status}"))

    def _show_star(self, starred: bool) -> None:
        """Change the icon when it is another one: each new one is drawn and kept by Qt."""
        if self._starred != starred:
            self._starred = starred
            icon = self._window.context.theme.icon(_ICONS["article.star"][starred])
            self._window.verbs["article.star"].setIcon(icon)

    def _on_query(self) -> None:
        self._window.verbs["search.save"].setEnabled(self._window.list.searching)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("article"):
            self._look_for_samples()
            self.refresh()

    def _look_for_samples(self) -> None:
        self._window.context.jobs.ask("samples", samples.sample_ids, self._on_samples)

    def _on_samples(self, ids: list[int]) -> None:
        self._has_samples = bool(ids)
        self._window.verbs["samples.remove"].setEnabled(self._has_samples)

    def _retint(self) -> None:
        theme = self._window.context.theme
        for row in actions.rows():
            if row.icon:
                self._window.verbs[row.id].setIcon(theme.icon(row.icon))
        edges = theme.palette.edges
        for colour in edges:
            verb = self._window.verbs[f"annotation.colour.{colour}"]
            verb.setIcon(theme.icon("unread", colour=edges[colour]))
        self._starred = None
        self.refresh()
