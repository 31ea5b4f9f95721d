"""One line of text with search hits in it, cut to the room there is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from desktop.core.hits import Snippet, Span
from desktop.core.utf16 import utf16_map


@dataclass(frozen=True, slots=True)
class Ink:
    """How a line is written; `hit` is the ground of a search hit and `hit_text` its letters."""

    font: QFont
    colour: str
    hit: str = ""
    hit_text: str = ""
    right: bool = False


def one_line(text: str) -> str:
    """Return *text* without line breaks and tabs, letter by letter as long as before."""
    return "".join(" " if char in "\n\r\t\v\f\u2028\u2029" else char for char in text)


def near_hit(snippet: Snippet, before: int) -> Snippet:
    """Cut the snippet's front so that at most about *before* characters precede its first hit."""
    if not snippet.hits or snippet.hits[0][0] <= before:
        return snippet
    first = snippet.hits[0][0]
    space = snippet.text.find(" ", first - before, first)
    start = space + 1 if space >= 0 else first
    lead = "… "
    shift = len(lead) - start
    moved = tuple((a + shift, b + shift) for a, b in snippet.hits)
    return Snippet(lead + snippet.text[start:], moved)


def draw_line(
    painter: QPainter, rect: QRect, text: str, ink: Ink, hits: Sequence[Span] = ()
) -> None:
    """Draw *text* elided at the window's leading edge, in its own direction."""
    text = one_line(text)
    bold = QFont(ink.font)
    if hits:
        bold.setWeight(QFont.Weight.Bold)
    shown = QFontMetrics(bold).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    layout = QTextLayout(shown, ink.font)
    layout.setTextOption(_option(ink))
    layout.setFormats(_formats(shown, hits, ink))
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(rect.width())
    layout.endLayout()
    painter.setPen(QColor(ink.colour))
    top = rect.top() + (rect.height() - layout.boundingRect().height()) / 2
    layout.draw(painter, QPointF(rect.left(), top))


def _option(ink: Ink) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignRight if ink.right else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option


def _formats(text: str, hits: Sequence[Span], ink: Ink) -> list[QTextLayout.FormatRange]:
    if not hits:
        return []
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setBackground(QColor(ink.hit))
    look.setForeground(QColor(ink.hit_text or ink.colour))
    units = utf16_map(text)
    return [
        _range(units.to_utf16(start), units.to_utf16(min(end, len(text))), look)
        for start, end in hits
        if start < len(text)
    ]


def _range(start: int, end: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, look
    return made
