"""The sidebar: what was said of the open article, as a whole and passage by passage."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.core.changes import Changes
from desktop.core.hits import term
from desktop.library.annotations import Annotation
from desktop.library.articles import ArticleRow
from desktop.library.word_forms import expand_term
from desktop.operations import annotate, read, tag
from desktop.ui.colour_names import ColourLabels
from desktop.ui.context import Context
from desktop.ui.key_words import key_of
from desktop.ui.sidebar.annotation_model import AnnotationModel
from desktop.ui.sidebar.article_part import NOTE_LINES, ArticlePart
from desktop.ui.sidebar.card_list import CardList
from desktop.ui.sidebar.card_requests import CardRequests
from desktop.ui.sidebar.empty_state import EmptyState
from desktop.ui.sidebar.highlights_header import HighlightsHeader
from desktop.ui.sidebar.lost_bar import LostBar
from desktop.ui.sidebar.note_edit import NoteEdit
from desktop.ui.sidebar.similar_panel import SimilarPanel

_FILTER_MS = 120
_LOW_LINES = 32
_NAMING_LINES = 56


class Sidebar(QWidget):
    """The window hands it the article and its highlights; it asks for operations itself."""

    annotation_chosen = Signal(int)
    return_to_reader = Signal()
    menu_requested = Signal(int, QPoint)
    reattach_wanted = Signal()
    link_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._article_id: int | None = None
        self._rows = AnnotationModel(self, names=context.theme.colours.whole)
        self._whole = QStackedWidget(self)
        self._open = QWidget(self._whole)
        self._article = ArticlePart(context, self._open)
        self._header = HighlightsHeader(context, self._open)
        self._lost = LostBar(context, self._open)
        self._pages = QStackedWidget(self._open)
        self._list = CardList(context, self._rows, self._pages)
        self._labels = ColourLabels(context, self)
        self._requests = CardRequests(context, self._list)
        self._none_open = EmptyState(context.theme, "article", self._whole)
        self._none_made = EmptyState(context.theme, "highlight", self._pages)
        self._none_found = EmptyState(context.theme, "search", self._pages)
        self.similar = SimilarPanel(context, self._open)
        self._typing = QTimer(self, singleShot=True, interval=_FILTER_MS)
        self._lay_out()
        self._connect_article()
        self._connect_card()
        self._connect_rest()
        self._retranslate()
        self._restyle()
        self._refresh()

    @property
    def cards(self) -> QWidget:
        """The list of cards, to give the keyboard to."""
        return self._list

    @property
    def article_note(self) -> NoteEdit:
        """The editor of the note on the article."""
        return self._article.note

    @property
    def annotation_note(self) -> NoteEdit:
        """The editor of the note on the highlight whose card is open."""
        return self._list.card.note

    def set_article(self, row: ArticleRow | None, note: str) -> None:
        """Show the tags and the note of the open article; None when none is open."""
        article_id = row.id if row else None
        if article_id != self._article_id:
            self.flush()
            self._article_id = article_id
            self._header.field.clear()
            self._header.legend.clear()
            self._lost.show_all()
            self._list.replace(self._forget_rows)
            self.similar.show_article(article_id)
        self._article.show_article(row, note)
        self._refresh()

    def set_annotations(self, found: Sequence[Annotation]) -> None:
        """Show the highlights, in this order; selection, place and typing stay."""
        keep = self._list.current_id if self._list.has_focus_within() else None
        self._list.replace(lambda: self._rows.set_annotations(found, keep=keep))
        self._refresh()

    def select_annotation(self, annotation_id: int | None) -> None:
        """Open a highlight's card, without telling of it."""
        if annotation_id == self._list.current_id:
            return
        if annotation_id is not None and self._rows.row_of(annotation_id) < 0:
            self._clear_filter()
        self._list.open(annotation_id)

    def edit_note(self, annotation_id: int) -> None:
        """Open a highlight's card with the caret in its note."""
        self.select_annotation(annotation_id)
        if self._list.current_id == annotation_id:
            self._list.scrollTo(self._list.currentIndex())
            self._list.card.note.setFocus(Qt.FocusReason.OtherFocusReason)
            self._list.card.note.to_end()

    def edit_tags(self, annotation_id: int) -> None:
        """Open a highlight's card with the caret in the line for tags."""
        self.select_annotation(annotation_id)
        if self._list.current_id == annotation_id:
            self._list.scrollTo(self._list.currentIndex())
            self._list.card.tag_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_article_tags(self) -> None:
        """Put the caret in the line for the article's tags."""
        self._article.tag_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_article_note(self) -> None:
        """Put the caret in the article's note."""
        self._article.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_filter(self) -> None:
        """Put the caret in the filter."""
        self._header.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._header.field.selectAll()

    def current_annotation(self) -> int | None:
        """Return the highlight whose card is open."""
        return self._list.current_id

    def selected_annotations(self) -> list[int]:
        """Return the selected highlights in reading order."""
        return self._list.selected_ids

    def flush(self) -> None:
        """Save what is typed and not yet saved."""
        self._article.note.flush()
        self._list.card.note.flush()

    def _on_failed(self, _error: Exception) -> None:
        self._article.note.retry()
        self._list.card.note.retry()

    def _on_done(self, _changes: Changes) -> None:
        self._article.note.resend()
        self._list.card.note.resend()

    def _on_setting(self, name: str) -> None:
        if name in ("reader_font", "reader_size"):
            self._list.restyle()

    def _save_note(self, annotation_id: int, note: str) -> None:
        self._context.dispatch.do(
            annotate.set_note,
            then=lambda _: self.annotation_note.saved(annotation_id, note),
            annotation_id=annotation_id,
            note=note,
        )

    def _save_article_note(self, article_id: int, note: str) -> None:
        self._context.dispatch.do(
            read.set_article_note,
            then=lambda _: self.article_note.saved(article_id, note),
            article_id=article_id,
            note=note,
        )

    def _tag_article(self, path: str) -> None:
        if self._article_id is not None:
            ids = [self._article_id]
            self._context.dispatch.do(tag.tag_articles, article_ids=ids, add=[path])

    def _untag_article(self, tag_id: int) -> None:
        if self._article_id is not None:
            ids = [self._article_id]
            self._context.dispatch.do(tag.untag_articles, article_ids=ids, tag_id=tag_id)

    def _on_filter_text(self, _text: str) -> None:
        self._typing.start()

    def _enter_list(self) -> None:
        self._filter()
        if self._rows.shown:
            self._list.setFocus()
            self._list.enter()

    def _filter(self) -> None:
        self._typing.stop()
        text = self._header.field.text()
        self._show_filtered(text)
        wanted = term(text)
        if wanted.words:
            self._context.jobs.ask(
                "filter",
                lambda reader: expand_term(reader, wanted),
                lambda found: self._show_filtered(text, found.forms),
            )

    def _show_filtered(self, text: str, forms: Sequence[Sequence[str]] = ()) -> None:
        """Show what has *text*, and a little later what has other forms of its words too."""
        if not isValid(self) or text != self._header.field.text():
            return
        self._list.replace(lambda: self._rows.set_filter(text, forms))
        self._refresh()

    def _show_lost(self, on: bool) -> None:
        self._list.replace(lambda: self._rows.set_lost_only(on))
        self._refresh()
        if on:
            self._list.enter()

    def _show_colours(self, colours: frozenset[str]) -> None:
        self._list.replace(lambda: self._rows.set_colours(colours))
        self._refresh()

    def _on_labels(self) -> None:
        self._list.replace(self._rows.forget_words)
        self._list.restyle()
        self._refresh()

    def _clear_filter(self) -> None:
        self._header.field.clear()
        self._header.legend.clear()
        self._lost.show_all()
        self._filter()

    def _clear_and_stay(self) -> None:
        self._clear_filter()
        self._header.field.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.return_to_reader.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._on_labels()
        super().changeEvent(event)

    def _forget_rows(self) -> None:
        self._rows.set_filter("")
        self._rows.set_annotations([])

    def _refresh(self) -> None:
        """Show the page that fits what there is."""
        shown, total = len(self._rows.shown), self._rows.total
        self._whole.setCurrentIndex(0 if self._article_id is None else 1)
        self._header.show_counts(shown, total, filtered=self._rows.filtered)
        self._lost.show_counts(*self._rows.lost)
        page = self._list if shown else self._none_found if total else self._none_made
        self._pages.setCurrentWidget(page)

    def _make_room(self, _unfolded: bool = False) -> None:
        """Where there is no room for both, what unfolds does so over the highlights."""
        lines = self.height() / self.fontMetrics().lineSpacing()
        low = lines < _LOW_LINES
        over = low and self.similar.line.isChecked()
        naming = lines < _NAMING_LINES and self._header.legend.edit.isChecked()
        self._header.setVisible(not over)
        self._pages.setVisible(not (over or naming))
        self._article.setVisible(not naming)
        self._room.setVisible(over or naming)
        self._lost.set_room(enough=not low, any_at_all=not over)

    def _share_height(self) -> None:
        most = round(self.height() * 0.4)
        line = self._context.theme.font().pointSizeF() * 2
        self._article.note.set_most_lines(max(2, min(NOTE_LINES, int(most * 0.7 / line))))
        self._article.limit_height(most)

    def _restyle(self) -> None:
        self._list.restyle()
        self._share_height()
        self._make_room()

    def _lay_out(self) -> None:
        for page in (self._list, self._none_made, self._none_found):
            self._pages.addWidget(page)
        column = QVBoxLayout(self._open)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        hairline = QFrame()
        hairline.setProperty("role", "hairline")
        for widget in (self._article, hairline, self._header, self._lost):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
        self._room = QWidget(self._open)
        column.addWidget(self._room, 1)
        below = QFrame()
        below.setProperty("role", "hairline")
        column.addWidget(below)
        column.addWidget(self.similar)
        self._whole.addWidget(self._none_open)
        self._whole.addWidget(self._open)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._whole)

    def _connect_article(self) -> None:
        self._article.note.saving.connect(self._save_article_note)
        self._article.tag_entered.connect(self._tag_article)
        self._article.tag_removed.connect(self._untag_article)
        self._article.left.connect(self.return_to_reader)
        self._article.note.link_wanted.connect(self.link_wanted)
        self._article.backlinks.link_wanted.connect(self.link_wanted)

    def _connect_card(self) -> None:
        card = self._list.card
        card.note.saving.connect(self._save_note)
        card.note.left.connect(self.return_to_reader)
        card.note.link_wanted.connect(self.link_wanted)
        card.backlinks.link_wanted.connect(self.link_wanted)
        card.tag_line.left.connect(self.return_to_reader)

    def _connect_rest(self) -> None:
        self._list.chosen.connect(self.annotation_chosen)
        self._list.left.connect(self.return_to_reader)
        self._list.menu_requested.connect(self.menu_requested)
        self._list.note_wanted.connect(self.edit_note)
        self._header.field.textChanged.connect(self._on_filter_text)
        self._header.left.connect(self.return_to_reader)
        self._header.legend.filtered.connect(self._show_colours)
        self._header.legend.edit.toggled.connect(self._make_room)
        self._context.theme.colours.changed.connect(self._on_labels)
        self._header.entered.connect(self._enter_list)
        self._typing.timeout.connect(self._filter)
        self._lost.toggled.connect(self._show_lost)
        self._lost.attach_wanted.connect(self.reattach_wanted)
        self.similar.left.connect(self.return_to_reader)
        self.similar.unfolded.connect(self._make_room)
        self._none_found.acted.connect(self._clear_and_stay)
        self._context.dispatch.failed.connect(self._on_failed)
        self._context.dispatch.done.connect(self._on_done)
        self._context.theme.changed.connect(self._restyle)
        self._context.settings.changed.connect(self._on_setting)

    def _retranslate(self) -> None:
        self._list.setAccessibleName(self.tr("Highlights"))
        self._none_open.set_text(self.tr("Open an article to see its highlights and notes here."))
        key = key_of(self._context.settings, "annotation.highlight")
        self._none_made.set_text(self.tr("Select text and press {key}").format(key=key))
        self._none_found.set_text(
            self.tr("No highlight has these words."), self.tr("Clear the filter")
        )
