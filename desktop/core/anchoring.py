"""Find an annotation's place in a text: its position if the quote is there, else the context."""

from collections.abc import Iterator, Sequence

from desktop.core.selector import CONTEXT, Selector, select


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
    end = at + len(selector.exact)
    before, after = text[max(0, at - CONTEXT) : at], text[end : end + CONTEXT]
    same = same_beginning(before[::-1], selector.prefix[::-1])
    same += same_beginning(after, selector.suffix)
    return same, -abs(at - selector.start)


def same_beginning(one: Sequence[object], other: Sequence[object]) -> int:
    """Return how many items two texts, or runs of words, have in common from their beginnings."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
