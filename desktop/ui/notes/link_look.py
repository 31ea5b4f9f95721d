"""In the editor the words of a link stand out, and its target stands back."""

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from desktop.core.note_links import find
from desktop.core.utf16 import utf16_map
from desktop.ui.theme import Theme

_LONGEST = 5_000


class LinkLook(QSyntaxHighlighter):
    """Colours the links of each line that is not longer than anyone writes one."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        if "[[" not in text or len(text) > _LONGEST:
            return
        units, palette = utf16_map(text), self._theme.palette
        words, target = QTextCharFormat(), QTextCharFormat()
        words.setForeground(QColor(palette.accent))
        target.setForeground(QColor(palette.border))
        for link in find(text):
            start, end = units.to_utf16(link.start), units.to_utf16(link.end)
            inner = units.to_utf16(link.start + 2 + len(link.label))
            self.setFormat(start, end - start, target)
            self.setFormat(start + 2, inner - start - 2, words)
