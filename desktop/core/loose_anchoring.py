"""Find a quote whose white space or typography another program has changed."""

import re
from functools import partial

from desktop.core.anchoring import same_beginning
from desktop.core.selector import Selector, select, trim

_ALIKE = ('"„”“«»‟″', "'’‘‚‛′", "-–—‐‑−")
_CLASS = {char: f"[{re.escape(group)}]" for group in _ALIKE for char in group}
_GAP = r"[\s\u200b\ufeff]+"
_LONGEST = 20_000


def anchor_loosely(text: str, selector: Selector) -> Selector | None:
    """Return where the words of *selector* stand in *text*, however they are spaced, or None.

    Quotation marks, apostrophes and dashes count as alike, and “…” as three dots. Of several
    places the one with the likest surroundings wins.
    """
    words = selector.exact.split()
    if not words or len(selector.exact) > _LONGEST:
        return None
    pattern = _GAP.join(map(_word, words))
    places = [trim(text, *found.span()) for found in re.finditer(pattern, text)]
    if not places:
        return None
    start, end = max(places, key=partial(_likeness, text, selector))
    return select(text, start, end)


def _word(word: str) -> str:
    pieces = [_CLASS.get(char) or re.escape(char) for char in word.replace("…", "...")]
    return "".join(pieces).replace(r"\.\.\.", r"(?:\.\.\.|…)")


def _likeness(text: str, selector: Selector, place: tuple[int, int]) -> tuple[int, int]:
    before = "".join(text[max(0, place[0] - 64) : place[0]].split())
    after = "".join(text[place[1] : place[1] + 64].split())
    prefix, suffix = "".join(selector.prefix.split()), "".join(selector.suffix.split())
    same = same_beginning(before[::-1], prefix[::-1]) + same_beginning(after, suffix)
    return same, -abs(place[0] - selector.start)
