"""W3C TextQuoteSelector with TextPositionSelector: how an annotation says where it is."""

from dataclasses import dataclass

CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Selector:
    """Code-point range of a text with its quote and up to 32 characters on each side."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


def select(text: str, start: int, end: int) -> Selector:
    """Cut the selector for `text[start:end]`."""
    return Selector(
        start,
        end,
        text[start:end],
        text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT],
    )


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without white space at its ends; an empty one may result."""
    start, end = max(0, start), min(len(text), end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
