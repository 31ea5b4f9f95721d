"""Read back what `exporters.json_lines` wrote, from a stranger too: each value is checked.

UserError names the line; nothing is taken from a file that is not whole.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, cast

from desktop.core.article import STATUSES, Block, BlockKind
from desktop.core.canonical import clean
from desktop.core.colours import COLOURS, STYLES
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.portable import Decision, PortableAnnotation, PortableArticle, PortableTag
from desktop.core.portable_whole import PortableFeed, PortableSearch
from desktop.formats import portable_whole_lines
from desktop.formats.exporters.json_lines import FORMAT, VERSION
from desktop.formats.image_values import to_images
from desktop.formats.portable_checks import (
    TIME,
    UUID,
    is_int,
    items,
    require,
    share,
    texts,
    time_or_none,
    whole_number,
)

Line = PortableTag | PortableArticle | PortableSearch | PortableFeed
_DIGEST = re.compile(r"[0-9a-f]{32}")
_PARTIAL = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")
_KINDS = frozenset(("paragraph", "heading", "list_item", "quotation", "table_row", "caption"))
_ARTICLE_TEXTS = (
    "uuid", "title", "author", "outlet", "agency", "url", "language", "published", "added",
    "modified", "status", "note", "source_format", "sha256", "text",
)  # fmt: skip
_MARK_TEXTS = (
    "uuid", "version_sha256", "exact", "prefix", "suffix", "colour", "style", "note", "author",
    "created", "modified",
)  # fmt: skip
LINE_MOST = 200_000_000


def is_header(line: bytes) -> bool:
    """Tell whether *line* is the first line of such a file."""
    try:
        first = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and cast("dict[str, Any]", first).get("format") == FORMAT


def labels(header: bytes) -> dict[str, str]:
    """Return what the first line of such a file calls colours; only what can be such a name."""
    try:
        found = _object(header).get("colours", {})
    except (ValueError, RecursionError):
        return {}
    named = cast("dict[Any, Any]", found) if isinstance(found, dict) else {}
    names = {colour: named.get(colour) for colour in COLOURS}
    return {colour: name for colour, name in names.items() if isinstance(name, str)}


def read(lines: Iterable[bytes]) -> Iterator[Line]:
    """Yield the tags, then the articles, the saved searches and the feeds in *lines*."""
    for number, line in enumerate(lines, 1):
        try:
            values = _object(line)
            kind = values.pop("type", "")
            if number == 1:
                _check_header(values)
            elif read_one := _KINDS_OF_LINES.get(kind):
                yield read_one(values)
            else:
                raise ValueError(f"type {kind!r}")
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise _broken(number, error) from error


def _object(line: bytes) -> dict[str, Any]:
    if len(line) > LINE_MOST:
        raise ValueError("line too long")
    values = json.loads(line)
    if not isinstance(values, dict):
        raise ValueError("no object")
    return cast("dict[str, Any]", values)


def _check_header(values: dict[str, Any]) -> None:
    if values.get("format") != FORMAT:
        raise ValueError("format")
    if values.get("version") not in range(1, VERSION + 1):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors", "This file was made by a newer version of Glosa. Install it to read it."
            )
        )


def _tag(values: dict[str, Any]) -> PortableTag:
    own = texts(values, ("uuid", "path", "colour", "description"))
    require(UUID.fullmatch(own["uuid"]) and own["path"].strip("/"), "tag")
    return PortableTag(**own)


def _article(values: dict[str, Any]) -> PortableArticle:
    own = texts(values, _ARTICLE_TEXTS)
    require(UUID.fullmatch(own["uuid"]), "uuid")
    require(TIME.fullmatch(own["added"]) and TIME.fullmatch(own["modified"]), "time")
    require(_PARTIAL.fullmatch(own["published"]), "published")
    require(own["status"] in STATUSES, "status")
    text, sha256 = own["text"], own["sha256"]
    require(clean(text).text == text, "text")
    require(hashlib.sha256(text.encode()).hexdigest() == sha256, "sha256")
    read_mark = partial(_mark, text=text, sha256=sha256)
    return PortableArticle(
        **own,
        starred=values["starred"] is True,
        blocks=_all_blocks(items(values["blocks"]), len(text)),
        tags=_paths(values["tags"]),
        annotations=tuple(map(read_mark, items(values["annotations"]))),
        text_created=time_or_none(values.get("text_created", "")),
        settled=tuple(_decision(one) for one in items(values.get("settled", []))),
        images=to_images(values.get("images", [])),
        whole=portable_whole_lines.whole(values.get("whole"), sha256, read_mark, _all_blocks),
    )


def _blocks(values: list[Any], length: int) -> Iterator[Block]:
    at = 0
    for kind, start, end, attrs in values:
        require(kind in _KINDS and isinstance(attrs, dict), "block")
        require(is_int(start) and is_int(end) and at <= start <= end <= length, "block")
        at = end
        yield Block(cast(BlockKind, kind), start, end, cast("dict[str, Any]", attrs))


def _all_blocks(values: list[Any], length: int) -> tuple[Block, ...]:
    return tuple(_blocks(values, length))


def _mark(values: dict[str, Any], text: str, sha256: str) -> PortableAnnotation:
    own = texts(values, _MARK_TEXTS)
    start, end, orphaned = values["start"], values["end"], values["orphaned"] is True
    require(UUID.fullmatch(own["uuid"]), "uuid")
    require(own["colour"] in COLOURS and own["style"] in STYLES, "colour")
    require(TIME.fullmatch(own["created"]) and TIME.fullmatch(own["modified"]), "time")
    require(is_int(start) and is_int(end) and 0 <= start <= end, "position")
    if own["version_sha256"] == sha256 and not orphaned:
        require(text[start:end] == own["exact"], "quote")
    return PortableAnnotation(
        **own,
        start=start,
        end=end,
        orphaned=orphaned,
        tags=_paths(values["tags"]),
        confidence=share(values.get("confidence", 1.0)),
        version=whole_number(values.get("version", 0)),
    )


def _decision(values: dict[str, Any]) -> Decision:
    own = texts(values, ("key", "outcome", "created"))
    require(_DIGEST.fullmatch(own["key"]) and _DIGEST.fullmatch(own["outcome"]), "settled")
    require(TIME.fullmatch(own["created"]), "time")
    return Decision(**own)


def _paths(values: Any) -> tuple[str, ...]:
    paths = items(values)
    require(all(isinstance(path, str) and path.strip("/ ") for path in paths), "tags")
    return tuple(paths)


_KINDS_OF_LINES = {
    "tag": _tag,
    "article": _article,
    "saved_search": portable_whole_lines.saved_search,
    "feed": portable_whole_lines.feed,
}


def _broken(number: int, error: Exception) -> UserError:
    if isinstance(error, UserError):
        return error
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "Line {line} of the file is damaged ({reason}). Nothing was taken in. Ask for the file "
            "again, or export it anew.",
        ),
        line=number,
        reason=str(error)[:80],
    )
