"""OpenDocument texts: the words, headings, lists, tables and links in `content.xml`."""

from collections.abc import Iterator
from typing import Any

from desktop.core.article import BlockKind, SpanKind
from desktop.formats.api import Item
from desktop.formats.importers import xml_reader, zip_reader
from desktop.formats.importers.html_metadata import day
from desktop.formats.importers.source import Source, damaged
from desktop.formats.importers.text_builder import TextBuilder

_SCHEMES = ("http://", "https://", "mailto:")
_SKIPPED = frozenset({"tracked-changes", "annotation", "note-citation", "sequence-decls", "forms",
                      "table-of-content", "alphabetical-index", "binary-data"})  # fmt: skip


def parse(source: Source) -> Iterator[Item]:
    """Yield the one document in *source*."""
    archive = zip_reader.opened(source.data, source.name)
    try:
        root = xml_reader.parse(archive.read("content.xml"), source.name)
    except KeyError as error:
        raise damaged(source.name, "ODT") from error
    styles = archive.maybe("styles.xml")
    roots = [root, *([xml_reader.parse(styles, source.name)] if styles else [])]
    builder = TextBuilder(source.name, archive.picture)
    walker = _Walker(builder, _marks(roots), _ordered(roots))
    body = next((one for one in root.iter() if xml_reader.local(one) == "body"), root)
    walker.walk(body)
    yield walker.builder.document("odt", **_properties(archive))


class _Walker:
    """Goes through the elements without recursion."""

    def __init__(
        self, builder: TextBuilder, marks: dict[str, tuple[SpanKind, ...]], ordered: dict[str, bool]
    ) -> None:
        self.builder = builder
        self._marks = marks
        self._ordered = ordered
        self._open: list[tuple[SpanKind, ...]] = []
        self._lists: list[list[Any]] = []
        self._new_item = False
        self._notes = 0
        self._rows = 0

    def walk(self, root: Any) -> None:
        """Take all that is below *root*."""
        skipping: Any = None
        for event, element in xml_reader.etree().iterwalk(root, events=("start", "end")):
            if skipping is not None:
                if event == "end" and element is skipping:
                    skipping = None
                    self._tail(element)
                continue
            name = xml_reader.local(element)
            if event == "start":
                if name in _SKIPPED:
                    skipping = element
                    continue
                self._start(name, element)
                if element.text and name in ("p", "h", "span", "a"):
                    self.builder.text(element.text)
            else:
                self._end(name)
                self._tail(element)
        self.builder.end()

    def _tail(self, element: Any) -> None:
        parent = element.getparent()
        if element.tail and xml_reader.local(parent) in ("p", "h", "span", "a"):
            self.builder.text(element.tail)

    def _start(self, name: str, element: Any) -> None:
        if name in ("p", "h"):
            self._paragraph(name, element)
        elif name == "s" or name == "tab":
            self.builder.text(" ")
        elif name == "line-break":
            self.builder.line_break()
        elif name == "span":
            self._push(self._marks.get(xml_reader.attribute(element, "style-name"), ()))
        elif name == "a":
            href = xml_reader.attribute(element, "href")
            self._push(("link",) if href.lower().startswith(_SCHEMES) else (), href)
        elif name == "list":
            style = xml_reader.attribute(element, "style-name")
            inherited = self._lists[-1][0] if self._lists else False
            self._lists.append([self._ordered.get(style, inherited), 0])
        elif name in ("list-item", "list-header") and self._lists:
            self._lists[-1][1] += name == "list-item"
            self._new_item = name == "list-item"
        elif name == "table-row":
            self._rows += 1
            if self._rows == 1:
                self.builder.begin("table_row")
        elif name == "table-cell" and self._rows == 1:
            self.builder.cell()
        elif name == "note":
            self._notes += 1
            self.builder.text(" (")
        elif name == "image":
            self._picture(element)

    def _end(self, name: str) -> None:
        if name in ("span", "a") and self._open:
            for mark in reversed(self._open.pop()):
                self.builder.pop(mark)
        elif name in ("p", "h") and not self._rows and not self._notes:
            self.builder.end()
        elif name == "list" and self._lists:
            self._lists.pop()
        elif name == "table-row":
            self._rows -= 1
            if not self._rows:
                self.builder.end()
        elif name == "note":
            self._notes -= 1
            self.builder.text(")")

    def _push(self, marks: tuple[SpanKind, ...], href: str = "") -> None:
        self._open.append(marks)
        for mark in marks:
            self.builder.push(mark, href)

    def _picture(self, element: Any) -> None:
        said = {xml_reader.local(one): xml_reader.text_of(one) for one in element.getparent()}
        place = xml_reader.attribute(element, "href").removeprefix("./")
        self.builder.picture(place, said.get("title") or said.get("desc", ""))

    def _paragraph(self, name: str, element: Any) -> None:
        if self._rows or self._notes:
            if not self.builder.blank and self._rows:
                self.builder.text(" ")
            return
        kind: BlockKind = "paragraph"
        attrs: dict[str, Any] = {}
        style = xml_reader.attribute(element, "style-name").lower()
        if name == "h":
            level = xml_reader.attribute(element, "outline-level")
            kind, attrs = "heading", {"level": min(6, max(1, int(level))) if level.isdigit() else 1}
        elif style == "title":
            kind, attrs = "heading", {"level": 1}
        elif self._lists:
            kind, attrs = "list_item", self._item()
        elif "quot" in style:
            kind = "quotation"
        self.builder.begin(kind, attrs)

    def _item(self) -> dict[str, Any]:
        ordered, number = self._lists[-1]
        attrs: dict[str, Any] = {"depth": min(len(self._lists), 8)}
        if ordered:
            attrs["ordered"] = True
        if self._new_item:
            attrs["number"] = number
            self._new_item = False
        return attrs


def _marks(roots: list[Any]) -> dict[str, tuple[SpanKind, ...]]:
    """Return which styles of characters are strong or emphasised."""
    found: dict[str, tuple[SpanKind, ...]] = {}
    for style in (one for root in roots for one in root.iter() if xml_reader.local(one) == "style"):
        marks: list[SpanKind] = []
        for properties in style:
            if xml_reader.attribute(properties, "font-weight") in ("bold", "700", "800", "900"):
                marks.append("strong")
            if xml_reader.attribute(properties, "font-style") in ("italic", "oblique"):
                marks.append("emphasis")
        found[xml_reader.attribute(style, "name")] = tuple(marks)
    return found


def _ordered(roots: list[Any]) -> dict[str, bool]:
    styles = (one for root in roots for one in root.iter() if xml_reader.local(one) == "list-style")
    return {
        xml_reader.attribute(style, "name"): bool(len(style))
        and xml_reader.local(style[0]) == "list-level-style-number"
        for style in styles
    }


def _properties(archive: zip_reader.Archive) -> dict[str, Any]:
    data = archive.maybe("meta.xml")
    root = xml_reader.parse(data, archive.name) if data else None
    found = (
        {} if root is None else {xml_reader.local(o): xml_reader.text_of(o) for o in root.iter()}
    )
    language = found.get("language", "")[:2].lower()
    return {
        "title": found.get("title", ""),
        "author": found.get("initial-creator") or found.get("creator", ""),
        "published": day(found.get("creation-date", "")),
        "language": language if language.isascii() and language.isalpha() else "",
    }
