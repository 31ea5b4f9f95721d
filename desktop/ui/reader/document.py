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
    QTextListFormat,
    QTextOption,
)

from desktop.core import reading
from desktop.core.article import Span
from desktop.library.articles import ArticleRow
from desktop.ui import texts
from desktop.ui.palette import Palette
from desktop.ui.plain import PlainDocument
from desktop.ui.reader.page import Page, Piece, one_line
from desktop.ui.reader.picture_object import Images, PictureObject, no_images, picture_format

MARGIN = 32
_TITLE = 1.55
_HEADINGS = {1: 1.3, 2: 1.15}
_INDENT = 24
_CELL = 16
_NBSP = "\u00a0"
BELOW_HEADER = 40
_RTL_LANGUAGES = frozenset({"ar", "he", "fa", "ur", "yi"})


@dataclass(frozen=True, slots=True)
class Style:
    """How the text is set. `leading` is the distance of lines in per cent of the font's size."""

    font: QFont
    leading: int
    palette: Palette


def build(
    row: ArticleRow, page: Page, style: Style, *, with_header: bool, images: Images = no_images
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
    PictureObject(document, page, style.palette, images)
    for number, piece in enumerate(page.pieces):
        new_block = bool(header or number)
        if piece.picture:
            _add_picture(cursor, number, style, new_block=new_block)
            continue
        close = bool(number) and piece.kind == "caption" and bool(page.pieces[number - 1].picture)
        _add_piece(cursor, piece, style, new_block=new_block, close=close)
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
    # A change while Qt lays a document out by and by ends that: what was not reached stays unseen.
    document.pageCount()
    title = QFont(char.font())
    title.setPixelSize(size)
    char.setFont(title)
    cursor.setCharFormat(char)
    cursor.setBlockFormat(_block_format(title, 128, 16, 12))


def byline(row: ArticleRow) -> str:
    """Return the line under the title: outlet and agency, author, date, reading time.

    A date and a time are not broken at the end of a line.
    """
    minutes = reading.minutes(row.word_count)
    read = QCoreApplication.translate("Reader", "{minutes} min read").format(minutes=minutes)
    parts = [
        " / ".join(one_line(part) for part in (row.outlet, row.agency) if part),
        one_line(row.author),
        (texts.date_text(row.published) if row.published else "").replace(" ", _NBSP),
        read.replace(" ", _NBSP),
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


def _add_picture(cursor: QTextCursor, number: int, style: Style, *, new_block: bool) -> None:
    """Add a block with nothing but the picture that is the piece *number*."""
    block = QTextBlockFormat()
    block.setTopMargin(round(style.font.pixelSize()) if new_block else 0)
    block.setBottomMargin(round(style.font.pixelSize() * 0.25))
    _insert(cursor, "\ufffc", block, picture_format(number), new_block=new_block)


def _add_piece(
    cursor: QTextCursor, piece: Piece, style: Style, *, new_block: bool, close: bool = False
) -> None:
    """Add words; *close* to what stands above them, if they belong to it."""
    gap = round(style.font.pixelSize() * (0.25 if close else 0.75)) if piece.first else 0.0
    block = _block_format(style.font, style.leading, gap if new_block else 0, 0)
    char = QTextCharFormat()
    char.setForeground(QColor(style.palette.ink))
    font = QFont(style.font)
    if piece.kind == "heading":
        level = int(piece.attrs.get("level", 2))
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(round(font.pixelSize() * _HEADINGS.get(level, 1.0)))
        block = _block_format(font, min(style.leading, 135), gap * 1.6, 0)
        block.setHeadingLevel(min(6, level + 1))  # the article's title is the first
    elif piece.role in ("source", "note") or piece.kind == "caption":
        font.setItalic(piece.role == "source" or piece.kind == "caption")
        char.setForeground(QColor(style.palette.muted))
    elif piece.kind == "quotation":
        block.setLeftMargin(_INDENT)
    elif piece.kind == "table_row":
        block.setTopMargin(gap / 2 if new_block else 0)
        block.setTabPositions(_tabs(style.font))
        if piece.attrs.get("header"):
            font.setWeight(QFont.Weight.DemiBold)
    elif piece.role == "code":
        font.setFamilies(["monospace"])
        font.setStyleHint(QFont.StyleHint.Monospace)
    if piece.kind == "list_item":
        block.setTopMargin(gap / 2 if new_block else 0)
    if piece.even:
        block.setAlignment(Qt.AlignmentFlag.AlignJustify)
    char.setFont(font)
    _insert(cursor, piece.shown, block, char, new_block=new_block)
    if piece.kind == "list_item":
        _make_item(cursor, piece)
    _set_spans(cursor, piece, style)


def _make_item(cursor: QTextCursor, piece: Piece) -> None:
    """Give a list item its bullet or number; what goes on in an item is only set in."""
    depth = int(piece.attrs.get("depth", 1))
    if not piece.first or "number" not in piece.attrs:
        block = cursor.blockFormat()
        block.setLeftMargin(_INDENT * depth)
        cursor.setBlockFormat(block)
        return
    item = QTextListFormat()
    item.setIndent(depth)
    if piece.attrs.get("ordered"):
        item.setStyle(QTextListFormat.Style.ListDecimal)
        item.setStart(int(piece.attrs["number"]))
    else:
        styles = (QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListCircle)
        item.setStyle(styles[(depth - 1) % 2])
    cursor.createList(item)


def _set_spans(cursor: QTextCursor, piece: Piece, style: Style) -> None:
    """Set emphasis, code and links within the block that was inserted last."""
    begin = cursor.block().position()
    marked = QTextCursor(cursor)
    for span in piece.spans:
        marked.setPosition(begin + piece.units.to_utf16(span.start - piece.start))
        end = begin + piece.units.to_utf16(span.end - piece.start)
        marked.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        marked.mergeCharFormat(_span_format(span, style))


def _span_format(span: Span, style: Style) -> QTextCharFormat:
    char = QTextCharFormat()
    if span.kind == "strong":
        char.setFontWeight(QFont.Weight.DemiBold)
    elif span.kind == "emphasis":
        char.setFontItalic(True)
    elif span.kind == "code":
        char.setFontFamilies(["monospace"])
    else:
        char.setAnchor(True)
        char.setAnchorHref(span.href)
        char.setForeground(QColor(style.palette.accent))
        char.setFontUnderline(True)
    return char


def _tabs(font: QFont) -> list[QTextOption.Tab]:
    """Return the places where the cells of a table row begin."""
    width = QFontMetricsF(font).averageCharWidth() * _CELL
    left = QTextOption.TabType.LeftTab
    return [QTextOption.Tab(width * number, left) for number in range(1, 12)]


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
