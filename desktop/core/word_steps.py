"""Where the end of a highlight goes when a key moves it by a word."""

import re

_WORD = re.compile(r"[^\W_]+(?:[-’'.,][^\W_]+)*")
_NEAR = 400


def moved_start(text: str, start: int, end: int, step: int) -> int:
    """Return the start one word later (1) or earlier (-1), before *end*; the same without one."""
    places = [place for place, _ in _words(text, start)]
    if step > 0:
        return min((place for place in places if start < place < end), default=start)
    return max((place for place in places if place < start), default=start)


def moved_end(text: str, start: int, end: int, step: int) -> int:
    """Return the end one word later (1) or earlier (-1), behind *start*; the same without one."""
    places = [place for _, place in _words(text, end)]
    if step > 0:
        return min((place for place in places if place > end), default=end)
    return max((place for place in places if start < place < end), default=end)


def are_neighbours(text: str, end: int, start: int) -> bool:
    """Tell whether no word stands between *end* of one highlight and *start* of the next."""
    return not re.search(r"\w", text[end:start])


def _words(text: str, around: int) -> list[tuple[int, int]]:
    """Return the words near *around*, as far as a word and what parts it from the next reach."""
    low = max(0, around - _NEAR)
    found = _WORD.finditer(text, low, around + _NEAR)
    return [match.span() for match in found]
