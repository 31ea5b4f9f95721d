"""wallabag: whole articles with their annotations as JSON, without them as CSV."""

from collections.abc import Iterator
from typing import Any

from desktop.core.article import Status
from desktop.core.errors import UserError
from desktop.formats.api import Item
from desktop.formats.importers.html_metadata import day
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.entries import Entry, Mark, of_excerpts, of_page
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.libraries.table import Table

_FORMAT = "wallabag"
_USED = frozenset(
    {"title", "url", "is_archived", "is_starred", "content", "created_at", "published_at",
     "published_by", "annotations", "language", "domain_name", "tags", "reading_time"}
)  # fmt: skip
_CELLS = frozenset({"title", "url", "content", "tags", "language", "creation date"})
_MARK = frozenset({"text", "quote", "created_at", "ranges"})


def read_json(value: object, name: str) -> Iterator[Item]:
    """Yield each article with its highlights."""
    losses = Losses()
    for record in values.mappings(value):
        losses.see(record, _USED)
        marks = values.mappings(record.get("annotations"))
        for one in marks:
            losses.see(one, _MARK, "annotations.")
        yield from _document(_entry(record, marks), record.get("content"), name, losses)
    yield from losses.remarks()


def read_table(table: Table) -> Iterator[Item]:
    """Yield each article; this export has no highlights."""
    losses = Losses()
    for record in table.records():
        if isinstance(record, UserError):
            yield record
            continue
        losses.see(record, _CELLS)
        entry = Entry(
            record["title"],
            url=values.address(record["url"]),
            language=_language(record.get("language")),
            added=values.time(record["creation date"]),
            tags=values.tags(record["tags"].split(","), nested=True),
        )
        yield from _document(entry, record["content"], table.name, losses)
    yield from losses.remarks()


def _document(entry: Entry, content: object, name: str, losses: Losses) -> Iterator[Item]:
    page = content if isinstance(content, str) else ""
    try:
        made = of_page(entry, _FORMAT, page, name) if page.strip() else of_excerpts(entry, _FORMAT)
        yield losses.count(made)
    except UserError as reason:
        yield reason


def _entry(record: dict[str, Any], marks: list[dict[str, Any]]) -> Entry:
    status: Status = "archived" if values.words(record.get("is_archived")) == "1" else "unread"
    if record.get("is_archived") is True:
        status = "archived"
    return Entry(
        values.words(record.get("title")),
        url=values.address(record.get("url")),
        author=", ".join(map(values.words, values.items(record.get("published_by")))),
        outlet=values.words(record.get("domain_name")),
        published=day(values.words(record.get("published_at"))),
        language=_language(record.get("language")),
        added=values.time(record.get("created_at")),
        status=status,
        starred=record.get("is_starred") is True or values.words(record.get("is_starred")) == "1",
        tags=values.tags(values.labels(record.get("tags"), "label"), nested=True),
        marks=tuple(
            Mark(
                values.lines(one.get("quote")),
                note=values.lines(one.get("text")),
                created=values.time(one.get("created_at")),
            )
            for one in marks
        ),
    )


def _language(value: object) -> str:
    code = values.words(value).replace("_", "-").partition("-")[0].lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else ""
