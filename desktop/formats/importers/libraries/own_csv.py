"""Glosa's own CSV of highlights, back to where they were or as excerpts."""

from collections.abc import Iterator

from desktop.core.dates import parse_partial
from desktop.core.errors import UserError
from desktop.formats.api import Item
from desktop.formats.csv_cells import unguard
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.entries import Entry, Mark, of_excerpts
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.libraries.table import Table

_USED = frozenset(
    {"annotation_uuid", "article_uuid", "title", "author", "outlet", "url", "published",
     "language", "version_sha256", "start", "end", "quote", "prefix", "suffix", "colour", "style",
     "note", "tags", "created", "orphaned"}
)  # fmt: skip
_NUMBERS = frozenset({"start", "end", "orphaned"})


def read_table(table: Table) -> Iterator[Item]:
    """Yield the highlights of each article."""
    losses = Losses()
    articles: dict[str, list[dict[str, str]]] = {}
    for record in table.records():
        if isinstance(record, UserError):
            yield record
            continue
        values_of = {n: v if n in _NUMBERS else unguard(v) for n, v in record.items()}
        losses.see(values_of, _USED)
        articles.setdefault(values_of["article_uuid"], []).append(values_of)
    for records in articles.values():
        yield losses.count(of_excerpts(_entry(records), "glosa-csv"))
    yield from losses.remarks()


def _entry(records: list[dict[str, str]]) -> Entry:
    first = records[0]
    return Entry(
        first.get("title", ""),
        url=values.address(first.get("url")),
        author=first.get("author", ""),
        outlet=first.get("outlet", ""),
        published=parse_partial(first.get("published", "")) or "",
        language=first.get("language", "")[:2],
        marks=tuple(map(_mark, records)),
    )


def _mark(record: dict[str, str]) -> Mark:
    return Mark(
        record["quote"],
        note=record.get("note", ""),
        colour=record.get("colour", "yellow"),
        style=record.get("style", "highlight"),
        tags=values.tags(record.get("tags", "").split(";"), nested=True),
        created=values.time(record.get("created")),
        prefix=record.get("prefix", ""),
        suffix=record.get("suffix", ""),
    )
