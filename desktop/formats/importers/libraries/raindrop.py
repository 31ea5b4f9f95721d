"""Raindrop.io: bookmarks as CSV with notes, folders, tags and highlights."""

import json
from collections.abc import Iterator
from typing import cast

from desktop.formats.api import Item
from desktop.formats.importers.libraries import pages, values
from desktop.formats.importers.libraries.entries import Entry, Mark
from desktop.formats.importers.libraries.table import Table

_USED = frozenset(
    {"title", "note", "excerpt", "url", "folder", "tags", "created", "highlights", "favorite"}
)
_NO_FOLDER = ("unsorted", "")


def read_table(table: Table) -> Iterator[Item]:
    """Yield a document for each bookmark; its folder is a tag."""
    return pages.read(table, _entry, used=_USED, source_format="raindrop")


def _entry(record: dict[str, str]) -> Entry:
    folder = record["folder"]
    own = [] if folder.strip().casefold() in _NO_FOLDER else [folder]
    return Entry(
        record["title"],
        url=values.address(record["url"]),
        added=values.time(record["created"]),
        starred=record.get("favorite", "").strip().casefold() == "true",
        tags=values.tags([*own, *record["tags"].split(",")], nested=True),
        note=record.get("note", ""),
        excerpt=record["excerpt"],
        marks=tuple(_marks(record.get("highlights", ""))),
    )


def _marks(cell: str) -> Iterator[Mark]:
    """Yield the highlights in a cell: JSON, else parts between blank lines, else lines."""
    try:
        found: object = json.loads(cell)
    except (ValueError, RecursionError):
        found = None
    if isinstance(found, list):
        for one in values.items(cast(object, found)):
            record = values.mapping(one)
            text = values.lines(record.get("text") if record else one)
            yield Mark(
                text,
                note=values.lines(record.get("note")),
                colour=values.colour(record.get("color")),
                created=values.time(record.get("created")),
            )
        return
    cell = values.lines(cell)
    for part in cell.split("\n\n" if "\n\n" in cell else "\n"):
        if part.strip():
            yield Mark(part.strip().removeprefix("Highlight:").strip())
