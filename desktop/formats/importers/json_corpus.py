"""Articles in JSON: a list of objects, an object that holds such a list, or one article."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, cast

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats.api import Item
from desktop.formats.importers import html_source
from desktop.formats.importers.columns import Columns, add_text
from desktop.formats.importers.libraries import detect
from desktop.formats.importers.source import Source, damaged

_TOLD_SINGLY = 100
_NO_ARTICLES = QT_TRANSLATE_NOOP(
    "Errors",
    "“{name}” holds no articles: there is no list of objects with a “text”, “content” or “body”.",
)
_NO_TEXT = QT_TRANSLATE_NOOP("Errors", "Item {number} of “{name}” has no text and was left out.")


def parse(source: Source) -> Iterator[Item]:
    """Yield an article for each object in *source* that has a text."""
    text, remarks = html_source.decode(source.data)
    yield from remarks
    value = _value(text.removeprefix("\ufeff"), source.name)
    if known := detect.json_reader(value):
        yield from known(value, source.name)
        return
    found = _articles(value)
    if not found:
        raise UserError(_NO_ARTICLES, name=source.name)
    bad = 0
    for number, one in enumerate(found, 1):
        columns = Columns(one)
        text = one.get(columns.text or "")
        if isinstance(text, str) and text.strip():
            yield columns.document(one, source.name, "json", add_text)
        else:
            bad += 1
            if bad <= _TOLD_SINGLY:
                yield UserError(_NO_TEXT, name=source.name, number=number)


def _value(text: str, name: str) -> object:
    try:
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise damaged(name, "JSON") from error


def _refuse(constant: str) -> object:
    raise ValueError(constant)


def _articles(value: object) -> list[Mapping[str, Any]]:
    """Return the objects of the first list that has some with a text in them, wherever it is."""
    waiting: list[object] = [value]
    for _ in range(1_000):
        if not waiting:
            break
        one = waiting.pop(0)
        if isinstance(one, list):
            objects = [
                cast(Mapping[str, Any], o) for o in cast(list[object], one) if isinstance(o, dict)
            ]
            if any(Columns(o).text for o in objects[:50]):
                return objects
            waiting += cast(list[object], one)[:50]
        elif isinstance(one, dict):
            fields = cast(Mapping[str, Any], one)
            text = fields.get(Columns(fields).text or "")
            if isinstance(text, str) and text.strip():
                return [fields]
            waiting += list(fields.values())[:50]
    return []
