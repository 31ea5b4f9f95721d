"""Linkwarden: links by collection as JSON; its export has no highlights."""

from collections.abc import Iterator
from typing import Any

from desktop.formats.api import Item
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.entries import Entry, of_excerpts
from desktop.formats.importers.libraries.losses import Losses

_USED = frozenset({"name", "url", "tags", "createdAt", "description"})
_COLLECTION = frozenset({"id", "name", "parentId", "links"})


def read_json(value: object, _name: str) -> Iterator[Item]:
    """Yield a document for each link; its collection is a tag."""
    losses = Losses()
    found = values.mappings(values.mapping(value).get("collections"))
    by_id = {values.words(one.get("id")): one for one in found}
    for collection in found:
        losses.see(collection, _COLLECTION, "collections.")
        folder = values.path(_branch(collection, by_id))
        for one in values.mappings(collection.get("links")):
            losses.see(one, _USED)
            tags = [tag.get("name") for tag in values.mappings(one.get("tags"))]
            entry = Entry(
                values.words(one.get("name")),
                url=values.address(one.get("url")),
                added=values.time(one.get("createdAt")),
                tags=(*values.tags(tags, nested=True), *((folder,) if folder else ())),
                excerpt=values.lines(one.get("description")),
            )
            yield losses.count(of_excerpts(entry, "linkwarden"))
    yield from losses.remarks()


def _branch(collection: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> list[str]:
    names: list[str] = []
    seen: set[str] = set()
    one: dict[str, Any] | None = collection
    while one is not None and values.words(one.get("id")) not in seen:
        seen.add(values.words(one.get("id")))
        names.insert(0, values.words(one.get("name")))
        one = by_id.get(values.words(one.get("parentId")))
    return names
