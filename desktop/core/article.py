"""What an importer makes of a source and the library stores: text, blocks and metadata."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from desktop.core.image import Image

BlockKind = Literal["paragraph", "heading", "list_item", "quotation", "table_row", "caption"]
SpanKind = Literal["strong", "emphasis", "code", "link"]
Status = Literal["unread", "reading", "read", "archived"]
STATUSES: tuple[Status, ...] = ("unread", "reading", "read", "archived")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the canonical text; `start` inclusive and `end` exclusive, in code points.

    What `attrs` may hold, all of it optional and JSON: `level` (heading, 1 to 6), `depth`,
    `ordered` and `number` (list item; one without `number` goes on with the one before),
    `cells` (table row: [start, end] of each) and `header`, `page` (in print),
    `role` (“source”, “note”, “code”, “picture”: what a picture shows),
    `spans`: see `Span`, and `pictures`: see `core.pictures`.
    """

    kind: BlockKind
    start: int
    end: int
    attrs: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Span:
    """Words within a block that were set apart; offsets are code points of the whole text."""

    kind: SpanKind
    start: int
    end: int
    href: str = ""

    def as_attr(self) -> dict[str, Any]:
        """Return what stands in the `spans` of a block's attrs."""
        place: dict[str, Any] = {"kind": self.kind, "start": self.start, "end": self.end}
        return place | ({"href": self.href} if self.href else {})


def moved(block: Block, by: int) -> Block:
    """Return *block* with all its offsets moved *by* code points."""
    attrs = dict(block.attrs)
    if "spans" in attrs:
        attrs["spans"] = [
            one | {"start": one["start"] + by, "end": one["end"] + by} for one in attrs["spans"]
        ]
    if "cells" in attrs:
        attrs["cells"] = [[start + by, end + by] for start, end in attrs["cells"]]
    return Block(block.kind, block.start + by, block.end + by, attrs)


def spans(block: Block) -> tuple[Span, ...]:
    """Return the spans of *block*."""
    return tuple(Span(**one) for one in block.attrs.get("spans", ()))


@dataclass(frozen=True, slots=True)
class Origin:
    """Which highlight of a Glosa library a quote is, in a file that Glosa wrote.

    `start` and `end` are code points of the text whose hash is `sha256` ("" when it is the text of
    the document); the document itself may have only excerpts of that.
    """

    uuid: str
    modified: str = ""
    sha256: str = ""
    start: int = 0
    end: int = 0
    orphaned: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A highlight that came with a source: placed by its words (W3C TextQuoteSelector).

    `start` and `end` are code points of the document's text, when the source says where; they
    count only if the words there are `exact`. `created` is ISO-8601 UTC with `Z`, or "".
    With an `origin` the quote keeps its id, and all its values as they are.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    colour: str = "yellow"
    style: str = "highlight"
    note: str = ""
    tags: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    author: str = ""
    created: str = ""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know about a source that went in.

    Like a UserError: `template` is English, marked with `QT_TRANSLATE_NOOP("Remarks", ...)`.
    """

    template: str
    fields: Mapping[str, Any] = field(default_factory=dict[str, Any])

    def __str__(self) -> str:
        return self.template.format(**self.fields)


@dataclass(frozen=True, slots=True)
class Document:
    """An imported article before it is stored.

    `text` is canonical (see `core.canonical`), `blocks` cover it in order without overlap.
    `published` is a partial ISO date (`2023`, `2023-09`, `2023-09-07`) or "".
    `language` is an ISO 639-1 code or "". `remarks` are things the import report tells the user.
    `added` is when the source says it was saved (ISO-8601 UTC with `Z`), or "".
    With `excerpts` the text is only what an export of another program had of the article: a
    bookmark, or its highlights. They go to the article itself if the library has it.
    `uuid` and `modified` are those of the article in the Glosa library it came from, or "".
    `images` are those that the blocks show, each once.
    """

    title: str
    text: str
    blocks: tuple[Block, ...]
    source_format: str
    author: str = ""
    outlet: str = ""
    agency: str = ""
    url: str = ""
    language: str = ""
    published: str = ""
    tags: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    remarks: tuple[Remark, ...] = ()
    note: str = ""
    status: Status = "unread"
    starred: bool = False
    added: str = ""
    excerpts: bool = False
    uuid: str = ""
    modified: str = ""
    images: tuple[Image, ...] = ()
