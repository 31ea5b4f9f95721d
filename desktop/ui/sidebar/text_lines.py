"""Breaks text into lines as an editor would, so that painted and edited notes stand alike."""

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

_BREAK = "\u2028"
_MOST_CHARACTERS = 300


def lay_lines(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """Break *text* into at most *most* lines of *width*; the last ends in … if there is more."""
    shown = text[: most * _MOST_CHARACTERS].replace("\n", _BREAK)
    spans = _break(shown, font, width, most)
    units = shown.encode("utf-16-le", "surrogatepass")
    lines = [_cut(units, start, start + length) for start, length in spans[:most]]
    if len(spans) > most:
        rest = _cut(units, spans[most - 1][0], len(units)).partition(_BREAK)[0]
        lines[-1] = _elided(rest, font, width)
    return tuple(line.rstrip(_BREAK + " ") for line in lines)


def line_height(font: QFont) -> int:
    """Return how high an editor makes a line: its rounding is not that of the metrics."""
    layout = QTextLayout("Ąg", font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return ceil(line.height())


def line_count(text: str, font: QFont, width: int, most: int) -> int:
    """Return how many lines *text* takes, no more than *most*."""
    shown = text[: most * _MOST_CHARACTERS].replace("\n", _BREAK)
    return max(1, min(most, len(_break(shown, font, width, most))))


def _break(text: str, font: QFont, width: int, most: int) -> list[tuple[int, int]]:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    spans: list[tuple[int, int]] = []
    while len(spans) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        spans.append((line.textStart(), line.textLength()))
    layout.endLayout()
    return spans


def _cut(units: bytes, start: int, end: int) -> str:
    return units[2 * start : 2 * end].decode("utf-16-le", "replace")


def _elided(rest: str, font: QFont, width: int) -> str:
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(rest + " …") <= width:
        return rest.rstrip() + " …"
    return metrics.elidedText(rest[:_MOST_CHARACTERS] + " …", Qt.TextElideMode.ElideRight, width)
