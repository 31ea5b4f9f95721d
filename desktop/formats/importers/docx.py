"""Word documents: the words, headings, lists, tables, links and notes in `word/document.xml`."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.core.article import BlockKind, SpanKind
from desktop.formats.api import Item
from desktop.formats.importers import xml_reader, zip_reader
from desktop.formats.importers.html_metadata import day
from desktop.formats.importers.source import Source, damaged
from desktop.formats.importers.text_builder import TextBuilder, one_line

_SCHEMES = ("http://", "https://", "mailto:")
_OFF = ("0", "false", "off", "none")
_SKIPPED = frozenset({"Fallback", "del", "moveFrom", "instrText", "delText", "pPr", "rPr", "tblPr",
                      "sectPr", "footnoteRef"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Style:
    level: int = 0
    quote: bool = False
    title: bool = False
    list_id: str = ""


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the paragraphs of a document refer to."""

    styles: Mapping[str, _Style]
    links: Mapping[str, str]
    pictures: Mapping[str, str]
    ordered: Mapping[tuple[str, str], bool]


def parse(source: Source) -> Iterator[Item]:
    """Yield the one document in *source*."""
    archive = zip_reader.opened(source.data, source.name)
    try:
        body = xml_reader.parse(archive.read("word/document.xml"), source.name)
    except KeyError as error:
        raise damaged(source.name, "DOCX") from error
    parts = _parts(archive, "document", _styles(archive), _ordered(archive))
    walker = _Walker(TextBuilder(source.name, archive.picture), parts)
    walker.walk(body)
    notes = archive.maybe("word/footnotes.xml")
    if notes:
        linked = _parts(archive, "footnotes", parts.styles, parts.ordered)
        _Walker(walker.builder, linked, role="note").walk(xml_reader.parse(notes, source.name))
    yield walker.builder.document("docx", **_properties(archive, walker.title))


class _Walker:
    """Goes through the elements without recursion."""

    def __init__(self, builder: TextBuilder, parts: _Parts, role: str = "") -> None:
        self.builder = builder
        self.title = ""
        self._parts = parts
        self._role = role
        self._numbers: dict[tuple[str, int], int] = {}
        self._in_row = 0
        self._marks: list[tuple[SpanKind, ...]] = []

    def walk(self, root: Any) -> None:
        """Take all that is below *root*."""
        skipping: Any = None
        for event, element in xml_reader.etree().iterwalk(root, events=("start", "end")):
            if skipping is not None:
                if event == "end" and element is skipping:
                    skipping = None
                continue
            name = xml_reader.local(element)
            if event == "start":
                if name in _SKIPPED:
                    skipping = element
                else:
                    self._start(name, element)
            else:
                self._end(name)
        self.builder.end()

    def _start(self, name: str, element: Any) -> None:
        if name == "p":
            self._paragraph(element)
        elif name == "t":
            self.builder.text(element.text or "")
        elif name == "tab":
            self.builder.text(" ")
        elif name in ("br", "cr"):
            self.builder.line_break()
        elif name == "noBreakHyphen":
            self.builder.text("\u2011")
        elif name == "r":
            self._marks.append(_run_marks(element))
            for mark in self._marks[-1]:
                self.builder.push(mark)
        elif name == "hyperlink":
            href = self._parts.links.get(xml_reader.attribute(element, "id"), "")
            self._marks.append(("link",) if href else ())
            if href:
                self.builder.push("link", href)
        elif name == "tr":
            self._in_row += 1
            if self._in_row == 1:
                self.builder.begin("table_row")
        elif name == "tc" and self._in_row == 1:
            self.builder.cell()
        elif name == "docPr":
            self._picture(element)
        elif name == "imagedata":
            self._show(xml_reader.attribute(element, "id"), "")

    def _end(self, name: str) -> None:
        if name in ("r", "hyperlink") and self._marks:
            for mark in reversed(self._marks.pop()):
                self.builder.pop(mark)
        elif name == "p" and not self._in_row:
            self.builder.end()
        elif name == "tr":
            self._in_row -= 1
            if not self._in_row:
                self.builder.end()

    def _paragraph(self, element: Any) -> None:
        if self._in_row:
            if not self.builder.blank:
                self.builder.text(" ")
            return
        kind, attrs = self._kind(element)
        if self._role:
            kind, attrs = "paragraph", {"role": self._role}
        self.builder.begin(kind, attrs)

    def _kind(self, element: Any) -> tuple[BlockKind, dict[str, Any]]:
        found = {xml_reader.local(one): one for one in _properties_of(element)}
        style = self._parts.styles.get(_value(found.get("pStyle")), _Style())
        outline = _value(found.get("outlineLvl"))
        if style.title and not self.title:
            self.title = xml_reader.text_of(element)
        if style.level or style.title or (outline.isdigit() and int(outline) < 6):
            return "heading", {"level": style.level or 1}
        list_id, depth = style.list_id, "0"
        for one in found.get("numPr", ()):
            if xml_reader.local(one) == "numId":
                list_id = _value(one)
            elif xml_reader.local(one) == "ilvl":
                depth = _value(one)
        if list_id and list_id != "0":
            return "list_item", self._item(list_id, int(depth) if depth.isdigit() else 0)
        return ("quotation" if style.quote else "paragraph"), {}

    def _item(self, list_id: str, depth: int) -> dict[str, Any]:
        depth = min(depth, 7)
        key = (list_id, depth)
        self._numbers[key] = self._numbers.get(key, 0) + 1
        for other in [k for k in self._numbers if k[0] == list_id and k[1] > depth]:
            del self._numbers[other]
        attrs: dict[str, Any] = {"depth": depth + 1, "number": self._numbers[key]}
        return attrs | ({"ordered": True} if self._parts.ordered.get((list_id, str(depth))) else {})

    def _picture(self, element: Any) -> None:
        described = one_line(element.get("descr") or "")
        captioned = described and self.builder.blank and not self._in_row
        for blip in element.getparent().iter("{*}blip"):
            self._show(xml_reader.attribute(blip, "embed"), "" if captioned else described)
        if captioned:
            self.builder.begin("caption", {"role": "picture"})
            self.builder.text(described)
            self.builder.begin("paragraph")

    def _show(self, picture_id: str, described: str) -> None:
        if place := self._parts.pictures.get(picture_id):
            self.builder.picture(place, described)


