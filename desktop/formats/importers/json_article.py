"""One line of JSON Lines as an article, whatever the common names of its fields."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from desktop.core import tag_path
from desktop.core.article import Block, Document, Quote
from desktop.core.canonical import REPLACEMENT, clean, paragraphs
from desktop.core.colours import COLOURS, STYLES
from desktop.core.dates import parse_partial
from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.formats import language
from desktop.formats.lead_title import lead_title

SOURCE_FORMAT = "jsonl"
_DETAILS = ("title", "author", "outlet", "agency", "url")
Names = Mapping[str, tuple[str, ...]]
NAMES: Names = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline", "creator"),
    "outlet": ("outlet", "source", "publisher", "publication", "site"),
    "agency": ("agency",),
    "url": ("url", "link"),
    "text": ("text", "content", "body", "articleBody"),
    "language": ("language", "lang", "inLanguage"),
    "published": ("published", "date", "published_at", "publication_date", "datePublished"),
    "tags": ("tags", "keywords"),
    "quotes": ("highlights", "annotations"),
}
_Fields = Mapping[str, Any]

NOT_UTF8 = QT_TRANSLATE_NOOP(
    "Errors", "Line {line} of “{name}” is not UTF-8 text. Save the file as UTF-8 for it to go in."
)
NOT_JSON = QT_TRANSLATE_NOOP(
    "Errors", "Line {line} of “{name}” is not valid JSON. It was left out; mend it in the file."
)
NO_OBJECT = QT_TRANSLATE_NOOP(
    "Errors",
    "Line {line} of “{name}” is not an article: it should be an object in braces "
    "with a “title” and a “text”.",
)
NO_TEXT = QT_TRANSLATE_NOOP(
    "Errors", "Line {line} of “{name}” has no text: none of “text”, “content” and “body” says any."
)
_can_be_tag = lru_cache(2_000)(tag_path.can_be)


class ArticleError(Exception):
    """Why a line is no article: a template of "Errors" with `{line}` and `{name}`."""

    def __init__(self, template: str) -> None:
        super().__init__(template)
        self.template = template


@dataclass(frozen=True, slots=True)
class Found:
    """A document, and how much of its line could not be kept; `left` has no field here."""

    document: Document
    replaced: int
    no_date: bool
    no_tags: int
    left: Mapping[str, Any]


def names_of(chosen: Mapping[str, str]) -> Names:
    """Return where each field is looked for; *chosen* has the name of some, "" for nowhere."""
    given = {field: (name,) if name else () for field, name in chosen.items()}
    return {**NAMES, **given}


def article(line: bytes, names: Names = NAMES) -> Found:
    """Return the article in *line*; ArticleError when it holds none."""
    fields = object_in(line)
    used = {field: _name(fields, keys) for field, keys in names.items()}
    value = {field: fields.get(name) for field, name in used.items()}
    canonical, blocks, replaced = _text(value["text"])
    published, no_date = _date(_words(value["published"]))
    tags, no_tags = _tags(value["tags"])
    details = {field: _words(value[field]) for field in _DETAILS}
    document = Document(
        title=details["title"] or lead_title(canonical[blocks[0].start : blocks[0].end]),
        text=canonical,
        blocks=blocks,
        source_format=SOURCE_FORMAT,
        language=_language(_words(value["language"]), canonical),
        published=published,
        tags=tags,
        quotes=tuple(_quotes(value["quotes"])),
        author=details["author"],
        outlet=details["outlet"],
        agency=details["agency"],
        url=details["url"],
    )
    left = {key: one for key, one in fields.items() if key not in used.values()}
    return Found(document, replaced, no_date, no_tags, left)


def object_in(line: bytes) -> _Fields:
    """Return the object in *line*; ArticleError when there is none."""
    try:
        # A BOM is no JSON, but some programs begin a file with one.
        found: object = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise ArticleError(NOT_UTF8) from error
    except (ValueError, RecursionError) as error:  # also numbers of more than 4,300 digits
        raise ArticleError(NOT_JSON) from error
    if not isinstance(found, dict):
        raise ArticleError(NO_OBJECT)
    return cast(_Fields, found)


def _refuse_constant(name: str) -> object:
    raise ValueError(name)


def _name(fields: _Fields, names: Iterable[str]) -> str:
    """Return the first of *names* that has a value."""
    return next((name for name in names if fields.get(name)), "")


def _words(value: object) -> str:
    """Return *value* as one line of text: names of people and places come in many shapes."""
    if isinstance(value, str):
        return " ".join(_verbatim(value).split())
    if isinstance(value, list):
        parts = (_words(item) for item in cast(list[object], value))
        return ", ".join(part for part in parts if part)
    if isinstance(value, dict):
        return _words(cast(_Fields, value).get("name"))
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _text(value: object) -> tuple[str, tuple[Block, ...], int]:
    """Return the canonical text of *value*, its paragraphs, and how many characters it lost."""
    if not isinstance(value, str):
        raise ArticleError(NO_TEXT)
    cleaned = clean(value)
    nuls = cleaned.text.count("\0")  # SQLite's text functions end at a NUL
    parts = paragraphs(cleaned.text.replace("\0", REPLACEMENT))
    if len(parts) == 1:  # no blank line at all: each line is a paragraph
        parts = [line.strip(" \t") for line in parts[0].split("\n") if line.strip()]
    if not parts:
        raise ArticleError(NO_TEXT)
    blocks: list[Block] = []
    at = 0
    for part in parts:
        blocks.append(Block("paragraph", at, at + len(part)))
        at += len(part) + 1
    return "\n".join(parts), tuple(blocks), cleaned.replaced + nuls


def _date(value: str) -> tuple[str, bool]:
    """Return the day of *value* as a partial ISO date, and whether there was one but unknown."""
    day = value.replace("T", " ").partition(" ")[0]
    published = parse_partial(day) or ""
    return published, bool(value) and not published


def _language(code: str, canonical: str) -> str:
    primary = code.replace("_", "-").partition("-")[0].lower()
    known = len(primary) == 2 and primary.isascii() and primary.isalpha()
    return primary if known else language.guess(canonical)


def _tags(value: object) -> tuple[tuple[str, ...], int]:
    """Return the tags that can be tags, each once, and how many cannot."""
    if isinstance(value, str):
        value = value.replace(";", ",").split(",")
    names = [_words(item) for item in cast(list[object], value)] if isinstance(value, list) else []
    wanted = [name for name in names if name]
    good = [name for name in wanted if _can_be_tag(name)]
    return tuple(dict.fromkeys(good)), len(wanted) - len(good)


def _quotes(value: object) -> Iterable[Quote]:
    for item in cast(list[object], value) if isinstance(value, list) else []:
        fields = cast(_Fields, item) if isinstance(item, dict) else {"exact": item}
        exact = _verbatim(fields.get("exact") or fields.get("quote"))
        if not exact.strip():
            continue
        colour, style = _words(fields.get("colour")), _words(fields.get("style"))
        yield Quote(
            exact=exact,
            prefix=_verbatim(fields.get("prefix")),
            suffix=_verbatim(fields.get("suffix")),
            note=_verbatim(fields.get("note")),
            tags=_tags(fields.get("tags"))[0],
            colour=colour if colour in COLOURS else COLOURS[0],
            style=style if style in STYLES else STYLES[0],
        )


def _verbatim(value: object) -> str:
    if not isinstance(value, str):
        return ""
    if value.isprintable():  # most are, and then there is nothing to replace
        return value
    return clean(value).text.replace("\0", REPLACEMENT)
