"""Published dates may be partial (`2023`, `2023-09`, `2023-09-07`) and stay so."""

import re

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


def parse_partial(text: str) -> str | None:
    """Return *text* as a partial ISO date with two-digit parts, or None if it is no date."""
    match = _PARTIAL.fullmatch(text.strip())
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if not _possible(year, month, day):
        return None
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])


def first_day(partial: str) -> str:
    """Return the first day that a partial date may mean, as YYYY-MM-DD."""
    return partial + "-01" * ((10 - len(partial)) // 3)


def last_day(partial: str) -> str:
    """Return the last day that a partial date may mean, as YYYY-MM-DD."""
    if len(partial) == 4:
        return partial + "-12-31"
    if len(partial) == 7:
        year, month = map(int, partial.split("-"))
        return f"{partial}-{_days(year, month):02}"
    return partial


def _possible(year: int, month: int | None, day: int | None) -> bool:
    if year < 1 or (month is not None and not 1 <= month <= 12):
        return False
    return day is None or (month is not None and 1 <= day <= _days(year, month))


def _days(year: int, month: int) -> int:
    from calendar import monthrange  # costs a start of the window more than all of this file

    return monthrange(year, month)[1]
