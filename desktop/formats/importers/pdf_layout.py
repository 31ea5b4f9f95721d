"""Lines on pages into paragraphs: columns in order, running heads off, hyphenated words whole."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from desktop.formats.importers.text_builder import TextBuilder

_FINAL = re.compile(r"[.!?…:;][\"”»’')\]]*$")
_DIGITS = re.compile(r"\d+")
_HYPHENS = "-\u00ad\u2010"
_EDGE_LINES = 2
_LONGEST_HEADING = 160


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print with its box in points, y from the bottom of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """How tall its letters are."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class _Placed:
    line: Line
    page: int
    column: tuple[float, float]


def build(pages: Sequence[Sequence[Line]], builder: TextBuilder) -> None:
    """Add the text of *pages* (numbered from 1) to *builder*."""
    running = _running(pages)
    placed: list[_Placed] = []
    for number, lines in enumerate(pages, 1):
        kept = [line for at, line in enumerate(lines) if not _is_running(lines, at, running)]
        for column in _columns(_joined(kept)):
            edges = (min(one.left for one in column), max(one.right for one in column))
            placed += [_Placed(line, number, edges) for line in column]
    if not placed:
        for number, lines in enumerate(pages, 1):  # nothing but running heads: then they are text
            placed += [_Placed(line, number, (line.left, line.right)) for line in lines]
    size = median(one.line.height for one in placed) if placed else 0
    for paragraph in _paragraphs(placed, size):
        _add(paragraph, size, builder)


def _running(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Return the heads and feet that come back on most pages, whatever number is in them."""
    if len(pages) < 3:
        return set()
    seen = Counter(
        key
        for lines in pages
        for key in {_key(line) for line in [*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:]]}
    )
    return {key for key, count in seen.items() if count >= 3 and count * 2 > len(pages)}


def _is_running(lines: Sequence[Line], at: int, running: set[str]) -> bool:
    if _EDGE_LINES <= at < len(lines) - _EDGE_LINES:
        return False
    return _key(lines[at]) in running


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text.strip().casefold())


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Join neighbours that stand on one line of print, as a bold word and what follows it."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last and _same_row(last, line) and 0 <= line.left - last.right < line.height * 0.8:
            glue = "" if last.text.endswith(" ") else " "
            joined[-1] = Line(
                last.text + glue + line.text, last.left, min(last.bottom, line.bottom), line.right,
                max(last.top, line.top),
            )  # fmt: skip
        else:
            joined.append(line)
    return joined


def _same_row(one: Line, other: Line) -> bool:
    middle = (other.top + other.bottom) / 2
    return one.bottom <= middle <= one.top


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines column by column where there are two that take turns."""
    if not lines:
        return []
    low, high = min(line.left for line in lines), max(line.right for line in lines)
    middle = _gutter(lines, low, high)
    if middle is None:
        return [list(lines)]
    groups: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(lines, key=lambda one: -one.top):
        if line.left < middle < line.right:  # a line across both: what stands above comes first
            groups += [group for group in (left, right, [line]) if group]
            left, right = [], []
        else:
            (left if line.right <= middle else right).append(line)
    groups += [group for group in (left, right) if group]
    return groups


def _gutter(lines: Sequence[Line], low: float, high: float) -> float | None:
    """Return where two columns part: nearly no line crosses it, and many stand on each side."""
    width = high - low
    best: tuple[int, float] | None = None
    for step in range(35, 66, 1):
        at = low + width * step / 100
        crossing = sum(line.left < at < line.right for line in lines)
        left = sum(line.right <= at for line in lines)
        right = len(lines) - crossing - left
        fits = (
            left >= 4
            and right >= 4
            and crossing * 5 <= len(lines)
            and min(left, right) * 4 >= max(left, right)
        )
        if fits and (best is None or crossing < best[0]):
            best = (crossing, at)
    return best[1] if best else None


def _paragraphs(placed: Sequence[_Placed], size: float) -> list[list[_Placed]]:
    found: list[list[_Placed]] = []
    for one in placed:
        if found and _goes_on(found[-1], one, size):
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _goes_on(paragraph: Sequence[_Placed], one: _Placed, size: float) -> bool:
    """Tell whether *one* is the next line of *paragraph*."""
    last = paragraph[-1]
    if abs(last.line.height - one.line.height) > max(1.0, size * 0.12):
        return False
    text = last.line.text.rstrip()
    ended = _FINAL.search(text) is not None
    if last.page != one.page or one.line.top > last.line.top:  # a new page or column
        return (text[-1:] in _HYPHENS or not ended) and not _is_heading(paragraph, size)
    gap = last.line.bottom - one.line.top
    if gap > size * 0.75:
        return False
    width = max(1.0, one.column[1] - one.column[0])
    short = last.line.right < last.column[1] - width * 0.12
    indented = size * 0.6 < one.line.left - one.column[0] < width * 0.25
    was_indented = last.line.left - last.column[0] > size * 0.6 and len(paragraph) > 1
    return not (short and ended) and not (indented and not was_indented and ended)


def _is_heading(paragraph: Sequence[_Placed], size: float) -> bool:
    length = sum(len(one.line.text) for one in paragraph)
    return paragraph[0].line.height > size * 1.18 and length <= _LONGEST_HEADING


def _add(paragraph: Sequence[_Placed], size: float, builder: TextBuilder) -> None:
    page = {"page": paragraph[0].page}
    if _is_heading(paragraph, size):
        large = paragraph[0].line.height > size * 1.6
        builder.begin("heading", {"level": 1 if large else 2, **page})
    else:
        builder.begin("paragraph", page)
    text = ""
    for one in paragraph:
        text = _with_line(text, one.line.text.strip())
    builder.text(text.replace("\u00ad", ""))
    builder.end()


def _with_line(text: str, line: str) -> str:
    """Return *text* with *line* behind it; a word that was parted between them is whole again."""
    if not text:
        return line
    if text[-1] in _HYPHENS and len(text) > 1 and text[-2].isalpha() and line[:1].islower():
        return text[:-1] + line
    if text[-1] in _HYPHENS and len(text) > 1 and text[-2].isalnum():
        return text[:-1] + "-" + line  # “biało-” “Czerwony”, “2023-” “2024”
    return f"{text} {line}"
