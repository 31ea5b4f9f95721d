"""Build the Qt document of a page, block by block with a cursor (setHtml would move positions)."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from desktop.core import reading
from desktop.library.articles import ArticleRow
from desktop.ui import texts
from desktop.ui.palette import Palette
from desktop.ui.plain import PlainDocument
from desktop.ui.reader.page import Page, Piece, one_line

MARGIN = 32
_TITLE = 1.55
BELOW_HEADER = 40
_RTL_LANGUAGES = frozenset({"ar", "he", "fa", "ur", "yi"})


@dataclass(frozen=True, slots=True)
class Style:
    """How the text is set. `leading` is the distance of lines in per cent of the font's size."""

    font: QFont
    leading: int
    palette: Palette


def build(
    row: ArticleRow, page: Page, style: Style, *, with_header: bool
) -> tuple[QTextDocument, int]:
    """Return the document, and how many header blocks stand before its pieces."""
    document = PlainDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(MARGIN)
    document.setDefaultFont(style.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if row.language in _RTL_LANGUAGES:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    document.setDefaultTextOption(option)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    header = _add_header(cursor, row, style) if with_header else 0
    for number, piece in enumerate(page.pieces):
        _add_piece(cursor, piece, style, new_block=bool(header or number))
    cursor.endEditBlock()
    return document, header


def fit_title(document: QTextDocument, font: QFont, width: float) -> None:
    """Set the title of a document with a header in a size that suits a column of *width* pixels."""
    letters = width / QFontMetricsF(font).averageCharWidth()
    size = round(font.pixelSize() * min(_TITLE, max(1.1, letters / 32)))
    cursor = QTextCursor(document.firstBlock())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    char = cursor.charFormat()
    if char.font().pixelSize() == size:
        return
    title = QFont(char.font())
    title.setPixelSize(size)
    char.setFont(title)
    cursor.setCharFormat(char)
    cursor.setBlockFormat(_block_format(title, 128, 16, 12))


def byline(row: ArticleRow) -> str:
    """Return the line under the title: outlet and agency, author, date, reading time."""
    minutes = reading.minutes(row.word_count)
    parts = [
        " / ".join(one_line(part) for part in (row.outlet, row.agency) if part),
        one_line(row.author),
        texts.date_text(row.published) if row.published else "",
        QCoreApplication.translate("Reader", "{minutes} min read").format(minutes=minutes),
    ]
    return "  ·  ".join(part for part in parts if part)


def _add_header(cursor: QTextCursor, row: ArticleRow, style: Style) -> int:
    title = QTextCharFormat()
    title_font = QFont(style.font)
    title_font.setPixelSize(round(style.font.pixelSize() * _TITLE))
    title_font.setWeight(QFont.Weight.DemiBold)
    title.setFont(title_font)
    title.setForeground(QColor(style.palette.ink))
    _insert(
        cursor,
        one_line(row.title) or "…",
        _block_format(title_font, 128, 16, 12),
        title,
        new_block=False,
    )
    line = QTextCharFormat()
    line_font = QFont()
    line_font.setPixelSize(max(12, round(style.font.pixelSize() * 0.78)))
    line.setFont(line_font)
    line.setForeground(QColor(style.palette.muted))
    _insert(
        cursor, byline(row), _block_format(line_font, 150, 0, BELOW_HEADER), line, new_block=True
    )
    return 2


def _add_piece(cursor: QTextCursor, piece: Piece, style: Style, *, new_block: bool) -> None:
    gap = round(style.font.pixelSize() * 0.75) if piece.first else 0.0
    block = _block_format(style.font, style.leading, gap if new_block else 0, 0)
    char = QTextCharFormat()
    char.setForeground(QColor(style.palette.ink))
    if piece.kind == "heading":
        font = QFont(style.font)
        font.setWeight(QFont.Weight.DemiBold)
        char.setFont(font)
        block.setTopMargin(gap * 1.6)
        block.setHeadingLevel(2)
    elif piece.role == "source":
        font = QFont(style.font)
        font.setItalic(True)
        char.setFont(font)
        char.setForeground(QColor(style.palette.muted))
    elif piece.kind == "quotation":
        block.setLeftMargin(24)
    _insert(cursor, piece.shown, block, char, new_block=new_block)


def _block_format(font: QFont, leading: int, above: float, below: float) -> QTextBlockFormat:
    block = QTextBlockFormat()
    # Qt's per cent are of the font's own line spacing, which differs from font to font.
    natural = QFontMetricsF(font).lineSpacing()
    kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
    block.setLineHeight(max(100.0, leading * font.pixelSize() / natural), kind.value)
    block.setTopMargin(above)
    block.setBottomMargin(below)
    return block


def _insert(
    cursor: QTextCursor,
    text: str,
    block: QTextBlockFormat,
    char: QTextCharFormat,
    *,
    new_block: bool,
) -> None:
    if new_block:
        cursor.insertBlock(block, char)
    else:
        cursor.setBlockFormat(block)
        cursor.setBlockCharFormat(char)
    cursor.insertText(text, char)
