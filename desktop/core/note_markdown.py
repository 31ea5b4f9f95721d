"""Notes are Markdown: what is shown of one, as blocks of plain text with a few looks.

A note may come from anyone. No HTML is read (it is shown as typed), no picture, nothing that is
elsewhere; and a note that is nested or long beyond sense is shown as plain text, or in part: the
editor always has it whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.core import note_links

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

LONGEST = 20_000
_DEEPEST = 60
_PLAIN_LENGTH = 2_000
_MARKED = re.compile(r"[*_`#\[\]<>&~\\]|^[ \t]*(?:[-+]|\d{1,9}[.)])[ \t]|^[ \t]*-{3}", re.MULTILINE)
_MARKS = "[*_~`<&"
_MOST_MARKS = 2_000
_ADDRESS = re.compile(r"https?://[^\s<>\"„”]{1,2000}")
_CLOSES = {"em": "italic", "strong": "bold", "s": "struck"}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that looks the same; `href` is where it leads, "" for nowhere.

    An `href` is an `address` of note_links, or any address that someone wrote: check it first.
    """

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    code: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """A paragraph: `kind` is "text", "heading", "code" or "rule", `line` where it begins (from 0).

    `quoted` and `indent` count the quotations and lists around it; `marker` is what stands before
    an item ("•", "2."). A line end within it is a "\\n".
    """

    kind: str
    line: int
    spans: tuple[Span, ...] = ()
    quoted: int = 0
    indent: int = 0
    marker: str = ""

    @property
    def text(self) -> str:
        """The block's characters."""
        return "".join(span.text for span in self.spans)


def blocks(note: str) -> tuple[NoteBlock, ...]:
    """Return the first LONGEST characters of *note* as they are to be shown."""
    return _blocks(note[:LONGEST])


def plain(note: str) -> str:
    """Return the beginning of *note* as text without marks, a line for each block and line."""
    return "\n".join(_plain_line(block) for block in _blocks(note[:_PLAIN_LENGTH]))


def _plain_line(block: NoteBlock) -> str:
    marker = f"{block.marker} " if block.marker else ""
    return "    " * max(0, block.indent - 1) + marker + (block.text or "—")


@lru_cache(maxsize=256)
def _blocks(note: str) -> tuple[NoteBlock, ...]:
    # The parser takes seconds for thousands of brackets: nobody writes so.
    if _MARKED.search(note) and sum(map(note.count, _MARKS)) <= _MOST_MARKS:
        tokens = _parser().parse(note)
        # It passes over what is nested deeper, and over marks with nothing behind them.
        if not any(token.level >= _DEEPEST for token in tokens):
            found = tuple(_Reading(tokens).blocks())
            if any(block.text for block in found):
                return found
    return tuple(_as_typed(note))


def _as_typed(note: str) -> Iterator[NoteBlock]:
    """Yield the paragraphs of a note that is plain text."""
    start, lines = 0, list[str]()
    for number, line in enumerate([*note.split("\n"), ""]):
        if line.strip():
            start = start if lines else number
            lines.append(line.rstrip())
        elif lines:
            yield NoteBlock("text", start, tuple(_with_addresses(Span("\n".join(lines)))))
            lines = []


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    made = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST})
    made.enable("strikethrough")
    # An indented line is no code here, a line above “---” no heading, and “[x]: y” is a text.
    made.disable(["code", "lheading", "reference"])
    made.inline.ruler.before("link", "note_link", _note_link)
    return made


def _note_link(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[[", state.pos):
        return False
    found = note_links.match(state.src, state.pos)
    if found is None or found.end > state.posMax:
        return False
    if not silent:
        token = state.push("note_link", "", 0)
        token.content, token.meta = found.label, {"href": found.address}
    state.pos = found.end
    return True


class _Reading:
    """Walks the parser's tokens once."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._quoted = 0
        self._markers: list[str] = []
        self._numbers: list[int] = []
        self._kind = "text"

    def blocks(self) -> Iterator[NoteBlock]:
        """Yield the blocks in order."""
        for token in self._tokens:
            if token.type == "inline":
                yield self._block(self._kind, token, tuple(_spans(token.children or ())))
            elif token.type == "fence":
                text = token.content.removesuffix("\n")
                yield self._block("code", token, (Span(text, code=True),))
            elif token.type == "hr":
                yield self._block("rule", token, ())
            else:
                self._enter_or_leave(token)

    def _block(self, kind: str, token: Token, spans: tuple[Span, ...]) -> NoteBlock:
        marker = self._markers[-1] if self._markers else ""
        if marker:
            self._markers[-1] = ""  # only the first paragraph of an item has it
        line = token.map[0] if token.map else 0
        return NoteBlock(kind, line, spans, self._quoted, len(self._markers), marker)

    def _enter_or_leave(self, token: Token) -> None:
        kind, _, way = token.type.rpartition("_")
        step = 1 if way == "open" else -1
        if kind == "blockquote":
            self._quoted += step
        elif kind == "heading":
            self._kind = "heading" if step > 0 else "text"
        elif kind in ("bullet_list", "ordered_list"):
            if step > 0:
                start = token.attrGet("start")
                first = int(start) if start is not None else 1
                self._numbers.append(first if kind == "ordered_list" else -1)
            else:
                self._numbers.pop()
        elif kind == "list_item":
            self._markers.append(self._next_marker()) if step > 0 else self._markers.pop()

    def _next_marker(self) -> str:
        number = self._numbers[-1]
        if number < 0:
            return "•"
        self._numbers[-1] += 1
        return f"{number}."


def _spans(children: Sequence[Token]) -> Iterator[Span]:
    look = Span("")
    for token in children:
        kind, _, way = token.type.rpartition("_")
        if kind in _CLOSES:
            look = replace(look, **{_CLOSES[kind]: way == "open"})
        elif token.type == "link_open":
            look = replace(look, href=str(token.attrGet("href") or ""))
        elif token.type == "link_close":
            look = replace(look, href="")
        else:
            yield from _leaf(token, look)


def _leaf(token: Token, look: Span) -> Iterator[Span]:
    if token.type in ("softbreak", "hardbreak"):
        yield replace(look, text="\n")
    elif token.type == "code_inline":
        yield replace(look, text=token.content, code=True)
    elif token.type == "note_link":
        yield replace(look, text=token.content, href=token.meta["href"])
    elif token.type == "image":  # never fetched: its words, which lead to it
        source = str(token.attrGet("src") or "")
        yield replace(look, text=token.content or source, href=source)
    elif token.content:
        span = replace(look, text=token.content)
        yield from (_with_addresses(span) if not look.href else (span,))


def _with_addresses(span: Span) -> Iterator[Span]:
    """Cut *span* so that web addresses in it lead where they say."""
    at = 0
    for found in _ADDRESS.finditer(span.text):
        address = found[0].rstrip(".,;:!?'’)»")
        if found.start() > at:
            yield replace(span, text=span.text[at : found.start()])
        yield replace(span, text=address, href=address)
        at = found.start() + len(address)
    if at < len(span.text):
        yield replace(span, text=span.text[at:])
