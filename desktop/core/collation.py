"""Polish alphabetical order as a text that plain comparison (and an SQLite index) sorts right."""

import re
import unicodedata
from functools import lru_cache

from desktop.core.folding import fold

# A letter with its mark sorts behind every continuation of the bare letter, before the next one.
_LAST, _BEFORE_LAST = "\U0010ffff", "\U0010fffe"
_POLISH = {
    "ą": "a" + _LAST, "ć": "c" + _LAST, "ę": "e" + _LAST, "ł": "l" + _LAST, "ń": "n" + _LAST,
    "ó": "o" + _LAST, "ś": "s" + _LAST, "ź": "z" + _BEFORE_LAST, "ż": "z" + _LAST,
}  # fmt: skip
_DIGITS = re.compile(r"\d+")
_LEADING = re.compile(r"^[\W_]+")
KEY_LENGTH = 120


def sort_key(text: str) -> str:
    """Return the sort key of *text*; numbers sort by value.

    Case, quotes in front and foreign accents do not count.
    """
    short = unicodedata.normalize("NFC", text[:KEY_LENGTH]).lower()
    bare = _LEADING.sub("", short)
    spelled = "".join(map(_spelled, bare))
    return _DIGITS.sub(lambda number: number.group().zfill(8), spelled)


@lru_cache(2_000)
def _spelled(char: str) -> str:
    return _POLISH.get(char) or fold(char)
