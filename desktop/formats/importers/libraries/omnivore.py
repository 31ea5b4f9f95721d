"""Omnivore: a ZIP of metadata, one page for each article, and highlights as Markdown."""

import json
import re
from collections.abc import Iterator
from typing import Any

from desktop.core.errors import UserError
from desktop.formats.api import Item
from desktop.formats.importers import html_source
from desktop.formats.importers.html_metadata import day
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.entries import Entry, Mark, of_excerpts, of_page, quotes_of
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.source import Source, damaged
from desktop.formats.importers.zip_reader import Archive

_FORMAT = "omnivore"
_USED = frozenset(
    {"slug", "title", "description", "author", "url", "state", "readingProgress", "labels",
     "savedAt", "publishedAt"}
)  # fmt: skip
_LABELS = re.compile(r"(?:#\S[^#\n]*)+")


def read_archive(archive: Archive) -> Iterator[Item]:
    """Yield an article for each entry of the metadata; one that comes twice counts once."""
    losses = Losses()
    seen: set[str] = set()
    for name in archive.names():
        last = name.rpartition("/")[2]
        if not (last.startswith("metadata_") and last.endswith(".json")):
            continue
        try:
            found = json.loads(html_source.decode(archive.read(name))[0].removeprefix("\ufeff"))
        except (ValueError, RecursionError):
            yield damaged(f"{archive.name} › {last}", "JSON")
            continue
        folder = name[: -len(last)]
        for record in values.mappings(found):
            slug = values.words(record.get("slug"))
            if slug in seen:
                continue
            seen.add(slug)
            losses.see(record, _USED)
            try:
                yield from _article(archive, folder, slug, record, losses)
            except UserError as reason:
                yield reason
    yield from losses.remarks()


def _article(
    archive: Archive, folder: str, slug: str, record: dict[str, Any], losses: Losses
) -> Iterator[Item]:
    notes = html_source.decode(archive.maybe(f"{folder}highlights/{slug}.md"))[0]
    entry = _entry(record, _marks(notes))
    if page := archive.maybe(f"{folder}content/{slug}.html"):
        text = html_source.decode(page)[0]
        yield losses.count(of_page(entry, _FORMAT, text, f"{archive.name} › {slug}.html"))
    elif data := archive.maybe(f"{folder}content/{slug}.pdf"):
        yield from _print(data, slug, entry)
    else:
        yield losses.count(of_excerpts(entry, _FORMAT))


def _print(data: bytes, slug: str, entry: Entry) -> Iterator[Item]:
    from dataclasses import replace

    from desktop.core.article import Document
    from desktop.formats.importers import pdf

    for item in pdf.parse(Source(data, f"{slug}.pdf")):
        if not isinstance(item, Document):
            yield item
            continue
        yield replace(
            item,
            title=entry.title or item.title,
            author=entry.author or item.author,
            published=entry.published or item.published,
            url=entry.url,
            tags=entry.tags,
            quotes=quotes_of(entry.marks),
            note=entry.note,
            status=entry.status,
            added=entry.added,
            source_format=_FORMAT,
        )


def _entry(record: dict[str, Any], marks: tuple[Mark, ...]) -> Entry:
    state = values.words(record.get("state")).casefold()
    progress = values.number(record.get("readingProgress"))
    return Entry(
        values.words(record.get("title")),
        url=values.address(record.get("url")),
        author=values.words(record.get("author")),
        published=day(values.words(record.get("publishedAt"))),
        added=values.time(record.get("savedAt")),
        status="archived" if state == "archived" else _status(progress),
        tags=values.tags(values.labels(record.get("labels"), "name"), nested=True),
        excerpt=values.lines(record.get("description")),
        marks=marks,
    )


def _status(progress: float) -> Any:
    return "read" if progress >= 98 else "reading" if progress > 0 else "unread"


def _marks(markdown: str) -> tuple[Mark, ...]:
    """Return the highlights in *markdown*: a quotation, perhaps labels, perhaps a note."""
    marks: list[Mark] = []
    quoted: list[str] = []
    other: list[str] = []

    def finish() -> None:
        if quoted or "".join(other).strip():
            marks.append(_mark("\n".join(quoted), other))
        quoted.clear()
        other.clear()

    for line in markdown.replace("\r\n", "\n").split("\n"):
        if line.startswith(">"):
            if other:
                finish()
            quoted.append(line[1:].removeprefix(" "))
        elif quoted or line.strip():
            other.append(line)
    finish()
    return tuple(marks)


def _mark(quote: str, other: list[str]) -> Mark:
    rest = "\n".join(other).strip().split("\n")
    labels: list[str] = []
    if rest and _LABELS.fullmatch(rest[0].strip()):
        labels = [label.strip() for label in rest[0].split("#")]
        rest = rest[1:]
    return Mark(quote, note="\n".join(rest).strip(), tags=values.tags(labels, nested=True))
