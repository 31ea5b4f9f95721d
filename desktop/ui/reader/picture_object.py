"""A picture in the text: Qt asks how large it is in the column, and paints it where it is seen."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPyTextObject,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from desktop.core.pictures import Picture
from desktop.ui.palette import Palette
from desktop.ui.reader.page import Page

Images = Callable[[Picture, QSize], QImage | None]
_KIND = QTextFormat.ObjectTypes.UserObject.value + 1
_NUMBER = QTextFormat.Property.UserProperty.value + 1
_TALLEST = 0.9  # of the column’s width
_ON_PAPER = 0.8  # of the page's height
_ENDLESS = 100_000  # taller than any sheet: a document that scrolls
_NARROWEST = 40.0
_DIMMED = 0.85


def no_images(_picture: Picture, _pixels: QSize) -> QImage | None:
    """Have no image yet, of any picture."""
    return None


class PictureObject(QPyTextObject):
    """Lays the pictures of *page* out in *document*.

    `images(picture, pixels)` gives an image of about that many pixels: None is "not yet", an image
    without pixels is "it cannot be shown".
    """

    def __init__(
        self, document: QTextDocument, page: Page, palette: Palette, images: Images
    ) -> None:
        super().__init__(document)
        self._page = page
        self._palette = palette
        self._images = images
        document.documentLayout().registerHandler(_KIND, self)

    def intrinsicSize(self, document: QTextDocument, _at: int, char: QTextFormat) -> QSizeF:
        shown = picture_of(char, self._page)
        if shown is None:
            return QSizeF(0, 0)
        size = document.pageSize()
        room = max(_NARROWEST, size.width() - 2 * document.documentMargin())
        high = _ON_PAPER * size.height() if 0 < size.height() < _ENDLESS else _TALLEST * room
        scale = min(1.0, room / shown.width, high / shown.height)
        return QSizeF(max(1.0, shown.width * scale), max(1.0, shown.height * scale))

    def drawObject(
        self, painter: QPainter, rect: QRectF, _document: QTextDocument, _at: int, char: QTextFormat
    ) -> None:
        shown = picture_of(char, self._page)
        if shown is None:
            return
        sharpness = painter.worldTransform().m11() * painter.device().devicePixelRatioF()
        image = self._images(shown, (rect.size() * sharpness).toSize())
        painter.save()
        if image is None or image.isNull():
            self._draw_none(painter, rect, lost=image is not None)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setOpacity(_DIMMED if self._palette.dark else 1.0)
            painter.drawImage(rect, image)
        painter.restore()

    def _draw_none(self, painter: QPainter, rect: QRectF, *, lost: bool) -> None:
        """Draw the room of a picture that is not there yet; crossed out if it never will be."""
        painter.fillRect(rect, QColor(self._palette.hover))
        if lost:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(self._palette.border))
            inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRect(inner)
            painter.drawLine(inner.topLeft(), inner.bottomRight())
            painter.drawLine(inner.bottomLeft(), inner.topRight())


def picture_format(number: int) -> QTextCharFormat:
    """Return the format of the character that stands for the piece *number* of a page."""
    char = QTextCharFormat()
    char.setObjectType(_KIND)
    char.setProperty(_NUMBER, number)
    return char


def is_picture(block: QTextBlock) -> bool:
    """Tell whether a block of the document is a picture, and no words."""
    return block.charFormat().objectType() == _KIND


def picture_of(char: QTextFormat, page: Page) -> Picture | None:
    """Return the picture that a character of *page* stands for, None when it is another one."""
    if char.objectType() != _KIND:
        return None
    number = char.intProperty(_NUMBER)
    return page.pieces[number].picture if number < len(page.pieces) else None


def picture_at(document: QTextDocument, page: Page, place: QPointF) -> Picture | None:
    """Return the picture under *place*, in the document's coordinates."""
    return picture_of(document.documentLayout().formatAt(place), page)
