"""Where a query's words stand in a text, and the snippet around the first of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.core.folding import Folded, fold, fold_letters, fold_with_origins

Span = tuple[int, int]
_WORDS = re.compile(r"\w+")
SNIPPET = 180


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for: words in a row, the last perhaps only begun (`prefix`).

    `words` are folded, for marking. `indexed` is for the index, which cuts it into words by its
    own rules (they differ in scripts with combining vowels), as it did with the text.
    """

    words: tuple[str, ...]
    prefix: bool = False
    indexed: str = ""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text and the ranges within it that match."""

    text: str
    hits: tuple[Span, ...]


def term(text: str, *, prefix: bool = False) -> Term:
    """Return the term for *text*; it may have no word."""
    words = tuple(_WORDS.findall(fold(text).replace("_", " ")))
    return Term(words, prefix, fold_letters(text).replace('"', " ").replace("\0", " "))


def find_terms(text: str, terms: Iterable[Term]) -> list[Span]:
    """Return the ranges of *text*, in order and not overlapping, where a term stands."""
    patterns = [_pattern(wanted) for wanted in terms if wanted.words]
    if not patterns or not text:
        return []
    return _spans(fold_with_origins(text), "|".join(patterns))


def find_string(text: str, wanted: str) -> list[Span]:
    """Return the ranges of *text* equal to *wanted* but for case, accents, kinds of quotes."""
    folded = fold(wanted)
    if not folded.strip():
        return []
    return _spans(fold_with_origins(text), re.escape(folded))


def snippet(text: str, spans: Sequence[Span], *, width: int = SNIPPET) -> Snippet:
    """Cut about *width* characters of *text* around the first hit, at word boundaries."""
    first = spans[0][0] if spans else 0
    start = _word_start(text, max(0, first - width // 3)) if first > width // 3 else 0
    end = _word_end(text, start + width)
    lead, tail = "… " if start else "", " …" if end < len(text) else ""
    shown = text[start:end].replace("\n", " ")
    shift = len(lead) - start
    inside = tuple((a + shift, min(b, end) + shift) for a, b in spans if start <= a < end)
    return Snippet(lead + shown + tail, inside)


def _pattern(wanted: Term) -> str:
    inner = r"[\W_]+".join(map(re.escape, wanted.words))
    return rf"(?<![^\W_]){inner}" + (r"[^\W_]*" if wanted.prefix else r"(?![^\W_])")


def _spans(folded: Folded, pattern: str) -> list[Span]:
    return list(_merged(folded.origin(*m.span()) for m in re.finditer(pattern, folded.text)))


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for start, end in spans:
        if last and start < last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last


def _word_start(text: str, at: int) -> int:
    space = text.find(" ", at, at + 30)
    return space + 1 if space >= 0 else at


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", at - 30, at + 1)
    return space if space >= 0 else at
