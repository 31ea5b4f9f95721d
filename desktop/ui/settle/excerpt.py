"""A piece of an article around a passage, with some people's marks in it; as high as its text."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop.core.portable import PortableAnnotation, segments
from desktop.core.utf16 import utf16_map
from desktop.ui.palette import Palette
from desktop.ui.theme import Theme

MORE = 90
_MOST_LINES = 14
_LEADING = 112.0
_SIZE = 0.9
_SHOWN = str.maketrans(dict.fromkeys("\x00\ufffc\ufdd0\ufdd1", "\ufffd"))


def around(text: str, start: int, end: int, more: int = MORE) -> tuple[int, int]:
    """Return a range with up to *more* characters on each side, which cuts no word."""
    low, high = max(0, start - more), min(len(text), end + more)
    while 0 < low < start and not text[low - 1].isspace():
        low += 1
    while end < high < len(text) and not text[high].isspace():
        high -= 1
    return low, high


class Excerpt(QTextEdit):
    """Shows `text[low:high]` around a passage; what is selected is asked for in code points."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words, self._low = "", 0
        self._marks: Sequence[PortableAnnotation] = ()
        self._cut = ("", "")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(4)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._draw)

    @property
    def words(self) -> str:
        """The words that are shown."""
        return self._words

    @property
    def selection(self) -> tuple[int, int]:
        """The selected range, as code points of the article's text."""
        units, cursor = utf16_map(self._words), self.textCursor()
        before = len(self._cut[0])
        ends = (cursor.selectionStart() - before, cursor.selectionEnd() - before)
        points = (units.to_points(max(0, end)) for end in ends)
        start, end = (self._low + min(point, len(self._words)) for point in points)
        return start, end

    def quiet(self) -> None:
        """Stand on the dialog's ground, without a frame."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTextEdit { background: transparent; border: none; }")

    def show_passage(
        self, text: str, start: int, end: int, marks: Sequence[PortableAnnotation]
    ) -> None:
        """Show what is around `text[start:end]`, with *marks*."""
        low, high = around(text, start, end)
        self._words, self._low, self._marks = text[low:high], low, marks
        self._cut = ("… " if low else "", " …" if high < len(text) else "")
        self._draw()

    def select(self, start: int, end: int) -> None:
        """Select a range of the article's text."""
        units, before = utf16_map(self._words), len(self._cut[0])
        cursor = QTextCursor(self.document())
        cursor.setPosition(before + units.to_utf16(start - self._low))
        cursor.setPosition(
            before + units.to_utf16(end - self._low), QTextCursor.MoveMode.KeepAnchor
        )
        self.setTextCursor(cursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _draw(self) -> None:
        chosen = self.selection if self.textCursor().hasSelection() else None
        font, palette = self._font(), self._theme.palette
        self.document().setDefaultFont(font)
        self.clear()
        cursor = QTextCursor(self.document())
        block = cursor.blockFormat()
        block.setLineHeight(_LEADING, 1)
        cursor.setBlockFormat(block)
        muted = _look(palette.muted)
        cursor.insertText(self._cut[0], muted)
        low = self._low
        for part in segments(low, low + len(self._words), self._marks):
            words = self._words[part.start - low : part.end - low].translate(_SHOWN)
            cursor.insertText(words, _marked(palette, part.marks))
        cursor.insertText(self._cut[1], muted)
        self._fit()
        if chosen:
            self.select(*chosen)
        else:
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def _font(self) -> QFont:
        font = QFont(self._theme.reading_font())
        font.setPixelSize(max(12, round(font.pixelSize() * _SIZE)))
        return font

    def _fit(self) -> None:
        """Be as high as the text, up to some lines; more than that scrolls."""
        around_it = max(0, self.height() - self.viewport().height())
        line = round(QFontMetrics(self._font()).lineSpacing() * _LEADING / 100)
        whole, most = ceil(self.document().size().height()), _MOST_LINES * line
        self.setFixedHeight(min(whole, most) + around_it)


def _look(ink: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(ink))
    return made


def _marked(palette: Palette, marks: Sequence[PortableAnnotation]) -> QTextCharFormat:
    made = _look(palette.ink)
    if marks:
        mark = marks[-1]  # the shortest lies on top
        if mark.style == "underline":
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            made.setUnderlineColor(QColor(palette.edges[mark.colour]))
        else:
            made.setBackground(QColor(palette.marks[mark.colour]))
    return made
