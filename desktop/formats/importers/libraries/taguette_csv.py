"""Taguette's highlights as CSV: a row for each tag of a highlight."""

from collections.abc import Iterator
from dataclasses import replace

from desktop.core.errors import UserError
from desktop.formats.api import Item
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.entries import Entry, Mark, of_excerpts
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.libraries.table import Table

_USED = frozenset({"id", "document", "tag", "content"})


def read_table(table: Table) -> Iterator[Item]:
    """Yield a document for each document's highlights."""
    losses = Losses()
    found: dict[str, dict[str, Mark]] = {}
    for record in table.records():
        if isinstance(record, UserError):
            yield record
            continue
        losses.see(record, _USED)
        marks = found.setdefault(record["document"], {})
        known = marks.get(record["id"]) or Mark(record["content"])
        tags = values.tags([record["tag"]], nested=True)
        marks[record["id"]] = replace(known, tags=(*known.tags, *tags))
    for title, marks in found.items():
        yield losses.count(of_excerpts(Entry(title, marks=tuple(marks.values())), "taguette-csv"))
    yield from losses.remarks()
