"""Feeds (RSS, Atom, JSON Feed): each item is an article, with what the feed has of its text.

What only who follows a feed needs, its name and the items' identities, travels in remarks.
"""

import html as entities
import json
import re
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from hashlib import sha256
from typing import Any, cast
from urllib.parse import urljoin

from desktop.core.article import Document, Remark
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats import charset
from desktop.formats.api import Item
from desktop.formats.importers import html, html_metadata, xml_reader
from desktop.formats.importers.html_blocks import HtmlReader
from desktop.formats.importers.source import Source, damaged
from desktop.formats.importers.text_builder import TextBuilder, one_line

FEED = QT_TRANSLATE_NOOP("Remarks", "The feed “{title}”: follow it with File › Feeds.")
ITEM = QT_TRANSLATE_NOOP("Remarks", "This is what the feed has of the text (item {guid}).")
_MOST_ITEMS = 1_000
_LONGEST_ID = 1_000
_MARKUP = re.compile(r"<[a-zA-Z/!]|&[#\w]{1,10};")
_CONTENT = ("encoded", "content", "description", "summary")


def parse(source: Source) -> Iterator[Item]:
    """Yield a remark with the feed's name, then its items; one without any words is left out."""
    data = source.data.lstrip(b"\xef\xbb\xbf \t\r\n")
    head, items = _json(data, source) if data.startswith(b"{") else _xml(data, source)
    title = one_line(_plain(head["title"]))
    yield Remark(FEED, {"title": title, "home": head["home"]})
    for number, item in enumerate(items):
        if number >= _MOST_ITEMS:
            return
        if document := _document(item, title, source):
            yield document


def _document(item: Mapping[str, str], outlet: str, source: Source) -> Document | None:
    title = one_line(_plain(item["title"]))
    url = _address(item["url"], source.url)
    builder = TextBuilder(source.name)
    for markup in (item["content"], entities.escape(title)):
        if not builder.blocks:
            html.feed(f"<div>{markup}</div>" if markup else "", HtmlReader(builder, url))
    if not builder.blocks:
        return None
    guid = item["id"] or url or sha256(f"{title}\n{item['content']}".encode()).hexdigest()
    try:
        return builder.document(
            "feed",
            title=title,
            author=one_line(item["author"]),
            outlet=outlet,
            url=url,
            published=_day(item["date"]),
            language=_language(item["language"]),
            excerpts=True,
            remarks=(Remark(ITEM, {"guid": guid[:_LONGEST_ID]}),),
        )
    except UserError:  # nothing but spaces and signs that are no text
        return None


def _xml(data: bytes, source: Source) -> tuple[dict[str, str], Iterator[dict[str, str]]]:
    root = _root(data, source.name)
    if xml_reader.local(root).lower() not in ("rss", "feed", "rdf"):
        raise damaged(source.name, "feed")
    channel = next((one for one in root if xml_reader.local(one) == "channel"), root)
    head = {"title": _words(channel, "title"), "home": _address(_link(channel), source.url)}
    language = _words(channel, "language") or xml_reader.attribute(root, "lang")
    found = [one for one in root.iter() if xml_reader.local(one) in ("item", "entry")]
    if not found and not head["title"]:
        raise damaged(source.name, "feed")
    return head, (_xml_item(one, language) for one in found)


def _xml_item(item: Any, language: str) -> dict[str, str]:
    content = next(filter(None, (_markup(item, name) for name in _CONTENT)), "")
    link = _link(item)
    guid = _child(item, "guid")
    told = _words(item, "guid") or _words(item, "id") or xml_reader.attribute(item, "about")
    if not link and guid is not None and guid.get("isPermaLink") != "false":
        link = told
    return {
        "title": _words(item, "title"),
        "url": link,
        "id": told,
        "content": content,
        "author": _author(item),
        "date": next(
            filter(None, (_words(item, n) for n in ("pubDate", "published", "date", "updated"))), ""
        ),
        "language": language,
    }


