"""An article on paper: marks in colours that print, numbers at them, and the notes at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageSize,
    QPainter,
    QPalette,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from desktop.core.colours import PAPER_EDGES, PAPER_FILLS
from desktop.core.note_links import readable
from desktop.library.annotations import Annotation
from desktop.library.articles import ArticleRow, ArticleText
from desktop.ui.palette import LIGHT
from desktop.ui.reader import document as reading
from desktop.ui.reader.page import one_line, page
from desktop.ui.reader.picture_object import Images, is_picture, no_images
from desktop.ui.reader.text_map import TextMap

RESOLUTION = 96
MARGIN_MM = 20.0
_LEADING = 145
_FOOTER = 36
_EDGE = 0.5
_QUOTE = 160


@dataclass(frozen=True, slots=True)
class Printed:
    """What goes on paper. `note` is the one on the article as a whole.

    `images` gives the pictures, at once.
    """

    row: ArticleRow
    text: ArticleText
    note: str
    annotations: Sequence[Annotation]
    font: QFont
    images: Images = no_images


def lay_out(printed: Printed) -> QTextDocument:
    """Return the whole article as a document, set for `RESOLUTION` dots an inch."""
    text = printed.text
    shown = page(text.text, text.blocks, 0, len(text.text))
    style = reading.Style(printed.font, _LEADING, LIGHT)
    made, header = reading.build(printed.row, shown, style, with_header=True, images=printed.images)
    made.setDocumentMargin(0)
    made.setUseDesignMetrics(True)
    here = [one for one in printed.annotations if one.version == text.version]
    placed = [one for one in here if not one.orphaned]
    text_map = TextMap(made, shown, header)
    for one in sorted(placed, key=lambda one: (one.start, -one.end)):
        _mark(made, text_map, one)
    noted = [one for one in (*placed, *(o for o in here if o.orphaned)) if one.note or one.tags]
    for number, one in sorted(enumerate(noted, 1), key=lambda each: (-each[1].end, -each[0])):
        if not one.orphaned:
            _number(made, text_map.position(one.end), number)
    _add_notes(made, printed, noted)
    return made


def paint(made: QTextDocument, device: QPagedPaintDevice, title: str) -> int:
    """Paint *made* on *device* page by page, with title and number below; return how many pages."""
    painter = QPainter(device)
    pages = paint_on(painter, made, device, title)
    painter.end()
    return pages


def paint_on(painter: QPainter, made: QTextDocument, device: QPagedPaintDevice, title: str) -> int:
    """Paint *made* as `paint` does with a painter on *device*, from the page that it is on."""
    scale = device.logicalDpiX() / RESOLUTION
    painter.save()
    painter.scale(scale, scale)
    width, height = device.width() / scale, device.height() / scale
    made.setPageSize(QSizeF(width, height - _FOOTER))
    pages = made.pageCount()
    for number in range(pages):
        if number:
            device.newPage()
        _paint_page(painter, made, number)
        _paint_footer(
            painter, QRectF(0, height - _FOOTER, width, _FOOTER), title, (number + 1, pages)
        )
    painter.restore()
    return pages


def page_size(language: str) -> QPageSize:
    """Return A4, or Letter where a system's *language* (as `en_US`) is that of its countries."""
    letter = language.endswith(("_US", "_CA", "_MX"))
    return QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4)


def _paint_page(painter: QPainter, made: QTextDocument, number: int) -> None:
    size = made.pageSize()
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette(context.palette)  # type: ignore[attr-defined]
    palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT.ink))  # also in a dark theme
    context.palette = palette  # type: ignore[attr-defined]
    area = QRectF(0, number * size.height(), size.width(), size.height())
    # What begins at the very end of a page belongs to the next one.
    context.clip = area.adjusted(0, 0, 0, -_EDGE)  # type: ignore[attr-defined]
    painter.save()
    painter.translate(0, -area.top())
    painter.setClipRect(area)
    made.documentLayout().draw(painter, context)
    painter.restore()


