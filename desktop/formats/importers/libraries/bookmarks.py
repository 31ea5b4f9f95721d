"""Bookmarks as HTML: the Netscape form that browsers write, and Pocket's older page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from desktop.core.article import Status
from desktop.formats.api import Item
from desktop.formats.importers import html
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.entries import Entry, of_excerpts
from desktop.formats.importers.libraries.losses import Losses

_USED = frozenset({"href", "add_date", "time_added", "tags"})


def read_page(page: str, _name: str) -> Iterator[Item]:
    """Yield a document for each bookmark; its folders are a tag."""
    reader = _Reader()
    html.feed(page, reader)
    losses = Losses()
    for one in reader.found:
        losses.see(one.attrs, _USED)
        yield losses.count(of_excerpts(_entry(one), reader.source_format))
    yield from losses.remarks()


@dataclass(slots=True)
class _Bookmark:
    attrs: dict[str, str]
    folders: tuple[str, ...]
    status: Status
    words: list[str] = field(default_factory=list[str])
    about: list[str] = field(default_factory=list[str])


class _Reader:
    """Takes the elements of the page as lxml meets them."""

    def __init__(self) -> None:
        self.found: list[_Bookmark] = []
        self.source_format = "bookmarks"
        self._folders: list[str] = []
        self._heading: list[str] | None = None
        self._into: list[str] | None = None
        self._status: Status = "unread"

    def start(self, tag: str, attrs: Any) -> None:
        if tag in ("h1", "h2", "h3"):
            self._heading = self._into = []
        elif tag == "dl":
            self._folders.append(" ".join("".join(self._heading or []).split()))
            self._heading = None
        elif tag == "a":
            folders = tuple(self._folders[1:])
            one = _Bookmark({k.lower(): v for k, v in dict(attrs).items()}, folders, self._status)
            if "time_added" in one.attrs:
                self.source_format = "pocket"
            self.found.append(one)
            self._into = one.words
        elif tag == "dd" and self.found:
            self._into = self.found[-1].about
        elif tag == "dt":
            self._into = None

    def data(self, data: str) -> None:
        if self._into is not None:
            self._into.append(data)

    def end(self, tag: str) -> None:
        if tag == "h1" and "archive" in "".join(self._heading or []).casefold():
            self._status = "archived"
        if tag in ("a", "h1", "h2", "h3", "dd"):
            self._into = None
        if tag == "dl" and self._folders:
            self._folders.pop()

    def comment(self, data: str) -> None:
        pass

    def close(self) -> None:
        pass


def _entry(one: _Bookmark) -> Entry:
    folder = values.path(one.folders)
    tags = values.tags(one.attrs.get("tags", "").split(","), nested=True)
    return Entry(
        " ".join("".join(one.words).split()),
        url=values.address(one.attrs.get("href")),
        added=values.time(one.attrs.get("add_date") or one.attrs.get("time_added")),
        status=one.status,
        tags=tuple(dict.fromkeys((*tags, *((folder,) if folder else ())))),
        excerpt="".join(one.about),
    )
