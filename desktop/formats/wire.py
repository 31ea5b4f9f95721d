"""What goes between the program and the process that parses: JSON lines, never pickle.

The parsing process may have been taken over by the file it reads, so what comes from it is checked.
"""

import json
from typing import Any, cast

from desktop.core.article import STATUSES, Block, Document, Origin, Quote, Remark
from desktop.core.errors import UserError
from desktop.core.portable import PortableTag
from desktop.formats import image_values
from desktop.formats.api import Item, TableLook

_TEXTS = ("title", "text", "source_format", "author", "outlet", "agency", "url", "language",
          "published")  # fmt: skip
_MORE = ("note", "added", "uuid", "modified")  # what few documents have is sent when there is some


class BadMessage(Exception):  # noqa: N818 - it is what came
    """The other side sent something that is no message."""


def dump(message: dict[str, Any]) -> bytes:
    """Return one line of bytes."""
    return (
        json.dumps(message, ensure_ascii=False, separators=(",", ":"), default=str).encode(
            "utf-8", "surrogatepass"
        )
        + b"\n"
    )


def load(line: bytes) -> dict[str, Any]:
    """Return the message in *line*; BadMessage when it is none."""
    try:
        message = json.loads(line.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise BadMessage from error
    if not isinstance(message, dict):
        raise BadMessage
    return cast(dict[str, Any], message)


def of_item(item: Item) -> dict[str, Any]:
    """Return *item* as a message."""
    if isinstance(item, UserError):
        return {"error": [item.template, item.fields]}
    if isinstance(item, Remark):
        return {"remark": _remark(item)}
    if isinstance(item, TableLook):
        return {"table": [item.columns, dict(item.guess), item.rows]}
    if isinstance(item, PortableTag):
        return {"tag": [item.uuid, item.path, item.colour, item.description]}
    return {"document": _document(item)}


def to_item(message: dict[str, Any]) -> Item:
    """Return what `of_item` made a message of; BadMessage when it is not so."""
    try:
        if "error" in message:
            template, fields = message["error"]
            return UserError(str(template), **fields)
        if "remark" in message:
            return _to_remark(message["remark"])
        if "table" in message:
            return _to_table(message["table"])
        if "tag" in message:
            uuid, path, colour, description = map(_text, message["tag"])
            return PortableTag(uuid, path, colour, description)
        return _to_document(message["document"])
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise BadMessage from error


def _document(document: Document) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(document, name) for name in _TEXTS}
    values["blocks"] = [[b.kind, b.start, b.end, dict(b.attrs)] for b in document.blocks]
    values["tags"] = document.tags
    values["quotes"] = [_quote(quote) for quote in document.quotes]
    more: dict[str, Any] = {name: getattr(document, name) for name in _MORE}
    if document.status != STATUSES[0]:
        more["status"] = document.status
    more |= {"starred": document.starred, "excerpts": document.excerpts}
    values |= {name: value for name, value in more.items() if value}
    values["remarks"] = [_remark(one) for one in document.remarks]
    if document.images:
        values["images"] = list(map(image_values.of_image, document.images))
    return values


def _quote(q: Quote) -> list[Any]:
    made: list[Any] = [q.exact, q.prefix, q.suffix, q.colour, q.style, q.note, q.tags, q.start,
                       q.end, q.author, q.created]  # fmt: skip
    if q.origin:
        one = q.origin
        made.append([one.uuid, one.modified, one.sha256, one.start, one.end, one.orphaned])
    return made


def _to_document(values: dict[str, Any]) -> Document:
    texts: dict[str, Any] = {name: _text(values[name]) for name in _TEXTS}
    texts |= {name: _text(values.get(name, "")) for name in _MORE}
    texts["status"] = values.get("status", STATUSES[0])
    if texts["status"] not in STATUSES:
        raise BadMessage
    return Document(
        **texts,
        starred=values.get("starred") is True,
        excerpts=values.get("excerpts") is True,
        blocks=_to_blocks(values["blocks"], len(texts["text"])),
        tags=tuple(map(_text, values["tags"])),
        quotes=tuple(map(_to_quote, values["quotes"])),
        remarks=tuple(_to_remark(one) for one in values["remarks"]),
        images=image_values.to_images(values.get("images", [])),
    )


def _to_quote(values: list[Any]) -> Quote:
    exact, prefix, suffix, colour, style, note = map(_text, values[:6])
    tags, start, end = tuple(map(_text, values[6])), int(values[7]), int(values[8])
    if not 0 <= start <= end:
        raise BadMessage
    author, created = map(_text, values[9:11])
    origin = _to_origin(values[11]) if len(values) > 11 else None
    return Quote(
        exact, prefix, suffix, colour, style, note, tags, start, end, author, created, origin
    )


def _to_origin(values: list[Any]) -> Origin:
    uuid, modified, sha256 = map(_text, values[:3])
    start, end, orphaned = int(values[3]), int(values[4]), values[5] is True
    if not 0 <= start <= end:
        raise BadMessage
    return Origin(uuid, modified, sha256, start, end, orphaned)


def _to_blocks(values: list[Any], length: int) -> tuple[Block, ...]:
    blocks = tuple(Block(kind, start, end, attrs) for kind, start, end, attrs in values)
    at = 0
    for block in blocks:
        if not (at <= block.start <= block.end <= length and isinstance(block.attrs, dict)):
            raise BadMessage
        for one in (block.attrs, *block.attrs.get("spans", ())):
            for value in one.values():
                if isinstance(value, str):
                    _text(value)
        at = block.end
    return blocks


def _remark(remark: Remark) -> list[Any]:
    return [remark.template, dict(remark.fields)]


def _to_remark(values: list[Any]) -> Remark:
    template, fields = values
    remark = Remark(_text(template), dict(fields))
    str(remark)  # a template that its fields do not fill fails here, not in the report
    return remark


def _to_table(values: list[Any]) -> TableLook:
    columns, guess, rows = values
    return TableLook(
        tuple(map(_text, columns)),
        {_text(field): _text(column) for field, column in guess.items()},
        tuple(tuple(map(_text, row)) for row in rows),
    )


def _text(value: object) -> str:
    """Return *value*, a text that SQLite can hold."""
    if not isinstance(value, str):
        raise BadMessage
    value.encode()
    return value
