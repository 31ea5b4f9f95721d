"""Rows of a table or objects of JSON as articles: which column is what is told by its name.

The user may say otherwise: `chosen` holds the column of a field, "" where it has none.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, cast

from desktop.core import tag_path
from desktop.core.article import Document, Remark
from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.formats.api import TableLook
from desktop.formats.importers.html_metadata import day
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.text_builder import TextBuilder, one_line

_NAMES = {
    "title": ("title", "headline", "header", "tytul", "naglowek", "name"),
    "author": ("author", "authors", "byline", "creator", "autor", "autorzy"),
    "outlet": ("outlet", "source", "publisher", "publication", "publication title", "site",
               "medium", "zrodlo", "redakcja", "newspaper", "domain"),
    "agency": ("agency", "agencja"),
    "url": ("url", "link", "adres", "href"),
    "language": ("language", "lang", "inlanguage", "jezyk"),
    "published": ("published", "date", "published at", "publication date", "datepublished",
                  "pubdate",
                  "pub date", "published date", "data", "data publikacji", "created at"),
    "tags": ("tags", "keywords", "tagi", "labels", "manual tags"),
}  # fmt: skip
_TEXTS = ("text", "content", "body", "articlebody", "article", "full text", "fulltext", "tekst",
          "tresc", "content text",
          "article text", "maintext", "content html", "abstract note")  # fmt: skip
FIELDS = ("text", *_NAMES)
_PLAIN = str.maketrans("ąćęłńóśźż_-", "acelnoszz  ")


_NO_DATE = QT_TRANSLATE_NOOP("Remarks", "Dates that were not understood were left out: {count}.")
_SHOWN_ROWS, _SHOWN_COLUMNS, _SHOWN_CELL = 3, 200, 200
Chosen = Mapping[str, str]


class Columns:
    """The columns of a source. `text` is None when none fits; *losses* hears of the others."""

    def __init__(
        self, names: Iterable[str], chosen: Chosen | None = None, losses: "Lost | None" = None
    ) -> None:
        known = {name: _plain(name) for name in names}
        found = {field: _choose(known, wanted) for field, wanted in _NAMES.items()}
        found["text"] = _choose(known, _TEXTS)
        for field, column in (chosen or {}).items():
            found[field] = column if column in known else None
        self.text = found.pop("text")
        self._chosen = found
        self._used = frozenset(column for column in (self.text, *found.values()) if column)
        self._losses = losses or Lost()

    @property
    def by_field(self) -> dict[str, str]:
        """The column of each field that has one."""
        found = {"text": self.text, **self._chosen}
        return {field: column for field, column in found.items() if column}

    def document(
        self,
        row: Mapping[str, Any],
        name: str,
        source_format: str,
        add: Callable[[TextBuilder, str], None],
    ) -> Document:
        """Return *row* as a document; UserError when its text is empty."""
        builder = TextBuilder(name)
        text = row.get(self.text or "")
        add(builder, text if isinstance(text, str) else "")
        self._losses.fields.see(row, self._used)
        found = {field: _words(row.get(key or "")) for field, key in self._chosen.items()}
        code = found.pop("language").replace("_", "-").partition("-")[0].lower()
        url, date = found.pop("url"), found.pop("published")
        published = day(date)
        self._losses.dates += bool(date and not published)
        return builder.document(
            source_format,
            published=published,
            tags=_tags(row.get(self._chosen["tags"] or ""), found.pop("tags")),
            url=url if url.startswith(("http://", "https://")) else "",
            language=code if len(code) == 2 and code.isascii() and code.isalpha() else "",
            **found,
        )


class Lost:
    """What a table of articles has that no article could get."""

    def __init__(self) -> None:
        self.fields = Losses()
        self.dates = 0

    def remarks(self) -> Iterator[Remark]:
        """Yield what there is to tell."""
        if self.dates:
            yield Remark(_NO_DATE, {"count": self.dates})
        yield from self.fields.remarks()


def valid(chosen: Chosen, names: Iterable[str]) -> Chosen:
    """Return the choices that a source with columns called *names* can follow."""
    known = frozenset(names)
    return {field: column for field, column in chosen.items() if not column or column in known}


def look(names: Sequence[str], columns: Columns, rows: Iterable[Mapping[str, Any]]) -> TableLook:
    """Return what to choose from: the columns, the guess, and the first rows cut short."""
    shown = tuple(names[:_SHOWN_COLUMNS])
    cells = (
        tuple(_words(row.get(name))[:_SHOWN_CELL] for name in shown)
        for row in islice(rows, _SHOWN_ROWS)
    )
    return TableLook(shown, columns.by_field, tuple(cells))


def add_text(builder: TextBuilder, text: str) -> None:
    """Add plain text or HTML, whichever *text* is."""
    from desktop.core.canonical import clean, paragraphs

    if "</p>" in text or "<br" in text or "</div>" in text:
        from desktop.formats.importers import html
        from desktop.formats.importers.html_blocks import HtmlReader

        html.feed(text, HtmlReader(builder))
        return
    parts = paragraphs(clean(text).text)
    if len(parts) == 1:
        parts = parts[0].split("\n")
    for part in parts:
        builder.begin("paragraph")
        for number, line in enumerate(part.split("\n")):
            if number:
                builder.line_break()
            builder.text(line)
    builder.end()


def _choose(known: Mapping[str, str], wanted: Iterable[str]) -> str | None:
    for name in wanted:
        for key, plain in known.items():
            if plain == name:
                return key
    return None


def _plain(name: str) -> str:
    return " ".join(name.strip("\ufeff \t").casefold().translate(_PLAIN).split())


def _words(value: object) -> str:
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, cast(list[object], value)[:50])))
    if isinstance(value, dict):
        return _words(cast(dict[str, object], value).get("name"))
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _tags(value: object, words: str) -> tuple[str, ...]:
    if isinstance(value, list):
        names = [_words(one) for one in cast(list[object], value)]
    else:
        separator = next((sign for sign in ";|" if sign in words), ",")
        names = words.split(separator)
    return tuple(dict.fromkeys(name.strip() for name in names if tag_path.can_be(name.strip())))
