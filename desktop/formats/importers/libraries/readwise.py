"""Readwise: highlights as CSV, by book, and the CSV that it takes in."""

from collections.abc import Iterator

from desktop.core.errors import UserError
from desktop.formats.api import Item
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.entries import Entry, Mark, of_excerpts
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.libraries.table import Table

_USED = frozenset(
    {"highlight", "book title", "title", "book author", "author", "url", "note", "color", "tags",
     "location type", "highlighted at", "date", "document tags"}
)  # fmt: skip


def read_table(table: Table) -> Iterator[Item]:
    """Yield a document for each book or article, its highlights in their order there."""
    losses = Losses()
    books: dict[tuple[str, str, str], list[dict[str, str]]] = {}
    for record in table.records():
        if isinstance(record, UserError):
            yield record
            continue
        used = _USED | ({"location"} if _is_page(record) else frozenset[str]())
        losses.see(record, used)
        title = record.get("book title") or record.get("title", "")
        author = record.get("book author") or record.get("author", "")
        books.setdefault((title, author, record.get("url", "")), []).append(record)
    for (title, author, url), records in books.items():
        records.sort(key=lambda one: values.number(one.get("location")))
        documents = ",".join(record.get("document tags", "") for record in records)
        entry = Entry(
            title,
            url=values.address(url),
            author=author,
            tags=values.tags(documents.split(","), nested=True),
            marks=tuple(map(_mark, records)),
        )
        yield losses.count(of_excerpts(entry, "readwise"))
    yield from losses.remarks()


def _is_page(record: dict[str, str]) -> bool:
    return record.get("location type", "").casefold() == "page"


def _mark(record: dict[str, str]) -> Mark:
    return Mark(
        record["highlight"],
        note=record.get("note", ""),
        colour=values.colour(record.get("color")),
        tags=values.tags(record.get("tags", "").split(","), nested=True),
        created=values.time(record.get("highlighted at") or record.get("date")),
        page=record.get("location", "") if _is_page(record) else "",
    )