def _json(data: bytes, source: Source) -> tuple[dict[str, str], Iterator[dict[str, str]]]:
    try:
        loaded = json.loads(data.decode("utf-8", "replace"))
    except (ValueError, RecursionError) as error:
        raise damaged(source.name, "JSON") from error
    feed = cast(dict[str, Any], loaded)
    items: Any = feed.get("items")
    if not isinstance(items, list) or "jsonfeed.org" not in str(feed.get("version")):
        raise damaged(source.name, "feed")
    head = {"title": _text(feed, "title"), "home": _address(_text(feed, "home_page_url"), "")}
    entries = (cast(dict[str, Any], one) for one in cast(list[Any], items) if isinstance(one, dict))
    return head, (_json_item(one, _text(feed, "language")) for one in entries)


def _json_item(item: Mapping[str, Any], language: str) -> dict[str, str]:
    plain = _text(item, "content_text") or _text(item, "summary")
    authors: Any = item.get("authors") or [item.get("author")]
    named = cast(list[Any], authors if isinstance(authors, list) else [])
    people = [cast(dict[str, Any], one) for one in named if isinstance(one, dict)]
    return {
        "title": entities.escape(_text(item, "title")),
        "url": _text(item, "url") or _text(item, "external_url"),
        "id": _text(item, "id"),
        "content": _text(item, "content_html") or _paragraphs(plain),
        "author": ", ".join(filter(None, (_text(one, "name") for one in people[:20]))),
        "date": _text(item, "date_published") or _text(item, "date_modified"),
        "language": _text(item, "language") or language,
    }


def _root(data: bytes, name: str) -> Any:
    """Return the root of a feed; many are not quite XML, and are read as far as they make sense."""
    try:
        return xml_reader.parse(data, name)
    except UserError:
        xml = xml_reader.etree()
        parser = xml.XMLParser(
            recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True, encoding="utf-8",
        )  # fmt: skip
        text = re.sub(r"^\s*<\?xml.*?\?>", "", charset.decode(data).text, count=1, flags=re.DOTALL)
        try:
            root: Any = xml.fromstring(text.encode("utf-8", "replace"), parser)
        except (xml.XMLSyntaxError, ValueError):
            root = None
        if root is None:
            raise
        return root


def _child(element: Any, name: str) -> Any:
    return next((one for one in element if xml_reader.local(one) == name), None)


def _words(element: Any, name: str) -> str:
    """Return the words of a child; markup in it stays as it is written."""
    found = _child(element, name)
    return "" if found is None else " ".join("".join(found.itertext()).split())


def _markup(element: Any, name: str) -> str:
    """Return a child's content as HTML: escaped in most feeds, XHTML in some, plain in others."""
    found = _child(element, name)
    if found is None:
        return ""
    if len(found):
        return xml_reader.etree().tostring(found, encoding="unicode", method="html")
    text = found.text or ""
    return text if _MARKUP.search(text) else _paragraphs(text)


def _link(element: Any) -> str:
    """Return the address of the page: RSS has it as text, Atom as an attribute."""
    links = [one for one in element if xml_reader.local(one) == "link"]
    for one in links:
        if one.get("href") and one.get("rel", "alternate") == "alternate":
            return one.get("href")
    return next((one.text.strip() for one in links if one.text and one.text.strip()), "")


def _author(item: Any) -> str:
    found = _child(item, "author")
    if found is not None and (name := _words(found, "name")):
        return name
    return _words(item, "creator") or _words(item, "author")


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    return str(value) if isinstance(value, str | int) else ""


def _paragraphs(text: str) -> str:
    parts = re.split(r"\n\s*\n", text.strip())
    return "".join(f"<p>{entities.escape(part)}</p>" for part in parts if part.strip())


def _plain(text: str) -> str:
    """Return the words of a title, which may be HTML."""
    return entities.unescape(re.sub(r"</?[a-zA-Z][^<>]*>", "", text)) if text else ""


def _address(url: str, base: str) -> str:
    try:
        joined = urljoin(base, url.strip())
    except ValueError:
        return ""
    return joined if joined.startswith(("http://", "https://")) else ""


def _language(told: str) -> str:
    code = told.replace("_", "-").partition("-")[0].strip().lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else ""


def _day(told: str) -> str:
    if not told[:1].isdigit() or not told[:4].isdigit():
        try:
            return parsedate_to_datetime(told).date().isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            pass
    return html_metadata.day(told)
