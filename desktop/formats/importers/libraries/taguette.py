"""Taguette projects: documents as HTML, highlights by *bytes* of their text in UTF-8."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from desktop.core.article import BlockKind
from desktop.core.portable import PortableTag
from desktop.formats.api import Item
from desktop.formats.importers.libraries import coded, values
from desktop.formats.importers.libraries.coded import Passage
from desktop.formats.importers.libraries.frozen_text import Cut, freeze
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.libraries.sqlite_file import SqliteFile

_FORMAT = "taguette"
_DOCUMENT = frozenset({"id", "name", "description", "created", "contents", "project_id"})
_HIGHLIGHT = frozenset({"id", "document_id", "start_offset", "end_offset", "snippet"})
_TAG = frozenset({"id", "path", "project_id", "description"})
_HEADINGS: dict[str, BlockKind] = {f"h{level}": "heading" for level in range(1, 7)}
_BLOCKS: dict[str, BlockKind] = {
    **_HEADINGS,
    "p": "paragraph", "div": "paragraph", "br": "paragraph", "pre": "paragraph",
    "li": "list_item", "blockquote": "quotation", "tr": "paragraph", "td": "paragraph",
    "th": "paragraph", "ul": "paragraph", "ol": "paragraph", "table": "paragraph",
}  # fmt: skip


def read_project(file: SqliteFile) -> Iterator[Item]:
    """Yield the documents of all projects in *file*, with their highlights."""
    losses = Losses()
    paths: dict[int, str] = {}
    for row in file.rows("tags"):
        losses.see(row, _TAG, "tags.")
        paths[row["id"]] = row["path"]
        path = next(iter(values.tags([row["path"]], nested=True)), "")
        if path and (said := values.lines(row.get("description"))):
            yield PortableTag("", path, description=said)
    tagged: dict[int, list[str]] = {}
    for row in file.rows("highlight_tags"):
        tagged.setdefault(row["highlight_id"], []).append(paths.get(row["tag_id"], ""))
    highlights: dict[int, list[dict[str, Any]]] = {}
    for row in file.rows("highlights"):
        losses.see(row, _HIGHLIGHT, "highlights.")
        highlights.setdefault(row["document_id"], []).append(row)
    for row in file.rows("documents"):
        losses.see(row, _DOCUMENT, "documents.")
        yield _document(row, highlights.get(row["id"], []), tagged)
    for row in file.rows("projects"):
        losses.see(row, frozenset({"id", "created"}), "projects.")
    yield from losses.remarks()


def _document(
    row: dict[str, Any], highlights: list[dict[str, Any]], tagged: dict[int, list[str]]
) -> Item:
    reader = _Reader()
    reader.feed(str(row["contents"] or "").replace("\r\n", "\n").replace("\r", "\n"))
    reader.close()
    raw = "".join(reader.parts)
    offsets = [one[end] for one in highlights for end in ("start_offset", "end_offset")]
    points = _points(raw, [at for at in offsets if isinstance(at, int)])
    passages = [
        Passage(
            points.get(one["start_offset"], 0),
            points.get(one["end_offset"], 0),
            exact=_words_of(str(one["snippet"] or "")),
            tags=values.tags(tagged.get(one["id"], []), nested=True),
        )
        for one in highlights
    ]
    return coded.document(
        freeze(raw, reader.cuts),
        raw,
        passages,
        title=str(row["name"] or ""),
        source_format=_FORMAT,
        note=values.lines(row["description"]),
        added=values.time(row["created"]),
    )


def _points(raw: str, offsets: list[int]) -> dict[int, int]:
    """Return the code point at each byte of *raw*; within a character it is the start of that."""
    data = raw.encode("utf-8", "surrogatepass")
    found: dict[int, int] = {}
    at = point = 0
    for offset in sorted(set(offsets)):
        end = min(max(offset, 0), len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1
        point += len(data[at:end].decode("utf-8", "surrogatepass")) if end > at else 0
        at = max(at, end)
        found[offset] = point
    return found


def _words_of(snippet: str) -> str:
    reader = _Reader()
    reader.feed(snippet)
    reader.close()
    return "".join(reader.parts)


class _Reader(HTMLParser):
    """Takes the text nodes as they are, and where blocks begin."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.cuts = [Cut(0)]
        self._at = 0
        self._verbatim = 0
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._verbatim += tag == "pre"
        if tag in _BLOCKS:
            if tag != "br":
                self._open.append(tag)
            self._cut()

    def handle_endtag(self, tag: str) -> None:
        self._verbatim = max(0, self._verbatim - (tag == "pre"))
        if tag in _BLOCKS and tag in self._open:
            while self._open.pop() != tag:
                pass
            self._cut()

    def handle_data(self, data: str) -> None:
        if self._verbatim:
            for line in data.splitlines(keepends=True):
                self._add(line)
                if line.endswith("\n"):
                    self._cut()
        else:
            self._add(data)

    def _add(self, data: str) -> None:
        self.parts.append(data)
        self._at += len(data)

    def _cut(self) -> None:
        kinds = [tag for tag in self._open if _BLOCKS[tag] != "paragraph"]
        tag = kinds[-1] if kinds else "p"
        level = int(tag[1]) if _BLOCKS[tag] == "heading" else 0
        self.cuts.append(Cut(self._at, _BLOCKS[tag], level, self._verbatim > 0))
