"""How a card is set: which lines and chips it shows at a width, without painting any of them."""

import re
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QTextLayout, QTextOption

from desktop.library.annotations import Annotation
from desktop.library.tags import TagLabel
from desktop.ui.controls import chips
from desktop.ui.theme import Theme

QUOTE_LINES = 3
QUOTE_LINES_OPEN = 12
NOTE_LINES = 4
INSET = 8
EDGE = 4
_BLANK = re.compile(r"\n\s*\n")
_BREAK = "\u2028"
_MOST_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class CardType:
    """The fonts of cards with their metrics, and the places that follow from them."""

    quote: QFont
    note: QFont
    small: QFont
    chip: QFont
    lost: str
    quote_metrics: QFontMetrics
    note_metrics: QFontMetrics
    small_metrics: QFontMetrics
    chip_metrics: QFontMetrics

    @property
    def leading(self) -> int:
        """The height of a line of the quote."""
        return round(self.quote_metrics.height() * 1.12)

    @property
    def note_leading(self) -> int:
        """The height of a line of the note, as a text editor lays it."""
        return line_height(self.note)

    @property
    def icon(self) -> int:
        """The side of the small icons."""
        return max(12, round(self.note_metrics.height() * 0.8))

    @property
    def gutter(self) -> int:
        """The width of the column with the digit, right of the edge."""
        return max(self.small_metrics.horizontalAdvance("8"), 10) + 2

    @property
    def text_left(self) -> int:
        """Where texts begin, from the card's left."""
        return INSET + EDGE + 6 + self.gutter + 6

    def text_width(self, card_width: int) -> int:
        """Return the width that texts have in a card."""
        return max(40, card_width - self.text_left - INSET)


@dataclass(frozen=True, slots=True)
class PlacedChip:
    """A chip in a card."""

    label: TagLabel
    rect: QRect


@dataclass(frozen=True, slots=True)
class Face:
    """What a card shows; places are from its top left corner."""

    lost: tuple[str, ...]
    quote: tuple[str, ...]
    note: tuple[str, ...]
    quote_top: int
    note_top: int
    chips: tuple[PlacedChip, ...]
    height: int


def card_type(theme: Theme, lost: str) -> CardType:
    """Return the fonts of cards in the current theme; *lost* is what an orphan's card says."""
    note, small, chip = theme.font(), theme.font(size=0.78), theme.font(size=chips.SIZE)
    quote = theme.reading_font()
    most = QFontInfo(note).pixelSize() * 1.25
    quote.setPixelSize(round(min(quote.pixelSize() * 0.86, most)))
    return CardType(
        quote,
        note,
        small,
        chip,
        lost,
        QFontMetrics(quote),
        QFontMetrics(note),
        QFontMetrics(small),
        QFontMetrics(chip),
    )


def set_card(one: Annotation, width: int, type_: CardType) -> Face:
    """Set a closed card of *width*."""
    room = type_.text_width(width)
    lost = lost_lines(one, room, type_)
    quote_top = INSET + lost_height(lost, type_)
    quote = lay_lines(one.exact, type_.quote, room, QUOTE_LINES)
    y = note_top = quote_top + len(quote) * type_.leading + 4
    note_room = room - type_.icon - 6
    note = (
        lay_lines(_BLANK.sub("\n", one.note.strip()), type_.note, note_room, NOTE_LINES)
        if one.note
        else ()
    )
    y += len(note) * type_.note_leading + (4 if note else 0)
    placed = _place_chips(one.tags, QPoint(type_.text_left, y + 2), room, type_)
    if placed:
        y = placed[-1].rect.bottom() + 5
    return Face(lost, quote, note, quote_top, note_top, placed, y + INSET - 4)


def estimate(one: Annotation, width: int, type_: CardType) -> int:
    """Guess the height of a closed card, for cards that are far from view."""
    room = type_.text_width(width)
    lines = _guess(len(one.exact), room, type_.quote_metrics, QUOTE_LINES)
    height = 2 * INSET + lines * type_.leading
    if one.orphaned:
        height += type_.note_metrics.height() + 4
    if one.note:
        lines = _guess(len(one.note), room - type_.icon - 6, type_.note_metrics, NOTE_LINES)
        height += lines * type_.note_metrics.height() + 4
    if one.tags:
        characters = sum(len(label.path.rpartition("/")[2]) + 4 for label in one.tags)
        rows = _guess(characters, room, type_.chip_metrics, 9)
        height += rows * (type_.chip_metrics.height() + 10) + 2
    return height


def lost_lines(one: Annotation, room: int, type_: CardType) -> tuple[str, ...]:
    """Return the lines that say that a highlight lost its place, none when it has one."""
    width = room - type_.icon - 6
    return lay_lines(type_.lost, type_.note, width, 3) if one.orphaned else ()


def lost_height(lines: tuple[str, ...], type_: CardType) -> int:
    """Return the height of such lines with the space below them."""
    return len(lines) * type_.note_leading + (4 if lines else 0)


def lay_lines(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """Break *text* into at most *most* lines of *width*; the last ends in … if there is more."""
    shown = text[: most * _MOST_CHARACTERS].replace("\n", _BREAK)
    spans = _break(shown, font, width, most)
    units = shown.encode("utf-16-le", "surrogatepass")
    lines = [_cut(units, start, start + length) for start, length in spans[:most]]
    if len(spans) > most:
        rest = _cut(units, spans[most - 1][0], len(units)).partition(_BREAK)[0]
        lines[-1] = _elided(rest, font, width)
    return tuple(line.rstrip(_BREAK + " ") for line in lines)


def line_height(font: QFont) -> int:
    """Return how high an editor makes a line: its rounding is not that of the metrics."""
    layout = QTextLayout("Ąg", font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return ceil(line.height())


def line_count(text: str, font: QFont, width: int, most: int) -> int:
    """Return how many lines *text* takes, no more than *most*."""
    shown = text[: most * _MOST_CHARACTERS].replace("\n", _BREAK)
    return max(1, min(most, len(_break(shown, font, width, most))))


def _break(text: str, font: QFont, width: int, most: int) -> list[tuple[int, int]]:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    spans: list[tuple[int, int]] = []
    while len(spans) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        spans.append((line.textStart(), line.textLength()))
    layout.endLayout()
    return spans


def _cut(units: bytes, start: int, end: int) -> str:
    return units[2 * start : 2 * end].decode("utf-16-le", "replace")


def _elided(rest: str, font: QFont, width: int) -> str:
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(rest + " …") <= width:
        return rest.rstrip() + " …"
    return metrics.elidedText(rest[:_MOST_CHARACTERS] + " …", Qt.TextElideMode.ElideRight, width)


def _place_chips(
    labels: tuple[TagLabel, ...], at: QPoint, room: int, type_: CardType
) -> tuple[PlacedChip, ...]:
    placed: list[PlacedChip] = []
    x, y = 0, at.y()
    for label in labels:
        text = chips.chip_text(label, whole_path=False)
        wanted = chips.chip_size(text, type_.chip_metrics, dotted=bool(label.colour))
        size = QSize(min(wanted.width(), room), wanted.height())
        if x and x + size.width() > room:
            x, y = 0, y + size.height() + 4
        placed.append(PlacedChip(label, QRect(QPoint(at.x() + x, y), size)))
        x += size.width() + 4
    return tuple(placed)


def _guess(characters: int, room: int, metrics: QFontMetrics, most: int) -> int:
    wide = characters * metrics.averageCharWidth()
    return max(1, min(most, -(-wide // max(1, room))))
