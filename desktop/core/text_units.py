"""What a key selects around the caret: word, clause, sentence, quotation, paragraph.

All offsets are code points of the article's text. A unit never crosses a block (paragraph).
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from desktop.core.article import Block
from desktop.core.sentences import Span, sentences, trimmed

UNITS = ("word", "clause", "sentence", "quotation", "paragraph")
_WORD = re.compile(r"[^\W_]+(?:[-’'.,][^\W_]+)*")
_CLAUSE_END = re.compile(r"[,;:]+[”\"»’)\]]*(?=\s)|\s[–—-](?=\s)|[–—](?=\s)")
_PAIRS = {"„": '”“"', "«": "»", "»": "«", "“": "”", "‚": "’‘", "‘": "’", '"': '"', "「": "」"}
_DASHES = ("– ", "— ", "- ")
_DASH = re.compile(r"\s[–—-]\s")


def unit_at(
    text: str, blocks: Sequence[Block], point: int, unit: str, language: str = ""
) -> Span | None:
    """Return the *unit* (one of UNITS) that holds code point *point*, or None."""
    block = _block_at(blocks, point)
    if block is None:
        return None
    return _FINDERS[unit](text, block.start, block.end, point, language)


def next_unit(
    text: str, blocks: Sequence[Block], selected: Span, unit: str, language: str = ""
) -> Span | None:
    """Return *selected* with the *unit* that follows it, across blocks; None at the end."""
    for point in _starts_after(text, blocks, selected[1]):
        found = unit_at(text, blocks, point, unit, language)
        if found and found[1] > selected[1]:
            return selected[0], found[1]
    return None


def grow(text: str, blocks: Sequence[Block], selected: Span, language: str = "") -> Span | None:
    """Return the smallest unit that holds *selected* and more; None when nothing is larger."""
    start, end = selected
    around = [unit_at(text, blocks, start, unit, language) for unit in UNITS]
    around.append((blocks[0].start, blocks[-1].end) if blocks else None)
    larger = [one for one in around if one and one[0] <= start and one[1] >= end]
    larger = [one for one in larger if one != (start, end)]
    return min(larger, key=lambda one: one[1] - one[0], default=None)


def _block_at(blocks: Sequence[Block], point: int) -> Block | None:
    number = bisect_right(blocks, point, key=lambda block: block.start) - 1
    return blocks[max(0, number)] if blocks else None


def _starts_after(text: str, blocks: Sequence[Block], point: int) -> Iterator[int]:
    """Yield the next place with something to read in this block, then the starts of later ones."""
    number = max(0, bisect_right(blocks, point, key=lambda block: block.start) - 1)
    if not blocks:
        return
    at = max(point, blocks[number].start)
    while at < blocks[number].end:
        if text[at].isalnum():
            yield at
            break
        at += 1
    yield from (block.start for block in blocks[number + 1 : number + 2])


def _word(text: str, start: int, end: int, point: int, _language: str) -> Span | None:
    return _holding(((m.start(), m.end()) for m in _WORD.finditer(text, start, end)), point)


def _sentence(text: str, start: int, end: int, point: int, language: str) -> Span | None:
    return _holding(sentences(text, start, end, language), point)


def _clause(text: str, start: int, end: int, point: int, language: str) -> Span | None:
    sentence = _sentence(text, start, end, point, language)
    return _holding(_clauses(text, *sentence), point) if sentence else None


def _clauses(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for match in _CLAUSE_END.finditer(text, start, end):
        yield from _without_stray_marks(text, at, match.start())
        at = match.end()
    yield from _without_stray_marks(text, at, end)


def _without_stray_marks(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the range without a quotation mark at its end whose partner lies outside."""
    found = trimmed(text, start, end)
    if found is None:
        return
    start, end = found
    if text[start] in _PAIRS and not any(
        text[at] in _PAIRS[text[start]] for at in range(start + 1, end)
    ):
        start += 1
    last = text[end - 1]
    if not any(text[at] in _PAIRS and last in _PAIRS[text[at]] for at in range(start, end - 1)):
        end -= any(last in closers for closers in _PAIRS.values())
    if found := trimmed(text, start, end):
        yield found


def _paragraph(text: str, start: int, end: int, _point: int, _language: str) -> Span | None:
    return trimmed(text, start, end)


def _quotation(text: str, start: int, end: int, point: int, _language: str) -> Span | None:
    """Return the smallest quotation round *point*, without its marks."""
    held = [one for one in _quotations(text, start, end) if one[0] - 1 <= point <= one[1] + 1]
    return min(held, key=lambda one: one[1] - one[0], default=None)


def _quotations(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield what stands in quotation marks, then what a line of dialogue says."""
    open_marks: list[tuple[str, int]] = []
    for at in range(start, end):
        letter = text[at]
        if open_marks and letter in _PAIRS[open_marks[-1][0]] and not _opens_word(text, at, end):
            _, first = open_marks.pop()
            if span := trimmed(text, first, at):
                yield span
        elif letter in _PAIRS and not _is_apostrophe(text, at, start, end):
            open_marks.append((letter, at + 1))
    yield from _said(text, start, end)


def _opens_word(text: str, at: int, end: int) -> bool:
    """Tell whether the mark at *at* begins something: space before it and a letter behind it."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < end else " "
    return before.isspace() and after.isalnum()


def _is_apostrophe(text: str, at: int, start: int, end: int) -> bool:
    inside = start < at < end - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()
    return text[at] in "‘’'" and inside


def _said(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the speech of a paragraph in dialogue dashes: "– Wiem – powiedział. – Idę."."""
    if not text.startswith(_DASHES, start, end):
        return
    speaking, at = True, start + 2
    for match in _DASH.finditer(text, start + 1, end):
        if speaking and (span := trimmed(text, at, match.start())):
            yield span
        speaking, at = not speaking, match.end()
    if speaking and (span := trimmed(text, at, end)):
        yield span


def _holding(spans: Iterator[Span], point: int) -> Span | None:
    """Return the span that holds *point*, else the one before it, else the first."""
    last: Span | None = None
    for span in spans:
        if span[0] > point:
            return last or span
        last = span
        if point < span[1]:
            return span
    return last


_FINDERS: dict[str, Callable[[str, int, int, int, str], Span | None]] = {
    "word": _word,
    "clause": _clause,
    "sentence": _sentence,
    "quotation": _quotation,
    "paragraph": _paragraph,
}
