"""The frozen canonical text of an article: one form, so that offsets stay right for ever."""

import re
from dataclasses import dataclass

_NONCHARACTER_OR_SURROGATE = re.compile("[\ufdd0-\ufdef\ud800-\udfff]")
_PARAGRAPH_GAP = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text after `clean`, and how many characters had to be replaced by U+FFFD."""

    text: str
    replaced: int


def clean(text: str) -> Cleaned:
    """Return *text* with LF only, no BOM, and nothing Qt or SQLite cannot hold.

    Letters are not normalised (NFC and NFD stay as they came).
    """
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if _is_sound(text):
        return Cleaned(text, 0)
    text, replaced = _NONCHARACTER_OR_SURROGATE.subn(REPLACEMENT, text)
    return Cleaned(text, replaced)


def _is_sound(text: str) -> bool:
    """Tell, ten times as quickly as by the pattern, that nothing has to be replaced."""
    try:
        return b"\xef\xb7" not in text.encode()  # how U+FDC0 to U+FDFF begin
    except UnicodeEncodeError:
        return False


def paragraphs(text: str) -> list[str]:
    """Split cleaned *text* at blank lines; paragraphs keep inner line ends, none is blank."""
    parts = (part.strip(" \t\n\ufeff") for part in _PARAGRAPH_GAP.split(text))
    return [part for part in parts if part.strip()]
