"""Markdown: all highlights in one file, or one file an article for Obsidian, Logseq and Zettlr."""

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.core.image import KINDS, Image
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
from desktop.formats.exporters.media import Shown
from desktop.formats.exporters.text_out import text_out
from desktop.formats.file_names import Names

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|]|(?<=~)~|~(?=~)|(?<==)=|=(?==))")
_LINE_START = re.compile(r"^(\s*)(\d{1,9})([.)])|^(\s*)([-+])(?=\s)", re.MULTILINE)
_PREFIX = {"heading": "## ", "list_item": "- ", "quotation": "> "}


class Markdown:
    """The exporter of highlights, article by article, as one Markdown file."""

    name = QT_TRANSLATE_NOOP("Formats", "Markdown")
    suffix = ".md"
    leaves_out = QT_TRANSLATE_NOOP(
        "Losses", "Positions, colours and the articles’ texts are left out."
    )

    def write_articles(
        self, articles: Iterable[PortableArticle], tags: Sequence[PortableTag], out: BinaryIO
    ) -> int:
        """Write the highlights of *articles* to *out*; return how many."""
        count = 0
        with text_out(out) as text:
            for article in articles:
                text.write(f"# {escape(article.title)}\n\n")
                text.write("".join(f"{line}\n\n" for line in _about(article)))
                text.write("".join(_highlights(article)))
                count += len(article.annotations)
        return count


class MarkdownVault:
    """The exporter of a ZIP with one Markdown file for each article, marks in the text."""

    name = QT_TRANSLATE_NOOP("Formats", "Markdown, a file for each article (ZIP)")
    suffix = ".zip"
    takes_pictures = True
    leaves_out = QT_TRANSLATE_NOOP(
        "Losses",
        "Colours and the exact positions of highlights that cross paragraphs are left out.",
    )

    def write_articles(
        self, articles: Iterable[PortableArticle], tags: Sequence[PortableTag], out: BinaryIO
    ) -> int:
        """Write a file for each of *articles* to the archive *out*; return how many highlights.

        Their pictures lie in a folder beside them.
        """
        count = 0
        names = Names(".md")
        written: set[str] = set()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for article in articles:
                archive.writestr(entry(names.fresh(article.title)), note_file(article))
                for image in article.images:
                    if image.sha256 not in written:
                        written.add(image.sha256)
                        archive.writestr(entry(_place(image), stored=True), image.data)
                count += len(article.annotations)
        return count


def note_file(article: PortableArticle) -> str:
    """Return the text of an article's own file, with front matter."""
    return "".join(_note(article))


def escape(text: str) -> str:
    """Return *text* so that Markdown shows it as it is."""
    text = _SPECIAL.sub(r"\\\1", " ".join(text.split("\n")))
    return _LINE_START.sub(_escaped_start, text)


def _escaped_start(match: re.Match[str]) -> str:
    if match[2]:
        return f"{match[1]}{match[2]}\\{match[3]}"
    return f"{match[4]}\\{match[5]}"


def _about(article: PortableArticle) -> Iterator[str]:
    if line := source_line(article):
        yield escape(line)
    if article.url:
        yield f"<{article.url}>" if re.fullmatch(r"[^\s<>]+", article.url) else escape(article.url)
    if article.tags:
        yield " ".join(map(hashtag, article.tags))
    if article.note:
        yield _lines(article.note)


def _highlights(article: PortableArticle) -> Iterator[str]:
    for annotation in article.annotations:
        yield "".join(f"> {escape(line)}\n" for line in annotation.exact.split("\n"))
        yield "\n"
        if annotation.note:
            yield _lines(annotation.note) + "\n\n"
        if annotation.tags:
            yield " ".join(map(hashtag, annotation.tags)) + "\n\n"


def _lines(note: str) -> str:
    """Return a note as it was written, for notes are Markdown; its links as their words."""
    return readable(note).strip()


def hashtag(path: str) -> str:
    """Return a tag as Obsidian reads it: no spaces, "/" for what lies below."""
    return "#" + re.sub(r"[^\w/-]+", "-", path).strip("-")


def _note(article: PortableArticle) -> Iterator[str]:
    yield "---\n"
    values = {
        "title": article.title, "author": article.author, "outlet": article.outlet,
        "agency": article.agency, "url": article.url, "published": article.published,
        "added": article.added, "language": article.language, "status": article.status,
        "uuid": article.uuid,
    }  # fmt: skip
    for name, value in values.items():
        if value:
            yield f"{name}: {yaml(value)}\n"
    if article.tags:
        yield "tags:\n" + "".join(f"  - {yaml(hashtag(tag)[1:])}\n" for tag in article.tags)
    yield f"---\n\n# {escape(article.title)}\n\n"
    if article.note:
        yield _lines(article.note) + "\n\n"
    yield from _text(article)
    yield from _foot(article)


def _text(article: PortableArticle) -> Iterator[str]:
    pictures = Shown(article)
    for block in article.blocks:
        yield from (_picture(*one) for one in pictures.above(block))
        yield _PREFIX.get(block.kind, "")
        for piece in segments(block.start, block.end, article.annotations):
            shown = escape(article.text[piece.start : piece.end])
            yield _marked(shown) if piece.marks else shown
            yield "".join(
                f"[^{_label(mark)}]" for mark in piece.marks if mark.end == piece.end and says(mark)
            )
        yield "\n\n"
        yield from (_picture(*one) for one in pictures.below(block))


def _picture(picture: Picture, image: Image) -> str:
    return f"![{escape(picture.alt)}]({_place(image)})\n\n"


def _place(image: Image) -> str:
    return f"pictures/{image.sha256[:20]}{KINDS[image.media_type]}"


def _marked(text: str) -> str:
    """Put marks round *text*, outside of them the space at its ends."""
    inner = text.strip()
    if not inner:
        return text
    at = text.index(inner)
    return f"{text[:at]}=={inner}=={text[at + len(inner) :]}"


def _foot(article: PortableArticle) -> Iterator[str]:
    for mark in article.annotations:
        if mark.orphaned:
            yield f"> {escape(mark.exact)}\n\n"
        if says(mark):
            said = " ".join([*map(hashtag, mark.tags), _lines(mark.note)]).strip()
            yield f"[^{_label(mark)}]: " + said.replace("\n", "\n    ") + "\n"


def _label(mark: PortableAnnotation) -> str:
    return mark.uuid[-12:]


def yaml(value: str) -> str:
    """Return a double-quoted YAML scalar, which may hold anything."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f\x85\u2028\u2029]", _yaml_code, escaped) + '"'


def _yaml_code(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


MARKDOWN = Markdown()
MARKDOWN_VAULT = MarkdownVault()
