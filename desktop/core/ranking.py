"""How well a name fits what was typed into a chooser: whole words' beginnings before middles."""

from desktop.core.folding import fold


def score(name: str, wanted: str) -> int | None:
    """Return how badly *name* fits *wanted* (0: best); None when a word of it is not there.

    Case and accents do not count; each word of *wanted* must be found, in any order.
    """
    folded = fold(name)
    total = 0
    for word in fold(wanted).split():
        at = folded.find(word)
        if at < 0:
            return None
        begins = at == 0 or f" {word}" in folded or f"/{word}" in folded
        total += min(at, 9) if begins else 20 + min(at, 9)
    return total
