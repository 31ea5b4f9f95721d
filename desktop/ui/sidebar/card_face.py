"""How a card is set: which lines and chips it shows at a width, without painting any of them."""

import re
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPoint, QRect, QSize

from desktop.core.note_markdown import plain
from desktop.library.annotations import Annotation
from desktop.library.tags import TagLabel
from desktop.ui.controls import chips
from desktop.ui.sidebar.card_type import INSET, CardType
from desktop.ui.sidebar.text_lines import lay_lines

QUOTE_LINES = 3
QUOTE_LINES_OPEN = 12
NOTE_LINES = 4
_BLANK = re.compile(r"\n\s*\n")


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


def set_card(one: Annotation, width: int, type_: CardType) -> Face:
    """Set a closed card of *width*."""
    room = type_.text_width(width)
    lost = lost_lines(one, room, type_)
    quote_top = INSET + lost_height(lost, type_) + type_.label_height(one.colour)
    quote = lay_lines(one.exact, type_.quote, room, QUOTE_LINES)
    y = note_top = quote_top + len(quote) * type_.leading + 4
    note = _note_lines(one.note, room - type_.note_indent, type_)
    y += len(note) * type_.note_leading + (4 if note else 0)
    placed = _place_chips(one.tags, QPoint(type_.text_left, y + 2), room, type_)
    if placed:
        y = placed[-1].rect.bottom() + 5
    return Face(lost, quote, note, quote_top, note_top, placed, y + INSET - 4)


class Estimator:
    """Guesses heights of closed cards of one width, for cards that are far from view."""

    def __init__(self, width: int, type_: CardType) -> None:
        room = type_.text_width(width)
        self._type = type_
        self._quote = room / max(1, type_.quote_metrics.averageCharWidth())
        self._note = (room - type_.note_indent) / max(1, type_.note_metrics.averageCharWidth())
        self._chip = room / max(1, type_.chip_metrics.averageCharWidth())
        self._chip_row = type_.chip_metrics.height() + 10

    def height(self, one: Annotation) -> int:
        """Return about how high a card is."""
        type_ = self._type
        height = 2 * INSET + type_.leading * min(QUOTE_LINES, ceil(len(one.exact) / self._quote))
        height += type_.label_height(one.colour)
        if one.orphaned or one.confidence < 1:
            height += type_.note_leading + 4
        if one.note:
            height += 4 + type_.note_leading * min(NOTE_LINES, ceil(len(one.note) / self._note))
        if one.tags:
            characters = sum(len(label.path.rpartition("/")[2]) + 4 for label in one.tags)
            height += 2 + self._chip_row * ceil(characters / self._chip)
        return height


def lost_lines(one: Annotation, room: int, type_: CardType) -> tuple[str, ...]:
    """Return the lines that say that a highlight's place is lost or in doubt, else none."""
    said = type_.lost if one.orphaned else type_.doubt if one.confidence < 1 else ""
    return lay_lines(said, type_.note, room - type_.note_indent, 3) if said else ()


def lost_height(lines: tuple[str, ...], type_: CardType) -> int:
    """Return the height of such lines with the space below them."""
    return len(lines) * type_.note_leading + (4 if lines else 0)


def _note_lines(note: str, room: int, type_: CardType) -> tuple[str, ...]:
    text = _BLANK.sub("\n", plain(note).strip())
    return lay_lines(text, type_.note, room, NOTE_LINES) if text else ()


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
