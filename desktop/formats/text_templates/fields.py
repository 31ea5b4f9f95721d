"""What a template sees: an article and what is on it, under the names that people write.

`FIELDS` names them for the list beside the editor; a test compares it with the classes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from desktop.core.article import Block
from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.core.portable import PortableAnnotation, PortableArticle, segments, source_line

FIELDS: Mapping[str, Mapping[str, str]] = {
    "article": {
        "title": QT_TRANSLATE_NOOP("Fields", "Title"),
        "author": QT_TRANSLATE_NOOP("Fields", "Author"),
        "outlet": QT_TRANSLATE_NOOP("Fields", "Outlet"),
        "agency": QT_TRANSLATE_NOOP("Fields", "Agency"),
        "published": QT_TRANSLATE_NOOP("Fields", "Date of publication, such as 2023-09"),
        "url": QT_TRANSLATE_NOOP("Fields", "Address as it is stored"),
        "link": QT_TRANSLATE_NOOP("Fields", "Address, if it is one of the web"),
        "language": QT_TRANSLATE_NOOP("Fields", "Language, such as pl"),
        "source": QT_TRANSLATE_NOOP("Fields", "Author, outlet and date in one line"),
        "note": QT_TRANSLATE_NOOP("Fields", "Note on the article"),
        "tags": QT_TRANSLATE_NOOP("Fields", "Tags of the article"),
        "highlights": QT_TRANSLATE_NOOP("Fields", "Highlights in reading order"),
        "paragraphs": QT_TRANSLATE_NOOP("Fields", "Paragraphs of the text"),
        "text": QT_TRANSLATE_NOOP("Fields", "The whole text"),
        "words": QT_TRANSLATE_NOOP("Fields", "Number of words"),
        "status": QT_TRANSLATE_NOOP("Fields", "unread, reading, read or archived"),
        "starred": QT_TRANSLATE_NOOP("Fields", "Whether it has a star"),
        "added": QT_TRANSLATE_NOOP("Fields", "When it was added"),
        "modified": QT_TRANSLATE_NOOP("Fields", "When it was changed"),
        "uuid": QT_TRANSLATE_NOOP("Fields", "Its lasting identifier"),
    },
    "highlight": {
        "quote": QT_TRANSLATE_NOOP("Fields", "The words"),
        "note": QT_TRANSLATE_NOOP("Fields", "Note on the highlight"),
        "tags": QT_TRANSLATE_NOOP("Fields", "Tags of the highlight"),
        "colour": QT_TRANSLATE_NOOP("Fields", "Colour, such as yellow"),
        "style": QT_TRANSLATE_NOOP("Fields", "highlight or underline"),
        "number": QT_TRANSLATE_NOOP("Fields", "Its number in the article, from 1"),
        "before": QT_TRANSLATE_NOOP("Fields", "Some words before it"),
        "after": QT_TRANSLATE_NOOP("Fields", "Some words after it"),
        "author": QT_TRANSLATE_NOOP("Fields", "Who made it"),
        "created": QT_TRANSLATE_NOOP("Fields", "When it was made"),
        "modified": QT_TRANSLATE_NOOP("Fields", "When it was changed"),
        "start": QT_TRANSLATE_NOOP("Fields", "Where it begins, in characters"),
        "end": QT_TRANSLATE_NOOP("Fields", "Where it ends, in characters"),
        "lost": QT_TRANSLATE_NOOP("Fields", "Whether it lost its place in the text"),
        "article": QT_TRANSLATE_NOOP("Fields", "The article it is in"),
        "uuid": QT_TRANSLATE_NOOP("Fields", "Its lasting identifier"),
    },
    "paragraph": {
        "text": QT_TRANSLATE_NOOP("Fields", "Text of the paragraph"),
        "kind": QT_TRANSLATE_NOOP("Fields", "paragraph, heading, list_item, quotation …"),
        "pieces": QT_TRANSLATE_NOOP("Fields", "Pieces, cut where a highlight begins or ends"),
        "highlights": QT_TRANSLATE_NOOP("Fields", "Highlights that end in the paragraph"),
    },
    "piece": {
        "text": QT_TRANSLATE_NOOP("Fields", "Text of the piece"),
        "highlights": QT_TRANSLATE_NOOP("Fields", "Highlights that the piece lies in"),
    },
}


@dataclass(frozen=True, eq=False)
class Highlight:
    """A highlight; times are ISO-8601 UTC, places code points of the article's text."""

    quote: str
    note: str
    tags: tuple[str, ...]
    colour: str
    style: str
    number: int
    before: str
    after: str
    author: str
    created: str
    modified: str
    start: int
    end: int
    lost: bool
    uuid: str
    article: "Article"


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph, and the highlights that all of it lies in."""

    text: str
    highlights: tuple[Highlight, ...]


class Paragraph:
    """A block of the text."""

    def __init__(self, article: "Article", block: Block) -> None:
        self._article, self._block = article, block
        self.kind = block.kind

    @property
    def text(self) -> str:
        """The words of this paragraph."""
        return self._article.text[self._block.start : self._block.end]

    @property
    def highlights(self) -> tuple[Highlight, ...]:
        """The highlights whose end lies in this paragraph."""
        block = self._block
        here = (one for one in self._article.highlights if block.start < one.end <= block.end)
        return tuple(one for one in here if not one.lost)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The paragraph, cut where a highlight begins or ends."""
        return tuple(self._article._pieces(self._block))  # pyright: ignore[reportPrivateUsage]


