"""Matter: saved articles as CSV."""

from collections.abc import Iterator

from desktop.core.article import Status
from desktop.formats.api import Item
from desktop.formats.importers.libraries import pages, values
from desktop.formats.importers.libraries.entries import Entry
from desktop.formats.importers.libraries.table import Table

_USED = frozenset({"title", "author", "publisher", "url", "tags", "in queue", "favorited", "read"})
_YES = ("true", "yes", "1")


def read_table(table: Table) -> Iterator[Item]:
    """Yield a document for each article."""
    return pages.read(table, _entry, used=_USED, source_format="matter")


def _entry(record: dict[str, str]) -> Entry:
    status: Status = "unread" if _says(record, "in queue") else "archived"
    return Entry(
        record["title"],
        url=values.address(record["url"]),
        author=record.get("author", ""),
        outlet=record.get("publisher", ""),
        status="read" if _says(record, "read") else status,
        starred=_says(record, "favorited"),
        tags=values.tags(record.get("tags", "").split(";"), nested=True),
    )


def _says(record: dict[str, str], name: str) -> bool:
    return record.get(name, "").strip().casefold() in _YES
