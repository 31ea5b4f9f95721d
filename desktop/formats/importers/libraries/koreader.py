"""KOReader: highlights of one book or several as JSON."""

from collections.abc import Iterator
from typing import Any

from desktop.formats.api import Item
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.entries import Entry, Mark, of_excerpts
from desktop.formats.importers.libraries.losses import Losses

_BOOK = frozenset({"title", "author", "entries"})
_MARK = frozenset({"page", "text", "note", "color", "time", "drawer"})


def read_json(value: object, _name: str) -> Iterator[Item]:
    """Yield a document for each book."""
    losses = Losses()
    found = values.mapping(value)
    for book in values.mappings(found.get("documents")) or [found]:
        losses.see(book, _BOOK)
        marks = values.mappings(book.get("entries"))
        for one in marks:
            losses.see(one, _MARK, "entries.")
        entry = Entry(
            values.words(book.get("title")),
            author=", ".join(str(book.get("author") or "").split("\n")),
            marks=tuple(map(_mark, marks)),
        )
        yield losses.count(of_excerpts(entry, "koreader"))
    yield from losses.remarks()


def _mark(one: dict[str, Any]) -> Mark:
    return Mark(
        values.lines(one.get("text")),
        note=values.lines(one.get("note")),
        colour=values.colour(one.get("color")),
        style="underline" if one.get("drawer") == "underscore" else "highlight",
        created=values.time(one.get("time")),
        page=values.words(one.get("page")),
    )
