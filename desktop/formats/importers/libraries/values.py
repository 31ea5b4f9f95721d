"""Values as other programs write them, to ours: dates, colours, tags, words."""

import colorsys
import math
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, cast

from desktop.core import tag_path
from desktop.core.canonical import REPLACEMENT, clean
from desktop.core.errors import UserError

_DAY_FIRST = re.compile(
    r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?"
)
_LATEST = 4_102_444_800  # the year 2100: larger numbers are milliseconds
_NAMES = {
    "yellow": "yellow", "green": "green", "blue": "blue", "pink": "pink", "magenta": "pink",
    "purple": "purple", "orange": "orange", "red": "red", "gray": "grey", "grey": "grey",
    "cyan": "blue", "olive": "green",
}  # fmt: skip
_HUES = (
    (15, "red"), (42, "orange"), (70, "yellow"), (170, "green"), (255, "blue"), (295, "purple"),
    (345, "pink"), (361, "red"),
)  # fmt: skip


def words(value: object) -> str:
    """Return *value* as one clean line; "" for what is no word or number."""
    if isinstance(value, str):
        return " ".join(lines(value).split())
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def lines(value: object) -> str:
    """Return *value* as clean text that keeps its lines, "" when it is no text."""
    if not isinstance(value, str):
        return ""
    return clean(value).text.replace("\0", REPLACEMENT).strip()


def address(value: object) -> str:
    """Return *value* if it is a web address, else ""."""
    url = words(value)
    return url if url.lower().startswith(("http://", "https://")) else ""


def time(value: object) -> str:
    """Return a Unix time (s or ms) or a written date as ISO-8601 UTC with `Z`, "" if it is none."""
    found = _moment(value)
    if found is None:
        return ""
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    try:
        return found.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    except (OverflowError, ValueError):
        return ""


def colour(value: object) -> str:
    """Return the highlight colour nearest to a name or `#rrggbb`."""
    name = words(value).casefold()
    if name in _NAMES:
        return _NAMES[name]
    if not re.fullmatch(r"#[0-9a-f]{6}(?:[0-9a-f]{2})?", name):
        return "yellow"
    red, green, blue = (int(name[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    if saturation < 0.12 or not 0.04 < lightness < 0.97:
        return "grey"
    return next(known for end, known in _HUES if hue * 360 < end)


def tags(names: Iterable[object], *, nested: bool = False) -> tuple[str, ...]:
    """Return *names* as tag paths, mended where ours may not be so; `/` parts when *nested*."""
    return tuple(dict.fromkeys(filter(None, (_tag(words(one), nested=nested) for one in names))))


def path(names: Iterable[str]) -> str:
    """Return the tag path along *names*, from the root."""
    return "/".join(filter(None, (_tag(name, nested=False) for name in names)))


def items(value: object) -> list[Any]:
    """Return *value* if it is a list, else an empty one."""
    return cast(list[Any], value) if isinstance(value, list) else []


def mappings(value: object) -> list[dict[str, Any]]:
    """Return the objects in a list of JSON."""
    return [cast(dict[str, Any], one) for one in items(value) if isinstance(one, dict)]


def labels(value: object, key: str) -> list[object]:
    """Return the names in a list of texts, or of objects that have theirs under *key*."""
    return [mapping(one).get(key) if mapping(one) else one for one in items(value)]


def mapping(value: object) -> dict[str, Any]:
    """Return *value* if it is an object of JSON, else an empty one."""
    return cast(dict[str, Any], value) if isinstance(value, dict) else {}


def _moment(value: object) -> datetime | None:
    text = words(value)
    try:
        if re.fullmatch(r"\d+(?:\.\d+)?", text) and len(text.partition(".")[0]) > 4:
            number = float(text)
            return datetime.fromtimestamp(number / (1 if number < _LATEST else 1000), UTC)
        if found := _DAY_FIRST.fullmatch(text):
            day, month, year, hour, minute, second = (int(part or 0) for part in found.groups())
            return datetime(year, month, day, hour, minute, second)
        return datetime.fromisoformat(text)
    except (ValueError, OverflowError, OSError):
        return None


def number(value: object) -> float:
    """Return *value* as a number, 0 when it is none."""
    try:
        found = float(words(value).rstrip("%"))
    except ValueError:
        return 0.0
    return found if math.isfinite(found) else 0.0


def _tag(name: str, *, nested: bool) -> str:
    name = "".join(" " if ord(char) < 32 or char == "\x7f" else char for char in name)
    name = name.replace(";", ",")
    parts = name.split("/") if nested else [name.replace("/", "∕")]
    kept = [part.strip()[: tag_path.MAX_NAME] for part in parts if part.strip()]
    made = "/".join(kept[: tag_path.MAX_DEPTH])
    try:
        return tag_path.join(tag_path.parse(made))
    except UserError:
        return ""
