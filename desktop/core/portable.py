"""An article with all that the user put on it: what exporters write and a merge takes in.

No database ids: what travels is known by its `uuid`, an article also by the hash of its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.core.article import Block
from desktop.core.image import Image

if TYPE_CHECKING:
    from desktop.core.portable_whole import PortableWhole


@dataclass(frozen=True, slots=True)
class PortableTag:
    """A tag of the one tree; `path` joins the names from the root with "/"."""

    uuid: str
    path: str
    colour: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class PortableAnnotation:
    """A highlight; `start` and `end` are code points of the text whose hash is `version_sha256`.

    `confidence` below 1 means that it was carried there from another text and may be wrong.
    `version` is the number of that text in the library it came from, 0 when that is not told.
    """

    uuid: str
    version_sha256: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    colour: str
    style: str
    note: str
    author: str
    created: str
    modified: str
    orphaned: bool
    tags: tuple[str, ...] = ()
    confidence: float = 1.0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """A settled difference between coders: its key and what came of it (`coder_differences`)."""

    key: str
    outcome: str
    created: str


@dataclass(frozen=True, slots=True)
class PortableArticle:
    """An article in its current version. `published` may be partial; times are UTC with `Z`.

    `text_created` is when this version was taken in, "" when that is not known. `settled` are the
    decisions on what its coders said, by key and outcome. `images` are those that the blocks show,
    if whoever asked for the article wants them. `whole` is there only in a copy of everything, and
    in a bundle for what it says of versions.
    """

    uuid: str
    title: str
    author: str
    outlet: str
    agency: str
    url: str
    language: str
    published: str
    added: str
    modified: str
    status: str
    starred: bool
    note: str
    source_format: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    tags: tuple[str, ...]
    annotations: tuple[PortableAnnotation, ...]
    text_created: str = ""
    settled: tuple[Decision, ...] = ()
    images: tuple[Image, ...] = ()
    whole: PortableWhole | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text, and the highlights that all of it lies in, the longest first."""

    start: int
    end: int
    marks: tuple[PortableAnnotation, ...]


def segments(start: int, end: int, marks: Iterable[PortableAnnotation]) -> Iterator[Segment]:
    """Cut `start` to `end` where a highlight begins or ends; orphans mark nothing."""
    inside = [m for m in marks if not m.orphaned and m.start < end and m.end > start]
    inside.sort(key=lambda mark: mark.start)
    edges = {start, end}
    for mark in inside:
        edges |= {max(start, mark.start), min(end, mark.end)}
    over: list[PortableAnnotation] = []
    coming = iter(inside)
    following = next(coming, None)
    for low, high in pairwise(sorted(edges)):
        over = [mark for mark in over if mark.end > low]
        while following and following.start <= low:
            over.append(following)
            following = next(coming, None)
        over.sort(key=lambda mark: (mark.start - mark.end, mark.start, mark.uuid))
        yield Segment(low, high, tuple(over))


def says(mark: PortableAnnotation) -> bool:
    """Tell whether there is a note or a tag on a highlight."""
    return bool(mark.note or mark.tags)


def source_line(article: PortableArticle) -> str:
    """Return author, outlet with agency, and date in one line; "" when nothing is known."""
    outlet = "/".join(part for part in (article.outlet, article.agency) if part)
    return ", ".join(part for part in (article.author, outlet, article.published) if part)
