"""Matter: saved articles as CSV."""

from collections.abc import Iterator

from desktop.core.article import Status
from desktop.core.errors import UserError
from desktop.formats.api import Item
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.entries import Entry, of_excerpts
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.libraries.table import Table

_USED = frozenset({"title", "author", "publisher", "url", "tags", "in queue", "favorited", "read"})
_YES = ("true", "yes", "1")


def read_table(table: Table) -> Iterator[Item]:
    """Yield a document for each article."""
    losses = Losses()
    for record in table.records():
        if isinstance(record, UserError):
            yield record
            continue
        losses.see(record, _USED)
        status: Status = "unread" if _says(record, "in queue") else "archived"
        entry = Entry(
            record["title"],
            url=values.address(record["url"]),
            author=record.get("author", ""),
            outlet=record.get("publisher", ""),
            status="read" if _says(record, "read") else status,
            starred=_says(record, "favorited"),
            tags=values.tags(record.get("tags", "").split(";"), nested=True),
        )
        yield losses.count(of_excerpts(entry, "matter"))
    yield from losses.remarks()


def _says(record: dict[str, str], name: str) -> bool:
    return record.get(name, "").strip().casefold() in _YES
