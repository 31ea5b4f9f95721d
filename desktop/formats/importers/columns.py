"""Rows of a table or objects of JSON as articles: which column is what is told by its name."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from desktop.core import tag_path
from desktop.core.article import Document
from desktop.formats.importers.html_metadata import day
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
_PLAIN = str.maketrans("ąćęłńóśźż_-", "acelnoszz  ")


class Columns:
    """The columns of a source, chosen once by their names. `text` is None when none fits."""

    def __init__(self, names: Iterable[str]) -> None:
        known = {name: _plain(name) for name in names}
        self.text = _choose(known, _TEXTS)
        self._chosen = {field: _choose(known, wanted) for field, wanted in _NAMES.items()}

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
        found = {field: _words(row.get(key or "")) for field, key in self._chosen.items()}
        code = found.pop("language").replace("_", "-").partition("-")[0].lower()
        url = found.pop("url")
        return builder.document(
            source_format,
            published=day(found.pop("published")),
            tags=_tags(row.get(self._chosen["tags"] or ""), found.pop("tags")),
            url=url if url.startswith(("http://", "https://")) else "",
            language=code if len(code) == 2 and code.isascii() and code.isalpha() else "",
            **found,
        )


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
