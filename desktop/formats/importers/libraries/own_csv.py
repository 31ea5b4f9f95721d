"""Glosa's own CSV of highlights, back to where they were or as excerpts.

Whichever columns it has, in whatever order, one row for each highlight or for each tag of it.
"""

from collections.abc import Iterator
from dataclasses import replace

from desktop.core.article import Document, Origin
from desktop.core.dates import parse_partial
from desktop.core.errors import UserError
from desktop.formats.api import Item
from desktop.formats.csv_cells import mend
from desktop.formats.importers.libraries import own, values
from desktop.formats.importers.libraries.entries import Entry, Mark, of_excerpts
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.libraries.table import Table

_USED = frozenset(
    {"annotation_uuid", "article_uuid", "title", "author", "outlet", "agency", "url", "published",
     "language", "version_sha256", "start", "end", "quote", "prefix", "suffix", "colour", "style",
     "note", "tags", "tag", "created", "modified", "orphaned"}
)  # fmt: skip
_NUMBERS = frozenset({"start", "end", "orphaned"})
_DETAILS = ("title", "author", "outlet", "agency", "url", "language")


def read_table(table: Table) -> Iterator[Item]:
    """Yield the highlights of each article."""
    losses = Losses()
    articles: dict[str, list[dict[str, str]]] = {}
    for record in table.records():
        if isinstance(record, UserError):
            yield record
            continue
        values_of = record if table.exact else _mended(record)
        losses.see(values_of, _USED)
        which = "\0".join(values_of.get(n, "") for n in ("article_uuid", "url", "title"))
        articles.setdefault(which, []).append(values_of)
    for records in articles.values():
        yield losses.count(_document(records))
    yield from losses.remarks()


def _mended(record: dict[str, str]) -> dict[str, str]:
    return {name: cell if name in _NUMBERS else mend(cell) for name, cell in record.items()}


def _document(records: list[dict[str, str]]) -> Document:
    first = records[0]
    entry = Entry(
        first.get("title", ""),
        url=values.address(first.get("url")),
        published=parse_partial(first.get("published", "")) or "",
        language=first.get("language", "")[:2],
        marks=tuple(_marks(records)),
    )
    made = of_excerpts(entry, "glosa-csv")
    details = {name: first[name] for name in _DETAILS if name in first}
    if not (article := own.uuid(first.get("article_uuid"))) and not details.get("title"):
        details.pop("title", None)  # the one that the excerpts gave is better than none
    return own.as_it_was(made, article, **details)


def _marks(records: list[dict[str, str]]) -> Iterator[Mark]:
    """Yield each highlight once; the tags of all its rows are its."""
    found: dict[str, Mark] = {}
    for number, record in enumerate(records):
        name = record.get("annotation_uuid") or str(number)
        mark = found.get(name) or _mark(record)
        cells = (record.get("tags", ""), record.get("tag", ""))
        paths = (path for cell in cells for path in cell.split(";"))
        tags = dict.fromkeys((*mark.tags, *values.tags(paths, nested=True)))
        found[name] = replace(mark, tags=tuple(tags))
    yield from found.values()


def _mark(record: dict[str, str]) -> Mark:
    uuid = own.uuid(record.get("annotation_uuid"))
    start, end = own.place(record.get("start"), record.get("end"))
    origin = Origin(
        uuid,
        own.time(record.get("modified")),
        own.text(record.get("version_sha256")),
        start,
        end,
        record.get("orphaned") == "1",
    )
    return Mark(
        own.text(record["quote"]),
        note=own.text(record.get("note", "")),
        colour=record.get("colour") or "yellow",
        style=record.get("style") or "highlight",
        created=own.time(record.get("created")),
        prefix=own.text(record.get("prefix", "")),
        suffix=own.text(record.get("suffix", "")),
        origin=origin if uuid else None,
    )
