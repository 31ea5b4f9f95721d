"""An OpenDocument text: articles with coloured marks, notes and tags as comments.

Written by hand as a stream; LibreOffice's own format, opens in Word too.
"""

import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from desktop.core.colours import PAPER_EDGES, PAPER_FILLS
from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.core.image import Image
from desktop.core.note_links import readable
from desktop.core.pictures import Picture
from desktop.core.portable import (
    PortableAnnotation,
    PortableArticle,
    PortableTag,
    says,
    segments,
    source_line,
)
from desktop.formats.exporters.archive_out import entry
from desktop.formats.exporters.media import Media, Shown, file_name, on_paper, open_media
from desktop.formats.exporters.xml_out import DECLARATION, content

_TYPE = "application/vnd.oasis.opendocument.text"
_URN = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = (
    f'xmlns:office="{_URN}:office:1.0" xmlns:text="{_URN}:text:1.0" xmlns:style="{_URN}:style:1.0" '
    f'xmlns:fo="{_URN}:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'office:version="1.3"'
)
_MANIFEST = f"""{DECLARATION}<manifest:manifest xmlns:manifest="{_URN}:manifest:1.0"
 manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{_TYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
"""
_FILE = '<manifest:file-entry manifest:full-path="Pictures/{name}" manifest:media-type="{kind}"/>\n'
_STYLES = {"heading": "Head", "list_item": "Item", "quotation": "Quoted", "caption": "Small"}


@dataclass(frozen=True, eq=False)
class Odt:
    """The exporter of articles as one OpenDocument text."""

    name = QT_TRANSLATE_NOOP("Formats", "OpenDocument (ODT)")
    suffix = ".odt"
    takes_pictures = True
    leaves_out = QT_TRANSLATE_NOOP(
        "Losses", "Exact positions are left out: this is for reading and printing."
    )

    labels: Mapping[str, str] = field(default_factory=dict[str, str])

    def with_labels(self, labels: Mapping[str, str]) -> "Odt":
        """Return the exporter that says what colours mean."""
        return Odt(labels)

    def write_articles(
        self, articles: Iterable[PortableArticle], tags: Sequence[PortableTag], out: BinaryIO
    ) -> int:
        """Write *articles* to the document *out*; return how many annotations they have."""
        count = 0
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, open_media() as media:
            # First and not packed: that is how the kind of file is told.
            archive.writestr(entry("mimetype", stored=True), _TYPE)
            with archive.open(entry("content.xml"), "w", force_zip64=True) as inside:
                inside.write(_head().encode())
                inside.write(_legend(self.labels).encode())
                for number, article in enumerate(articles):
                    for piece in _article(article, media, first=number == 0):
                        inside.write(piece.encode())
                    count += len(article.annotations)
                inside.write(b"</office:text></office:body></office:document-content>\n")
            media.write_to(archive, "Pictures")
            files = "".join(_FILE.format(name=name, kind=kind) for _, name, kind in media.names())
            manifest = f"{_MANIFEST}{files}</manifest:manifest>\n"
            archive.writestr(entry("META-INF/manifest.xml"), manifest)
        return count


def _head() -> str:
    marks = "".join(
        f'<style:style style:name="m-{name}" style:family="text"><style:text-properties '
        f'fo:background-color="{fill}"/></style:style>'
        f'<style:style style:name="u-{name}" style:family="text"><style:text-properties '
        'style:text-underline-style="solid" '
        f'style:text-underline-color="{PAPER_EDGES[name]}"/></style:style>'
        for name, fill in PAPER_FILLS.items()
    )
    paragraphs = (
        _style("Title", 'fo:margin-top="0.4cm" fo:margin-bottom="0.2cm"', 'fo:font-size="18pt" '
               'fo:font-weight="bold"')
        + _style("TitleNext", 'fo:break-before="page" fo:margin-bottom="0.2cm"',
                 'fo:font-size="18pt" fo:font-weight="bold"')
        + _style("Head", 'fo:margin-top="0.4cm" fo:margin-bottom="0.2cm"', 'fo:font-size="14pt" '
                 'fo:font-weight="bold"')
        + _style("Body", 'fo:margin-bottom="0.3cm" fo:line-height="135%"', 'fo:font-size="11.5pt"')
        + _style("Item", 'fo:margin-left="0.8cm" fo:margin-bottom="0.15cm"', "")
        + _style("Quoted", 'fo:margin-left="1cm" fo:margin-bottom="0.3cm"',
                 'fo:font-style="italic"')
        + _style("Small", 'fo:margin-bottom="0.15cm"', 'fo:font-size="9.5pt" fo:color="#656058"')
    )  # fmt: skip
    return (
        f"{DECLARATION}<office:document-content {_NAMESPACES}><office:automatic-styles>"
        f"{paragraphs}{marks}</office:automatic-styles><office:body><office:text>\n"
    )


