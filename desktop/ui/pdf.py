"""Articles as PDF, set as they are printed; an exporter that needs Qt, hence none of `formats`."""

import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QSize
from PySide6.QtGui import QFont, QImage, QPageLayout, QPainter, QPdfWriter

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.pictures import Picture
from desktop.core.portable import PortableAnnotation, PortableArticle, PortableTag
from desktop.core.reading import count_words
from desktop.library.annotations import Annotation
from desktop.library.articles import ArticleRow, ArticleText
from desktop.library.tags import TagLabel
from desktop.ui.print_document import (
    MARGIN_MM,
    RESOLUTION,
    Printed,
    lay_out,
    page_size,
    paint,
    paint_on,
)
from desktop.ui.reader import picture_cache
from desktop.ui.theme import Theme

LONGEST = 5_000_000
_FONT_PX = 15


class PdfExporter:
    """Writes each article on pages of its own: its text with marks, and its notes at the end."""

    name = QT_TRANSLATE_NOOP("Formats", "PDF")
    suffix = ".pdf"
    takes_pictures = True
    leaves_out = QT_TRANSLATE_NOOP(
        "Losses",
        "It is for reading: times, authors and exact places of highlights are left out.",
    )

    def __init__(self, font: QFont) -> None:
        self._font = font

    def write_articles(
        self, articles: Iterable[PortableArticle], tags: Sequence[PortableTag], out: BinaryIO
    ) -> int:
        """Write *articles* to *out*; return how many annotations they have.

        UserError for an article that is so long that setting it would never end.
        """
        with tempfile.TemporaryDirectory(prefix="glosa-") as folder:
            path = Path(folder) / "articles.pdf"
            count = self._write(articles, path)
            with path.open("rb") as made:
                shutil.copyfileobj(made, out)
        return count

    def _write(self, articles: Iterable[PortableArticle], path: Path) -> int:
        writer = _set_up(QPdfWriter(str(path)), "Glosa")
        painter = QPainter(writer)
        count = 0
        try:
            for number, article in enumerate(articles):
                if len(article.text) > LONGEST:
                    raise _too_long(article)
                if number:
                    writer.newPage()
                paint_on(painter, lay_out(_printed(article, self._font)), writer, article.title)
                count += len(article.annotations)
        finally:
            painter.end()
        return count


def pdf(printed: Printed) -> tuple[bytes, int]:
    """Return an article as a PDF file, and how many pages that has."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _set_up(QPdfWriter(buffer), printed.row.title)
    pages = paint(lay_out(printed), writer, printed.row.title)
    buffer.close()
    return bytes(buffer.data().data()), pages


def page_layout() -> QPageLayout:
    """Return the paper of the system's country with our margins."""
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM * 0.7)
    size = page_size(QLocale.system().name())
    unit = QPageLayout.Unit.Millimeter
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, unit)


def print_font(theme: Theme) -> QFont:
    """Return the reader's typeface in the size for paper."""
    font = theme.reading_font()
    font.setPixelSize(_FONT_PX)
    return font


def _set_up(writer: QPdfWriter, title: str) -> QPdfWriter:
    writer.setResolution(RESOLUTION * 12)
    writer.setTitle(title)
    writer.setCreator("Glosa")
    writer.setPageLayout(page_layout())
    return writer


def _printed(article: PortableArticle, font: QFont) -> Printed:
    """Return what goes on paper, as the library would give it; ids mean nothing there."""
    row = ArticleRow(
        id=0,
        uuid=article.uuid,
        title=article.title,
        author=article.author,
        outlet=article.outlet,
        agency=article.agency,
        url=article.url,
        language=article.language,
        published=article.published,
        added=article.added,
        word_count=count_words(article.text),
        status=article.status,
        starred=article.starred,
        trashed=False,
        highlights=len(article.annotations),
        fraction=0.0,
    )
    text = ArticleText(0, 1, article.sha256, article.text, article.blocks)
    marks = [_mark(number, one) for number, one in enumerate(article.annotations)]
    kept = {image.sha256: image for image in article.images}

    def image_of(picture: Picture, pixels: QSize) -> QImage:
        image = kept.get(picture.sha256)
        return picture_cache.decoded(image, pixels) if image else QImage()

    return Printed(row, text, article.note, marks, font, image_of)


def _mark(number: int, one: PortableAnnotation) -> Annotation:
    return Annotation(
        id=number,
        uuid=one.uuid,
        article_id=0,
        version=1,
        start=one.start,
        end=one.end,
        exact=one.exact,
        prefix=one.prefix,
        suffix=one.suffix,
        colour=one.colour,
        style=one.style,
        note=one.note,
        author=one.author,
        created=one.created,
        modified=one.modified,
        orphaned=one.orphaned,
        tags=tuple(TagLabel(0, path, "") for path in one.tags),
    )


def _too_long(article: PortableArticle) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "“{title}” is too long for a PDF. Export without it, or in another format.",
        ),
        title=article.title,
    )
