"""Read back what `exporters.json_lines` wrote of a whole library; each value is checked.

ValueError, TypeError, KeyError or AttributeError when a value is none of ours.
"""

import hashlib
from collections.abc import Callable
from typing import Any

from desktop.core.article import Block
from desktop.core.canonical import clean
from desktop.core.portable import PortableAnnotation
from desktop.core.portable_whole import (
    PortableDeleted,
    PortableFeed,
    PortableFeedItem,
    PortableProgress,
    PortableSearch,
    PortableVersion,
    PortableWhole,
)
from desktop.core.web_address import as_address
from desktop.formats.portable_checks import (
    items,
    require,
    share,
    texts,
    time,
    time_or_none,
    uuid,
    whole_number,
)

ReadMark = Callable[[dict[str, Any]], PortableAnnotation]
ReadBlocks = Callable[[list[Any], int], tuple[Block, ...]]
_FEED = ("title", "folder", "home", "etag", "last_modified")


def whole(
    values: dict[str, Any] | None, sha256: str, read_mark: ReadMark, read_blocks: ReadBlocks
) -> PortableWhole | None:
    """Return what is beside an article whose current text has the hash *sha256*."""
    if values is None:
        return None
    versions = tuple(_version(one, read_blocks) for one in items(values["versions"]))
    current = whole_number(values["version"])
    numbers = [current, *(one.version for one in versions)]
    require(len(set(numbers)) == len(numbers) and min(numbers) > 0, "version")
    known = {sha256, *(one.sha256 for one in versions)}
    progress = values["progress"]
    return PortableWhole(
        version=current,
        versions=versions,
        trashed=values["trashed"] is True,
        progress=None if progress is None else _progress(progress),
        deleted=tuple(_deleted(one, known, read_mark) for one in items(values["deleted"])),
    )


def saved_search(values: dict[str, Any]) -> PortableSearch:
    """Return a saved search."""
    return PortableSearch(
        **texts(values, ("name", "query")),
        uuid=uuid(values["uuid"]),
        position=whole_number(values["position"]),
        created=time(values["created"]),
        modified=time(values["modified"]),
    )


def feed(values: dict[str, Any]) -> PortableFeed:
    """Return a feed; what a server would be sent again is one line of text, or left out."""
    own = texts(values, (*_FEED, "url"))
    require(as_address(own["url"]), "url")
    own |= {name: "" for name in ("etag", "last_modified") if not own[name].isprintable()}
    return PortableFeed(
        **own,
        uuid=uuid(values["uuid"]),
        refreshed=time_or_none(values["refreshed"]),
        created=time(values["created"]),
        modified=time(values["modified"]),
        items=tuple(_item(one) for one in items(values["items"])),
    )


def _version(values: dict[str, Any], read_blocks: ReadBlocks) -> PortableVersion:
    sha256, text = texts(values, ("sha256",))["sha256"], values["text"]
    if text is not None:
        require(clean(texts(values, ("text",))["text"]).text == text, "text")
        require(hashlib.sha256(text.encode()).hexdigest() == sha256, "sha256")
    return PortableVersion(
        version=whole_number(values["version"]),
        sha256=sha256,
        created=time(values["created"]),
        text=text,
        blocks=read_blocks(items(values["blocks"]), len(text or "")),
    )


def _progress(values: dict[str, Any]) -> PortableProgress:
    return PortableProgress(
        whole_number(values["position"]),
        share(values["fraction"]),
        time_or_none(values["opened"]),
        time_or_none(values["finished"]),
    )


def _deleted(values: dict[str, Any], known: set[str], read_mark: ReadMark) -> PortableDeleted:
    mark = read_mark(values["mark"])
    require(mark.version_sha256 in known, "version")
    labels = tuple((uuid(one), _path(path)) for one, path in items(values["labels"]))
    return PortableDeleted(mark, time(values["deleted"]), labels)


def _path(value: Any) -> str:
    return texts({"path": value}, ("path",))["path"]


def _item(values: dict[str, Any]) -> PortableFeedItem:
    key = texts(values, ("guid_sha256",))["guid_sha256"]
    article = values["article"]
    return PortableFeedItem(key, time(values["created"]), uuid(article) if article else "")
