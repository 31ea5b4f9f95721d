"""One self-contained web page: the articles with their marks, the notes in the margin.

No script and nothing from elsewhere; prints well. All text is escaped.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import groupby
from typing import BinaryIO

from desktop.core.article import Block
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
from desktop.formats.exporters.media import Shown
from desktop.formats.exporters.text_out import text_out

_STYLE = """
body { margin: 2rem auto; max-width: 66rem; padding: 0 1.5rem; color: #1f1d1a; background: #fbfaf7;
  font: 1.05rem/1.55 Literata, Georgia, "Times New Roman", serif; }
article { margin-bottom: 5rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .4rem; }
.about { color: #656058; font-family: system-ui, sans-serif; font-size: .85rem; margin: 0 0 2rem;
  padding-bottom: 1rem; border-bottom: 1px solid #e2ded4; overflow-wrap: anywhere; }
.row { display: grid; grid-template-columns: minmax(0, 40rem) minmax(0, 1fr); gap: 0 2.5rem; }
.row > * { margin: 0 0 1rem; overflow-wrap: anywhere; }
img { max-width: 100%; height: auto; }
blockquote { border-left: 3px solid #e2ded4; padding-left: 1rem; }
aside { font-family: system-ui, sans-serif; font-size: .8rem; line-height: 1.4; color: #656058; }
aside p { margin: 0 0 .6rem; padding-left: .6rem; border-left: 3px solid; white-space: pre-wrap; }
aside b { color: #1f1d1a; }
.tag { display: inline-block; border: 1px solid #e2ded4; border-radius: 6px; padding: 0 .4rem; }
mark { color: inherit; border-radius: 2px; }
mark.underline { background: none; text-decoration: underline 2px; text-underline-offset: 3px; }
@media (max-width: 46rem) { .row { display: block; } }
@media print { body { background: none; margin: 0; max-width: none; font-size: 11pt; }
  article { break-after: page; margin: 0; } .row { break-inside: avoid; }
  mark, aside p { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
"""


@dataclass(frozen=True, eq=False)
class WebPage:
    """The exporter of articles as one HTML file."""

    name = QT_TRANSLATE_NOOP("Formats", "HTML")
    suffix = ".html"
    takes_pictures = True
    leaves_out = QT_TRANSLATE_NOOP(
        "Losses", "Exact positions are left out: this is for reading and printing."
    )

    labels: Mapping[str, str] = field(default_factory=dict[str, str])

    def with_labels(self, labels: Mapping[str, str]) -> "WebPage":
        """Return the exporter that says what colours mean."""
        return WebPage(labels)

    def write_articles(
        self, articles: Iterable[PortableArticle], tags: Sequence[PortableTag], out: BinaryIO
    ) -> int:
        """Write *articles* to *out*; return how many annotations they have."""
        count = 0
        with text_out(out) as text:
            text.write('<!DOCTYPE html>\n<html><head><meta charset="utf-8">\n')
            text.write('<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; ')
            text.write("style-src 'unsafe-inline'; img-src data:\">\n")
            text.write('<meta name="viewport" content="width=device-width">\n')
            text.write(f"<title>Glosa</title>\n<style>{_STYLE}{_colours()}</style></head><body>\n")
            text.write(_legend(self.labels))
            for article in articles:
                text.writelines(_article(article))
                count += len(article.annotations)
            text.write("</body></html>\n")
        return count


def _legend(labels: Mapping[str, str]) -> str:
    marks = (f'<mark class="{colour}">{escape(name)}</mark>' for colour, name in labels.items())
    return f'<p class="about">{" &#160; ".join(marks)}</p>\n' if labels else ""


def _colours() -> str:
    fills = (f"mark.{name} {{ background: {fill}; }}" for name, fill in PAPER_FILLS.items())
    edges = (
        f"mark.underline.{name} {{ text-decoration-color: {edge}; }} "
        f"aside p.{name} {{ border-color: {edge}; }}"
        for name, edge in PAPER_EDGES.items()
    )
    return "\n".join([*fills, "mark.underline { background: none; }", *edges, ""])


def _article(article: PortableArticle) -> Iterator[str]:
    language = f' lang="{escape(article.language)}"' if article.language else ""
    yield f'<article{language} id="a-{escape(article.uuid)}">\n'
    yield f"<h1>{escape(article.title)}</h1>\n"
    yield f'<p class="about">{"<br>".join(_about(article))}</p>\n'
    shown = Shown(article)
    for kind, group in groupby(article.blocks, key=lambda block: block.kind == "list_item"):
        for block in group:
            yield from (_picture(*one) for one in shown.above(block))
            yield _row(article, block, listed=kind)
            yield from (_picture(*one) for one in shown.below(block))
    if orphans := [mark for mark in article.annotations if mark.orphaned]:
        said = "".join(_said(mark, with_quote=True) for mark in orphans)
        yield f'<div class="row"><aside>{said}</aside></div>\n'
    yield "</article>\n"


def _about(article: PortableArticle) -> Iterator[str]:
    if line := source_line(article):
        yield escape(line)
    if article.url.startswith(("https://", "http://")):
        yield f'<a href="{escape(article.url)}" rel="noreferrer">{escape(article.url)}</a>'
    elif article.url:
        yield escape(article.url)
    if article.tags:
        yield " ".join(f'<span class="tag">{escape(tag)}</span>' for tag in article.tags)
    if article.note:
        yield escape(readable(article.note)).replace("\n", "<br>")


def _row(article: PortableArticle, block: Block, *, listed: bool) -> str:
    inner = "".join(_pieces(article, block))
    element = {"heading": "h2", "quotation": "blockquote"}.get(block.kind, "p")
    shown = f"<ul><li>{inner}</li></ul>" if listed else f"<{element}>{inner}</{element}>"
    ending = (
        mark
        for mark in article.annotations
        if not mark.orphaned and block.start <= mark.start < block.end and says(mark)
    )
    notes = "".join(_said(mark) for mark in ending)
    return f'<div class="row">{shown}{f"<aside>{notes}</aside>" if notes else ""}</div>\n'


def _picture(picture: Picture, image: Image) -> str:
    data = f"data:{image.media_type};base64,{b64encode(image.data).decode()}"
    size = f'width="{picture.width}" height="{picture.height}"'
    return f'<div class="row"><p><img src="{data}" {size} alt="{escape(picture.alt)}"></p></div>\n'


def _pieces(article: PortableArticle, block: Block) -> Iterator[str]:
    for piece in segments(block.start, block.end, article.annotations):
        shown = escape(article.text[piece.start : piece.end]).replace("\n", "<br>")
        for mark in reversed(piece.marks):
            classes = " ".join(filter(None, (_name(mark), _underline(mark))))
            shown = f'<mark class="{classes}">{shown}</mark>'
        yield shown


def _said(mark: PortableAnnotation, *, with_quote: bool = False) -> str:
    quote = f"<b>„{escape(mark.exact)}”</b>\n" if with_quote else ""
    tags = " ".join(f'<span class="tag">{escape(tag)}</span>' for tag in mark.tags)
    note = escape(readable(mark.note))
    return f'<p class="{_name(mark)}">{quote}{note}{" " if note and tags else ""}{tags}</p>'


def _name(mark: PortableAnnotation) -> str:
    return mark.colour if mark.colour in PAPER_FILLS else "yellow"


def _underline(mark: PortableAnnotation) -> str:
    return "underline" if mark.style == "underline" else ""


WEB_PAGE = WebPage()
