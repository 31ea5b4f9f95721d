"""Read back what `exporters.json_lines` wrote, from a stranger too: each value is checked.

UserError names the line; nothing is taken from a file that is not whole.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal, cast

from desktop.core.article import STATUSES, Block, BlockKind
from desktop.core.canonical import clean
from desktop.core.colours import COLOURS, STYLES
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.portable import Decision, PortableAnnotation, PortableArticle, PortableTag
from desktop.formats.exporters.json_lines import FORMAT, VERSION
from desktop.formats.image_values import to_images

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")
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


def read(lines: Iterable[bytes]) -> Iterator[PortableTag | PortableArticle]:
    """Yield the tags, then the articles in *lines*."""
    for number, line in enumerate(lines, 1):
        try:
            values = _object(line)
            kind = values.pop("type", "")
            if number == 1:
                _check_header(values)
            elif kind == "tag":
                yield _tag(values)
            elif kind == "article":
                yield _article(values)
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
    if values.get("version") != VERSION:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors", "This file was made by a newer version of Glosa. Install it to read it."
            )
        )


def _tag(values: dict[str, Any]) -> PortableTag:
    texts = _texts(values, ("uuid", "path", "colour", "description"))
    _require(_UUID.fullmatch(texts["uuid"]) and texts["path"].strip("/"), "tag")
    return PortableTag(**texts)


def _article(values: dict[str, Any]) -> PortableArticle:
    texts = _texts(values, _ARTICLE_TEXTS)
    _require(_UUID.fullmatch(texts["uuid"]), "uuid")
    _require(_TIME.fullmatch(texts["added"]) and _TIME.fullmatch(texts["modified"]), "time")
    _require(_PARTIAL.fullmatch(texts["published"]), "published")
    _require(texts["status"] in STATUSES, "status")
    text = texts["text"]
    _require(clean(text).text == text, "text")
    _require(hashlib.sha256(text.encode()).hexdigest() == texts["sha256"], "sha256")
    marks = tuple(_mark(one, text, texts["sha256"]) for one in _list(values["annotations"]))
    return PortableArticle(
        **texts,
        starred=values["starred"] is True,
        blocks=tuple(_blocks(_list(values["blocks"]), len(text))),
        tags=_paths(values["tags"]),
        annotations=marks,
        text_created=_since(values.get("text_created", "")),
        settled=tuple(_decision(one) for one in _list(values.get("settled", []))),
        images=to_images(values.get("images", [])),
    )


def _blocks(values: list[Any], length: int) -> Iterator[Block]:
    at = 0
    for kind, start, end, attrs in values:
        _require(kind in _KINDS and isinstance(attrs, dict), "block")
        _require(_is_int(start) and _is_int(end) and at <= start <= end <= length, "block")
        at = end
        yield Block(cast(BlockKind, kind), start, end, cast("dict[str, Any]", attrs))


def _mark(values: dict[str, Any], text: str, sha256: str) -> PortableAnnotation:
    texts = _texts(values, _MARK_TEXTS)
    start, end, orphaned = values["start"], values["end"], values["orphaned"] is True
    _require(_UUID.fullmatch(texts["uuid"]), "uuid")
    _require(texts["colour"] in COLOURS and texts["style"] in STYLES, "colour")
    _require(_TIME.fullmatch(texts["created"]) and _TIME.fullmatch(texts["modified"]), "time")
    _require(_is_int(start) and _is_int(end) and 0 <= start <= end, "position")
    if texts["version_sha256"] == sha256 and not orphaned:
        _require(text[start:end] == texts["exact"], "quote")
    confidence = values.get("confidence", 1.0)
    _require(_is_number(confidence) and 0 <= confidence <= 1, "confidence")
    return PortableAnnotation(
        **texts,
        start=start,
        end=end,
        orphaned=orphaned,
        tags=_paths(values["tags"]),
        confidence=float(confidence),
    )


def _decision(values: dict[str, Any]) -> Decision:
    texts = _texts(values, ("key", "outcome", "created"))
    _require(_DIGEST.fullmatch(texts["key"]) and _DIGEST.fullmatch(texts["outcome"]), "settled")
    _require(_TIME.fullmatch(texts["created"]), "time")
    return Decision(**texts)


def _texts(values: dict[str, Any], names: tuple[str, ...]) -> dict[str, str]:
    found = {name: values[name] for name in names}
    _require(all(isinstance(value, str) for value in found.values()), "text")
    for value in found.values():
        value.encode()  # a lone surrogate is a ValueError
    return found


def _paths(values: Any) -> tuple[str, ...]:
    paths = _list(values)
    _require(all(isinstance(path, str) and path.strip("/ ") for path in paths), "tags")
    return tuple(paths)


def _list(values: Any) -> list[Any]:
    _require(isinstance(values, list), "list")
    return cast("list[Any]", values)


def _since(value: Any) -> str:
    """Return the time that a field of newer files gives, "" in the older ones."""
    _require(isinstance(value, str) and (not value or _TIME.fullmatch(value)), "time")
    return value


def _is_number(value: Any) -> bool:
    return _is_int(value) or isinstance(value, float)


def _is_int(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _require(holds: object, what: str) -> Literal[True]:
    if not holds:
        raise ValueError(what)
    return True


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