def _paint_footer(painter: QPainter, area: QRectF, title: str, count: tuple[int, int]) -> None:
    font = QFont()
    font.setPixelSize(11)
    painter.setFont(font)
    painter.setPen(QPen(QColor(LIGHT.hairline), 1))
    painter.drawLine(QLineF(area.left(), area.top() + 12, area.right(), area.top() + 12))
    painter.setPen(QColor(LIGHT.muted))
    line = area.adjusted(0, 16, 0, 0)
    number = f"{count[0]} / {count[1]}"
    room = line.width() - painter.fontMetrics().horizontalAdvance(number) - 24
    shown = painter.fontMetrics().elidedText(
        one_line(title), Qt.TextElideMode.ElideRight, int(room)
    )
    flags = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(line, flags | Qt.AlignmentFlag.AlignLeft, shown)
    painter.drawText(line, flags | Qt.AlignmentFlag.AlignRight, number)


def _mark(made: QTextDocument, text_map: TextMap, one: Annotation) -> None:
    char = QTextCharFormat()
    char.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    char.setUnderlineColor(QColor(PAPER_EDGES.get(one.colour, LIGHT.muted)))
    if one.style != "underline":
        char.setBackground(QColor(PAPER_FILLS.get(one.colour, LIGHT.hit)))
    start, end = text_map.position(one.start), text_map.position(one.end)
    block = made.findBlock(start)
    while block.isValid() and block.position() < end:
        if not is_picture(block):
            cursor = QTextCursor(made)
            cursor.setPosition(max(start, block.position()))
            last = min(end, block.position() + block.length() - 1)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(char)
        block = block.next()


def _number(made: QTextDocument, position: int, number: int) -> None:
    """Put a number behind a highlight; those before it must not have theirs yet."""
    cursor = QTextCursor(made)
    cursor.setPosition(position)
    char = QTextCharFormat()
    char.setFont(cursor.charFormat().font())
    char.setForeground(QColor(LIGHT.accent))
    char.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    cursor.insertText(f"\u202f{number}", char)  # never at the beginning of a line


def _add_notes(made: QTextDocument, printed: Printed, noted: Sequence[Annotation]) -> None:
    cursor = QTextCursor(made)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    about = [one_line(printed.row.url), *_lines(printed.note)]
    about = [line for line in about if line]
    if about:
        _heading(cursor, printed.font, QCoreApplication.translate("Print", "About the article"))
        for line in about:
            _paragraph(cursor, printed.font, [(line, LIGHT.ink)])
    if noted:
        _heading(cursor, printed.font, QCoreApplication.translate("Print", "Notes"))
    for number, one in enumerate(noted, 1):
        quote = one_line(one.exact)
        quote = quote if len(quote) <= _QUOTE else quote[:_QUOTE] + "…"
        _paragraph(
            cursor, printed.font, [(f"{number}.  ", LIGHT.accent), (f"„{quote}”", LIGHT.muted)]
        )
        for line in _lines(one.note):
            _paragraph(cursor, printed.font, [(line, LIGHT.ink)], gap=2, indent=24)
        if one.tags:
            paths = "  ·  ".join(label.path for label in one.tags)
            _paragraph(cursor, printed.font, [(paths, LIGHT.muted)], gap=2, indent=24)


def _heading(cursor: QTextCursor, font: QFont, text: str) -> None:
    heading = QFont(font)
    heading.setPixelSize(round(font.pixelSize() * 1.15))
    heading.setWeight(QFont.Weight.DemiBold)
    _paragraph(cursor, heading, [(text, LIGHT.ink)], gap=28)


def _paragraph(
    cursor: QTextCursor,
    font: QFont,
    parts: Sequence[tuple[str, str]],
    *,
    gap: int = 10,
    indent: int = 0,
) -> None:
    block = QTextBlockFormat()
    block.setTopMargin(gap)
    block.setLeftMargin(indent)
    char = QTextCharFormat()
    char.setFont(font)
    cursor.insertBlock(block, char)
    for text, colour in parts:
        char.setForeground(QColor(colour))
        cursor.insertText(text, char)


def _lines(note: str) -> list[str]:
    return [one_line(line) for line in readable(note).splitlines() if line.strip()]
