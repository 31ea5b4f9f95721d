"""E-books in EPUB: one article for the book, its chapters in reading order under headings."""

import posixpath
from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import unquote

from desktop.core.article import Remark
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats.api import Item
from desktop.formats.importers import html, html_source, xml_reader, zip_reader
from desktop.formats.importers.html_blocks import HtmlReader
from desktop.formats.importers.html_metadata import day
from desktop.formats.importers.source import Source, damaged
from desktop.formats.importers.text_builder import TextBuilder

_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
_MISSING = QT_TRANSLATE_NOOP(
    "Remarks", "Parts of this book are missing or damaged and were left out: {count}."
)
_PROTECTED = QT_TRANSLATE_NOOP(
    "Errors",
    "“{name}” is protected against copying (DRM), so its text cannot be read. "
    "Ask the shop for a copy without it.",
)
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


def parse(source: Source) -> Iterator[Item]:
    """Yield the one book in *source*."""
    archive = zip_reader.opened(source.data, source.name)
    _refuse_protected(archive)
    place = _package_place(archive)
    try:
        package = xml_reader.parse(archive.read(place), source.name)
    except KeyError as error:
        raise damaged(source.name, "EPUB") from error
    builder = TextBuilder(source.name, archive.picture)
    missing = 0
    for path in _spine(package, posixpath.dirname(place)):
        try:
            page, _ = html_source.decode(archive.read(path))
        except (KeyError, UserError):
            missing += 1
            continue
        html.feed(page, HtmlReader(builder, locate=partial(_within, posixpath.dirname(path))))
    remarks = (Remark(_MISSING, {"count": missing}),) if missing else ()
    yield builder.document("epub", **_details(package), remarks=remarks)


def _within(folder: str, source: str) -> str:
    """Return the name in the archive of what a chapter in *folder* calls *source*."""
    if ":" in source:
        return source
    return posixpath.normpath(posixpath.join(folder, unquote(source.partition("#")[0])))


def _refuse_protected(archive: zip_reader.Archive) -> None:
    data = archive.maybe("META-INF/encryption.xml")
    if not data:
        return
    methods = [
        one.get("Algorithm", "")
        for one in xml_reader.parse(data, archive.name).iter()
        if xml_reader.local(one) == "EncryptionMethod"
    ]
    if any(method not in _FONTS for method in methods):
        raise UserError(_PROTECTED, name=archive.name)


def _package_place(archive: zip_reader.Archive) -> str:
    try:
        container = xml_reader.parse(archive.read("META-INF/container.xml"), archive.name)
    except KeyError:
        found = [name for name in archive.names() if name.lower().endswith(".opf")]
        if found:
            return found[0]
        raise damaged(archive.name, "EPUB") from None
    places = [o.get("full-path", "") for o in container.iter() if xml_reader.local(o) == "rootfile"]
    if not places:
        raise damaged(archive.name, "EPUB")
    return places[0]


def _spine(package: Any, folder: str) -> list[str]:
    """Return the names of the chapters in reading order, each once, without the contents."""
    pages = {
        one.get("id", ""): posixpath.normpath(posixpath.join(folder, unquote(one.get("href", ""))))
        for one in package.iter()
        if xml_reader.local(one) == "item"
        and one.get("media-type", "") in _PAGES
        and "nav" not in (one.get("properties") or "").split()
    }
    order = [one.get("idref", "") for one in package.iter() if xml_reader.local(one) == "itemref"]
    return list(dict.fromkeys(pages[idref] for idref in order if idref in pages))


def _details(package: Any) -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    for one in package.iter():
        if isinstance(one.tag, str) and one.tag.startswith("{http://purl.org/dc/elements/1.1/}"):
            found.setdefault(xml_reader.local(one), []).append(xml_reader.text_of(one))
    language = next(iter(found.get("language", [])), "")[:2].lower()
    dates = [day(text) for text in found.get("date", [])]
    urls = [u for u in found.get("source", []) if u.startswith(("http://", "https://"))]
    return {
        "title": next(iter(found.get("title", [])), ""),
        "author": ", ".join(filter(None, found.get("creator", []))),
        "outlet": next(iter(found.get("publisher", [])), ""),
        "published": next(filter(None, dates), ""),
        "url": next(iter(urls), ""),
        "language": language if language.isascii() and language.isalpha() else "",
    }
