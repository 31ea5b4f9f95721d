"""How long a text is for a reader."""

import re
from itertools import filterfalse

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
WORDS_PER_MINUTE = 220


def count_words(text: str) -> int:
    """Return the number of words in *text*."""
    # Most words stand alone between spaces: only the others are worth the pattern, which is slow.
    parts = text.split()
    others = list(filterfalse(str.isalnum, parts))
    return len(parts) - len(others) + len(_WORD.findall(" ".join(others)))


def minutes(words: int) -> int:
    """Return the reading time of so many words in whole minutes, at least one."""
    return max(1, round(words / WORDS_PER_MINUTE))
