"""Paints a highlight as a note in a margin would stand: its group at the left, the quote beside."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.core.hits import Snippet, Span, find_terms, snippet
from desktop.core.note_links import readable
from desktop.core.utf16 import utf16_map
from desktop.library.notebook_rows import NoteRow
from desktop.ui import texts
from desktop.ui.icons import pixmap
from desktop.ui.library_pane.chips import draw_chip, fit_chips
from desktop.ui.library_pane.ground import draw_ground, mirrored, visual
from desktop.ui.library_pane.marked_line import Ink, draw_line, one_line
from desktop.ui.library_pane.row_look import RowLook, row_look
from desktop.ui.notebook.note_model import NoteModel
from desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_SHOWN = 400
_PAD = 10


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the parts of a row stand, for a window that reads from left to right."""

    group: QRect
    edge: QRect
    quote: QRect
    source: QRect
    below: QRect


class NoteDelegate(QStyledItemDelegate):
    """All rows have one height; `framed` is set while the list is used by keyboard."""

    def __init__(self, theme: Theme, model: NoteModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self.framed = False
        self.top_row = 0
        self.refresh()

    @property
    def row_height(self) -> int:
        """The height of every row, in pixels."""
        lines = 2 * self._leading + self._look.meta_height + self._look.px(4)
        if self._model.group != "article":
            lines += self._look.meta_height + self._look.px(2)
        return lines + 2 * self._look.px(_PAD)

    def refresh(self) -> None:
        """Take over the theme's colours and fonts."""
        self._look: RowLook = row_look(self._theme)
        self._quote = _quote_font(self._theme)
        self._leading = round(QFontMetrics(self._quote).height() * 1.08)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._look.px(240), self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        draw_ground(painter, option, self._look.palette, framed=self.framed)
        row, places = index.row(), self._places(option)
        note = self._model.note(row)
        if row == self.top_row or self._model.is_first(row):
            self._draw_group(painter, option, places.group, row, note)
        if note:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_note(painter, option, places, note)
        else:
            self._draw_waiting(painter, option, places)
        painter.restore()

    def _draw_group(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        row: int,
        note: NoteRow | None,
    ) -> None:
        look = self._look
        ink = Ink(look.unread, look.palette.ink, right=mirrored(option))
        name = self._model.group_name(row).replace("/", " / ")
        lines = _lines(name, look.unread, rect.width(), 3 if self._model.group == "tag" else 2)
        height = QFontMetrics(look.unread).height()
        for line in lines:
            at = QRect(rect.left(), rect.top(), rect.width(), height)
            draw_line(painter, visual(option, at), line, ink)
            rect = rect.adjusted(0, height, 0, 0)
        if self._model.group == "article" and note:
            muted = Ink(look.meta, look.palette.muted, right=mirrored(option))
            at = QRect(rect.left(), rect.top() + look.px(2), rect.width(), look.meta_height)
            draw_line(painter, visual(option, at), _source(note), muted)

    def _draw_note(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        places: _Places,
        note: NoteRow,
    ) -> None:
        look, palette = self._look, self._look.palette
        edge = QColor(palette.edges.get(note.colour, palette.hairline))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(edge)
        painter.drawRoundedRect(visual(option, places.edge), 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        shown = _shown(note.exact, find_terms(note.exact, self._model.terms))
        self._draw_quote(painter, option, places.quote, shown)
        muted = Ink(look.meta, palette.muted, palette.hit, palette.ink, right=mirrored(option))
        if self._model.group != "article":
            text = " · ".join(part for part in (note.title, _source(note)) if part)
            draw_line(painter, visual(option, places.source), text, muted)
        self._draw_below(painter, option, places.below, note, muted)

    def _draw_quote(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, shown: Snippet
    ) -> None:
        palette = self._look.palette
        ink = Ink(self._quote, palette.ink, palette.hit, right=mirrored(option))
        at = 0
        widest = QFont(self._quote)
        if shown.hits:
            widest.setWeight(QFont.Weight.Bold)
        for line in _lines(shown.text, widest, rect.width(), 2):
            hits = [
                (max(0, start - at), min(len(line), end - at))
                for start, end in shown.hits
                if start - at < len(line) and end > at
            ]
            place = QRect(rect.left(), rect.top(), rect.width(), self._leading)
            draw_line(painter, visual(option, place), line, ink, hits)
            rect = rect.adjusted(0, self._leading, 0, 0)
            at += len(line)

    def _draw_below(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        note: NoteRow,
        ink: Ink,
    ) -> None:
        """Draw the tags, and in the rest of the line the note."""
        look = self._look
        if note.orphaned:
            rect = self._draw_icon(painter, option, rect, "orphan", look.palette.error)
        room = rect.width() // 2 if note.note else rect.width()
        for chip in fit_chips(note.tags, room, look):
            top = rect.top() + (rect.height() - look.chip_height) // 2
            at = QRect(rect.left(), top, chip.width, look.chip_height)
            draw_chip(painter, visual(option, at), chip, look)
            rect = rect.adjusted(chip.width + look.px(4), 0, 0, 0)
        if note.note:
            if note.tags:
                rect = rect.adjusted(look.px(6), 0, 0, 0)
            rect = self._draw_icon(painter, option, rect, "note", look.palette.muted)
            said = readable(note.note)
            shown = _shown(said, find_terms(said, self._model.terms))
            draw_line(painter, visual(option, rect), shown.text, ink, shown.hits)

    def _draw_icon(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, name: str, colour: str
    ) -> QRect:
        side = self._look.px(14)
        device = painter.device()
        picture = pixmap(name, colour, side, device.devicePixelRatioF() if device else 1.0)
        at = QRect(rect.left(), rect.top() + (rect.height() - side) // 2, side, side)
        painter.drawPixmap(visual(option, at).topLeft(), picture)
        return rect.adjusted(side + self._look.px(6), 0, 0, 0)

    def _draw_waiting(
        self, painter: QPainter, option: QStyleOptionViewItem, places: _Places
    ) -> None:
        """Draw where text will be: it comes in a moment."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.palette.hover))
        for number, share in enumerate((0.9, 0.6)):
            top = places.quote.top() + number * self._leading + self._leading // 4
            width = round(places.quote.width() * share)
            bar = QRect(places.quote.left(), top, width, self._leading // 2)
            painter.drawRoundedRect(visual(option, bar), 3, 3)

    def _places(self, option: QStyleOptionViewItem) -> _Places:
        look = self._look
        whole: QRect = option.rect  # type: ignore[attr-defined]
        margin, pad = look.px(16), look.px(_PAD)
        rect = whole.adjusted(margin, pad, -margin, -pad)
        wide = min(look.px(210), rect.width() * 3 // 10)
        group = QRect(rect.left(), rect.top(), wide, rect.height())
        edge = QRect(group.right() + look.px(16), rect.top() + 2, look.px(4), rect.height() - 4)
        left = edge.right() + look.px(12)
        width = rect.right() - left + 1
        quote = QRect(left, rect.top(), width, 2 * self._leading)
        below = QRect(left, rect.bottom() - look.meta_height + 1, width, look.meta_height)
        source = QRect(left, quote.bottom() + 1 + look.px(2), width, look.meta_height)
        return _Places(group, edge, quote, source, below)


def _source(note: NoteRow) -> str:
    return " · ".join(part for part in (note.outlet, texts.date_text(note.published)) if part)


def _shown(text: str, hits: list[Span]) -> Snippet:
    """Return as much of *text* as a row can have use for, from before the first hit on."""
    if len(text) <= _SHOWN:
        return Snippet(text, tuple(hits))
    return snippet(text, hits, width=_SHOWN)


def _lines(text: str, font: QFont, width: int, count: int) -> list[str]:
    """Break *text* into at most *count* lines; the last has all the rest."""
    text = one_line(text)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    units = utf16_map(text)
    lines: list[str] = []
    at = 0
    for _ in range(count - 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        end = units.to_points(line.textStart() + line.textLength())
        lines.append(text[at:end])
        at = end
    layout.endLayout()
    return [*lines, text[at:]] if at < len(text) else lines


def _quote_font(theme: Theme) -> QFont:
    """The reader's face at the size of the window's texts: a list is scanned, not read."""
    quote = theme.reading_font()
    quote.setPixelSize(round(QFontInfo(theme.font()).pixelSize() * 1.12))
    return quote
