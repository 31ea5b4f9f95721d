"""A Word document: articles with coloured marks, notes and tags as comments.

Written by hand: five small XML parts that stream, against a library that holds all in memory.
Office Open XML, transitional; opens in Word, LibreOffice and Google Docs.
"""

import shutil
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

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
from desktop.formats.exporters.media import Media, Shown, on_paper, open_media
from desktop.formats.exporters.xml_out import DECLARATION, attributes, content

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_EMU = 914_400  # of an inch
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLES = {
    "heading": "Heading2", "list_item": "ListBullet", "quotation": "Quote", "caption": "Caption",
}  # fmt: skip
_PARTS = {
    "[Content_Types].xml": f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="png" ContentType="image/png"/>
<Default Extension="jpg" ContentType="image/jpeg"/>
<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>
<Override PartName="/word/comments.xml" ContentType="{_WORD}.comments+xml"/>
</Types>""",
    "_rels/.rels": f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>
</Relationships>""",
}
_RELATED = f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{_OFFICE}/comments" Target="comments.xml"/>
"""


@dataclass(frozen=True, eq=False)
class Docx:
    """The exporter of articles as one Word document."""

    name = QT_TRANSLATE_NOOP("Formats", "Word (DOCX)")
    suffix = ".docx"
    takes_pictures = True
    leaves_out = QT_TRANSLATE_NOOP(
        "Losses", "Exact positions are left out: this is for reading and printing."
    )

    labels: Mapping[str, str] = field(default_factory=dict[str, str])

    def with_labels(self, labels: Mapping[str, str]) -> "Docx":
        """Return the exporter that says what colours mean."""
        return Docx(labels)

    def write_articles(
        self, articles: Iterable[PortableArticle], tags: Sequence[PortableTag], out: BinaryIO
    ) -> int:
        """Write *articles* to the document *out*; return how many annotations they have."""
        with (
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
            SpooledTemporaryFile(4_000_000) as comments,
            open_media() as media,
        ):
            for name, text in _PARTS.items():
                archive.writestr(entry(name), DECLARATION + text)
            archive.writestr(entry("word/styles.xml"), _styles())
            body = _Body(cast(BinaryIO, comments), media)
            with archive.open(entry("word/document.xml"), "w", force_zip64=True) as inside:
                inside.write(f"{DECLARATION}<w:document {_W}><w:body>\n".encode())
                inside.write(_legend(self.labels).encode())
                for number, article in enumerate(articles):
                    for piece in body.article(article, first=number == 0):
                        inside.write(piece.encode())
                inside.write(b"</w:body></w:document>\n")
            comments.seek(0)
            with archive.open(entry("word/comments.xml"), "w", force_zip64=True) as inside:
                inside.write(f"{DECLARATION}<w:comments {_W}>\n".encode())
                shutil.copyfileobj(comments, inside)
                inside.write(b"</w:comments>\n")
            media.write_to(archive, "word/media")
            archive.writestr(entry("word/_rels/document.xml.rels"), _related(media))
            return body.count


class _Body:
    """Yields the body's XML; comments go to a file of their own on the way."""

    def __init__(self, comments: BinaryIO, media: Media) -> None:
        self.count = 0
        self._media = media
        self._drawn = 0
        self._comments = comments
        self._comment = 0

    def article(self, article: PortableArticle, *, first: bool) -> Iterator[str]:
        self.count += len(article.annotations)
        yield _paragraph(_run(article.title), "Heading1", new_page=not first)
        for line in (
            source_line(article),
            article.url,
            ", ".join(article.tags),
            readable(article.note),
        ):
            if line:
                yield _paragraph(_run(line), "Subtitle")
        numbers: dict[str, int] = {}
        shown = Shown(article)
        for block in article.blocks:
            for one, image in shown.above(block):
                yield self._picture(one, image)
            pieces = segments(block.start, block.end, article.annotations)
            inner = "".join(
                self._piece(article, piece.start, piece.end, piece.marks, numbers)
                for piece in pieces
            )
            yield _paragraph(inner, _STYLES.get(block.kind, ""))
            for one, image in shown.below(block):
                yield self._picture(one, image)
        for mark in article.annotations:
            if mark.orphaned:
                yield _paragraph(self._commented(_run(f"„{mark.exact}”"), mark), "Quote")

    def _piece(
        self,
        article: PortableArticle,
        start: int,
        end: int,
        marks: tuple[PortableAnnotation, ...],
        numbers: dict[str, int],
    ) -> str:
        made: list[str] = []
        for mark in marks:
            if mark.uuid not in numbers and says(mark):
                numbers[mark.uuid] = self._new_comment(mark)
                made.append(f'<w:commentRangeStart w:id="{numbers[mark.uuid]}"/>')
        made.append(_run(article.text[start:end], *_colour_and_style(marks)))
        for mark in marks:
            if mark.end == end and mark.uuid in numbers:
                made.append(_range_end(numbers[mark.uuid]))
        return "".join(made)

    def _picture(self, picture: Picture, image: Image) -> str:
        self._drawn += 1
        return _paragraph(_drawing(picture, self._media.number(image), self._drawn), "")

    def _commented(self, run: str, mark: PortableAnnotation) -> str:
        if not says(mark):
            return run
        number = self._new_comment(mark)
        return f'<w:commentRangeStart w:id="{number}"/>{run}{_range_end(number)}'

    def _new_comment(self, mark: PortableAnnotation) -> int:
        number, self._comment = self._comment, self._comment + 1
        lines = [", ".join(mark.tags), *readable(mark.note).split("\n")]
        values = attributes(
            w__id=str(number),
            w__author=mark.author or "Glosa",
            w__date=mark.created,
            w__initials=(mark.author or "G")[:1],
        )
        inner = "".join(_paragraph(_run(line), "") for line in lines if line)
        self._comments.write(f"<w:comment{values}>{inner}</w:comment>\n".encode())
        return number


