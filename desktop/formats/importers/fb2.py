"""E-books in FictionBook 2: sections with their titles, poems, epigraphs and notes."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from desktop.core.article import SpanKind
from desktop.formats.api import Item
from desktop.formats.importers import xml_reader, zip_reader
from desktop.formats.importers.html_metadata import day
from desktop.formats.importers.pictures import decoded
from desktop.formats.importers.source import Source, damaged
from desktop.formats.importers.text_builder import TextBuilder

_SPANS: dict[str, SpanKind] = {"strong": "strong", "emphasis": "emphasis", "code": "code"}
_LINES = ("p", "v", "subtitle", "text-author", "date")
_SCHEMES = ("http://", "https://", "mailto:")


def parse(source: Source) -> Iterator[Item]:
    """Yield the one book in *source*, which may be packed in a ZIP."""
    data = source.data
    if zipfile.is_zipfile(io.BytesIO(data)):
        archive = zip_reader.opened(data, source.name)
        inner = [name for name in archive.names() if name.lower().endswith(".fb2")]
        if not inner:
            raise damaged(source.name, "FB2")
        data = archive.read(inner[0])
    root = xml_reader.parse(data, source.name)
    walker = _Walker(TextBuilder(source.name, _Binaries(root).find))
    for image in _cover(root):
        walker.show(image)
    for body in (one for one in root if xml_reader.local(one) == "body"):
        walker.walk(body)
    yield walker.builder.document("fb2", **_details(root))


class _Walker:
    """Goes through the elements without recursion."""

    def __init__(self, builder: TextBuilder) -> None:
        self.builder = builder
        self._sections = 0
        self._titles = 0
        self._quotes = 0
        self._lines = 0
        self._links: list[bool] = []

    def walk(self, root: Any) -> None:
        """Take all that is below *root*."""
        for event, element in xml_reader.etree().iterwalk(root, events=("start", "end")):
            name = xml_reader.local(element)
            if event == "start":
                self._start(name, element)
                if self._lines and element.text:
                    self.builder.text(element.text)
            else:
                self._end(name)
                if self._lines and element.tail and element is not root:
                    self.builder.text(element.tail)
        self.builder.end()

    def show(self, image: Any) -> None:
        """Show the picture that an element refers to."""
        self.builder.picture(xml_reader.attribute(image, "href"), image.get("alt") or "")

    def _start(self, name: str, element: Any) -> None:
        if name == "image":
            self.show(element)
        elif name == "section":
            self._sections += 1
        elif name == "title":
            self._titles += 1
        elif name in ("epigraph", "cite", "poem"):
            self._quotes += 1
        elif name in _LINES:
            self._lines += 1
            if self._titles or name == "subtitle":
                level = min(6, max(1, self._sections + (name == "subtitle")))
                self.builder.begin("heading", {"level": level})
            else:
                self.builder.begin("quotation" if self._quotes else "paragraph")
        elif name == "tr":
            self._lines += 1
            self.builder.begin("table_row")
        elif name in ("td", "th"):
            self.builder.cell()
        elif name in _SPANS:
            self.builder.push(_SPANS[name])
        elif name == "a":
            href = xml_reader.attribute(element, "href")
            self._links.append(href.lower().startswith(_SCHEMES))
            if self._links[-1]:
                self.builder.push("link", href)

    def _end(self, name: str) -> None:
        if name == "section":
            self._sections -= 1
        elif name == "title":
            self._titles -= 1
        elif name in ("epigraph", "cite", "poem"):
            self._quotes -= 1
        elif name in _LINES or name == "tr":
            self._lines -= 1
            self.builder.end()
        elif name in _SPANS:
            self.builder.pop(_SPANS[name])
        elif name == "a" and self._links and self._links.pop():
            self.builder.pop("link")


class _Binaries:
    """The files at the end of a book, by what refers to them (`#id`)."""

    def __init__(self, root: Any) -> None:
        self._elements = {
            f"#{one.get('id', '')}": one for one in root if xml_reader.local(one) == "binary"
        }

    def find(self, name: str) -> bytes | None:
        """Return the bytes that *name* refers to, None when it refers to nothing here."""
        found = self._elements.get(name)
        return None if found is None else decoded(found.text or "")


def _cover(root: Any) -> Iterator[Any]:
    for cover in root.iter("{*}coverpage"):
        yield from (one for one in cover if xml_reader.local(one) == "image")


def _details(root: Any) -> dict[str, Any]:
    """Return what the book says of itself."""
    info = next((one for one in root.iter() if xml_reader.local(one) == "title-info"), None)
    if info is None:
        return {}
    found = {xml_reader.local(one): xml_reader.text_of(one) for one in info}
    authors = [
        " ".join(filter(None, (
            xml_reader.text_of(part)
            for part in one
            if xml_reader.local(part) in ("first-name", "middle-name", "last-name")
        )))
        for one in info
        if xml_reader.local(one) == "author"
    ]  # fmt: skip
    language = found.get("lang", "")[:2].lower()
    return {
        "title": found.get("book-title", ""),
        "author": ", ".join(filter(None, authors)),
        "published": day(found.get("date", "")),
        "language": language if language.isascii() and language.isalpha() else "",
    }
