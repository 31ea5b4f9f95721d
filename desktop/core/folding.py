"""Search folds letters: `lodz` finds `Łódź`; hits point at the text as it came."""

import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

# What FTS5's `unicode61 remove_diacritics 2` leaves alone; the index's view folds by this table.
LETTERS = {
    "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ß": "ss", "ẞ": "SS",
    "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ı": "i", "þ": "th", "Þ": "TH", "ħ": "h",
    "Ħ": "H", "ŧ": "t", "Ŧ": "T", "\u00ad": "",
}  # fmt: skip
_TYPOGRAPHIC = {
    "„": '"', "”": '"', "“": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "‚": "'",
    "–": "-", "—": "-", "−": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    "\u200b": "", "\u2060": "", "\n": " ", "\t": " ",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text.

    `origins[i]` is the offset in the original of folded character i (None: i itself).
    """

    text: str
    origins: Sequence[int] | None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the original range of the non-empty folded range."""
        if self.origins is None:
            return start, end
        # A range that ends within what one character folds to ("ss" of "ß") takes the whole of it.
        return self.origins[start], max(self.origins[end], self.origins[end - 1] + 1)


def fold(text: str) -> str:
    """Return *text* without case, accents and typographic niceties."""
    return text.translate(_table(text))


def fold_all(texts: Sequence[str]) -> list[str]:
    """Return each of many short *texts* folded, by one table for all."""
    table = _table("".join(texts))
    return [text.translate(table) for text in texts]


def composed(text: str) -> str:
    """Return *text* with each letter as one character and no word cut by a soft hyphen."""
    return unicodedata.normalize("NFC", text).replace("\u00ad", "")


def fold_letters(text: str) -> str:
    """Return *text* folded as the index's view folds it; FTS5 does the rest itself."""
    for letter, folded in LETTERS.items():  # ten times as quick as str.translate
        text = text.replace(letter, folded)
    return text


def fold_with_origins(text: str) -> Folded:
    """Fold *text* and remember where each folded character came from.

    A character that folds to nothing (a combining mark, a soft hyphen) belongs to the one before.
    """
    table = _table(text)
    if all(len(folded) == 1 for folded in table.values()):
        return Folded(text.translate(table), None)
    origins = array("q")
    for at, char in enumerate(text):
        origins.extend([at] * len(table[ord(char)]))
    origins.append(len(text))
    return Folded(text.translate(table), origins)


def _table(text: str) -> dict[int, str]:
    return {ord(char): _fold_character(char) for char in set(text)}


@cache
def _fold_character(char: str) -> str:
    if char in _TYPOGRAPHIC:
        return _TYPOGRAPHIC[char]
    plain = LETTERS.get(char, char)
    decomposed = unicodedata.normalize("NFD", plain)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return "".join(LETTERS.get(c, c) for c in bare).casefold()
