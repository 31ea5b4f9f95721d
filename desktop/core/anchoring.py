"""Find an annotation's place in a text: by position if the quote is there, else by quote and context."""

from collections.abc import Iterator
from os.path import commonprefix

from desktop.core.selector import Selector, select


def anchor(text: str, selector: Selector) -> Selector | None:
    """Return where *selector* belongs in *text*, or None: it is an orphan.

    The position counts only when the text there equals the quote. Otherwise the occurrence of
    the quote wins whose surroundings are most alike; a tie goes to the one nearest the old place.
    """
    if not selector.exact:
        return None
    if text[selector.start : selector.end] == selector.exact:
        return select(text, selector.start, selector.end)
    places = list(occurrences(text, selector.exact))
    if not places:
        return None
    best = max(places, key=lambda at: _likeness(text, at, selector))
    return select(text, best, best + len(selector.exact))


def occurrences(text: str, exact: str) -> Iterator[int]:
    """Yield the offset of each occurrence of *exact*, overlapping ones too."""
    at = text.find(exact)
    while at >= 0:
        yield at
        at = text.find(exact, at + 1)


def _likeness(text: str, at: int, selector: Selector) -> tuple[int, int]:
    before, after = text[max(0, at - 32) : at], text[at + len(selector.exact) :][:32]
    same_before = len(commonprefix([before[::-1], selector.prefix[::-1]]))
    same_after = len(commonprefix([after, selector.suffix]))
    return same_before + same_after, -abs(at - selector.start)
