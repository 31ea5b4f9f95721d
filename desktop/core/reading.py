"""How long a text is for a reader."""

import re

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
WORDS_PER_MINUTE = 220


def count_words(text: str) -> int:
    """Return the number of words in *text*."""
    return len(_WORD.findall(text))


def minutes(words: int) -> int:
    """Return the reading time of so many words in whole minutes, at least one."""
    return max(1, round(words / WORDS_PER_MINUTE))