def _legend(labels: Mapping[str, str]) -> str:
    marked = (
        f'<text:span text:style-name="m-{colour}">{_text(f" {name} ")}</text:span>'
        for colour, name in labels.items()
    )
    return _paragraph(_text("   ").join(marked), "Small") if labels else ""


def _style(name: str, paragraph: str, text: str) -> str:
    inner = f"<style:paragraph-properties {paragraph}/>"
    inner += f"<style:text-properties {text}/>" if text else ""
    return f'<style:style style:name="{name}" style:family="paragraph">{inner}</style:style>'


def _article(article: PortableArticle, media: Media, *, first: bool) -> Iterator[str]:
    style = "Title" if first else "TitleNext"
    heading = f'<text:h text:style-name="{style}" text:outline-level="1">'
    yield f"{heading}{_text(article.title)}</text:h>\n"
    for line in (
        source_line(article),
        article.url,
        ", ".join(article.tags),
        readable(article.note),
    ):
        if line:
            yield _paragraph(_text(line), "Small")
    opened: set[str] = set()
    shown = Shown(article)
    for block in article.blocks:
        yield from (_picture(one, image, media) for one, image in shown.above(block))
        pieces = segments(block.start, block.end, article.annotations)
        inner = "".join(_piece(article, p.start, p.end, p.marks, opened) for p in pieces)
        yield _paragraph(inner, _STYLES.get(block.kind, "Body"))
        yield from (_picture(one, image, media) for one, image in shown.below(block))
    for mark in article.annotations:
        if mark.orphaned:
            said = _comment(mark) if says(mark) else ""
            yield _paragraph(said + _text(f"„{mark.exact}”"), "Quoted")


def _picture(picture: Picture, image: Image, media: Media) -> str:
    wide, high = on_paper(picture)
    name = file_name(media.number(image), image.media_type)
    title = f"<svg:title>{content(picture.alt)}</svg:title>" if picture.alt else ""
    frame = (
        f'<draw:frame xmlns:draw="{_URN}:drawing:1.0" xmlns:svg="{_URN}:svg-compatible:1.0" '
        f'text:anchor-type="as-char" svg:width="{wide:.3f}in" svg:height="{high:.3f}in">'
        f'<draw:image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="Pictures/{name}" '
        f'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>{title}</draw:frame>'
    )
    return _paragraph(frame, "Body")


def _piece(
    article: PortableArticle,
    start: int,
    end: int,
    marks: tuple[PortableAnnotation, ...],
    opened: set[str],
) -> str:
    made: list[str] = []
    for mark in marks:
        if mark.uuid not in opened and says(mark):
            opened.add(mark.uuid)
            made.append(_comment(mark))
    shown = _text(article.text[start:end])
    if marks:
        colour = marks[-1].colour if marks[-1].colour in PAPER_FILLS else "yellow"
        kind = "u" if marks[-1].style == "underline" else "m"
        shown = f'<text:span text:style-name="{kind}-{colour}">{shown}</text:span>'
    made.append(shown)
    made += [
        f'<office:annotation-end office:name="{mark.uuid}"/>'
        for mark in marks
        if mark.end == end and mark.uuid in opened
    ]
    return "".join(made)


def _comment(mark: PortableAnnotation) -> str:
    name = "" if mark.orphaned else f' office:name="{mark.uuid}"'
    lines = [", ".join(mark.tags), *readable(mark.note).split("\n")]
    inner = "".join(f"<text:p>{_text(line)}</text:p>" for line in lines if line)
    who = f"<dc:creator>{content(mark.author or 'Glosa')}</dc:creator>"
    when = f"<dc:date>{content(mark.created.removesuffix('Z'))}</dc:date>"
    return f"<office:annotation{name}>{who}{when}{inner}</office:annotation>"


def _paragraph(inner: str, style: str) -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>\n'


def _text(text: str) -> str:
    """Return *text* as content: spaces in a row, tabs and line ends have elements of their own."""
    shown = content(text).replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")
    return shown.replace("  ", " <text:s/>")


ODT = Odt()
