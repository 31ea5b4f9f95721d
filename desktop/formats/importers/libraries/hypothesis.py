"""Hypothesis: annotations as JSON or CSV, gathered by the page that they were made on."""

from collections.abc import Iterator
from typing import Any

from desktop.core.errors import UserError
from desktop.formats.api import Item
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.entries import Entry, Mark, of_excerpts
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.libraries.table import Table

_FORMAT = "hypothesis"
_USED = frozenset(
    {"id", "references", "created", "user", "uri", "text", "tags", "document", "target"}
)
_CELLS = frozenset({"created at", "author", "page", "url", "type", "quote/description", "quote",
                    "comment", "tags"})  # fmt: skip


def read_json(value: object, _name: str) -> Iterator[Item]:
    """Yield a document for each page; replies go to the note that they answer."""
    losses = Losses()
    found = values.mappings(values.mapping(value).get("annotations"))
    replies: dict[str, list[dict[str, Any]]] = {}
    known = {values.words(one.get("id")) for one in found}
    for one in found:
        losses.see(one, _USED)
        for root in values.items(one.get("references"))[:1]:
            replies.setdefault(values.words(root), []).append(one)
    pages: dict[str, tuple[str, list[Mark]]] = {}
    for one in found:
        roots = values.items(one.get("references"))
        if roots and values.words(roots[0]) in known:
            continue
        title = next(iter(_texts(values.mapping(one.get("document")).get("title"))), "")
        page = pages.setdefault(values.words(one.get("uri")), (title, []))
        page[1].append(_mark(one, replies.get(values.words(one.get("id")), [])))
    yield from _documents(pages, losses)


def read_table(table: Table) -> Iterator[Item]:
    """Yield a document for each page."""
    losses = Losses()
    pages: dict[str, tuple[str, list[Mark]]] = {}
    for record in table.records():
        if isinstance(record, UserError):
            yield record
            continue
        losses.see(record, _CELLS)
        quote = record.get("quote/description") or record.get("quote", "")
        mark = Mark(
            quote,
            note=record["comment"],
            tags=values.tags(record.get("tags", "").split(","), nested=True),
            created=values.time(record["created at"]),
            author=record.get("author", ""),
        )
        pages.setdefault(record["url"], (record["page"], []))[1].append(mark)
    yield from _documents(pages, losses)


def _documents(pages: dict[str, tuple[str, list[Mark]]], losses: Losses) -> Iterator[Item]:
    for uri, (title, marks) in pages.items():
        on_page = [tag for mark in marks if not mark.text.strip() for tag in mark.tags]
        entry = Entry(
            title or uri,
            url=values.address(uri),
            tags=tuple(dict.fromkeys(on_page)),
            marks=tuple(marks),
        )
        yield losses.count(of_excerpts(entry, _FORMAT))
    yield from losses.remarks()


def _mark(one: dict[str, Any], replies: list[dict[str, Any]]) -> Mark:
    quote: dict[str, Any] = {}
    for target in values.mappings(one.get("target")):
        for selector in values.mappings(target.get("selector")):
            if selector.get("type") == "TextQuoteSelector" and not quote:
                quote = selector
    answers = [f"{_user(a)}: {values.lines(a.get('text'))}" for a in replies]
    return Mark(
        values.lines(quote.get("exact")),
        note="\n\n".join(filter(None, [values.lines(one.get("text")), *answers])),
        tags=values.tags(values.items(one.get("tags")), nested=True),
        created=values.time(one.get("created")),
        author=_user(one),
        prefix=_context(quote.get("prefix")),
        suffix=_context(quote.get("suffix")),
    )


def _user(one: dict[str, Any]) -> str:
    return values.words(one.get("user")).removeprefix("acct:")


def _context(value: object) -> str:
    return value.replace("\r\n", "\n") if isinstance(value, str) else ""


def _texts(value: object) -> list[str]:
    return list(map(values.words, values.items(value))) or [values.words(value)]
