"""Where a query's words stand in a text, and the snippet around the first of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import prod

from desktop.core.folding import Folded, composed, fold, fold_all, fold_letters, fold_with_origins

Span = tuple[int, int]
_WORDS = re.compile(r"\w+")
SNIPPET = 180
MOST_FORMS = 200
MOST_CHOICES = 400


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for: words in a row, the last perhaps only begun (`prefix`).

    `words` are folded, for marking. `indexed` is for the index, which cuts it into words by its
    own rules (they differ in scripts with combining vowels), as it did with the text.
    `written` has the words as typed. `forms`, when there are any, has for each word the folded
    forms that count as well (library.word_forms gives them); `exact` asks for none.
    """

    words: tuple[str, ...]
    prefix: bool = False
    indexed: str = ""
    written: str = ""
    exact: bool = False
    forms: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text and the ranges within it that match."""

    text: str
    hits: tuple[Span, ...]


def term(text: str, *, prefix: bool = False, exact: bool = False) -> Term:
    """Return the term for *text*; it may have no word."""
    words = tuple(_WORDS.findall(fold(text).replace("_", " ")))
    indexed = fold_letters(text).replace('"', " ").replace("\0", " ")
    return Term(
        words, prefix, indexed, " ".join(_WORDS.findall(composed(text).replace("_", " "))), exact
    )


def find_terms(text: str, terms: Iterable[Term]) -> list[Span]:
    """Return the ranges of *text*, in order and not overlapping, where a term stands."""
    patterns = [_pattern(wanted) for wanted in terms if wanted.words]
    if not patterns or not text:
        return []
    return _spans(fold_with_origins(text), "|".join(patterns))


def having_terms(texts: Sequence[str], terms: Iterable[Term]) -> list[bool]:
    """Tell of each text whether `find_terms` finds anything; quicker, for no place is asked."""
    patterns = [_pattern(wanted) for wanted in terms if wanted.words]
    if not patterns:
        return [False for _ in texts]
    found = re.compile("|".join(patterns)).search
    return [found(text) is not None for text in fold_all(texts)]


def find_string(text: str, wanted: str) -> list[Span]:
    """Return the ranges of *text* equal to *wanted* but for case, accents, kinds of quotes."""
    folded = fold(wanted)
    if not folded.strip():
        return []
    return _spans(fold_with_origins(text), re.escape(folded))


def within_bounds(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Return *terms* with so few forms that all ways to choose among them can be written down.

    Of each word the first forms stay: those typed, then the commonest.
    """
    most = MOST_FORMS
    while _choices(terms, most) > MOST_CHOICES:
        most = most * 3 // 4
    return tuple(replace(one, forms=_cut(one, most)) for one in terms)


def _choices(terms: Sequence[Term], most: int) -> int:
    return prod(len(forms) for one in terms for forms in _cut(one, most))


def _cut(term: Term, most: int) -> tuple[tuple[str, ...], ...]:
    return tuple(forms[: max(1, most)] for forms in term.forms)


def merged(one: Sequence[Span], other: Sequence[Span]) -> list[Span]:
    """Return the ranges of both, in order, those that overlap as one."""
    return list(_merged(sorted({*one, *other})))


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
    rest, end = r"[^\W_]*", r"(?![^\W_])"
    *before, last = wanted.forms or tuple((word,) for word in wanted.words)
    inner = "".join(f"{_any_of(forms)}[\\W_]+" for forms in before)
    if not wanted.prefix:
        return rf"(?<![^\W_]){inner}{_any_of(last)}{end}"
    # What was begun may go on in any way, its other forms are whole.
    begun = f"{re.escape(wanted.words[-1])}{rest}|{_any_of(last)}{end}"
    return rf"(?<![^\W_]){inner}(?:{begun})"


def _any_of(forms: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, forms))})"


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
