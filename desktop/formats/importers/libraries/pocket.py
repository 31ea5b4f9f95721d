"""Pocket: CSV, and the last ZIP with the highlights beside it that most programs pass over."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from desktop.core.errors import UserError
from desktop.formats.api import Item
from desktop.formats.importers import html_source
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.entries import Entry, Mark, of_excerpts
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.libraries.table import Table
from desktop.formats.importers.source import damaged
from desktop.formats.importers.zip_reader import Archive

_FORMAT = "pocket"
_USED = frozenset({"title", "url", "time_added", "tags", "status"})
_USED_HERE = frozenset({"url", "title", "highlights"})


def read_table(table: Table) -> Iterator[Item]:
    """Yield a document for each saved page."""
    losses = Losses()
    for found in _entries(table, losses):
        yield found if isinstance(found, UserError) else losses.count(of_excerpts(found, _FORMAT))
    yield from losses.remarks()


def read_json(value: object, _name: str) -> Iterator[Item]:
    """Yield a document for each page with highlights in `annotations/part_….json`."""
    losses = Losses()
    for entry in _annotated(value, losses):
        yield losses.count(of_excerpts(entry, _FORMAT))
    yield from losses.remarks()


def read_archive(archive: Archive) -> Iterator[Item]:
    """Yield a document for each saved page with its highlights."""
    losses = Losses()
    found: dict[str, Entry] = {}
    for name in archive.names():
        try:
            if name.endswith(".csv"):
                for one in _entries(_table(archive, name), losses):
                    if isinstance(one, UserError):
                        yield one
                    else:
                        _join(found, one)
            elif name.endswith(".json"):
                data = html_source.decode(archive.read(name))[0]
                for one in _annotated(json.loads(data.removeprefix("\ufeff")), losses):
                    _join(found, one)
        except UserError as reason:
            yield reason
        except (ValueError, RecursionError):
            yield damaged(f"{archive.name} › {name}", "JSON")
    for entry in found.values():
        yield losses.count(of_excerpts(entry, _FORMAT))
    yield from losses.remarks()


def _table(archive: Archive, name: str) -> Table:
    text = html_source.decode(archive.read(name))[0].removeprefix("\ufeff")
    csv.field_size_limit(1 << 24)
    rows = csv.reader(io.StringIO(text, newline=""))
    return Table(name, tuple(next(rows, list[str]())), _rows(rows, f"{archive.name} › {name}"))


def _rows(rows: Iterator[list[str]], name: str) -> Iterator[list[str] | UserError]:
    try:
        yield from rows
    except csv.Error:
        yield damaged(name, "CSV")


def _join(found: dict[str, Entry], one: Entry) -> None:
    """Add *one* to what is known of its address."""
    key = one.url or one.title
    known = found.get(key)
    if known is None:
        found[key] = one
        return
    more = one if one.added and not known.added else known
    tags = tuple(dict.fromkeys((*known.tags, *one.tags)))
    found[key] = replace(more, tags=tags, marks=(*known.marks, *one.marks))


def _entries(table: Table, losses: Losses) -> Iterator[Entry | UserError]:
    for record in table.records():
        if isinstance(record, UserError):
            yield record
            continue
        losses.see(record, _USED)
        yield Entry(
            record.get("title", ""),
            url=values.address(record.get("url", "")),
            added=values.time(record.get("time_added", "")),
            status="archived" if record.get("status", "") == "archive" else "unread",
            tags=values.tags(record.get("tags", "").split("|"), nested=True),
        )


def _annotated(value: object, losses: Losses) -> Iterator[Entry]:
    for record in values.mappings(value):
        losses.see(record, _USED_HERE)
        marks = values.mappings(record.get("highlights"))
        for one in marks:
            losses.see(one, frozenset({"quote", "created_at"}), "highlights.")
        yield Entry(
            values.words(record.get("title")),
            url=values.address(record.get("url")),
            marks=tuple(map(_mark, marks)),
        )


def _mark(one: dict[str, Any]) -> Mark:
    return Mark(values.lines(one.get("quote")), created=values.time(one.get("created_at")))
