"""Exports that are a table with a saved page in each row."""

from collections.abc import Callable, Iterator

from desktop.core.errors import UserError
from desktop.formats.api import Item
from desktop.formats.importers.libraries.entries import Entry, of_excerpts
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.libraries.table import Table


def read(
    table: Table,
    entry: Callable[[dict[str, str]], Entry],
    *,
    used: frozenset[str],
    source_format: str,
) -> Iterator[Item]:
    """Yield a document for each row, made by *entry* from the columns *used*; name the others."""
    losses = Losses()
    for record in table.records():
        if isinstance(record, UserError):
            yield record
            continue
        losses.see(record, used)
        yield losses.count(of_excerpts(entry(record), source_format))
    yield from losses.remarks()
