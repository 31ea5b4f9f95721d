"""What could be completed where the cursor stands in a search: a field's name, or its value."""

import re
from dataclasses import dataclass

from desktop.core.query_fields import CHOICES, FIELDS

FROM_LIBRARY = ("tag", "feed", "outlet", "agency", "author", "language")
MIN_NAME = 2
_QUOTES = str.maketrans("„”“«»", '"""""')
_VALUE = re.compile(r'(?:^|[\s(-])([A-Za-z]+):(?:"([^"]*)|([^\s"()]*))$')
_NAME = re.compile(r"(?:^|[\s(-])([A-Za-z]+)$")
_NEEDS_QUOTES = re.compile(r"^=|[\s()*,]")
_NO_QUOTES = str.maketrans("", "", '"„”“«»')


@dataclass(frozen=True, slots=True)
class Place:
    """`text[start:end]` would be replaced; `begun` is what is typed of it so far.

    Without `field` it is a field's name that is begun.
    """

    start: int
    end: int
    begun: str
    field: str = ""


def place(text: str, cursor: int) -> Place | None:
    """Return what is being typed at *cursor*; None where nothing could be completed."""
    before, after = text[:cursor].translate(_QUOTES), text[cursor:]
    if match := _VALUE.search(before):
        inside = match[2] is not None
        if _in_phrase(before[: match.end(1)]) or (after[:1].strip() and not inside):
            return None
        field = match[1].lower()
        if field not in FROM_LIBRARY and field not in CHOICES:
            return None
        closing = inside and after[:1].translate(_QUOTES) == '"'
        return Place(match.end(1) + 1, cursor + closing, match[2] if inside else match[3], field)
    match = _NAME.search(before)
    if not match or len(match[1]) < MIN_NAME or _in_phrase(before) or after[:1].strip():
        return None
    return Place(match.start(1), cursor, match[1])


def fields(begun: str) -> list[str]:
    """Return the fields whose name begins so."""
    return [name for name in FIELDS if name.startswith(begun.lower()) and name != begun]


def choices(field: str, begun: str) -> list[str]:
    """Return the values of a field with a closed list that begin so."""
    return [value for value in CHOICES.get(field, ()) if value.startswith(begun.lower())]


def filled(text: str, at: Place, chosen: str) -> tuple[str, int]:
    """Return *text* with the completion in its place, and where the cursor goes."""
    if at.field:
        value = chosen.translate(_NO_QUOTES)
        put = f'"{value}"' if _NEEDS_QUOTES.search(value) else value
        rest = text[at.end :].lstrip()
        start = f"{text[: at.start]}{put} "
        return start + rest, len(start)
    start = f"{text[: at.start]}{chosen}:"
    return start + text[at.end :], len(start)


def _in_phrase(before: str) -> bool:
    return before.count('"') % 2 == 1
