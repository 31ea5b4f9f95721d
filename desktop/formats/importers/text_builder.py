"""Build the canonical text block by block, as a parser meets the words; invariants are kept here.

Blocks are parted by one LF, none is blank, white space runs are one space outside of code, and all
offsets are code points of the text that comes out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop.core.article import Block, BlockKind, Document, Remark, Span, SpanKind, moved
from desktop.core.canonical import REPLACEMENT, clean
from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.core.image import Image
from desktop.core.pictures import Picture, carried, of_block, picture, with_pictures
from desktop.formats import language, limits
from desktop.formats.importers.pictures import Find, Pictures
from desktop.formats.importers.source import no_text, too_large
from desktop.formats.lead_title import lead_title, shortened

_REPLACED = QT_TRANSLATE_NOOP("Remarks", "Characters that cannot be stored were replaced: {count}.")
_SPACE = re.compile(r"[ \t\n\f\v]+")
_MOST_OPEN = 24
_LONGEST_HREF = 2_000
_EDGES = " \t\n"


@dataclass(slots=True)
class _Open:
    kind: SpanKind
    href: str
    start: int


class TextBuilder:
    """Takes text, marks and pictures in reading order; `document` gives what came of it.

    `find` gives the bytes of a picture by its name; without it none is kept.
    """

    def __init__(self, name: str, find: Find | None = None) -> None:
        self._name = name
        self._pictures = Pictures(find) if find else None
        self._above: list[Picture] = []
        self._later: list[Picture] = []
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._at = 0
        self._replaced = 0
        self._kind: BlockKind = "paragraph"
        self._attrs: dict[str, Any] = {}
        self._buffer: list[str] = []
        self._length = 0
        self._open: list[_Open] = []
        self._too_deep = 0
        self._spans: list[Span] = []
        self._cells: list[int] = []

    @property
    def blank(self) -> bool:
        """Whether the block in hand has no text yet."""
        return not self._length

    @property
    def blocks(self) -> int:
        """How many blocks are finished."""
        return len(self._blocks)

    def begin(self, kind: BlockKind, attrs: Mapping[str, Any] | None = None) -> None:
        """Finish the block in hand and begin another."""
        self.end()
        self._kind, self._attrs = kind, dict(attrs or {})

    def text(self, data: str, *, verbatim: bool = False) -> None:
        """Add *data* to the block in hand; white space is kept with *verbatim*."""
        cleaned = clean(data)
        text = cleaned.text
        nuls = text.count("\0")
        if nuls:
            text = text.replace("\0", REPLACEMENT)
        self._replaced += cleaned.replaced + nuls
        if not verbatim:
            text = _SPACE.sub(" ", text)
            if text.startswith(" ") and (not self._length or self._buffer[-1][-1] in _EDGES):
                text = text[1:]
        if text:
            self._buffer.append(text)
            self._length += len(text)
            if self._at + self._length > limits.LARGEST_TEXT:
                raise too_large(self._name, limits.LARGEST_TEXT)

    def line_break(self) -> None:
        """Go to a new line in the block; a second one in a row ends the block."""
        if self._length and self._buffer[-1].endswith("\n"):
            self.begin(self._kind, {k: v for k, v in self._attrs.items() if k != "number"})
        elif self._length:
            self._buffer.append("\n")
            self._length += 1

    def cell(self) -> None:
        """Begin a cell of a table row."""
        if self._cells:
            self._buffer.append("\t")
            self._length += 1
        self._cells.append(self._length)

    def picture(self, name: str, alt: str = "") -> bool:
        """Show the picture *name* here, or behind the words in hand; tell whether it is kept.

        *alt* says what it shows, if no text does.
        """
        image = self._pictures.take(name) if self._pictures else None
        if image is None:
            return False
        (self._later if self._length else self._above).append(picture(image, one_line(alt)))
        return True

    def push(self, kind: SpanKind, href: str = "") -> None:
        """Begin a span; `pop` ends the innermost one of its kind."""
        if len(self._open) >= _MOST_OPEN:
            self._too_deep += 1
        else:
            self._open.append(_Open(kind, href[:_LONGEST_HREF], self._length))

    def pop(self, kind: SpanKind) -> None:
        """End a span."""
        if self._too_deep:
            self._too_deep -= 1
            return
        for number in range(len(self._open) - 1, -1, -1):
            if self._open[number].kind == kind:
                self._keep(self._open.pop(number))
                return

    def end(self) -> None:
        """Finish the block in hand, if there is one; open spans go on in the next one."""
        if self._length:
            for one in self._open:
                self._keep(one)
            self._add("".join(self._buffer))
            self._above, self._later = [*self._above, *self._later], []
        for one in self._open:
            one.start = 0
        self._buffer, self._length, self._spans, self._cells = [], 0, [], []

    def document(self, source_format: str, *, title: str = "", **details: Any) -> Document:
        """Return the document; UserError when there is no word in it."""
        self.end()
        if not self._blocks:
            raise no_text(self._name)
        title = _line(title)
        self._drop_heading(title)
        self._show_last()
        text = "".join(self._parts)
        remarks: tuple[Remark, ...] = details.pop("remarks", ())
        images: tuple[Image, ...] = ()
        if self._pictures:
            images, remarks = self._pictures.images, (*remarks, *self._pictures.remarks())
        if self._replaced:
            remarks = (*remarks, Remark(_REPLACED, {"count": self._replaced}))
        details["language"] = details.get("language") or language.guess(text)
        return Document(
            title=shortened(title) or self._lead(text),
            text=text,
            blocks=tuple(self._blocks),
            source_format=source_format,
            remarks=remarks,
            images=images,
            **details,
        )

    def _drop_heading(self, title: str) -> None:
        """Take off a first heading that only says the title again: it is shown above the text."""
        first = self._blocks[0]
        if first.kind != "heading" or len(self._blocks) == 1 or _line(self._parts[0]) != title:
            return
        del self._parts[:2]
        left = [moved(block, -first.end - 1) for block in self._blocks[1:]]
        self._blocks = carried(self._blocks, left, range(1, len(self._blocks)))

    def _show_last(self) -> None:
        """Give the last block the pictures behind it."""
        if self._above:
            below = [replace(one, below=True) for one in self._above]
            last = self._blocks[-1]
            self._blocks[-1] = with_pictures(last, [*of_block(last), *below])
            self._above = []

    def _lead(self, text: str) -> str:
        block = next((b for b in self._blocks if b.kind == "heading"), self._blocks[0])
        words = text[block.start : block.end]
        return shortened(_line(words)) if block.kind == "heading" else lead_title(words)

    def _keep(self, one: _Open) -> None:
        if one.start < self._length and len(self._spans) < 10_000:
            self._spans.append(Span(one.kind, one.start, self._length, one.href))

    def _add(self, raw: str) -> None:
        left = len(raw) - len(raw.lstrip(_EDGES)) if not self._cells else 0
        text = raw[left:].rstrip(_EDGES)
        if not text.strip():
            return
        if self._blocks:
            self._parts.append("\n")
            self._at += 1
        base = self._at - left
        attrs = dict(self._attrs)
        if spans := [s.as_attr() for s in self._placed(base, self._at + len(text))]:
            attrs["spans"] = spans
        if self._cells:
            ends = [*(cell - 1 for cell in self._cells[1:]), len(raw)]
            last = self._at + len(text)
            attrs["cells"] = [
                [min(base + start, last), min(base + end, last)]
                for start, end in zip(self._cells, ends, strict=True)
            ]
        self._parts.append(text)
        block = Block(self._kind, self._at, self._at + len(text), attrs)
        self._blocks.append(with_pictures(block, self._above) if self._above else block)
        self._above = []
        self._at += len(text)

    def _placed(self, base: int, last: int) -> list[Span]:
        """Return the spans in order, moved to their place in the text and cut to the block."""
        moved = (
            replace(s, start=max(s.start + base, self._at), end=min(s.end + base, last))
            for s in self._spans
        )
        return sorted(
            (s for s in moved if s.start < s.end), key=lambda s: (s.start, -s.end, s.kind)
        )


def _line(text: str) -> str:
    return " ".join(clean(text).text.replace("\0", REPLACEMENT).split())


one_line = _line