def _run_marks(run: Any) -> tuple[SpanKind, ...]:
    found = {
        xml_reader.local(one): _value(one).lower()
        for properties in run
        if xml_reader.local(properties) == "rPr"
        for one in properties
    }
    marks: tuple[tuple[str, SpanKind], ...] = (("b", "strong"), ("i", "emphasis"))
    return tuple(mark for key, mark in marks if key in found and found[key] not in _OFF)


def _properties_of(paragraph: Any) -> list[Any]:
    return [one for child in paragraph if xml_reader.local(child) == "pPr" for one in child]


def _value(element: Any) -> str:
    return "" if element is None else xml_reader.attribute(element, "val")


def _styles(archive: zip_reader.Archive) -> dict[str, _Style]:
    data = archive.maybe("word/styles.xml")
    found: dict[str, _Style] = {}
    for style in xml_reader.parse(data, archive.name) if data else ():
        if xml_reader.local(style) != "style":
            continue
        inner = {xml_reader.local(one): one for one in style.iter()}
        name = _value(inner.get("name")).lower()
        outline = _value(inner.get("outlineLvl"))
        level = int(outline) + 1 if outline.isdigit() and int(outline) < 6 else 0
        if name.startswith("heading ") and name[8:9].isdigit():
            level = min(6, max(1, int(name[8])))
        found[xml_reader.attribute(style, "styleId")] = _Style(
            level=level,
            quote=name in ("quote", "intense quote", "block text"),
            title=name == "title",
            list_id=_value(inner.get("numId")),
        )
    return found


def _parts(
    archive: zip_reader.Archive,
    part: str,
    styles: Mapping[str, _Style],
    ordered: Mapping[tuple[str, str], bool],
) -> _Parts:
    """Return what *part* of the document refers to, its links and pictures by their ids."""
    data = archive.maybe(f"word/_rels/{part}.xml.rels")
    links: dict[str, str] = {}
    pictures: dict[str, str] = {}
    for one in xml_reader.parse(data, archive.name) if data else ():
        target = one.get("Target", "")
        if target.lower().startswith(_SCHEMES):
            links[one.get("Id", "")] = target
        elif one.get("Type", "").endswith("/image") and one.get("TargetMode") != "External":
            place = target.removeprefix("/") if target[:1] == "/" else f"word/{target}"
            pictures[one.get("Id", "")] = posixpath.normpath(place)
    return _Parts(styles, links, pictures, ordered)


def _ordered(archive: zip_reader.Archive) -> dict[tuple[str, str], bool]:
    """Return for each list and depth whether its items are numbered."""
    data = archive.maybe("word/numbering.xml")
    abstract: dict[str, dict[str, bool]] = {}
    found: dict[tuple[str, str], bool] = {}
    for one in xml_reader.parse(data, archive.name) if data else ():
        if xml_reader.local(one) == "abstractNum":
            abstract[xml_reader.attribute(one, "abstractNumId")] = {
                xml_reader.attribute(level, "ilvl"): any(
                    xml_reader.local(part) == "numFmt" and _value(part) not in ("bullet", "none")
                    for part in level
                )
                for level in one
                if xml_reader.local(level) == "lvl"
            }
        elif xml_reader.local(one) == "num":
            named = next((_value(p) for p in one if xml_reader.local(p) == "abstractNumId"), "")
            for depth, numbered in abstract.get(named, {}).items():
                found[xml_reader.attribute(one, "numId"), depth] = numbered
    return found


def _properties(archive: zip_reader.Archive, title: str) -> dict[str, Any]:
    data = archive.maybe("docProps/core.xml")
    root = xml_reader.parse(data, archive.name) if data else ()
    found = {xml_reader.local(one): xml_reader.text_of(one) for one in root}
    language = found.get("language", "")[:2].lower()
    return {
        "title": title or found.get("title", ""),
        "author": found.get("creator", ""),
        "published": day(found.get("created", "")),
        "language": language if language.isascii() and language.isalpha() else "",
    }
