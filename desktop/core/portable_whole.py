"""What a copy of everything has besides the articles and highlights that one shares.

Names are those of the library's columns; times are UTC with `Z`, "" when there is none.
"""

from dataclasses import dataclass

from desktop.core.article import Block
from desktop.core.portable import PortableAnnotation


@dataclass(frozen=True, slots=True)
class PortableVersion:
    """A version of an article's text besides the current one; `text` None: only its hash is told.

    `version` is its number in the library it came from.
    """

    version: int
    sha256: str
    created: str
    text: str | None = None
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class PortableProgress:
    """How far an article was read; `position` is a code point, `fraction` from 0 to 1."""

    position: int
    fraction: float
    opened: str
    finished: str


@dataclass(frozen=True, slots=True)
class PortableDeleted:
    """A highlight in the trash; `labels` are the ids and paths that its tags had."""

    mark: PortableAnnotation
    deleted: str
    labels: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PortableWhole:
    """What else there is of an article. `version` is the number of its current text."""

    version: int = 1
    versions: tuple[PortableVersion, ...] = ()
    trashed: bool = False
    progress: PortableProgress | None = None
    deleted: tuple[PortableDeleted, ...] = ()


@dataclass(frozen=True, slots=True)
class PortableSearch:
    """A saved search; `query` is the text as it was typed."""

    uuid: str
    name: str
    query: str
    position: int
    created: str
    modified: str


@dataclass(frozen=True, slots=True)
class PortableFeedItem:
    """An item that has come, by the hash of its id; `article` is a uuid, "" when that is gone."""

    guid_sha256: str
    created: str
    article: str


@dataclass(frozen=True, slots=True)
class PortableFeed:
    """A feed that is followed, with what has come.

    Leave to ask computers in the user's own network does not travel, nor what went wrong last.
    """

    uuid: str
    url: str
    title: str
    folder: str
    home: str
    etag: str
    last_modified: str
    refreshed: str
    created: str
    modified: str
    items: tuple[PortableFeedItem, ...]
