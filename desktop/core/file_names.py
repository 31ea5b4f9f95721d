"""File names out of titles: valid on every system, and never a way out of their folder."""

import re
import unicodedata
from collections.abc import Container

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u2028\u2029]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$")
_MOST_BYTES = 200  # file systems take 255; some room for a number and a temporary ending


def safe_name(wanted: str, suffix: str = "", *, taken: Container[str] = ()) -> str:
    """Return a file name like *wanted* with *suffix* behind it.

    *taken* holds names in use, case-folded: a number is added rather than one given twice.
    """
    stem = _tidy(wanted)
    name = _cut(stem, suffix) + suffix
    number = 2
    while name.casefold() in taken:
        ending = f" ({number}){suffix}"
        name = _cut(stem, ending) + ending
        number += 1
    return name


def _tidy(wanted: str) -> str:
    text = unicodedata.normalize("NFC", wanted)
    text = "".join(char for char in text if unicodedata.category(char) not in ("Cf", "Cs", "Cn"))
    text = " ".join(_FORBIDDEN.sub(" ", text).split())
    text = text.rstrip(" .").lstrip(" .-~")
    return f"_{text}" if not text or _RESERVED.match(text) else text


def _cut(stem: str, ending: str) -> str:
    most = _MOST_BYTES - len(ending.encode())
    return stem.encode()[:most].decode(errors="ignore").rstrip(" .") or "_"
