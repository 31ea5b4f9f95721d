"""The highlight verbs of the window: between the reader, the margin and the operations."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.core.changes import Changes
from desktop.library import annotations
from desktop.library.annotations import Annotation
from desktop.operations import annotate
from desktop.ui.article_highlights import ArticleHighlights, seen_in
from desktop.ui.context import Context
from desktop.ui.key_words import key_of
from desktop.ui.people import SETTINGS as PEOPLE_SETTINGS
from desktop.ui.people import reveal, shown_people
from desktop.ui.reader.pane import ReaderPane
from desktop.ui.reader.readers import Readers
from desktop.ui.sidebar.sidebar import Sidebar

_TABLES = ("annotation", "annotation_tag", "tag")


class Annotator(QObject):
    """Knows the highlights of the open article and which is meant; `changed` when either is new."""

    changed = Signal()

    def __init__(
        self, context: Context, readers: Readers, sidebar: Sidebar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._readers = readers
        self._sidebar = sidebar
        self._known = ArticleHighlights()
        self._reading = False
        self._current: int | None = None
        self._range_of: int | None = None
        self._wanted: int | None = None
        self._new: tuple[int, Callable[[int], None] | None] | None = None
        readers.annotation_clicked.connect(self._on_clicked)
        readers.escaped.connect(self._on_escaped)
        sidebar.annotation_chosen.connect(self._on_card)
        context.dispatch.changed.connect(self._on_changed)
        context.settings.changed.connect(self._on_setting)

    @property
    def current(self) -> Annotation | None:
        """The highlight that is meant, if any."""
        return self._known.get(self._current)

    @property
    def highlights(self) -> Sequence[Annotation]:
        """The highlights of the open article that are loaded, in reading order, lost ones last."""
        return self._known.all

    @property
    def changing_range(self) -> bool:
        """Whether the next selection will be the new range of a highlight."""
        return self._range_of is not None

    def knows(self, annotation_id: int) -> bool:
        """Tell whether this is a highlight of the open article, and loaded."""
        return self._known.knows(annotation_id)

    def article_changed(self) -> None:
        """Load the highlights of the article that is open now."""
        self._current = self._range_of = self._new = None
        self._known.replace([])
        self.reload()

    def reload(self) -> None:
        """Load the highlights of the open article again."""
        article = self._reader.article
        if article is None:
            self._on_read(0, [])
            return
        self._reading = True
        self._context.jobs.ask(
            "annotations",
            seen_in(self._context.settings, article.id),
            partial(self._on_read, article.id),
        )

    def highlight(self, colour: str = "", *, style: str = "highlight") -> None:
        """Highlight what is selected, in *colour* or the one used last."""
        self._add(colour, style, then=None)

    def underline(self) -> None:
        """Underline what is selected, or change the style of the highlights that are meant."""
        if self._reader.view.selection():
            self._add("", "underline", then=None)
            return
        meant = self.meant()
        if meant and self.current:
            style = "highlight" if self.current.style == "underline" else "underline"
            self._context.dispatch.do(annotate.set_style, annotation_ids=meant, style=style)
        else:
            self._ask_for_selection()

    def colour(self, colour: str) -> None:
        """Highlight what is selected in *colour*, or recolour the highlights that are meant."""
        self._context.settings.set("last_colour", colour)
        if self._reader.view.selection():
            self._add(colour, "highlight", then=None)
        elif meant := self.meant():
            self._context.dispatch.do(annotate.set_colour, annotation_ids=meant, colour=colour)
        else:
            self._ask_for_selection()

    def edit_note(self) -> None:
        """Write a note: on what is selected (highlighting it) or on the highlight that is meant."""
        self._edit(self._sidebar.edit_note)

    def edit_tags(self) -> None:
        """Tag what is selected (highlighting it first) or the highlight that is meant."""
        self._edit(self._sidebar.edit_tags)

    def delete(self) -> None:
        """Delete the highlights that are meant."""
        if meant := self.meant():
            self._context.dispatch.do(annotate.delete, annotation_ids=meant)

    def begin_range(self) -> None:
        """Select the highlight's text, so that the selection can be changed and set."""
        annotation = self.current
        if annotation is None:
            self._context.tell(self.tr("Choose a highlight first."), "info")
            return
        self._range_of = annotation.id
        if not annotation.orphaned:
            self._reader.go_to(annotation.start)
            self._reader.view.select_range(annotation.start, annotation.end)
        self._reader.view.setFocus()
        said = self.tr("Select the new range, then press {key}. Esc keeps the old one.")
        self._context.tell(said.format(key=self._key("annotation.set_range")), "info")
        self.changed.emit()

    def set_range(self) -> None:
        """Let the highlight whose range is being changed cover what is selected now."""
        selection = self._reader.view.selection()
        if self._range_of is None or selection is None:
            return
        start, end = selection
        self._context.dispatch.do(
            annotate.set_range, annotation_id=self._range_of, start=start, end=end
        )
        self._range_of = None
        self._reader.view.clear_selection()
        self.changed.emit()

    def show_notes(self) -> None:
        """Show the notes and tags of the highlights at the caret, as the mouse would."""
        if not self._reader.view.show_notes():
            self._context.tell(self.tr("No highlight with a note or tag is at the caret."), "info")

    @property
    def has_lost(self) -> bool:
        """Whether a highlight lost its place, or has one that is in doubt."""
        return bool(self._known.lost)

    def reattach(self) -> None:
        """Give the highlight that lost its place what is selected; a place in doubt is confirmed.

        It is the one that is meant, else the first of those.
        """
        from desktop.operations import versions

        lost = self._known.lost
        one = next((one for one in lost if one.id == self._current), next(iter(lost), None))
        selection = self._reader.view.selection()
        if one is None:
            self._context.tell(self.tr("Every highlight here has its place."), "info")
        elif selection:
            self._reader.view.clear_selection()
            self._context.dispatch.do(
                versions.reattach, annotation_id=one.id, start=selection[0], end=selection[1]
            )
        elif one.id == self._current and not one.orphaned:
            self._context.dispatch.do(versions.confirm_place, annotation_ids=[one.id])
        else:
            self.choose(one.id, reveal=True)
            self._context.tell(self._how_to_attach(one), "info")

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) highlight, from the one meant or the caret."""
        placed = [one for one in self._known.all if not one.orphaned]
        if not placed:
            return
        ids = [one.id for one in placed]
        if self._current in ids:
            number = min(max(ids.index(self._current) + step, 0), len(ids) - 1)
        else:
            here = self._reader.view.caret_point()
            behind = [n for n, one in enumerate(placed) if one.start >= here]
            number = (behind[0] if behind else len(ids) - 1) if step > 0 else 0
        self.choose(ids[number], reveal=True)

    def choose(self, annotation_id: int | None, *, reveal: bool) -> None:
        """Mean this highlight: frame it, show its card and, with *reveal*, go to it."""
        self._current = annotation_id
        self._reader.select_annotation(self.current, reveal=reveal)
        self._sidebar.select_annotation(annotation_id)
        self.changed.emit()

    def choose_when_there(self, annotation_id: int) -> None:
        """Mean this highlight now or, if its article is still being loaded, once it is there."""
        if self.knows(annotation_id):
            self.choose(annotation_id, reveal=True)
        else:
            self._wanted = annotation_id

    def copy(self) -> None:
        """Copy the selected text, or the quote of the highlight that is meant."""
        selection = self._reader.view.selection()
        if selection:
            QGuiApplication.clipboard().setText(self._reader.text[slice(*selection)])
        elif self.current:
            QGuiApplication.clipboard().setText(self.current.exact)

    def copy_with_source(self, style: str = "") -> None:
        """Copy the selected text or the highlight meant with its source; remember the *style*."""
        from desktop.formats.citation import Cited, with_source

        article, selection = self._reader.article, self._reader.view.selection()
        quote = self._reader.text[slice(*selection)] if selection else ""
        quote = quote or (self.current.exact if self.current else "")
        if article is None or not quote:
            self._context.tell(self.tr("Select some text or choose a highlight first."), "info")
            return
        style = style or self._context.settings.get("citation")
        self._context.settings.set("citation", style)
        fields = ("title", "author", "outlet", "agency", "url", "published", "added", "language")
        source = Cited(**{name: getattr(article, name) for name in fields})
        QGuiApplication.clipboard().setText(with_source(style, quote, source))
        self._context.tell(self.tr("Copied with its source."), "info")

    def meant(self) -> list[int]:
        """Return the highlights a verb is for: those chosen in the margin, else the current."""
        chosen = self._sidebar.selected_annotations()
        if len(chosen) > 1:
            return [one for one in chosen if self.knows(one)]
        return [self.current.id] if self.current else []

    def made(self, annotation_id: int) -> None:
        """Mean a highlight that was just made, now or as soon as it is loaded."""
        self._added(annotation_id, None)

    def _how_to_attach(self, one: Annotation) -> str:
        key = self._key("annotation.reattach")
        if one.orphaned:
            said = self.tr("Select the text where this highlight belongs, then press {key}.")
            return said.format(key=key)
        return self.tr(
            "If this is the right place, press {key} again; else select the right one first."
        ).format(key=key)

    def _key(self, name: str) -> str:
        return key_of(self._context.settings, name)

    def _edit(self, edit: Callable[[int], None]) -> None:
        if self._reader.view.selection() and not self.changing_range:
            self._add("", "highlight", then=edit)
        elif self._current is not None and self.current:
            edit(self._current)
        else:
            self._ask_for_selection()

    def _add(self, colour: str, style: str, then: Callable[[int], None] | None) -> None:
        article, selection = self._reader.article, self._reader.view.selection()
        if article is None or selection is None:
            self._ask_for_selection()
            return
        colour = colour or self._context.settings.get("last_colour")
        self._context.settings.set("last_colour", colour)
        self._reader.view.clear_selection()
        self._context.dispatch.do(
            annotate.add_highlight,
            then=lambda added: self._added(added, then),
            article_id=article.id,
            start=selection[0],
            end=selection[1],
            colour=colour,
            style=style,
            author=self._context.settings.get("coder_name"),
        )

    def _added(self, annotation_id: int, then: Callable[[int], None] | None) -> None:
        reveal(self._context.settings, self._context.settings.get("coder_name"))
        if not self.knows(annotation_id):  # all are being read anew
            self._new = (annotation_id, then)
            return
        self.choose(annotation_id, reveal=False)
        if then:
            then(annotation_id)

    @property
    def _reader(self) -> ReaderPane:
        return self._readers.active

    def _on_read(self, article_id: int, found: list[Annotation]) -> None:
        article = self._reader.article
        if article_id != (article.id if article else 0):
            return  # another was opened meanwhile, and is asked for
        self._reading = False
        self._known.replace(found)
        self._show()

    def _show(self) -> None:
        if self.current is None:
            self._current = None
        new = self._take_new()
        self._reader.set_annotations(self._known.all)
        self._sidebar.set_annotations(self._known.all)
        wanted, self._wanted = self._wanted, None
        if wanted is not None and self.knows(wanted):
            self.choose(wanted, reveal=True)
        else:
            self.choose(self._current, reveal=False)
        if new and new[1]:
            new[1](new[0])

    def _take_new(self) -> tuple[int, Callable[[int], None] | None] | None:
        """Mean the highlight just made, once it has been loaded; return it and what comes next."""
        if self._new is None or not self.knows(self._new[0]):
            return None
        new, self._new = self._new, None
        self._current = new[0]
        return new

    def _ask_for_selection(self) -> None:
        self._context.tell(
            QCoreApplication.translate("Errors", "Select some text to highlight first."), "info"
        )

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches(*_TABLES):
            return
        ids = None if self._reading else annotations.touched(self._context.reader, changes)
        article = self._reader.article
        if ids is None or article is None:
            self.reload()
            return
        found = annotations.present(self._context.reader, ids)
        seen = shown_people(self._context.settings)
        here = [one for one in found if one.article_id == article.id and seen.sees(one.author)]
        if here or any(map(self.knows, ids)):
            self._known.merge(ids, here)
            self._show()

    def _on_setting(self, name: str) -> None:
        if name in PEOPLE_SETTINGS:
            self.reload()

    def _on_clicked(self, annotation_id: int) -> None:
        self.choose(annotation_id, reveal=False)

    def _on_card(self, annotation_id: int) -> None:
        self._current = annotation_id
        self._reader.select_annotation(self.current, reveal=True)
        self.changed.emit()

    def _on_escaped(self) -> None:
        self._range_of = None
        self.choose(None, reveal=False)
