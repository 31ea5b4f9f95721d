"""calibre: a collection of annotations as JSON, by book; it has the books' numbers only."""

from collections.abc import Iterator
from typing import Any

from desktop.formats.api import Item
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.entries import Entry, Mark, of_excerpts
from desktop.formats.importers.libraries.losses import Losses

_USED = frozenset({"type", "highlighted_text", "notes", "style", "timestamp", "book_id", "title",
                   "authors", "uuid", "spine_index"})  # fmt: skip


def read_json(value: object, _name: str) -> Iterator[Item]:
    """Yield a document for each book."""
    losses = Losses()
    books: dict[str, list[dict[str, Any]]] = {}
    for one in values.mappings(values.mapping(value).get("annotations")):
        if one.get("removed"):
            continue
        if one.get("type") != "highlight":
            losses.name(values.words(one.get("type")))
            continue
        losses.see(one, _USED)
        books.setdefault(values.words(one.get("book_id")), []).append(one)
    for number, found in books.items():
        found.sort(key=lambda one: values.number(one.get("spine_index")))
        named = next((values.words(one.get("title")) for one in found if one.get("title")), "")
        entry = Entry(named or f"calibre {number}".strip(), marks=tuple(map(_mark, found)))
        yield losses.count(of_excerpts(entry, "calibre"))
    yield from losses.remarks()


def _mark(one: dict[str, Any]) -> Mark:
    style = values.mapping(one.get("style"))
    decorated = style.get("kind") == "decoration"
    return Mark(
        values.lines(one.get("highlighted_text")),
        note=values.lines(one.get("notes")),
        colour=values.colour(style.get("which")),
        style="underline" if decorated else "highlight",
        created=values.time(one.get("timestamp")),
    )
