"""Libraries with whatever one may hold, and how they look without what a format drops."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from desktop.core.canonical import clean
from desktop.core.colours import COLOURS, STYLES
from desktop.core.portable import PortableTag
from desktop.formats import registry
from desktop.library import articles, dump, feeds
from desktop.library.library import Library
from desktop.library.transaction import Transaction
from desktop.operations import annotate, read, saved_search, settle, tag, versions
from desktop.operations.export import export_annotations
from desktop.operations.import_articles import store
from desktop.operations.share import merge_file
from tests.builders import document

Lines = list[dict[str, Any]]
TAGS = ("Claim", "Claim/Disputed", "Rosja i świat", "'apostrof", "=1+1", "Łódź/Źdźbło/🙂")
TIMES = ("2023-09-07T08:09:10.123Z", "2024-01-01T00:00:00.000Z", "2024-05-06T07:08:09Z")
EDITS = ("Przedtem.\n\n{}", "{}\n\nPotem było inaczej.", "Całkiem inne słowa {}.", "back")
_ODD = "='+-@\",;|\n &<>]#😀ąŁ\u00a0\u2028\ufeffé"
_LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Cn"])
words = st.text(st.one_of(st.sampled_from(_ODD), _LETTERS), max_size=30).map(
    lambda text: clean(text).text
)
lines = words.map(lambda text: " ".join(text.split()))
some_tags = st.lists(st.sampled_from(TAGS), unique=True, max_size=3)

marks = st.fixed_dictionaries(
    {
        "start": st.integers(0, 30),
        "size": st.integers(1, 30),
        "colour": st.sampled_from(COLOURS),
        "style": st.sampled_from(STYLES),
        "note": words,
        "tag_paths": some_tags,
        "author": lines,
        "created": st.sampled_from(TIMES),
        "modified": st.sampled_from(TIMES),
        "orphaned": st.booleans(),
        "deleted": st.integers(0, 3).map(lambda drawn: drawn == 0),
    }
)
sources = st.fixed_dictionaries(
    {
        "text": words,
        "title": lines,
        "author": lines,
        "outlet": lines,
        "agency": lines,
        "url": st.sampled_from(["", "https://a.example/ł?b=1&c", "urn:isbn:1", "brak"]),
        "language": st.sampled_from(["", "pl", "en"]),
        "published": st.sampled_from(["", "2023", "2023-09", "2023-09-07"]),
        "status": st.sampled_from(["unread", "reading", "read", "archived"]),
        "starred": st.booleans(),
        "note": words,
        "tags": some_tags,
        "marks": st.lists(marks, max_size=4),
        "edits": st.lists(st.sampled_from(EDITS), max_size=3),
        "read": st.none() | st.tuples(st.integers(0, 60), st.sampled_from([0.25, 0.5, 1.0])),
        "trashed": st.integers(0, 3).map(lambda drawn: drawn == 0),
    }
)
feed_sources = st.fixed_dictionaries(
    {
        "title": lines,
        "folder": st.sampled_from(["", "Prasa", "Prasa/Łódź"]),
        "items": st.lists(st.integers(0, 4), unique=True, max_size=3),
    }
)
libraries = st.tuples(
    st.lists(sources, max_size=3),
    st.lists(st.tuples(st.sampled_from(COLOURS), words), max_size=6),
    st.lists(st.tuples(lines.filter(bool), st.sampled_from(["kot", "is:starred", '"ma kota"'])),
             max_size=2, unique_by=lambda one: one[1]),
    st.lists(feed_sources, max_size=2),
)  # fmt: skip


def fill(library: Library, made: tuple[Any, ...], *, settled: bool = False) -> None:
    """Put what `libraries` gave into an empty library; *settled*: with decisions on it."""
    keys = [_article(library, number, source) for number, source in enumerate(made[0])]
    if settled:
        _settle_some(library)
    for path, (colour, said) in zip(TAGS, made[1], strict=False):
        key = library.run(tag.create, path=path).result
        library.run(_colour, key=key, colour=colour, said=said)
    for name, query in made[2] if len(made) > 2 else ():
        library.run(saved_search.save, query=query, name=name)
    for number, one in enumerate(made[3] if len(made) > 3 else ()):
        library.run(_follow, number=number, source=one, articles=keys)


def _article(library: Library, number: int, source: Mapping[str, Any]) -> int:
    details = {n: source[n] for n in ("author", "outlet", "agency", "language", "published")}
    # A number in each text, and in each address, or two would be one article.
    text = f"Artykuł {number} {source['text']}\nBez daty. Ala ma kota i psa, i kota."
    url = source["url"] and f"{source['url']}/{number}"
    new = document(text, url=url, tags=tuple(source["tags"]), **details)
    (key,) = library.run(store, documents=[new]).result.imported
    library.run(_describe, key=key, source=source)
    marked = [(_mark(library, key, new.text, mark), mark) for mark in source["marks"]]
    if read_to := source.get("read"):
        library.run(read.save_progress, article_id=key, position=read_to[0], fraction=read_to[1])
        library.run(_describe, key=key, source=source)
    for edit in source.get("edits", ()):
        _edit(library, key, edit, new.text, number)
    for made_id, mark in marked:
        if mark.get("deleted"):
            library.run(annotate.delete, annotation_ids=[made_id])
    if source.get("trashed"):
        library.run(read.trash, article_ids=[key])
    return key


def _edit(library: Library, key: int, edit: str, first: str, number: int) -> None:
    if edit == "back":
        library.run(versions.restore_version, article_id=key, version=1)
    else:
        kept = str(number) if "Całkiem" in edit else first.replace("\n", "\n\n")
        library.run(versions.edit_text, article_id=key, typed=edit.format(kept))


def _mark(library: Library, key: int, text: str, mark: Mapping[str, Any]) -> int:
    looks = {n: mark[n] for n in ("colour", "style", "note", "tag_paths", "author")}
    start = min(mark["start"], len(text) - 2)
    # The first character is never a space, so that something is left to highlight.
    start = next(at for at in (start, 0) if text[at : at + mark["size"]].strip())
    made_id = library.run(
        annotate.add_highlight, article_id=key, start=start, end=start + mark["size"], **looks
    ).result
    library.run(_date, key=made_id, mark=mark)
    return made_id


def _follow(
    tx: Transaction, *, number: int, source: Mapping[str, Any], articles: list[int]
) -> None:
    key = feeds.add(
        tx,
        url=f"https://feed.example/{number}",
        title=source["title"],
        folder=source["folder"],
        home="https://feed.example/",
        own_network=False,
    )
    tx.update("feed", key, etag='W/"ł"', last_modified=TIMES[0], refreshed=TIMES[1])
    for at in source["items"]:
        article = articles[at] if at < len(articles) else 987_654
        feeds.add_item(tx, key, feeds.item_key(f"item {at}"), article)


def _settle_some(library: Library) -> None:
    """Settle every other passage that two people coded, for the first of them."""
    reader = library.reader()
    try:
        found = settle.coded(reader, list(reader.ids("SELECT id FROM article ORDER BY id")))
    finally:
        reader.close()
    for one in found[::2]:
        agreed = one.passage.accepted(one.passage.coders[0])
        library.run(settle.settle, article_id=one.article_id, key=one.passage.key, agreed=agreed)


def _describe(tx: Transaction, *, key: int, source: Mapping[str, Any]) -> None:
    values = {n: source[n] for n in ("title", "note")}
    tx.update("article", key, **articles.details(**values), status=source["status"])
    tx.update("article", key, starred=int(source["starred"]))


def _date(tx: Transaction, *, key: int, mark: Mapping[str, Any]) -> None:
    times = {n: mark[n] for n in ("created", "modified")}
    tx.update("annotation", key, **times, orphaned=int(mark["orphaned"]))


def _colour(tx: Transaction, *, key: int, colour: str, said: str) -> None:
    tx.update("tag", key, colour=colour, description=said)


def dumped(library: Library) -> Lines:
    """Return the canonical dump as values."""
    reader = library.reader()
    try:
        return [json.loads(line) for line in dump.lines(reader)]
    finally:
        reader.close()


def export(library: Library, target: Path, name: str = "") -> Path:
    """Write all articles of *library* to *target*, in the format of its name or called *name*."""
    reader = library.reader()
    try:
        exporter = registry.exporter(name or target.suffix.removeprefix("."))
        export_annotations(reader, target, exporter=exporter, article_ids=None)
    finally:
        reader.close()
    return target


def read_in(library: Library, file: Path) -> None:
    """Import or merge *file*, as a person would."""
    if file.suffix in (".jsonl", ".glosa"):
        library.run(merge_file, path=file)
        return
    items = list(registry.read(file))
    documents: list[Any] = [one for one in items if hasattr(one, "quotes")]
    codes = [one for one in items if isinstance(one, PortableTag)]
    library.run(store, documents=documents, codes=codes)


def without(found: Lines, dropped: Mapping[str, Sequence[str]]) -> Lines:
    """Return the lines without the fields that *dropped* has for their types."""
    kept = [one for one in found if "*" not in dropped.get(one["type"], ())]
    return [{k: v for k, v in one.items() if k not in dropped.get(one["type"], ())} for one in kept]


def as_shared(found: Lines) -> tuple[Lines, set[str]]:
    """Return the lines as they are without what OWN_LEFT_OUT names, and the ids of the highlights
    that only an older version has a place for.
    """
    versions = {one["uuid"]: one["version"] for one in found if one["type"] == "article"}
    away = {one["uuid"] for one in found if one["type"] == "article" and one["trashed"]}
    kept: Lines = []
    old: set[str] = set()
    for line in found:
        one = dict(line)
        if one["type"] in ("saved_search", "feed", "deleted_annotation"):
            continue
        if one["type"] == "article":
            (current,) = (it for it in one["texts"] if it["version"] == one["version"])
            one |= {"progress": None, "texts": [{**current, "version": 1}], "version": 1}
        if one["type"] == "annotation":
            if one["version"] != versions[one["article"]]:
                old.add(one["uuid"])
            one["version"] = 1
        if not {one.get("uuid"), one.get("article")} & away:
            kept.append(one)
    return kept, old


def without_places(found: Lines, of: set[str]) -> Lines:
    """Return the lines without the places of these highlights."""
    place = ("start", "end", "prefix", "suffix", "orphaned")
    return [
        {k: v for k, v in one.items() if k not in place} if one.get("uuid") in of else one
        for one in found
    ]


def by_path(found: Lines) -> Lines:
    """Return the lines with tags named by their paths instead of ids."""
    paths = {one["uuid"]: one["path"] for one in found if one["type"] == "tag"}
    return [
        {**one, "tags": sorted(paths[key] for key in one["tags"])} if "tags" in one else one
        for one in found
    ]


Make = Callable[[], Library]
