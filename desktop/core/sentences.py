"""Where sentences end: by punctuation, and by what stands before and after it.

No model and no dictionary: a Polish or English newspaper is read right in more than 98 of 100
places (tests/core/sentences.txt), and a text of any language gets a sensible cut.
"""

import re
from collections.abc import Iterator

from desktop.core import abbreviations
from desktop.core.abbreviations import words
from desktop.core.selector import trim

Span = tuple[int, int]

_CLOSERS = "”“\"»«’'‘)]}›‹"
_OPENERS = "„“\"«»‚‘'([{–—-¿¡"
_END = re.compile(rf"(?:[.!?…؟]+[{re.escape(_CLOSERS)}]*(?=\s|\[|$)|[。！？।॥]+[」』”’）]*)\s*")
_TOKEN = re.compile(r"[^\s(„“\"«\[/–—]+$")
_FULL_WIDTH = "。！？।॥"
_INITIALS = re.compile(r"^(?:[^\W\d_]\.?-?){1,2}$")
_LETTERED = words(
    """witamina witaminy witaminę plan planu klasa klasy grupa grupy typ typu punkt vitamin
    group class type section hepatitis"""
)
# Abbreviations that are words as well: “said no. The”, “pomógł im. Potem”.
_ALSO_WORDS = frozenset({"no", "im", "ul", "may", "mar"})
_MEASURES = frozenset({"min", "sek", "godz", "mies"})
_BEFORE_ORDINAL = words("""w we z ze do od na po przed przy dla i o nr in the of to im am der""")
_SHORT = 4


def sentences(text: str, start: int, end: int, language: str = "") -> Iterator[Span]:
    """Yield the sentences of the paragraph `text[start:end]` without the space around them.

    Offsets are code points of *text*; *language* is an ISO 639-1 code or "".
    """
    at = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and not _ends(text, at, match, end, language):
            continue
        if sentence := trimmed(text, at, match.end()):
            yield sentence
        at = match.end()
    if sentence := trimmed(text, at, end):
        yield sentence


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the range without the white space at its ends; None when nothing is left."""
    start, end = trim(text, start, end)
    return (start, end) if start < end else None


def _ends(text: str, at: int, match: re.Match[str], end: int, language: str) -> bool:
    """Tell whether the sentence that began at *at* ends with the punctuation of *match*."""
    marks = match[0].strip()
    if marks[0] in _FULL_WIDTH:
        return True
    following = _following(text, match.end(), end)
    if following is None:
        return False
    if marks.rstrip(_CLOSERS) != "." or len(marks) > 1:
        return True
    word = _TOKEN.search(text, at, match.start())
    return _full_stop_ends(text, at, word[0] if word else "", match, following, language)


def _following(text: str, at: int, end: int) -> str | None:
    """Return the word after the punctuation if a sentence may begin with it, else None."""
    while at < end and (text[at] in _OPENERS or text[at].isspace()):
        at += 1
    if at >= end or text[at].islower():
        return None
    close = at
    while close < end and (text[close].isalnum() or text[close] in "-’'"):
        close += 1
    return text[at:close]


def _full_stop_ends(
    text: str, at: int, word: str, match: re.Match[str], following: str, language: str
) -> bool:
    low = word.lower().strip(_CLOSERS + ",")
    before = text[at : match.start() - len(word)].split()
    if _INITIALS.match(word) and word[:1].isupper():
        # An initial, or a letter that is a name of its own ("plan B.").
        return bool(before) and before[-1].lower() in _LETTERED
    if low in _MEASURES and before and before[-1].isdigit():
        return True
    if low in abbreviations.of(abbreviations.NEVER, language):
        return low in _ALSO_WORDS and word.islower() and _starts(following, language)
    if low in abbreviations.of(abbreviations.SOMETIMES, language):
        return _plainly_new(text, at, match, following, language)
    if word.isdigit() and len(word) <= 2:
        # An ordinal ("w 3. Pułku") or a numbered line; else a sentence that ends with a number.
        return bool(before) and before[-1].lower() not in _BEFORE_ORDINAL
    return True


def _starts(following: str, language: str) -> bool:
    return following.lower() in abbreviations.of(abbreviations.STARTERS, language)


def _plainly_new(text: str, at: int, match: re.Match[str], following: str, language: str) -> bool:
    """Tell whether a new sentence begins after an abbreviation that may end one."""
    opener = text[match.end()]
    if opener in '„“"«–—' and following[:1].isupper():
        return True
    if not following[:1].isupper():
        return False
    # "W 2023 r. Rosja ...": nothing was said yet.
    said = len(text[at : match.start()].split())
    return _starts(following, language) or said > _SHORT
