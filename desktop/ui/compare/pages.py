"""Set two texts as documents in which every difference is marked, by more than its colour.

What was removed is struck through, what was added is underlined; a paragraph's end that came or
went is a ¶. Each difference has its place in the document(s), to go from one to the next.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor, QTextDocument

from desktop.core.text_diff import Change
from desktop.ui.palette import Palette

MARGIN = 16
_SHOWN = str.maketrans(dict.fromkeys("\x00\ufffc\ufdd0\ufdd1", "\ufffd"))


@dataclass(slots=True)
class Page:
    """A document, and where each difference begins and ends in it (UTF-16 positions)."""

    document: QTextDocument
    places: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])


@dataclass(frozen=True, slots=True)
class Look:
    """What the documents are set in."""

    font: QFont
    palette: Palette


def removed_format(look: Look) -> QTextCharFormat:
    """Return how removed words look."""
    made = _format(look, look.palette.error_soft)
    made.setFontStrikeOut(True)
    return made


def added_format(look: Look) -> QTextCharFormat:
    """Return how added words look."""
    made = _format(look, look.palette.marks["green"])
    made.setFontUnderline(True)
    return made


def inline(old: str, new: str, changes: Sequence[Change], look: Look) -> Page:
    """Set both texts as one: what was removed stands before what came instead."""
    page, cursor = _begin(look)
    plain, gone, come = _format(look, ""), removed_format(look), added_format(look)
    for change in changes:
        if change.kind == "same":
            cursor.insertText(_shown(new[slice(*change.new)]), plain)
            continue
        start = cursor.position()
        before, after = old[slice(*change.old)], new[slice(*change.new)]
        cursor.insertText(_with_ends(before, breaks=bool(before.strip())), gone)
        cursor.insertText(_with_ends(after, breaks=True), come)
        page.places.append((start, cursor.position()))
    _end(cursor)
    return page


def beside(old: str, new: str, changes: Sequence[Change], look: Look) -> tuple[Page, Page]:
    """Set each text by itself, with what the other has not marked."""
    left = _one_side(old, [(one.kind == "same", one.old) for one in changes], removed_format, look)
    right = _one_side(new, [(one.kind == "same", one.new) for one in changes], added_format, look)
    return left, right


def _one_side(
    text: str,
    parts: Sequence[tuple[bool, tuple[int, int]]],
    marked: object,
    look: Look,
) -> Page:
    page, cursor = _begin(look)
    plain = _format(look, "")
    odd = removed_format(look) if marked is removed_format else added_format(look)
    for same, place in parts:
        start = cursor.position()
        shown = text[slice(*place)]
        cursor.insertText(_shown(shown) if same else _with_ends(shown, breaks=True), plain)
        if not same:
            _mark(cursor, start, odd)
            page.places.append((start, cursor.position()))
    _end(cursor)
    return page


def _mark(cursor: QTextCursor, start: int, odd: QTextCharFormat) -> None:
    end = cursor.position()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.setCharFormat(odd)
    cursor.clearSelection()
    cursor.setPosition(end)


def _begin(look: Look) -> tuple[Page, QTextCursor]:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(look.font)
    document.setDocumentMargin(MARGIN)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = cursor.blockFormat()
    block.setBottomMargin(round(look.font.pixelSize() * 0.6))
    block.setLineHeight(125.0, 1)
    cursor.setBlockFormat(block)
    return Page(document), cursor


def _end(cursor: QTextCursor) -> None:
    cursor.endEditBlock()


def _format(look: Look, ground: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(look.font)
    made.setForeground(QColor(look.palette.ink))
    if ground:
        made.setBackground(QColor(ground))
    return made


def _shown(text: str) -> str:
    return text.translate(_SHOWN)


def _with_ends(text: str, *, breaks: bool) -> str:
    """Return *text* with a sign for each end of a paragraph, which else could not be marked."""
    return _shown(text).replace("\n", "¶\n" if breaks else "¶")
