"""The reader pane: loads an article, keeps the place in it, marks what is looked for."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.core.errors import NotFound
from desktop.core.hits import Span, Term, find_string, find_terms, merged, term
from desktop.core.query import Query
from desktop.library import articles, progress
from desktop.library.annotations import Annotation
from desktop.library.articles import ArticleRow, ArticleText
from desktop.library.connection import Reader
from desktop.library.progress import Progress
from desktop.library.word_forms import expand_term
from desktop.operations import read
from desktop.ui.context import Context
from desktop.ui.reader.caret_words import CaretWords
from desktop.ui.reader.empty import EmptyPage
from desktop.ui.reader.find_bar import FindBar
from desktop.ui.reader.finder import Finder, Search
from desktop.ui.reader.marks import MarkLook
from desktop.ui.reader.page import page, part_starts
from desktop.ui.reader.part_bar import PartBar
from desktop.ui.reader.picture_actions import PictureActions
from desktop.ui.reader.progress_line import ProgressLine
from desktop.ui.reader.selection_bar import SelectionBar
from desktop.ui.reader.unit_selection import UnitSelection
from desktop.ui.reader.view import ReaderView

_SAVE_MS = 1_200
_LOADING_MS = 250


@dataclass(frozen=True, slots=True)
class Opened:
    """All that is needed to show an article."""

    row: ArticleRow
    text: ArticleText
    progress: Progress
    breaks: Sequence[int] | None = None


def load(reader: Reader, article_id: int, *, even: bool = False) -> Opened | None:
    """Read an article from the library; None when it is gone. *even*: with breaks of its words."""
    try:
        row, text = articles.get(reader, article_id), articles.text(reader, article_id)
        found = Opened(row, text, progress.get(reader, article_id))
    except NotFound:
        return None
    return hyphenated(found) if even else found


def hyphenated(opened: Opened) -> Opened:
    """Find out where words may be broken, if that is known of the article's language."""
    from desktop.core.hyphenation import breaks

    return replace(opened, breaks=breaks(opened.text.text, opened.row.language))


def load_again(
    reader: Reader, old: ArticleText, point: int, *, even: bool = False
) -> Opened | None:
    """Read an article whose text may be another now; None when it is the same, or gone."""
    found = load(reader, old.article_id, even=even)
    if found is None or found.text.version == old.version:
        return None
    from desktop.core.carrying import carry_point
    from desktop.core.text_diff import Alignment

    place = carry_point(Alignment(old.text, found.text.text), point) if point else 0
    return replace(found, progress=replace(found.progress, position=place))


