"""Zotero: items as CSV, with their abstracts, notes and tags."""

from collections.abc import Iterator

from desktop.core.dates import parse_partial
from desktop.core.errors import UserError
from desktop.formats.api import Item
from desktop.formats.importers.html_metadata import day
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.entries import Entry, of_excerpts
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.libraries.table import Table

_USED = frozenset(
    {"publication year", "author", "title", "publication title", "url", "abstract note", "date",
     "date added", "language", "notes", "manual tags", "automatic tags", "publisher"}
)  # fmt: skip


def read_table(table: Table) -> Iterator[Item]:
    """Yield a document for each item, its text the abstract."""
    losses = Losses()
    for record in table.records():
        if isinstance(record, UserError):
            yield record
            continue
        outlet = record.get("publication title") or record.get("publisher", "")
        used = _USED if not record.get("publication title") else _USED - {"publisher"}
        losses.see(record, used)
        tags = f"{record.get('manual tags', '')};{record.get('automatic tags', '')}".split(";")
        code = record.get("language", "").replace("_", "-").partition("-")[0].strip().lower()
        entry = Entry(
            record["title"],
            url=values.address(record.get("url")),
            author=record.get("author", ""),
            outlet=outlet,
            published=day(record.get("date", ""))
            or parse_partial(record["publication year"])
            or "",
            language=code if len(code) == 2 and code.isascii() and code.isalpha() else "",
            added=values.time(record.get("date added")),
            tags=values.tags(tags, nested=True),
            note=record.get("notes", ""),
            excerpt=record.get("abstract note", ""),
        )
        yield losses.count(of_excerpts(entry, "zotero"))
    yield from losses.remarks()
