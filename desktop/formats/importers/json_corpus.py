"""Articles in JSON: a list of objects, an object that holds such a list, or one article."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, cast

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats.api import Item
from desktop.formats.importers import html_source
from desktop.formats.importers.columns import Chosen, Columns, Lost, add_text, look, valid
from desktop.formats.importers.libraries import detect
from desktop.formats.importers.source import Source, damaged

_TOLD_SINGLY = 100
_Fields = Mapping[str, Any]
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
    found = _articles(value, source.columns) or _articles(value, {})
    names = _names(found or _objects(value))
    chosen = valid(source.columns, names)
    if source.look and names:
        yield look(names, Columns(names, chosen), found or _objects(value))
    if not found:
        raise UserError(_NO_ARTICLES, name=source.name)
    bad, lost = 0, Lost()
    for number, one in enumerate(found, 1):
        columns = Columns(one, chosen, lost)
        text = one.get(columns.text or "")
        if isinstance(text, str) and text.strip():
            yield columns.document(one, source.name, "json", add_text)
        else:
            bad += 1
            if bad <= _TOLD_SINGLY:
                yield UserError(_NO_TEXT, name=source.name, number=number)

    yield from lost.remarks()


def _value(text: str, name: str) -> object:
    try:
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise damaged(name, "JSON") from error


def _refuse(constant: str) -> object:
    raise ValueError(constant)


def _names(objects: list[_Fields]) -> list[str]:
    """Return the keys of *objects*, each once."""
    return list(dict.fromkeys(name for one in objects[:1_000] for name in one))


def _articles(value: object, chosen: Chosen) -> list[_Fields]:
    """Return the objects of the first list that has some with a text in them, wherever it is."""
    for one in _lists_and_objects(value):
        if isinstance(one, list):
            if any(Columns(fields, chosen).text for fields in one[:50]):
                return one
        else:
            text = one.get(Columns(one, chosen).text or "")
            if isinstance(text, str) and text.strip():
                return [one]
    return []


def _objects(value: object) -> list[_Fields]:
    """Return the objects of the first list that has any."""
    lists = (one for one in _lists_and_objects(value) if isinstance(one, list))
    return next(filter(None, lists), list[_Fields]())


def _lists_and_objects(value: object) -> Iterator[list[_Fields] | _Fields]:
    """Yield each object and the objects of each list in *value*, the outermost first."""
    waiting: list[object] = [value]
    for _ in range(1_000):
        if not waiting:
            return
        one = waiting.pop(0)
        if isinstance(one, list):
            items = cast(list[object], one)
            yield [cast(_Fields, item) for item in items if isinstance(item, dict)]
            waiting += items[:50]
        elif isinstance(one, dict):
            yield cast(_Fields, one)
            waiting += list(cast(_Fields, one).values())[:50]