class ReaderPane(QWidget):
    """Offsets in its signals and methods are code points of the article's text.

    Two panes ask the library on different *channels*, so that neither makes the other's void.
    """

    opened = Signal(object)
    closed = Signal()
    annotation_clicked = Signal(int)
    past_hits = Signal(int)

    def __init__(
        self, context: Context, parent: QWidget | None = None, *, channel: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName("readerPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._channel = channel
        self._active = True
        self._before: int | None = None
        self._opened: Opened | None = None
        self._parts: list[int] = [0]
        self._part = 0
        self._wanted: int | None = None
        self._wanted_point: int | None = None
        self._finder = Finder(context.jobs)
        self._query = Query()
        self._hits: list[Span] = []
        self._hit = -1
        self._at_last_hit: int | None = None
        self.find_bar = FindBar(context.theme, self)
        self.view = ReaderView(context, self)
        self.pictures = PictureActions(context, self.view)
        self._units = UnitSelection(self.view)
        self.caret_words = CaretWords(self.view, context.theme.colours)
        self.part_bar = PartBar(self)
        self.progress_line = ProgressLine(context.theme, self)
        self.empty = EmptyPage(context.theme, self)
        self.selection_bar = SelectionBar(context.theme, self.view.viewport())
        self._save = QTimer(self, singleShot=True, interval=_SAVE_MS)
        self._loading = QTimer(self, singleShot=True, interval=_LOADING_MS)
        self._lay_out()
        self._connect()
        self._retranslate()
        self.close_article()

    @property
    def article(self) -> ArticleRow | None:
        """The open article."""
        return self._opened.row if self._opened else None

    @property
    def wanted(self) -> int | None:
        """The article that is open, or about to be."""
        return self._wanted

    @property
    def before(self) -> int | None:
        """The article that was read here before that one."""
        if self._opened and self._opened.row.id != self._wanted:
            return self._opened.row.id
        return self._before

    @property
    def text(self) -> str:
        """The text of the open article, "" when there is none."""
        return self._opened.text.text if self._opened else ""

    @property
    def article_text(self) -> ArticleText | None:
        """The text of the open article with its blocks."""
        return self._opened.text if self._opened else None

    @property
    def hits(self) -> Sequence[Span]:
        """The ranges that are marked as found."""
        return self._hits

    @property
    def marked(self) -> tuple[Term, ...]:
        """What the library search looks for in texts."""
        return self._query.marked

    def open(self, article_id: int, *, at: int | None = None) -> None:
        """Open an article at code point *at*, or where it was left."""
        if self._wanted == article_id:
            self._go_on(at)
            return
        self.save_progress()
        self._wanted, self._wanted_point = article_id, at
        self._loading.start()
        even = self._is_even()
        self._context.jobs.ask(
            f"reader{self._channel}",
            lambda reader: load(reader, article_id, even=even),
            lambda found: self._on_loaded(article_id, found),
        )

    def close_article(self, title: str = "", hint: str = "", icon: str = "article") -> None:
        """Show no article but what to do instead."""
        self._save.stop()
        self._loading.stop()
        self._finder.stop()
        self._opened = self._wanted = self._wanted_point = None
        self._hits = []
        self.selection_bar.hide()
        self.find_bar.hide()
        self.part_bar.tell(0, 1)
        self.progress_line.set_fraction(0)
        self.empty.say(icon, title or self.tr("No article is open"), hint)
        self.closed.emit()
        self._stack.setCurrentWidget(self.empty)

    def refresh_row(self, row: ArticleRow) -> None:
        """Show changed metadata of the open article; the place in it stays."""
        if self._opened and self._opened.row != row:
            old, self._opened = self._opened.row, replace(self._opened, row=row)
            if old.language != row.language:
                self._hyphenate()
            if _titled(old) != _titled(row):
                self.restyle()

    def restyle(self) -> None:
        """Set the text anew (another font, measure or theme) at the same place."""
        if not self._opened:
            return
        point, at_top = self.view.top_point(), self.view.verticalScrollBar().value() == 0
        selection = self.view.selection()
        self._show_part(self._part)
        if selection:
            self.view.select_range(*selection)
        if at_top:
            self.view.verticalScrollBar().setValue(0)
        else:
            self.view.scroll_to_top(point)

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """Show these highlights, as far as they belong to the version of the text that is shown."""
        version = self._opened.text.version if self._opened else 0
        shown = annotations
        if set(map(attrgetter("version"), annotations)) - {version}:
            shown = [one for one in annotations if one.version == version]
        self.view.set_annotations(shown)
        self.caret_words.set_annotations(shown)

    def refresh_text(self) -> None:
        """Show the text anew if the article has another version now; the place in it stays."""
        if self._opened:
            old, point, even = self._opened.text, self.view.top_point(), self._is_even()
            self._context.jobs.ask(
                f"reader-text{self._channel}",
                lambda reader: load_again(reader, old, point, even=even),
                self._on_newer,
            )

    def set_query(self, query: Query) -> None:
        """Mark what the library search looks for."""
        if query == self._query:
            return
        self._query = query
        if not self.find_bar.isVisible():
            self._find_query(jump=False)

    def go_to(self, point: int, *, caret: bool = True) -> None:
        """Turn to the part with code point *point* and bring it into view."""
        self._turn_to(point)
        self.view.reveal(point, caret=caret)

    def show_spoken(self, span: Span | None) -> None:
        """Mark the sentence that is read aloud, and bring it into view; None: there is none."""
        if span:
            self.go_to(span[0], caret=False)
        self.view.set_spoken(span)

    def select_annotation(self, annotation: Annotation | None, *, reveal: bool) -> None:
        """Frame a highlight and, if wanted, go to it."""
        self.view.select_annotation(annotation.id if annotation else None)
        if annotation and reveal and not annotation.orphaned:
            self.go_to(annotation.start)

    def select_unit(self, unit: str) -> None:
        """Select the word, clause, sentence, quotation or paragraph at the caret, or one more."""
        if not self._opened:
            return
        if not self._units.select(self._opened.text, unit, self._opened.row.language):
            self._context.tell(self._nothing_to_select(unit), "info")
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resize_selection(self, step: int) -> None:
        """Grow (1) the selection to the next larger unit, or shrink it (-1) again."""
        if not self._opened:
            return
        if step > 0:
            self._units.grow(self._opened.text, self._opened.row.language)
        else:
            self._units.shrink()
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def find(self) -> None:
        """Open the find bar, with what is selected."""
        selection = self.view.selection()
        short = selection and selection[1] - selection[0] <= 100
        text = self.text[slice(*selection)] if selection and short else ""
        self.find_bar.open(text.replace("\n", " "))

    def find_next(self, step: int) -> None:
        """Go to the next (1) or previous (-1) hit: in the find bar's article round the end.

        At the end of what a search of the library found here, `past_hits(step)` asks to go on.
        """
        listed = bool(self._query.marked) and self.find_bar.isHidden()
        if listed and self._opened and not 0 <= self._behind(step) < len(self._hits):
            self.past_hits.emit(step)
        elif self._hits:
            self.wrap(step)
        elif self._opened and self.find_bar.isHidden():
            self.find()

    def wrap(self, step: int = 1) -> None:
        """Go *step* hits on in this article, round its end."""
        if self._hits:
            self._hit = self._behind(step) % len(self._hits)
            self._mark_hits(jump=True)

    def open_at_hit(self, article_id: int, step: int) -> None:
        """Open an article at the first (step 1) or last (-1) hit of the search."""
        self._at_last_hit = article_id if step < 0 else None
        self.open(article_id)

    def save_progress(self) -> None:
        """Remember the place now, if there is one to remember."""
        self._save.stop()
        if not self._opened or self._stack.currentWidget() is not self.view:
            return
        if self._context.library.read_only:
            return
        self._context.dispatch.do(
            read.save_progress,
            article_id=self._opened.row.id,
            position=self.view.top_point(),
            fraction=self._fraction(),
        )

    def take_focus(self) -> None:
        """Take the keyboard, for reading."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_active(self, active: bool) -> None:
        """Offer the bar at a selection only while verbs speak to this pane."""
        self._active = active
        if not active:
            self.view.select_annotation(None)
        self._on_selection_settled()

    def stop(self) -> None:
        """Save the place and stop what runs behind it, before the window closes."""
        self.save_progress()
        self._finder.stop()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            if self._opened:
                self.restyle()
            else:
                self.empty.say("article", self.tr("No article is open"))
            self._retranslate()
        super().changeEvent(event)

    def _go_on(self, at: int | None) -> None:
        """Go to a place in the article that is open, or is just being opened."""
        if at is None:
            return
        if self._opened and self._opened.row.id == self._wanted:
            self.go_to(at)
        else:
            self._wanted_point = at

    def _on_loaded(self, article_id: int, found: Opened | None) -> None:
        if article_id != self._wanted:
            return
        if found:
            self._show(found)
        else:
            self.close_article(self.tr("This article is not there any more"))

    def _on_newer(self, found: Opened | None) -> None:
        if found and self._opened and found.row.id == self._opened.row.id == self._wanted:
            self._show(found)

    def _show(self, opened: Opened) -> None:
        self._loading.stop()
        if self._opened and self._opened.row.id != opened.row.id:
            self._before = self._opened.row.id
        self._opened = opened
        self._parts = part_starts(opened.text.blocks)
        place = opened.progress.position if self._wanted_point is None else self._wanted_point
        self._hits, self._hit = [], -1
        self.view.set_annotations([])
        self.caret_words.set_annotations(())
        self.view.select_annotation(None)
        self._stack.setCurrentWidget(self.view)
        self._show_part(self._part_of(place))
        asked, self._wanted_point = self._wanted_point is not None, None
        self._restore(place, asked=asked)
        self._find_again(jump=not asked)
        self.progress_line.set_fraction(max(opened.progress.fraction, self._fraction()))
        self._save.start()
        self.opened.emit(opened.row)

    def _restore(self, place: int, *, asked: bool) -> None:
        if asked:
            self.view.reveal(place)
        elif place:
            self.view.scroll_to_top(place)

    def _part_of(self, point: int) -> int:
        return max(n for n, start in enumerate(self._parts) if start <= max(point, 0))

    def _turn_to(self, point: int) -> None:
        if self._part_of(point) != self._part:
            self._show_part(self._part_of(point))

    def _show_part(self, part: int) -> None:
        if not self._opened:
            return
        self._part = part
        text = self._opened.text
        end = self._parts[part + 1] if part + 1 < len(self._parts) else len(text.text)
        shown = page(text.text, text.blocks, self._parts[part], end, self._opened.breaks)
        self.view.show_page(self._opened.row, text.text, shown, with_header=part == 0)
        self.part_bar.tell(part, len(self._parts))

    def _fraction(self) -> float:
        return self.view.bottom_point() / len(self.text) if self.text else 1.0

    def _find_again(self, *, jump: bool) -> None:
        if self.find_bar.isVisible() and self.find_bar.text:
            self._find_text(self.find_bar.text, jump=jump)
        else:
            self._find_query(jump=jump)

    def _find_query(self, *, jump: bool) -> None:
        terms = self._query.marked
        self._look(lambda text: find_terms(text, terms), start=0, jump=jump)

    def _find_text(self, wanted: str, *, jump: bool = True) -> None:
        here, asked = self.view.top_point(), self._opened
        literal, given = wanted.startswith("="), term(wanted.removeprefix("="))

        def look(found: Term) -> None:
            if self._opened is asked and self.find_bar.text == wanted:
                self._look(_finding(wanted, found), start=here, jump=jump and self._hit < 0)

        self._hit = -1
        look(given)
        if given.words and not literal:
            self._context.jobs.ask(
                f"find{self._channel}", lambda reader: expand_term(reader, given), look
            )

    def _behind(self, step: int) -> int:
        """Return the number of the hit *step* on; none was gone to: the first, or the last."""
        if self._hit < 0:
            return 0 if step > 0 else len(self._hits) - 1
        return self._hit + step

    def _look(self, search: Search, *, start: int, jump: bool) -> None:
        """Mark what *search* finds; with *jump* go to the first hit from *start* on."""

        def answer(hits: list[Span]) -> None:
            kept = self._hits[self._hit] if 0 <= self._hit < len(self._hits) else None
            self._hits = hits
            behind = bisect_left(hits, start, key=lambda hit: hit[0])
            last = self._opened and self._opened.row.id == self._at_last_hit
            if jump and hits:
                self._hit = (-1 if last else behind) % len(hits)
            else:  # other forms came, or the same hits again: where one is stays
                self._hit = _number_of(kept, hits)
            self._at_last_hit = None
            self._mark_hits(jump=jump)

        self._finder.look(self.text, search, answer)

    def _mark_hits(self, *, jump: bool) -> None:
        if jump and 0 <= self._hit < len(self._hits):
            self.go_to(self._hits[self._hit][0], caret=False)
        self.view.set_hits(self._hits, self._hit)
        self.find_bar.tell(self._hit, len(self._hits))

    def _on_find_closed(self) -> None:
        self._find_query(jump=False)
        self.view.setFocus()

    def _on_scrolled(self) -> None:
        if self.view.selection():
            self._place_selection_bar()
        if self._opened:
            self.progress_line.set_fraction(max(self._opened.progress.fraction, self._fraction()))
            self._save.start()

    def _on_selection_settled(self) -> None:
        if self.view.selection():
            self._place_selection_bar()
        else:
            self.selection_bar.hide()

    def _place_selection_bar(self) -> None:
        """Put the bar at the selection, as long as some of that can be seen."""
        rect = self.view.selection_rect()
        if self._active and self.view.viewport().rect().intersects(rect):
            self.selection_bar.appear(rect, self.view.viewport().rect())
        else:
            self.selection_bar.hide()

    def _on_turned(self, part: int) -> None:
        if 0 <= part < len(self._parts):
            self._show_part(part)
            self.view.verticalScrollBar().setValue(0)
            self.selection_bar.hide()
            self._on_scrolled()

    def _nothing_to_select(self, unit: str) -> str:
        if unit == "quotation":
            return self.tr("There is no quotation at the caret.")
        return self.tr("There is nothing more to select.")

    def _on_setting(self, name: str) -> None:
        if name in ("colour_by_tag", "mark_digits"):
            self._take_look()
        if name == "reader_even":
            self._hyphenate()

    def _is_even(self) -> bool:
        """Tell whether lines are to be of one length: not for who hears them letter by letter."""
        if not self._context.settings.get("reader_even"):
            return False
        from PySide6.QtGui import QAccessible

        return not QAccessible.isActive()

    def _hyphenate(self) -> None:
        """Find out anew where words may be broken; what is shown changes when that is known."""
        opened = self._opened
        if opened is None:
            return
        self._opened = replace(opened, breaks=None)
        if self._is_even():
            self._context.jobs.start(lambda: hyphenated(opened), self._on_hyphenated)

    def _on_hyphenated(self, found: Opened) -> None:
        opened = self._opened
        same = opened and (opened.text, opened.row.language) == (found.text, found.row.language)
        if opened and same and self._is_even():
            self._opened = replace(opened, breaks=found.breaks)
            self.restyle()

    def _take_look(self) -> None:
        by_tag, digits = map(self._context.settings.get, ("colour_by_tag", "mark_digits"))
        self.view.set_look(MarkLook(by_tag=by_tag, digits=digits))

    def _say_loading(self) -> None:
        self.empty.say("article", self.tr("Opening…"))
        self._stack.setCurrentWidget(self.empty)

    def _retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Text of the article"))

    def _on_link(self, href: str) -> None:
        """Ask whether to open a link of the article; it is shown in full first."""
        from desktop.ui.links import open_link

        open_link(self._context, href, self)

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.progress_line)
        layout.addWidget(self.find_bar)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self.part_bar)

    def _connect(self) -> None:
        self.view.link_chosen.connect(self._on_link)
        self.view.annotation_clicked.connect(self.annotation_clicked)
        self.view.selection_settled.connect(self._on_selection_settled)
        self.view.scrolled.connect(self._on_scrolled)
        self.view.resized.connect(self._on_selection_settled)
        self.view.escaped.connect(self.find_bar.finish)
        self.find_bar.wanted.connect(self._find_text)
        self.find_bar.step.connect(self.find_next)
        self.find_bar.closed.connect(self._on_find_closed)
        self.part_bar.turned.connect(self._on_turned)
        self._save.timeout.connect(self.save_progress)
        self._loading.timeout.connect(self._say_loading)
        self._context.theme.changed.connect(self.restyle)
        self._context.settings.changed.connect(self._on_setting)
        self._take_look()


def _finding(wanted: str, found: Term) -> Search:
    """Look for *wanted* anywhere, also in words, and for the other forms of its words."""
    if wanted.startswith("=") and found.words:
        return lambda text: find_terms(text, [found])
    if not found.forms:
        return lambda text: find_string(text, wanted)
    return lambda text: merged(find_string(text, wanted), find_terms(text, [found]))


def _number_of(hit: Span | None, hits: Sequence[Span]) -> int:
    """Return where *hit* stands in *hits*, -1 when it does not."""
    number = bisect_left(hits, hit) if hit else len(hits)
    return number if number < len(hits) and hits[number] == hit else -1


def _titled(row: ArticleRow) -> tuple[str, ...]:
    return row.title, row.outlet, row.agency, row.author, row.published, row.language
