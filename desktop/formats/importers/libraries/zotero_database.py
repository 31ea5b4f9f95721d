"""`zotero.sqlite`: items with their notes, tags, collections and annotations.

Read without SQL like every SQLite file here. Annotations are placed by their words: positions are
of PDFs and e-books, which are not in the database.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from desktop.core.errors import UserError
from desktop.formats.api import Item
from desktop.formats.importers.html_metadata import day
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.entries import Entry, Mark, of_excerpts
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.libraries.sqlite_file import SqliteFile
from desktop.formats.importers.text_builder import TextBuilder

TABLES = frozenset({"items", "itemtypes", "itemdata", "itemdatavalues", "itemannotations"})
_NO_ITEMS = ("note", "attachment", "annotation")
_OUTLETS = ("publicationTitle", "websiteTitle", "blogTitle", "forumTitle", "programTitle",
            "bookTitle", "proceedingsTitle", "encyclopediaTitle", "dictionaryTitle",
            "publisher", "institution", "network")  # fmt: skip
_USED = ("title", "url", "date", "language", "abstractNote")
_KINDS = {1: "highlight", 2: "note", 3: "image", 4: "ink", 5: "underline", 6: "text"}
_ANNOTATION = frozenset(
    {"itemid", "parentitemid", "type", "authorname", "text", "textnormalized", "comment",
     "commentnormalized", "color", "pagelabel", "sortindex", "position", "isexternal"}
)  # fmt: skip
_Row = dict[str, Any]


@dataclass(slots=True)
class _Database:
    fields: dict[int, dict[str, str]] = field(default_factory=dict[int, dict[str, str]])
    authors: dict[int, list[str]] = field(default_factory=dict[int, list[str]])
    tags: dict[int, list[str]] = field(default_factory=dict[int, list[str]])
    collections: dict[int, list[str]] = field(default_factory=dict[int, list[str]])
    notes: dict[int, list[str]] = field(default_factory=dict[int, list[str]])
    marks: dict[int, list[Mark]] = field(default_factory=dict[int, list[Mark]])


def read_database(file: SqliteFile) -> Iterator[Item]:
    """Yield a document for each item that is not in the trash."""
    losses = Losses()
    kinds = {row["itemtypeid"]: row["typename"] for row in _rows(file, "itemtypes")}
    gone = {row["itemid"] for row in _rows(file, "deleteditems")}
    items = {row["itemid"]: row for row in _rows(file, "items") if row["itemid"] not in gone}
    found = _collected(file, items, losses)
    for key, row in items.items():
        kind = kinds.get(row["itemtypeid"], "")
        if kind in _NO_ITEMS and not (found.marks.get(key) or found.notes.get(key)):
            continue
        yield losses.count(of_excerpts(_entry(found, key, row, losses), "zotero"))
    yield from losses.remarks()


def _collected(file: SqliteFile, items: dict[int, _Row], losses: Losses) -> _Database:
    found = _Database()
    names = {row["fieldid"]: row["fieldname"] for row in _rows(file, "fields")}
    names |= {row["fieldid"]: row["fieldname"] for row in _rows(file, "fieldscombined")}
    texts = {
        row["valueid"]: values.lines(str(row["value"])) for row in _rows(file, "itemdatavalues")
    }
    for row in _rows(file, "itemdata"):
        name = names.get(row["fieldid"], str(row["fieldid"]))
        found.fields.setdefault(row["itemid"], {})[name] = texts.get(row["valueid"], "")
    people = {
        row["creatorid"]: " ".join(filter(None, (row["firstname"], row["lastname"])))
        for row in _rows(file, "creators")
    }
    for row in sorted(_rows(file, "itemcreators"), key=lambda row: row["orderindex"] or 0):
        found.authors.setdefault(row["itemid"], []).append(people.get(row["creatorid"], ""))
    tags = {row["tagid"]: str(row["name"]) for row in _rows(file, "tags")}
    for row in _rows(file, "itemtags"):
        found.tags.setdefault(row["itemid"], []).append(tags.get(row["tagid"], ""))
    _collect_places(file, found)
    _collect_notes(file, items, found)
    _collect_marks(file, items, found, losses)
    return found


def _collect_places(file: SqliteFile, found: _Database) -> None:
    rows = {row["collectionid"]: row for row in _rows(file, "collections")}
    for row in _rows(file, "collectionitems"):
        path: list[str] = []
        key = row["collectionid"]
        while key in rows and len(path) < 40:
            path.insert(0, str(rows[key]["collectionname"]))
            key = rows[key]["parentcollectionid"]
        found.collections.setdefault(row["itemid"], []).append(values.path(path))


def _collect_notes(file: SqliteFile, items: dict[int, _Row], found: _Database) -> None:
    for row in _rows(file, "itemnotes"):
        key = row["itemid"]
        if key not in items:
            continue
        owner = row["parentitemid"] if row["parentitemid"] in items else key
        found.notes.setdefault(owner, []).append(_plain(str(row["note"] or "")))
        if owner == key:
            found.fields.setdefault(key, {}).setdefault("title", str(row["title"] or ""))


def _collect_marks(
    file: SqliteFile, items: dict[int, _Row], found: _Database, losses: Losses
) -> None:
    parents = {row["itemid"]: row["parentitemid"] for row in _rows(file, "itemattachments")}
    rows = [row for row in _rows(file, "itemannotations") if row["itemid"] in items]
    for row in sorted(rows, key=lambda row: str(row.get("sortindex") or "")):
        losses.see(row, _ANNOTATION, "itemAnnotations.")
        kind = _KINDS.get(row["type"], str(row["type"]))
        words, note = values.lines(row.get("text")), values.lines(row.get("comment"))
        if not words and not note:
            losses.name(f"itemAnnotations: {kind}")
            continue
        owner = parents.get(row["parentitemid"]) or row["parentitemid"]
        mark = Mark(
            words,
            note=note,
            colour=values.colour(row.get("color")),
            style="underline" if kind == "underline" else "highlight",
            tags=values.tags(found.tags.get(row["itemid"], [])),
            created=values.time(items[row["itemid"]].get("dateadded")),
            author=values.words(row.get("authorname")),
            page=values.words(row.get("pagelabel")),
        )
        found.marks.setdefault(owner, []).append(mark)


def _entry(found: _Database, key: int, row: _Row, losses: Losses) -> Entry:
    of = found.fields.get(key, {})
    outlet = next((name for name in _OUTLETS if of.get(name)), "")
    losses.see(of, frozenset((*_USED, outlet)))
    code = of.get("language", "").replace("_", "-").partition("-")[0].strip().lower()
    return Entry(
        of.get("title", ""),
        url=values.address(of.get("url")),
        author=", ".join(filter(None, found.authors.get(key, []))),
        outlet=of.get(outlet, ""),
        published=_date(of.get("date", "")),
        language=code if len(code) == 2 and code.isascii() and code.isalpha() else "",
        added=values.time(row.get("dateadded")),
        tags=values.tags(found.collections.get(key, []), nested=True)
        + values.tags(found.tags.get(key, [])),
        note="\n\n".join(filter(None, found.notes.get(key, []))),
        excerpt=of.get("abstractNote", ""),
        marks=tuple(found.marks.get(key, [])),
    )


def _date(written: str) -> str:
    """Return the day of “2023-09-00 September 2023”: first sortable with zeros, then as typed."""
    first, _, typed = written.partition(" ")
    parts = [part for part in first.split("-") if part.strip("0")]
    return day("-".join(parts)) or day(typed or written)


def _plain(note: str) -> str:
    """Return a note's HTML as text."""
    from desktop.formats.importers import html
    from desktop.formats.importers.html_blocks import HtmlReader

    builder = TextBuilder("note")
    html.feed(note, HtmlReader(builder))
    try:
        return builder.document("zotero").text
    except UserError:
        return ""


def _rows(file: SqliteFile, table: str) -> Iterator[_Row]:
    """Yield rows by the lower-case names of their columns."""
    for row in file.rows(table):
        yield {name.lower(): value for name, value in row.items()}
