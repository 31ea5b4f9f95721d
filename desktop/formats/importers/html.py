"""Saved web pages: the article in them, or the whole page when that is asked for.

Extraction is trafilatura's. Pages that are nested too deeply for a tree, and those in which it
finds no article, are read as a stream: their text is complete in any case.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from desktop.core.article import Document, Remark
from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.formats.api import Item
from desktop.formats.importers import html_source, picture_names, xml_reader
from desktop.formats.importers.html_blocks import HtmlReader
from desktop.formats.importers.html_metadata import HeadReader, Metadata, metadata
from desktop.formats.importers.libraries import detect
from desktop.formats.importers.pictures import nowhere
from desktop.formats.importers.source import Source
from desktop.formats.importers.text_builder import TextBuilder

SOURCE_FORMAT = "html"
_DEEPEST = 200
_LONGEST_EXTRACTED = 8_000_000
_MOST_EXTRACTED = 40_000
_FEWEST = 200
_WHOLE = QT_TRANSLATE_NOOP(
    "Remarks", "No article could be told from the rest of this page: the whole page was taken."
)
_CHUNK = 1 << 16
# What the tree of the extraction calls things that HTML has other names for.
_TAGS = {"quote": "blockquote", "row": "tr", "cell": "td", "lb": "br", "graphic": "img",
         "item": "li", "ref": "a", "del": "s"}  # fmt: skip


def parse(source: Source, *, told: str = "", source_format: str = SOURCE_FORMAT) -> Iterator[Item]:
    """Yield the document in a page, or its bookmarks; *told* is the charset of a header."""
    page, remarks = html_source.decode(source.data, told)
    if known := detect.page_reader(page):
        yield from known(page, source.name)
        return
    yield document(page, source, remarks, source_format=source_format)


def document(
    page: str,
    source: Source,
    remarks: tuple[Remark, ...] = (),
    *,
    source_format: str = SOURCE_FORMAT,
) -> Document:
    """Return the article in *page*, or all of it; UserError when there is no text."""
    page, sources = picture_names.replaced(page)
    head = HeadReader()
    feed(page, head)
    found = metadata(head, page, source.url)
    base = head.base if "://" in head.base else found.url
    if not source.whole_page:
        builder = _article(page, source, head, base, sources)
        if builder:
            return _made(builder, found, remarks, source_format)
        remarks = (*remarks, Remark(_WHOLE))
    builder, reader = _reader(source, base, sources)
    feed(page, reader)
    return _made(builder, found, remarks, source_format)


def feed(page: str, target: Any) -> None:
    """Send the elements and words of *page* to *target*."""
    # A BOM, an XML declaration or a surrogate would make lxml guess or refuse.
    data = page.encode("utf-8", "replace")
    parser = xml_reader.etree().HTMLParser(
        target=target, huge_tree=True, encoding="utf-8", no_network=True
    )
    for at in range(0, len(data), _CHUNK):
        parser.feed(data[at : at + _CHUNK])
    if data:
        parser.close()


def _made(
    builder: TextBuilder, found: Metadata, remarks: tuple[Remark, ...], source_format: str
) -> Document:
    return builder.document(
        source_format,
        title=found.title,
        author=found.author,
        outlet=found.outlet,
        published=found.published,
        url=found.url,
        language=found.language,
        remarks=remarks,
    )


def _reader(
    source: Source, base: str, sources: Mapping[str, str]
) -> tuple[TextBuilder, HtmlReader]:
    """Return a builder, and what fills it; *sources* has addresses of pictures by their names."""
    builder = TextBuilder(source.name, source.find or nowhere)
    return builder, HtmlReader(builder, base, lambda name: sources.get(name, name))


def _article(
    page: str, source: Source, head: HeadReader, base: str, sources: Mapping[str, str]
) -> TextBuilder | None:
    """Return the article that extraction finds, None when it finds (almost) none."""
    if head.deepest > _DEEPEST or head.elements > _MOST_EXTRACTED or len(page) > _LONGEST_EXTRACTED:
        return None
    body = _extracted(page)
    if body is None:
        return None
    builder, reader = _reader(source, base, sources)
    _walk(body, reader)
    return builder if builder.blocks else None


def _extracted(page: str) -> Any:
    from trafilatura import bare_extraction

    html: Any = import_module("lxml.html")
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_pis=True)
    try:
        tree: Any = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except xml_reader.etree().ParserError:  # no element at all
        return None
    try:
        found: Any = bare_extraction(
            tree,
            include_comments=False,
            include_tables=True,
            include_images=True,
            include_formatting=True,
            include_links=True,
            with_metadata=False,
        )
    except ValueError:  # characters that XML has not
        return None
    if found is None or len("".join(found.body.itertext()).strip()) < _FEWEST:
        return None
    return found.body


def _walk(root: Any, reader: HtmlReader) -> None:
    """Send an extraction's tree to *reader* under the names of HTML."""
    for event, element in xml_reader.etree().iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        tag, attrs = _html(element)
        if event == "start":
            reader.start(tag, attrs)
            if element.text:
                reader.data(element.text)
        else:
            reader.end(tag)
            if element.tail and element is not root:
                reader.data(element.tail)
    reader.close()


def _html(element: Any) -> tuple[str, dict[str, str]]:
    tag, role = element.tag, element.get("rend") or ""
    if tag == "head":
        return (role if role[:1] == "h" and role[1:].isdigit() else "h2"), {}
    if tag == "list":
        return ("ol" if role == "ol" else "ul"), {}
    if tag == "hi":
        return {"#b": "b", "#i": "i", "#t": "code"}.get(role, "span"), {}
    if tag == "code":
        return "pre" if "\n" in (element.text or "") else "code", {}
    if tag == "cell" and element.get("role") == "head":
        return "th", {}
    attrs = {"href": element.get("target") or ""} if tag == "ref" else {}
    if tag == "graphic":
        attrs = {"alt": element.get("alt") or "", "src": element.get("src") or ""}
    return _TAGS.get(tag, tag), attrs
