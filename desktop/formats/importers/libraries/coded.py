"""Documents with coded passages: positions in the other program's text become ours."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.core.article import Document, Quote
from desktop.core.errors import UserError
from desktop.formats import language
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.frozen_text import Frozen
from desktop.formats.importers.source import no_text


@dataclass(frozen=True, slots=True)
class Passage:
    """A range of the raw text, and what was said of it. `exact` is its text if that is known."""

    start: int
    end: int
    exact: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    author: str = ""
    colour: str = "yellow"
    created: str = ""


def document(
    frozen: Frozen,
    raw: str,
    passages: Iterable[Passage],
    *,
    title: str,
    source_format: str,
    note: str = "",
    added: str = "",
) -> Document | UserError:
    """Return the text with its passages; the error when there is no word in it."""
    title = values.words(title)
    if not frozen.text:
        return no_text(title)
    return Document(
        title=title or values.words(frozen.text[:80]),
        text=frozen.text,
        blocks=frozen.blocks,
        source_format=source_format,
        quotes=tuple(_quote(frozen, raw, one) for one in passages),
        language=language.guess(frozen.text),
        note=note,
        added=added,
    )


def says(raw: str, passage: Passage) -> bool:
    """Tell whether the words of *passage* stand in *raw* where it says."""
    wanted = "".join(passage.exact.split())
    return "".join(raw[max(0, passage.start) : passage.end].split()) == wanted


def _quote(frozen: Frozen, raw: str, one: Passage) -> Quote:
    start, end = frozen.range(one.start, one.end)
    exact = frozen.text[start:end]
    if one.exact.strip() and not says(raw, one):  # the words are right, the position is not
        exact, start, end = values.lines(one.exact), 0, 0
    return Quote(
        exact,
        frozen.text[max(0, start - 32) : start] if end else "",
        frozen.text[end : end + 32] if end else "",
        colour=one.colour,
        note=values.lines(one.note),
        tags=one.tags,
        start=start,
        end=end,
        author=values.words(one.author),
        created=one.created,
    )
