"""A note as a document to look at, built block by block: Qt never sees its Markdown or any HTML."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from desktop.core.note_markdown import NoteBlock, Span
from desktop.ui.palette import Palette

_SEPARATOR = "\u2028"
_DEEPEST_SHOWN = 6
_LINE = QTextFormat.Property.UserProperty.value + 1


@dataclass(frozen=True, slots=True)
class NoteLook:
    """What a note is set in; `leads(href)` tells whether a link can be followed."""

    font: QFont
    palette: Palette
    leads: Callable[[str], bool]


def fill(document: QTextDocument, blocks: Iterable[NoteBlock], look: NoteLook) -> None:
    """Let *document* show *blocks* and nothing else."""
    document.clear()
    document.setDefaultFont(look.font)
    cursor = QTextCursor(document)
    for number, block in enumerate(blocks):
        form = _block_format(block, look, first=number == 0)
        if number:
            cursor.insertBlock(form)
        else:
            cursor.setBlockFormat(form)
        _write(cursor, block, look)


def _block_format(block: NoteBlock, look: NoteLook, *, first: bool) -> QTextBlockFormat:
    em = look.font.pointSizeF()
    form = QTextBlockFormat()
    form.setProperty(_LINE, block.line)
    inner = bool(block.indent)
    form.setTopMargin(0 if first else em * (0.15 if inner else 0.5))
    steps = min(block.indent, _DEEPEST_SHOWN) + min(block.quoted, _DEEPEST_SHOWN)
    form.setLeftMargin(em * 1.4 * steps)
    if block.marker:
        form.setTextIndent(-em * 1.2)
    if block.kind == "code":
        form.setBackground(QColor(look.palette.hover))
        form.setNonBreakableLines(False)
    return form


def _write(cursor: QTextCursor, block: NoteBlock, look: NoteLook) -> None:
    if block.kind == "rule":
        cursor.insertText("⁂", _plain(look, look.palette.muted))
    if block.marker:
        cursor.insertText(f"{block.marker} ", _plain(look, look.palette.muted))
    for span in block.spans:
        text = span.text.replace("\n", _SEPARATOR)
        cursor.insertText(text, _span_format(span, block, look))


def _plain(look: NoteLook, colour: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QColor(colour))
    return form


def _span_format(span: Span, block: NoteBlock, look: NoteLook) -> QTextCharFormat:
    palette = look.palette
    form = _plain(look, palette.muted if block.quoted else palette.ink)
    if span.bold or block.kind == "heading":
        form.setFontWeight(QFont.Weight.Bold)
    form.setFontItalic(span.italic or bool(block.quoted))
    form.setFontStrikeOut(span.struck)
    if span.code:
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        form.setFontFamilies([fixed])
        form.setBackground(QColor(palette.hover))
    if span.href and look.leads(span.href):
        form.setAnchor(True)
        form.setAnchorHref(span.href)
        form.setForeground(QColor(palette.accent))
        form.setFontUnderline(True)
    elif span.href:
        form.setAnchor(True)
        form.setAnchorHref(span.href)  # so that a tool tip can say what is wrong
        form.setForeground(QColor(palette.muted))
        form.setFontStrikeOut(True)
    form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignNormal)
    return form


def line_at(cursor: QTextCursor) -> int:
    """Return the line of the note that the block at *cursor* begins with."""
    return cursor.blockFormat().intProperty(_LINE)
