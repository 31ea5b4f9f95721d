"""Tell the export of a known program from any other file of its kind, by what is in it."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any

from desktop.formats.api import Item
from desktop.formats.importers.libraries.table import Table, names_of
from desktop.formats.importers.libraries.values import items, mapping, mappings
from desktop.formats.importers.zip_reader import Archive

_TABLES: tuple[tuple[str, str], ...] = (
    ("own_csv", "annotation_uuid|article_uuid|quote"),
    ("readwise", "highlight|book title"),
    ("readwise_reader", "title|url|document tags|saved date"),
    ("readwise", "highlight|title|location"),
    ("readwise", "highlight|title|author|url"),
    ("pocket", "title|url|time_added"),
    ("instapaper", "url|title|selection|folder|timestamp"),
    ("hypothesis", "created at|page|url|type|comment"),
    ("wallabag", "title|url|content|tags|mime type|creation date"),
    ("raindrop", "title|excerpt|url|folder|tags|created"),
    ("taguette_csv", "id|document|tag|content"),
    ("codebook", "tag|description|number of highlights"),
    ("codebook", "path|description|number of highlights"),
    ("zotero", "key|item type|publication year|title"),
    ("matter", "title|url|in queue|favorited|read"),
)
_PAGE_HEAD = 4_096


def table_reader(header: Sequence[str]) -> Callable[[Table], Iterator[Item]] | None:
    """Return what reads a table with this first line, None when it is nothing special."""
    names = names_of(header)
    for module, needed in _TABLES:
        if names_of(needed.split("|")) <= names:
            return _function(module, "read_table")
    return None


def json_reader(value: object) -> Callable[[object, str], Iterator[Item]] | None:
    """Return what reads this JSON, None when it is nothing special."""
    module = _of_list(mappings(value)) or _of_object(mapping(value))
    return _function(module, "read_json") if module else None


def page_reader(page: str) -> Callable[[str, str], Iterator[Item]] | None:
    """Return what reads this HTML, None when it is a page like any other."""
    head = page[:_PAGE_HEAD].casefold()
    if "netscape-bookmark-file" in head or ("time_added=" in head and "<h1>unread</h1>" in head):
        return _function("bookmarks", "read_page")
    return None


def archive_reader(names: Sequence[str]) -> Callable[[Archive], Iterator[Item]] | None:
    """Return what reads an archive with these files in it, None when it is nothing special."""
    last = [name.rpartition("/")[2] for name in names]
    if any(name.startswith("metadata_") and name.endswith(".json") for name in last):
        return _function("omnivore", "read_archive")
    if any(name.startswith("part_") and name.endswith(".csv") for name in last):
        return _function("pocket", "read_archive")
    return None


def _of_object(value: dict[str, Any]) -> str:
    first = next(iter(mappings(value.get("annotations"))), dict[str, Any]())
    if value.get("type") == "calibre_annotation_collection":
        return "calibre"
    if first.get("target") and "uri" in first:
        return "hypothesis"
    if "anno.jsonld" in str(value.get("@context"))[:500]:
        return "web_annotation"
    if "entries" in value and {"file", "number_of_pages", "created_on"} & set(value):
        return "koreader"
    if "created_on" in value and mappings(value.get("documents")):
        return "koreader"
    if "content" in next(iter(mappings(value.get("bookmarks"))), dict[str, Any]()):
        return "karakeep"
    if "links" in next(iter(mappings(value.get("collections"))), dict[str, Any]()):
        return "linkwarden"
    return ""


def _of_list(found: list[dict[str, Any]]) -> str:
    first = found[0] if found else {}
    if "anno.jsonld" in str(first.get("@context"))[:500] or first.get("type") == "Annotation":
        return "web_annotation"
    if {"is_archived", "content", "url"} <= set(first):
        return "wallabag"
    if items(first.get("highlights")) and {"url", "title"} <= set(first):
        return "pocket"
    return ""


def _function(module: str, name: str) -> Any:
    return getattr(import_module(f"{__package__}.{module}"), name)