class Article:
    """An article in its current version; fields that are not known are ""."""

    def __init__(self, given: PortableArticle) -> None:
        self._given = given
        self.title, self.author, self.outlet = given.title, given.author, given.outlet
        self.agency, self.published, self.url = given.agency, given.published, given.url
        self.language, self.note, self.tags = given.language, given.note, given.tags
        self.text, self.status, self.starred = given.text, given.status, given.starred
        self.added, self.modified, self.uuid = given.added, given.modified, given.uuid
        self.source = source_line(given)
        self.link = given.url if given.url.startswith(("http://", "https://")) else ""

    @cached_property
    def words(self) -> int:
        """How many words the text has."""
        return len(self.text.split())

    @cached_property
    def highlights(self) -> tuple[Highlight, ...]:
        """All highlights in reading order; those that lost their place come last."""
        marks = enumerate(self._given.annotations, 1)
        return tuple(self._highlight(number, mark) for number, mark in marks)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The blocks of the text."""
        return tuple(Paragraph(self, block) for block in self._given.blocks)

    def _highlight(self, number: int, mark: PortableAnnotation) -> Highlight:
        return Highlight(
            mark.exact, mark.note, mark.tags, mark.colour, mark.style, number, mark.prefix,
            mark.suffix, mark.author, mark.created, mark.modified, mark.start, mark.end,
            mark.orphaned, mark.uuid, self,
        )  # fmt: skip

    def _pieces(self, block: Block) -> list[Piece]:
        known = {one.uuid: one for one in self.highlights}
        return [
            Piece(self.text[one.start : one.end], tuple(known[mark.uuid] for mark in one.marks))
            for one in segments(block.start, block.end, self._given.annotations)
        ]


def from_values(values: Mapping[str, Any]) -> Article:
    """Return the article that `exporters.json_lines.article_values` made plain values of."""
    blocks = tuple(Block(*one) for one in values["blocks"])
    annotations = tuple(map(_annotation, values["annotations"]))
    more = {"blocks": blocks, "annotations": annotations, "tags": tuple(values["tags"])}
    given: dict[str, Any] = {**values, **more}
    return Article(PortableArticle(**given))


def _annotation(values: Mapping[str, Any]) -> PortableAnnotation:
    given: dict[str, Any] = {**values, "tags": tuple(values["tags"])}
    return PortableAnnotation(**given)
