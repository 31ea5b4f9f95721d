"""Karakeep (Hoarder): bookmarks and notes as JSON; its export has no highlights."""

from collections.abc import Iterator

from desktop.formats.api import Item
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.entries import Entry, of_excerpts
from desktop.formats.importers.libraries.losses import Losses

_USED = frozenset({"createdAt", "title", "tags", "lists", "content", "note", "archived"})
_CONTENT = frozenset({"type", "url", "text"})


def read_json(value: object, _name: str) -> Iterator[Item]:
    """Yield a document for each bookmark; the lists it is in are tags."""
    losses = Losses()
    found = values.mapping(value)
    lists = {values.words(one.get("id")): values.words(one.get("name"))
             for one in values.mappings(found.get("lists"))}  # fmt: skip
    for one in values.mappings(found.get("bookmarks")):
        losses.see(one, _USED)
        content = values.mapping(one.get("content"))
        losses.see(content, _CONTENT, "content.")
        names = [lists.get(key, values.words(key)) for key in values.items(one.get("lists"))
                 if isinstance(key, str)]  # fmt: skip
        entry = Entry(
            values.words(one.get("title")),
            url=values.address(content.get("url")),
            added=values.time(one.get("createdAt")),
            status="archived" if one.get("archived") is True else "unread",
            tags=values.tags([*values.items(one.get("tags")), *names], nested=True),
            note=values.lines(one.get("note")),
            excerpt=values.lines(content.get("text")),
        )
        yield losses.count(of_excerpts(entry, "karakeep"))
    yield from losses.remarks()
