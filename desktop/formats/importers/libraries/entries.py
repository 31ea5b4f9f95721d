"""An entry of another program's library as a document.

An entry without a text gets one made of what it has: its excerpt, each highlight as a quotation,
its address. So highlights can be read at once and stand in a place; nothing waits for a web page.
"""

from dataclasses import dataclass, replace
from typing import Any

from desktop.core.article import Block, BlockKind, Document, Origin, Quote, Span, Status
from desktop.core.canonical import paragraphs
from desktop.core.errors import UserError
from desktop.formats import language, limits
from desktop.formats.importers.libraries import values
from desktop.formats.importers.source import too_large
from desktop.formats.importers.text_builder import TextBuilder
from desktop.formats.lead_title import lead_title, shortened


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight of another program. One without `text` is a note on the article.

    One with an `origin` is from a Glosa library: its values stay as they are.
    """

    text: str
    note: str = ""
    colour: str = "yellow"
    style: str = "highlight"
    tags: tuple[str, ...] = ()
    created: str = ""
    author: str = ""
    page: str = ""
    prefix: str = ""
    suffix: str = ""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What another program knows of an article."""

    title: str
    url: str = ""
    author: str = ""
    outlet: str = ""
    published: str = ""
    language: str = ""
    added: str = ""
    status: Status = "unread"
    starred: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    excerpt: str = ""
    marks: tuple[Mark, ...] = ()


def of_excerpts(entry: Entry, source_format: str) -> Document:
    """Return *entry* as a document whose text is its excerpt, its highlights and its address."""
    text = _Text()
    for part in paragraphs(values.lines(entry.excerpt)):
        text.add("paragraph", part)
    quotes: list[Quote] = []
    for mark in entry.marks:
        exact = mark.text if mark.origin else "\n".join(paragraphs(values.lines(mark.text)))
        if mark.origin and mark.origin.orphaned:
            quotes.append(_quote(mark, exact))
        elif exact.strip():
            page = values.words(mark.page)
            start = text.add("quotation", exact, {"page": page} if page else {})
            quotes.append(replace(_quote(mark, exact), start=start, end=start + len(exact)))
    if entry.url:
        text.add_address(entry.url)
    if not text.blocks:
        text.add("paragraph", values.words(entry.title) or "—")
    whole = text.whole
    first = text.blocks[0]
    return Document(
        title=shortened(values.words(entry.title)) or lead_title(whole[first.start : first.end]),
        text=whole,
        blocks=tuple(text.blocks),
        source_format=source_format,
        quotes=tuple(quotes),
        language=entry.language or language.guess(whole),
        excerpts=True,
        **_details(entry),
    )


def of_page(entry: Entry, source_format: str, page: str, name: str) -> Document:
    """Return *entry* with the text of *page* (HTML), its highlights to be placed by their words."""
    from desktop.formats.importers import html
    from desktop.formats.importers.html_blocks import HtmlReader

    builder = TextBuilder(name)
    html.feed(page, HtmlReader(builder, entry.url))
    try:
        return builder.document(
            source_format,
            title=entry.title,
            language=entry.language,
            quotes=tuple(_quote(m, values.lines(m.text)) for m in entry.marks if m.text.strip()),
            **_details(entry),
        )
    except UserError:
        if page.strip() and builder.blocks:
            raise
        return of_excerpts(entry, source_format)


def quotes_of(marks: tuple[Mark, ...]) -> tuple[Quote, ...]:
    """Return the highlights among *marks*, to be placed by their words."""
    return tuple(_quote(mark, values.lines(mark.text)) for mark in marks if mark.text.strip())


def _details(entry: Entry) -> dict[str, Any]:
    notes = [entry.note, *(m.note for m in entry.marks if not m.text.strip())]
    return {
        "author": values.words(entry.author),
        "outlet": values.words(entry.outlet),
        "published": entry.published,
        "url": entry.url,
        "tags": entry.tags,
        "note": "\n\n".join(filter(None, map(values.lines, notes))),
        "status": entry.status,
        "starred": entry.starred,
        "added": entry.added,
    }


def _quote(mark: Mark, exact: str) -> Quote:
    return Quote(
        exact,
        mark.prefix,
        mark.suffix,
        mark.colour,
        mark.style,
        mark.note if mark.origin else values.lines(mark.note),
        mark.tags,
        author=mark.author if mark.origin else values.words(mark.author),
        created=mark.created,
        origin=mark.origin,
    )


class _Text:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.blocks: list[Block] = []
        self.at = 0

    @property
    def whole(self) -> str:
        return "\n".join(self.parts)

    def add(self, kind: BlockKind, part: str, attrs: dict[str, Any] | None = None) -> int:
        """Add a block; return where it starts."""
        start = self.at
        self.parts.append(part)
        self.blocks.append(Block(kind, start, start + len(part), attrs or {}))
        self.at += len(part) + 1
        if self.at > limits.LARGEST_TEXT:
            raise too_large(part[:40], limits.LARGEST_TEXT)
        return start

    def add_address(self, url: str) -> None:
        span = Span("link", self.at, self.at + len(url), url).as_attr()
        self.add("paragraph", url, {"spans": [span], "role": "source"})