def _legend(labels: Mapping[str, str]) -> str:
    marked = (_run(f" {name} ", colour) for colour, name in labels.items())
    return _paragraph(_run("   ").join(marked), "Caption") if labels else ""


def _related(media: Media) -> str:
    pictures = "".join(
        f'<Relationship Id="rImage{number}" Type="{_OFFICE}/image" Target="media/{name}"/>\n'
        for number, name, _ in media.names()
    )
    return f"{DECLARATION}{_RELATED}{pictures}</Relationships>"


def _drawing(picture: Picture, image: int, number: int) -> str:
    """Return a run with a picture; *image* is the number of its file, *number* its own."""
    wide, high = (round(inches * _EMU) for inches in on_paper(picture))
    size = f'cx="{wide}" cy="{high}"'
    about = attributes(id=str(number), name=f"Picture {number}", descr=picture.alt)
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" '
        f'distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr{about}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr{about}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{_OFFICE}" r:embed="rImage{image}"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _range_end(number: int) -> str:
    reference = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeEnd w:id="{number}"/>{reference}'


def _paragraph(inner: str, style: str, *, new_page: bool = False) -> str:
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += "<w:pageBreakBefore/>" if new_page else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>\n"


def _colour_and_style(marks: Sequence[PortableAnnotation]) -> tuple[str, str]:
    return (marks[-1].colour, marks[-1].style) if marks else ("", "")


def _run(text: str, colour: str = "", style: str = "highlight") -> str:
    lines = (f'<w:t xml:space="preserve">{content(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{_look(colour, style)}{'<w:br/>'.join(lines)}</w:r>"


def _look(colour: str, style: str) -> str:
    if not colour:
        return ""
    fill = PAPER_FILLS.get(colour, PAPER_FILLS["yellow"]).removeprefix("#")
    edge = PAPER_EDGES.get(colour, PAPER_EDGES["yellow"]).removeprefix("#")
    if style == "underline":
        return f'<w:rPr><w:u w:val="single" w:color="{edge}"/></w:rPr>'
    return f'<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:rPr>'


def _styles() -> str:
    def style(name: str, shown: str, properties: str) -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/>'
            f'<w:basedOn w:val="Normal"/>{properties}</w:style>'
        )

    spaced = '<w:pPr><w:spacing w:before="240" w:after="120"/></w:pPr>'
    small = '<w:rPr><w:color w:val="656058"/><w:sz w:val="20"/></w:rPr>'
    left = '<w:pPr><w:ind w:left="567"/></w:pPr>'
    return (
        f"{DECLARATION}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/><w:sz w:val="23"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="312" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "</w:style>"
        + style("Heading1", "heading 1", f'{spaced}<w:rPr><w:b/><w:sz w:val="36"/></w:rPr>')
        + style("Heading2", "heading 2", f'{spaced}<w:rPr><w:b/><w:sz w:val="27"/></w:rPr>')
        + style("Subtitle", "Subtitle", small)
        + style("Caption", "caption", small)
        + style("Quote", "Quote", f"{left}<w:rPr><w:i/></w:rPr>")
        + style("ListBullet", "List Bullet", left)
        + "</w:styles>"
    )


DOCX = Docx()
