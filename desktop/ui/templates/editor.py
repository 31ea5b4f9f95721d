"""Where a template is written: fixed letters, braces in a colour, a wrong line marked."""

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from desktop.ui.theme import Theme

_PARTS = (("accent", r"\{\{.*?\}\}"), ("accent", r"\{%.*?%\}"), ("muted", r"\{#.*?#\}"))


class CodeField(QPlainTextEdit):
    """Plain text in fixed letters; Tab goes to the next field, as in every dialog."""

    def __init__(self, theme: Theme, *, read_only: bool = False) -> None:
        super().__init__(readOnly=read_only)
        self._theme = theme
        self.setTabChangesFocus(True)
        theme.changed.connect(self._refresh)
        self._refresh()

    @property
    def typed(self) -> str:
        """What the field holds. (`toPlainText` would turn no-break spaces into spaces.)"""
        return self.document().toRawText().replace("\u2029", "\n")

    def _refresh(self) -> None:
        font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        font.setPointSizeF(self._theme.font().pointSizeF())
        font.setStyleHint(QFont.StyleHint.Monospace)
        self.setFont(font)


class TemplateField(CodeField):
    """A template; `mark` shows where it is wrong."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._colours = _Colours(self.document(), theme)
        self.textChanged.connect(lambda: self.mark(0))

    def mark(self, line: int) -> None:
        """Mark the line numbered *line*, from 1; 0 marks none."""
        block = self.document().findBlockByNumber(line - 1)
        if line < 1 or not block.isValid():
            self.setExtraSelections([])
            return
        marked = QTextEdit.ExtraSelection()
        cursor = self.textCursor()
        cursor.setPosition(block.position())
        marked.cursor = cursor  # type: ignore[attr-defined]
        look = QTextCharFormat()
        look.setBackground(QColor(self._theme.palette.error_soft))
        look.setProperty(QTextFormat.Property.FullWidthSelection, True)
        marked.format = look  # type: ignore[attr-defined]
        self.setExtraSelections([marked])

    def insert(self, text: str) -> None:
        """Put *text* at the caret, a loop or a condition on lines of its own."""
        cursor = self.textCursor()
        if "\n" in text and not cursor.atBlockStart():
            text = "\n" + text
        cursor.insertText(text)
        self.setFocus()


class _Colours(QSyntaxHighlighter):
    """Tells what stands in braces from the rest."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._parts = [(name, QRegularExpression(pattern)) for name, pattern in _PARTS]
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        for name, pattern in self._parts:
            look = QTextCharFormat()
            look.setForeground(QColor(getattr(self._theme.palette, name)))
            found = pattern.globalMatch(text)
            while found.hasNext():
                match = found.next()
                self.setFormat(match.capturedStart(), match.capturedLength(), look)
