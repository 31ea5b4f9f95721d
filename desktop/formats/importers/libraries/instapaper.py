"""Instapaper: CSV with one folder for each page, tags since 2024, words that were selected."""

import json
from collections.abc import Iterator

from desktop.core.article import Status
from desktop.core.errors import UserError
from desktop.formats.api import Item
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.entries import Entry, Mark, of_excerpts
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.libraries.table import Table

_USED = frozenset({"url", "title", "selection", "folder", "timestamp", "tags"})
_OWN_FOLDERS = ("unread", "archive", "starred", "")


def read_table(table: Table) -> Iterator[Item]:
    """Yield a document for each saved page; a folder of the user's own is a tag."""
    losses = Losses()
    for record in table.records():
        if isinstance(record, UserError):
            yield record
            continue
        losses.see(record, _USED)
        folder = record["folder"].strip()
        status: Status = "archived" if folder.casefold() == "archive" else "unread"
        own = () if folder.casefold() in _OWN_FOLDERS else values.tags([folder], nested=True)
        tags = values.tags(_list(record.get("tags", "")), nested=True)
        marks = (Mark(record["selection"]),) if record["selection"].strip() else ()
        entry = Entry(
            record["title"],
            url=values.address(record["url"]),
            added=values.time(record["timestamp"]),
            status=status,
            starred=folder.casefold() == "starred",
            tags=tuple(dict.fromkeys((*own, *tags))),
            marks=marks,
        )
        yield losses.count(of_excerpts(entry, "instapaper"))
    yield from losses.remarks()


def _list(cell: str) -> list[object]:
    try:
        return values.items(json.loads(cell)) if cell.strip() else []
    except (ValueError, RecursionError):
        return list(cell.split(","))
