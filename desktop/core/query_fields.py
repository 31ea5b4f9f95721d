"""The fields of the search language: what may stand after each colon, and mistakes in words."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from desktop.core import dates
from desktop.core.article import STATUSES
from desktop.core.colours import COLOURS
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.query_tree import Filter, Node, any_of

IN_WORDS = ("title", "text", "note", "quote")
CHOICES: dict[str, tuple[str, ...]] = {
    "status": STATUSES,
    "colour": COLOURS,
    "is": ("starred", "trashed"),
    "has": ("highlight", "note", "tag"),
}
FIELDS = (
    "title", "text", "note", "quote", "tag", "feed", "outlet", "agency", "author", "language",
    "status", "colour", "is", "has", "published", "added", "words",
)  # fmt: skip
_ALIASES = {"color": "colour", "tags": "tag", "lang": "language"}
_AGO = re.compile(r"(\d{1,4})([dwmy])")
_NUMBER = re.compile(r"(>=|<=|>|<|)(\d{1,9})")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


@dataclass(frozen=True, slots=True)
class Value:
    """What stands after a field's colon.

    `begun`: other letters may follow. `typing`: it may be incomplete, which is no mistake yet.
    """

    text: str
    begun: bool = False
    typing: bool = False


def known(name: str) -> str:
    """Return the field called *name* whatever its case; UserError when there is none."""
    lower = name.lower()
    field = _ALIASES.get(lower, lower)
    if field in FIELDS:
        return field
    raise UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "There is no field “{name}:”. Use one of: {known}. To search for the word itself, "
            "write a space after the colon.",
        ),
        name=name,
        known=", ".join(f"{one}:" for one in FIELDS),
    )


def condition(field: str, value: Value) -> Node | None:
    """Return the condition that a field has *value*; None while it is not complete.

    UserError when *value* cannot be meant.
    """
    maker = _MAKERS.get(field)
    if maker:
        return maker(field, value)
    if field in CHOICES:
        return _choice(field, value)
    return Filter(field, value.text, begun=value.begun and field in ("tag", "language"))


def _colour(field: str, value: Value) -> Node | None:
    """Read a colour, or what the user calls one: only the library knows these names."""
    wanted = value.text.lower()
    if wanted in COLOURS:
        return Filter(field, wanted)
    begun = [one for one in COLOURS if value.begun and one.startswith(wanted)]
    return any_of(
        [*(Filter(field, one) for one in begun), Filter(field, value.text, begun=value.begun)]
    )


def _choice(field: str, value: Value) -> Node | None:
    wanted = value.text.lower()
    if wanted in CHOICES[field]:
        return Filter(field, wanted)
    found = [Filter(field, one) for one in CHOICES[field] if one.startswith(wanted)]
    if (value.begun and found) or value.typing:
        return any_of([*found]) if value.begun else None
    raise UserError(
        QT_TRANSLATE_NOOP("Errors", "“{name}:{value}” is not known. Use one of: {known}."),
        name=field,
        value=value.text,
        known=", ".join(f"{field}:{item}" for item in CHOICES[field]),
    )


def _days(field: str, value: Value) -> Filter | None:
    """Read a partial date, a range of them, or how long ago (`7d`). Days are those of UTC."""
    if ago := _AGO.fullmatch(value.text.lower()):
        return Filter(field, _days_ago(int(ago[1]) * _DAYS[ago[2]]))
    first, dots, last = value.text.partition("..")
    begin, end = dates.parse_partial(first), dates.parse_partial(last if dots else first)
    if (first and not begin) or (last and not end) or not (begin or end):
        return _unless_typing(
            value,
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{value}” is not a date. Write {name}:2023-09, {name}:2023-09..2023-12 or "
                "{name}:7d (the last 7 days; also w, m, y).",
            ),
            field,
        )
    return Filter(
        field, dates.first_day(begin) if begin else "", dates.last_day(end) if end else ""
    )


def _days_ago(days: int) -> str:
    """Return the first of the last *days* days, today being one of them."""
    today = datetime.now(UTC).date()
    back = min(max(days, 1) - 1, (today - date(1, 1, 1)).days)
    return (today - timedelta(days=back)).isoformat()


def _number(field: str, value: Value) -> Filter | None:
    first, dots, last = value.text.partition("..")
    if dots and (first or last) and all(not part or part.isdecimal() for part in (first, last)):
        if len(first) <= 9 and len(last) <= 9:
            return Filter(field, first, last)
    elif match := _NUMBER.fullmatch(value.text):
        number = int(match[2])
        low = {">": str(number + 1), ">=": str(number), "": str(number)}.get(match[1], "")
        high = {"<": str(number - 1), "<=": str(number), "": str(number)}.get(match[1], "")
        return Filter(field, low, high)
    return _unless_typing(
        value,
        QT_TRANSLATE_NOOP(
            "Errors",
            "“{value}” is not a number of words. "
            "Write {name}:>800, {name}:<200 or {name}:200..800.",
        ),
        field,
    )


def _unless_typing(value: Value, template: str, name: str) -> None:
    if not value.typing:
        raise UserError(template, value=value.text, name=name)


_MAKERS: dict[str, Callable[[str, Value], Node | None]] = {
    "colour": _colour,
    "published": _days,
    "added": _days,
    "words": _number,
}
