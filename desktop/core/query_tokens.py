"""Cuts what a person typed into the words, operators and brackets of the search language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["value", "open", "close", "not", "and", "or", "near"]
# In capitals only: "lub" and "or" are words people look for. Not "NIE", "I": headlines have them.
OPERATORS: dict[str, Kind] = {
    "OR": "or", "LUB": "or", "AND": "and", "ORAZ": "and", "NOT": "not",
}  # fmt: skip
_NEAR = re.compile(r"NEAR(?:/(\d{1,4}))?(?=[\s(]|$)")
_FIELD = re.compile(r"([A-Za-z]+):(?!//)")
_DASHES = re.compile(r"-+(?=[^\s-])")
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is a value without its quotation marks, or an operator as it was written.

    `field` is what stands before a colon; with an "open" token it is meant for all in the brackets.
    `touches_end` tells that the text ends with this token (and an open quotation).
    """

    kind: Kind
    text: str = ""
    field: str = ""
    quoted: bool = False
    touches_end: bool = False


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of *text*, whose quotation marks are all `"`."""
    at = _after_space(text, 0)
    while at < len(text):
        token, end = _token(text, at)
        yield token
        at = _after_space(text, end)


def _token(text: str, at: int) -> tuple[Token, int]:
    if text[at] in "()":
        return Token("open" if text[at] == "(" else "close", text[at]), at + 1
    if dashes := _DASHES.match(text, at):
        return Token("not", "-"), dashes.end()
    if near := _NEAR.match(text, at):
        return Token("near", near[0], touches_end=near.end() == len(text)), near.end()
    field = _FIELD.match(text, at)
    start = field.end() if field else at
    name = field[1] if field else ""
    if field and text[start : start + 1] == "(":
        return Token("open", "(", name), start + 1
    if text[start : start + 1] == '"':
        return _phrase(text, start + 1, name)
    return _word(text, start, name)


def _phrase(text: str, start: int, field: str) -> tuple[Token, int]:
    """Take a phrase; one that is not closed reaches to the end of the text."""
    close = text.find('"', start)
    end = close if close >= 0 else len(text)
    return Token("value", text[start:end], field, True, close < 0), end + 1


def _word(text: str, start: int, field: str) -> tuple[Token, int]:
    """Take a word: brackets belong to it where they are opened and closed in it, as in `list(a)`.

    A bracket that closes more than the word opened ends it.
    """
    end, depth = start, 0
    while end < len(text) and not text[end].isspace():
        depth += {"(": 1, ")": -1}.get(text[end], 0)
        if depth < 0:
            break
        end += 1
    word = text[start:end]
    kind: Kind = OPERATORS.get(word, "value") if not field else "value"
    return Token(kind, word, field, touches_end=end == len(text)), end


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    assert match
    return match.end()
