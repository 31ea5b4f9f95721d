"""Which stretch of an article the reader shows, cut into pieces that Qt lays out quickly.

A text of 200 MB is shown part by part, and a paragraph (or a single word) of a million characters
in pieces: each piece becomes one block of the Qt document.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from unicodedata import combining

from desktop.core.article import Block, BlockKind, Span, spans
from desktop.core.pictures import Picture, of_block
from desktop.core.utf16 import HyphenatedMap, Utf16Map, utf16_map

PART = 1_000_000
PIECE = 20_000
_EVEN = ("paragraph", "quotation", "list_item")
_RAGGED_ROLES = ("code", "source", "note")
_HYPHEN = "\u00ad"
# One character for one: what Qt would take for a paragraph's end, an object or nothing at all.
_SHOWN = str.maketrans(
    {"\n": "\u2028", "\r": "\u2028", "\u2029": "\u2028"}
    | dict.fromkeys("\x00\ufffc\ufdd0\ufdd1", "\ufffd")
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Code points `start` to `end`, shown as one Qt block; with `first` it begins a paragraph.

    `attrs` are the block's; `spans` those of the block's that reach into the piece, cut to it.
    An `even` piece is set in lines of one length: `shown` has soft hyphens, which `units` knows.
    A `picture` is a piece of its own, without a code point: one character to Qt, none to the text.
    """

    start: int
    end: int
    kind: BlockKind
    role: str
    first: bool
    shown: str
    units: Utf16Map | HyphenatedMap
    attrs: Mapping[str, Any] = field(default_factory=dict[str, Any])
    spans: tuple[Span, ...] = ()
    even: bool = False
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The pieces of one part of an article."""

    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]

    def piece_at(self, point: int) -> int:
        """Return the number of the piece that holds code point *point* (or comes before it).

        Of words and the pictures above or below them it is the words.
        """
        number = max(0, bisect_right(self.starts, point) - 1)
        while number and self.pieces[number].picture:
            number -= 1
        return number


def part_starts(blocks: Sequence[Block]) -> list[int]:
    """Return where each part of a text begins (code points): at a block where possible."""
    starts = [0]
    for block in blocks:
        if block.start - starts[-1] >= PART:
            starts.append(block.start)
        while block.end - starts[-1] > 2 * PART:
            starts.append(starts[-1] + PART)
    return starts


def page(
    text: str, blocks: Sequence[Block], start: int, end: int, breaks: Sequence[int] | None = None
) -> Page:
    """Return the pieces of `text[start:end]`; with *breaks* (code points) paragraphs are even."""
    pieces = tuple(_pieces(text, blocks, start, end))
    if breaks is not None:
        pieces = tuple(_evened(piece, breaks) for piece in pieces)
    return Page(pieces, tuple(piece.start for piece in pieces))


def one_line(text: str) -> str:
    """Return *text* (a title, a name) so that Qt makes one block of it."""
    return " ".join(text.translate(_SHOWN).split())


def _pieces(text: str, blocks: Sequence[Block], start: int, end: int) -> Iterator[Piece]:
    first = bisect_right(blocks, start, key=lambda block: block.end)
    behind = bisect_left(blocks, end, key=lambda block: block.start)
    for number in range(first, behind):
        block = blocks[number]
        low, high = max(block.start, start), min(block.end, end)
        marked, pictures = spans(block), _described(text, block)
        if low == block.start:
            yield from (_shows(one, block, low) for one in pictures if not one.below)
        at = low
        while at < high:
            cut = _cut(text, at, high)
            shown = text[at:cut].translate(_SHOWN)
            role = str(block.attrs.get("role", ""))
            yield Piece(
                at,
                cut,
                block.kind,
                role,
                at == block.start,
                shown,
                utf16_map(shown),
                block.attrs,
                tuple(_cut_to(marked, at, cut)),
            )
            at = cut
        if high == block.end:
            yield from (_shows(one, block, high) for one in pictures if one.below)


def _described(text: str, block: Block) -> list[Picture]:
    """Return the pictures of *block*; over a caption, that says what they show."""
    said = text[block.start : block.end] if block.kind == "caption" else ""
    return [replace(one, alt=one.alt or said) for one in of_block(block)]


def _shows(picture: Picture, block: Block, at: int) -> Piece:
    shown = "\ufffc"
    return Piece(
        at, at, block.kind, "", True, shown, utf16_map(shown), block.attrs, picture=picture
    )


def _evened(piece: Piece, breaks: Sequence[int]) -> Piece:
    """Return a piece of running text with soft hyphens at *breaks*, but in its last word."""
    if piece.kind not in _EVEN or piece.role in _RAGGED_ROLES:
        return piece
    last_word = piece.start + max(0, piece.shown.rstrip().rfind(" "))
    first, behind = bisect_right(breaks, piece.start), bisect_left(breaks, last_word)
    cuts = [point - piece.start for point in breaks[first:behind]]
    ends = zip([0, *cuts], [*cuts, len(piece.shown)], strict=True)
    shown = _HYPHEN.join(piece.shown[a:b] for a, b in ends)
    units = HyphenatedMap(utf16_map(piece.shown), cuts)
    return replace(piece, shown=shown, units=units, even=True)


def _cut_to(marked: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    for span in marked:
        if span.start < end and span.end > start:
            yield replace(span, start=max(span.start, start), end=min(span.end, end))


def _cut(text: str, at: int, high: int) -> int:
    if high - at <= PIECE:
        return high
    space = text.rfind(" ", at + PIECE // 2, at + PIECE)
    if space >= 0:
        return space + 1
    cut = at + PIECE
    while cut > at + PIECE // 2 and combining(text[cut]):
        cut -= 1
    return cut
