"""The search language: words, `"phrases"`, `-not`, `prefix*` and fields such as `tag:`."""

import re
from dataclasses import dataclass

from desktop.core import dates
from desktop.core.article import STATUSES
from desktop.core.canonical import clean
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.hits import Term, term

FIELDS = (
    "title", "tag", "outlet", "agency", "author", "language", "status", "published",
    "is", "has", "note", "quote",
)  # fmt: skip
_FLAGS = {"is": ("starred", "trashed"), "has": ("highlight", "note", "tag")}
_TOKEN = re.compile(
    r'(?=\S)(?P<not>-?)(?:(?P<field>[A-Za-z]+):)?(?:"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>\S*))'
)
MAX_PARTS = 100
_QUOTES = str.maketrans("„”“«»", '"""""')


@dataclass(frozen=True, slots=True)
class Words:
    """A word, prefix or phrase in the text, or in a field of it (`title`, `note`, `quote`)."""

    term: Term
    negative: bool = False
    field: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on a field; `value` is checked, `until` ends a range of dates."""

    field: str
    value: str
    negative: bool = False
    until: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """All of `words` and `filters` must hold."""

    words: tuple[Words, ...] = ()
    filters: tuple[Filter, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.filters)

    @property
    def marked(self) -> tuple[Term, ...]:
        """The terms to mark in an article's text."""
        return tuple(w.term for w in self.words if not w.negative and w.field in ("", "title"))


def parse(text: str, *, typing: bool = False) -> Query:
    """Parse what a person typed; UserError says in words what is wrong.

    With *typing*, the last word counts as begun: it matches as a prefix.
    """
    text = clean(text).text.translate(_QUOTES)
    words: list[Words] = []
    filters: list[Filter] = []
    matches = list(_TOKEN.finditer(text))
    if len(matches) > MAX_PARTS or len(text) > 100 * MAX_PARTS:
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "This is too long to search for. Use up to {count} words."),
            count=MAX_PARTS,
        )
    for match in matches:
        open_end = typing and match.end() == len(text) and not match["closed"]
        part = _part(match, open_end)
        if isinstance(part, Words):
            words.append(part)
        elif part:
            filters.append(part)
    return Query(tuple(words), tuple(filters))


def _part(match: re.Match[str], open_end: bool) -> Words | Filter | None:
    negative, written = bool(match["not"]), match["field"] or ""
    name = written.lower()
    quoted = match["phrase"] is not None
    value: str = match["phrase"] if quoted else match["word"]
    # While a word to leave out is being typed, its beginning must not empty the list.
    begun = (open_end and not negative) or (not quoted and value.endswith("*"))
    if name and name not in FIELDS:
        return _words(f"{written}:{value}", begun, negative, "")
    if name and not value.strip():
        return None if open_end else _missing(name)
    if name in ("title", "note", "quote", ""):
        return _words(value, begun, negative, name)
    return _filter(name, value, negative, open_end)


def _words(value: str, begun: bool, negative: bool, name: str) -> Words | None:
    value = value.rstrip("*")
    wanted = term(value, prefix=begun and value[-1:].isalnum())
    return Words(wanted, negative, name) if wanted.words else None


def _filter(name: str, value: str, negative: bool, open_end: bool) -> Filter | None:
    if name == "status":
        return _one_of(name, value, STATUSES, negative, open_end)
    if name in _FLAGS:
        return _one_of(name, value, _FLAGS[name], negative, open_end)
    if name == "published":
        return _published(value, negative, open_end)
    return Filter(name, value, negative)


def _one_of(
    name: str, value: str, known: tuple[str, ...], negative: bool, open_end: bool
) -> Filter | None:
    if value.lower() in known:
        return Filter(name, value.lower(), negative)
    if open_end:
        return None
    raise UserError(
        QT_TRANSLATE_NOOP("Errors", "“{name}:{value}” is not known. Use one of: {known}."),
        name=name,
        value=value,
        known=", ".join(f"{name}:{item}" for item in known),
    )


def _published(value: str, negative: bool, open_end: bool) -> Filter | None:
    first, dots, last = value.partition("..")
    begin, end = dates.parse_partial(first), dates.parse_partial(last if dots else first)
    if (first and not begin) or (last and not end) or not (begin or end):
        if open_end:
            return None
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{value}” is not a date. Write published:2023-09 or published:2023-09..2023-12.",
            ),
            value=value,
        )
    return Filter(
        "published",
        dates.first_day(begin) if begin else "",
        negative,
        dates.last_day(end) if end else "",
    )


def _missing(name: str) -> None:
    raise UserError(
        QT_TRANSLATE_NOOP("Errors", "Write what to look for after “{name}:”, without a space."),
        name=name,
    )
