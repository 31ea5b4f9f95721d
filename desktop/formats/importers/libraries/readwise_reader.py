"""Readwise Reader: its library as CSV. Its tags are a list as Python writes it, not JSON."""

import ast
from collections.abc import Iterator
from typing import cast

from desktop.core.article import Remark, Status
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats.api import Item
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.entries import Entry, of_excerpts
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.libraries.table import Table

_USED = frozenset({"title", "url", "document tags", "saved date", "reading progress", "location"})
_FEED = QT_TRANSLATE_NOOP(
    "Remarks", "Items of feeds that were not saved and have no tag were left out: {count}."
)


def read_table(table: Table) -> Iterator[Item]:
    """Yield a document for each saved article."""
    losses, feed = Losses(), 0
    for record in table.records():
        if isinstance(record, UserError):
            yield record
            continue
        tags = values.tags(_list(record["document tags"]), nested=True)
        place = record.get("location", "").casefold()
        if place == "feed" and not tags:
            feed += 1
            continue
        progress = values.number(record.get("reading progress"))
        losses.see(record, _USED - {"reading progress"} if 0 < progress < 1 else _USED)
        entry = Entry(
            record["title"],
            url=values.address(record["url"]),
            added=values.time(record["saved date"]),
            status=_status(place, progress),
            starred=place == "shortlist",
            tags=tags,
        )
        yield losses.count(of_excerpts(entry, "readwise-reader"))
    yield from losses.remarks()
    if feed:
        yield Remark(_FEED, {"count": feed})


def _status(place: str, progress: float) -> Status:
    if place == "archive":
        return "archived"
    if progress >= 1:
        return "read"
    return "reading" if progress > 0 else "unread"


def _list(cell: str) -> list[object]:
    try:
        found: object = ast.literal_eval(cell[:100_000]) if cell.strip() else []
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return list(cell.strip("[]").replace("'", "").split(","))
    if isinstance(found, list | tuple | set):
        return list(cast("list[object]", found))
    return [found]
