"""What each value of a file that another library wrote must be; ValueError when it is not."""

import re
from typing import Any, Literal, cast

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")
_LARGEST = 2**53


def require(holds: object, what: str) -> Literal[True]:
    """Raise a ValueError that names *what* unless it *holds*."""
    if not holds:
        raise ValueError(what)
    return True


def texts(values: dict[str, Any], names: tuple[str, ...]) -> dict[str, str]:
    """Return the values of *names*, which are texts that can be stored."""
    found = {name: values[name] for name in names}
    require(all(isinstance(value, str) for value in found.values()), "text")
    for value in found.values():
        value.encode()  # a lone surrogate is a ValueError
    return found


def items(value: Any) -> list[Any]:
    """Return *value*, a list."""
    require(isinstance(value, list), "list")
    return cast("list[Any]", value)


def whole_number(value: Any) -> int:
    """Return *value*, a number from 0 that any program can hold."""
    require(is_int(value) and 0 <= value <= _LARGEST, "number")
    return value


def share(value: Any) -> float:
    """Return *value*, a number from 0 to 1."""
    require((is_int(value) or isinstance(value, float)) and 0 <= value <= 1, "share")
    return float(value)


def is_int(value: Any) -> bool:
    """Tell whether *value* is an integer and no truth value."""
    return isinstance(value, int) and not isinstance(value, bool)


def time(value: Any) -> str:
    """Return *value*, a time."""
    require(isinstance(value, str) and TIME.fullmatch(value), "time")
    return value


def time_or_none(value: Any) -> str:
    """Return *value*, a time or ""."""
    return "" if value == "" else time(value)


def uuid(value: Any) -> str:
    """Return *value*, a uuid."""
    require(isinstance(value, str) and UUID.fullmatch(value), "uuid")
    return value
