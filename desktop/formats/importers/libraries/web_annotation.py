"""W3C Web Annotations as JSON-LD: one, a list, a page or a collection."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

from desktop.core.article import Document, Origin
from desktop.core.canonical import clean
from desktop.core.colours import COLOURS, STYLES
from desktop.core.dates import parse_partial
from desktop.formats.api import Item
from desktop.formats.exporters.web_annotation import DETAILS
from desktop.formats.importers.libraries import own, values
from desktop.formats.importers.libraries.entries import Entry, Mark, of_excerpts
from desktop.formats.importers.libraries.losses import Losses

_USED = frozenset(
    {
        "@context",
        "id",
        "type",
        "motivation",
        "created",
        "modified",
        "creator",
        "body",
        "bodyValue",
        "target",
    }
)


def read_json(value: object, _name: str) -> Iterator[Item]:
    """Yield a document for each source that was annotated."""
    losses = Losses()
    sources: dict[str, tuple[str, list[Mark], list[str]]] = {}
    ours: dict[str, tuple[dict[str, Any], list[Mark]]] = {}
    for one in _annotations(value):
        losses.see(one, _USED)
        for target in _list(one.get("target")):
            if article := own.uuid(values.mapping(target).get("dcterms:identifier")):
                found = ours.setdefault(article, (values.mapping(target), []))
                found[1].append(_own_mark(one, values.mapping(target)))
                continue
            address, title = _source(target)
            page = sources.setdefault(address or title, (title, [], []))
            mark = _mark(one, values.mapping(target))
            page[1].append(mark)
            if not mark.text.strip():
                page[2].extend(mark.tags)
    for address, (title, marks, tags) in sources.items():
        entry = Entry(
            title or address,
            url=values.address(address),
            tags=tuple(dict.fromkeys(tags)),
            marks=tuple(marks),
        )
        yield losses.count(of_excerpts(entry, "web-annotation"))
    for article, (target, marks) in ours.items():
        yield losses.count(_own_document(article, target, marks))
    yield from losses.remarks()


def _own_document(article: str, target: dict[str, Any], marks: list[Mark]) -> Document:
    given = {detail: own.text(target.get(name)) for name, detail in DETAILS.items()}
    title, url = own.text(target.get("dcterms:title")), own.text(target.get("source"))
    url = "" if own.uuid(url) == article else url
    published = parse_partial(given.pop("published")) or ""
    entry = Entry(title, url=values.address(url), published=published, marks=tuple(marks))
    made = of_excerpts(entry, "web-annotation")
    return own.as_it_was(made, article, title=title, url=url, **given)


def _own_mark(one: dict[str, Any], target: dict[str, Any]) -> Mark:
    """Return a highlight of Glosa's own with every value as it was written."""
    mark = _mark(one, target)
    selectors = {s.get("type"): s for s in values.mappings(target.get("selector"))}
    quote = selectors.get("TextQuoteSelector", {})
    state = values.mapping(target.get("state"))
    stood = values.mapping(state.get("refinedBy"))
    stands = selectors.get("TextPositionSelector", {})
    start, end = own.place(*((stood or stands).get(name) for name in ("start", "end")))
    uuid = own.uuid(one.get("id"))
    origin = Origin(
        uuid,
        own.time(one.get("modified")),
        own.text(state.get("value")).removeprefix("sha256:"),
        start,
        end,
        bool(stood),
    )
    notes = (b.get("value") for b in values.mappings(one.get("body")) if _comments(b))
    return replace(
        mark,
        text=own.text(quote.get("exact")),
        note="\n\n".join(map(own.text, notes)),
        author=own.text(values.mapping(one.get("creator")).get("name")),
        created=own.time(one.get("created")),
        origin=origin if uuid else None,
    )


def _comments(body: dict[str, Any]) -> bool:
    return body.get("purpose") == "commenting"


def _annotations(value: object) -> Iterator[dict[str, Any]]:
    waiting = [value]
    for _ in range(1_000_000):
        if not waiting:
            return
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting = [*values.items(cast(object, one)), *waiting]
            continue
        record = values.mapping(one)
        if "target" in record:
            yield record
        else:
            waiting = [record[k] for k in ("first", "items", "@graph") if k in record] + waiting


def _source(target: object) -> tuple[str, str]:
    record = values.mapping(target)
    source = record.get("source") or record.get("id") or ("" if record else target)
    inner = values.mapping(source)
    title = record.get("dcterms:title") or inner.get("title") or inner.get("name")
    return values.words(inner.get("id") if inner else source), values.words(title)


def _mark(one: dict[str, Any], target: dict[str, Any]) -> Mark:
    quote: dict[str, Any] = {}
    for selector in _list(target.get("selector")):
        found = values.mapping(selector)
        found = found if "exact" in found else values.mapping(found.get("refinedBy"))
        quote = quote or (found if found.get("type") == "TextQuoteSelector" else {})
    notes, tags = [values.lines(one.get("bodyValue"))], list[object]()
    for body in _list(one.get("body")):
        record = values.mapping(body)
        value = record.get("value") or record.get("id") if record else body
        into: list[Any] = tags if record.get("purpose") == "tagging" else notes
        into.append(values.lines(value))
    style, _, colour = values.words(target.get("styleClass")).partition("-")
    creator = next(iter(_list(one.get("creator"))), "")
    person = values.mapping(creator)
    return Mark(
        values.lines(quote.get("exact")),
        note="\n\n".join(filter(None, notes)),
        colour=colour if colour in COLOURS else "yellow",
        style=style if style in STYLES else "highlight",
        tags=values.tags(tags, nested=True),
        created=values.time(one.get("created")),
        author=values.words(person.get("name") or person.get("id") if person else creator),
        prefix=clean(str(quote.get("prefix") or "")).text,
        suffix=clean(str(quote.get("suffix") or "")).text,
    )


def _list(value: object) -> list[Any]:
    if isinstance(value, list):
        return values.items(cast(object, value))
    return [] if value is None else [value]
