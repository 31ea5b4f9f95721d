"""A text of another program in our canonical form, and where each of its characters went.

Programs for coding count characters of their own text; ours has no blank lines and no loose white
space at the ends of blocks. The map between the two makes their positions ours, exactly.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.article import Block, BlockKind
from desktop.core.canonical import REPLACEMENT, clean
from desktop.core.selector import trim

_EDGES = " \t\n\r\f\v"


@dataclass(frozen=True, slots=True)
class Cut:
    """A block begins here, at a code point of the raw text."""

    start: int
    kind: BlockKind = "paragraph"
    level: int = 0
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Frozen:
    """The canonical text; `places[n]` is where character *n* of the raw text is in it."""

    text: str
    blocks: tuple[Block, ...]
    places: "array[int]"

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Return the place of raw *start* to *end*, without white space at its ends."""
        last = len(self.places) - 1
        start, end = min(max(start, 0), last), min(max(end, 0), last)
        return trim(self.text, self.places[start], self.places[max(start, end)])


def of_lines(raw: str) -> Frozen:
    """Freeze plain text: each line is a paragraph."""
    cuts = [Cut(0, verbatim=True)]
    cuts += [Cut(at + 1, verbatim=True) for at, char in enumerate(raw) if char in "\n\r"]
    return freeze(raw, cuts)


def freeze(raw: str, cuts: Sequence[Cut]) -> Frozen:
    """Freeze *raw*, whose blocks begin at *cuts* (in order, the first at 0)."""
    parts: list[str] = []
    blocks: list[Block] = []
    places = array("l")
    at = 0
    for number, cut in enumerate(cuts):
        end = cuts[number + 1].start if number + 1 < len(cuts) else len(raw)
        begin = at + 1 if parts else at
        part = _block(raw[cut.start : end], begin, places, verbatim=cut.verbatim, first=not at)
        if part:
            parts.append(part)
            attrs = {"level": cut.level} if cut.level else {}
            blocks.append(Block(cut.kind, begin, begin + len(part), attrs))
            at = begin + len(part)
    places.append(at)
    return Frozen("\n".join(parts), tuple(blocks), places)


def _block(segment: str, at: int, places: "array[int]", *, verbatim: bool, first: bool) -> str:
    """Return the text of one block that begins at *at*; *places* grows by its characters."""
    edges = _EDGES + "\ufeff" if first else _EDGES
    begin = len(segment) - len(segment.lstrip(edges))
    kept = segment[begin:].rstrip(edges)
    if not kept.strip():
        places.extend([at] * len(segment))
        return ""
    places.extend([at] * begin)
    text = _replaced(kept)
    if not verbatim:
        text = _collapsed(text, at, places)
    else:
        places.extend(range(at, at + len(text)))
    places.extend([at + len(text)] * (len(segment) - begin - len(kept)))
    return text


def _collapsed(text: str, at: int, places: "array[int]") -> str:
    out: list[str] = []
    for char in text:
        space = char in _EDGES
        if space and out[-1:] == [" "]:
            places.append(at + len(out))
            continue
        places.append(at + len(out))
        out.append(" " if space else char)
    return "".join(out)


def _replaced(text: str) -> str:
    """Return *text* with what cannot be stored replaced, character by character."""
    first = "\ufeff" if text.startswith("\ufeff") else ""
    return first + clean(text).text.replace("\0", REPLACEMENT)
