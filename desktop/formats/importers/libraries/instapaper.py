"""Instapaper: CSV with one folder for each page, tags since 2024, words that were selected."""

import json
from collections.abc import Iterator

from desktop.formats.api import Item
from desktop.formats.importers.libraries import pages, values
from desktop.formats.importers.libraries.entries import Entry, Mark
from desktop.formats.importers.libraries.table import Table

_USED = frozenset({"url", "title", "selection", "folder", "timestamp", "tags"})
_OWN_FOLDERS = ("unread", "archive", "starred", "")


def read_table(table: Table) -> Iterator[Item]:
    """Yield a document for each saved page; a folder of the user's own is a tag."""
    return pages.read(table, _entry, used=_USED, source_format="instapaper")


def _entry(record: dict[str, str]) -> Entry:
    folder = record["folder"].strip()
    own = () if folder.casefold() in _OWN_FOLDERS else values.tags([folder], nested=True)
    tags = values.tags(_list(record.get("tags", "")), nested=True)
    return Entry(
        record["title"],
        url=values.address(record["url"]),
        added=values.time(record["timestamp"]),
        status="archived" if folder.casefold() == "archive" else "unread",
        starred=folder.casefold() == "starred",
        tags=tuple(dict.fromkeys((*own, *tags))),
        marks=(Mark(record["selection"]),) if record["selection"].strip() else (),
    )


def _list(cell: str) -> list[object]:
    try:
        return values.items(json.loads(cell)) if cell.strip() else []
    except (ValueError, RecursionError):
        return list(cell.split(","))
