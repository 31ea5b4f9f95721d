"""Highlights: add, colour, note, tag, move and delete them."""

from collections.abc import Sequence
from typing import Any

from desktop.core.anchoring import occurrences
from desktop.core.canonical import clean
from desktop.core.colours import check_colour, check_style
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.ids import now
from desktop.core.selector import Selector, select, trim
from desktop.library import annotations, articles, tags, trash
from desktop.library.transaction import Transaction
from desktop.operations.step import step


@step(QT_TRANSLATE_NOOP("Steps", "Add highlight"))
def add_highlight(
    tx: Transaction,
    *,
    article_id: int,
    start: int,
    end: int,
    colour: str = "yellow",
    style: str = "highlight",
    note: str = "",
    tag_paths: Sequence[str] = (),
    author: str = "",
    uuid: str = "",
) -> int:
    """Highlight `[start, end)` (code points) of an article's current text; return the new id.

    White space at the ends is left out; UserError when nothing remains. *uuid*: "" for a new one.
    """
    check_colour(colour)
    check_style(style)
    text, version = articles.words(tx, article_id)
    annotation_id = annotations.insert(
        tx,
        article_id,
        _selector(text, start, end),
        version=version,
        colour=colour,
        style=style,
        note=clean(note).text,
        author=author,
        uuid=uuid,
    )
    for path in tag_paths:
        tags.attach(tx, "annotation", annotation_id, tags.ensure(tx, path))
    return annotation_id


@step(QT_TRANSLATE_NOOP("Steps", "Add highlight"))
def highlight_quote(
    tx: Transaction, *, article_id: int, quote: str, occurrence: int = 1, **looks: Any
) -> int:
    """Highlight the n-th occurrence of *quote*; *looks* are passed on to `add_highlight`."""
    start, end = find_quote(articles.words(tx, article_id)[0], quote, occurrence=occurrence)
    return add_highlight(tx, article_id=article_id, start=start, end=end, **looks)


def find_quote(text: str, quote: str, *, occurrence: int = 1) -> tuple[int, int]:
    """Return the range of the n-th *occurrence* (from 1) of *quote*; UserError without it."""
    wanted = quote.strip()
    places = list(occurrences(text, wanted)) if wanted else []
    if not places:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The article does not contain the quote “{quote}”. Copy it letter by letter.",
            ),
            quote=_short(quote),
        )
    if not 1 <= occurrence <= len(places):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The quote occurs {count} times in the article: there is no number {number}.",
            ),
            count=len(places),
            number=occurrence,
        )
    start = places[occurrence - 1]
    return start, start + len(wanted)


@step(QT_TRANSLATE_NOOP("Steps", "Edit note"))
def set_note(tx: Transaction, *, annotation_id: int, note: str) -> None:
    """Replace a highlight's note."""
    _change(tx, [annotation_id], note=clean(note).text)


@step(QT_TRANSLATE_NOOP("Steps", "Change colour"))
def set_colour(tx: Transaction, *, annotation_ids: Sequence[int], colour: str) -> None:
    """Give highlights another colour."""
    _change(tx, annotation_ids, colour=check_colour(colour))


@step(QT_TRANSLATE_NOOP("Steps", "Change style"))
def set_style(tx: Transaction, *, annotation_ids: Sequence[int], style: str) -> None:
    """Give highlights another style."""
    _change(tx, annotation_ids, style=check_style(style))


@step(QT_TRANSLATE_NOOP("Steps", "Change range"))
def set_range(tx: Transaction, *, annotation_id: int, start: int, end: int) -> None:
    """Let a highlight cover another range of the current text; so an orphan finds its place."""
    annotation = annotations.get(tx, annotation_id)
    text, version = articles.words(tx, annotation.article_id)
    place = _selector(text, start, end)
    tx.update(
        "annotation",
        annotation_id,
        version=version,
        start=place.start,
        end=place.end,
        exact=place.exact,
        prefix=place.prefix,
        suffix=place.suffix,
        orphaned=0,
        confidence=1.0,
        modified=now(),
    )


@step(QT_TRANSLATE_NOOP("Steps", "Delete highlight"))
def delete(tx: Transaction, *, annotation_ids: Sequence[int]) -> None:
    """Move highlights with their notes and tags to the trash."""
    for annotation_id in annotation_ids:
        trash.keep(tx, annotation_id)
        tx.delete("annotation", annotation_id)


@step(QT_TRANSLATE_NOOP("Steps", "Tag highlight"))
def add_tag(tx: Transaction, *, annotation_ids: Sequence[int], path: str) -> None:
    """Hang a tag on highlights, making the tag if it is new."""
    tag_id = tags.ensure(tx, path)
    for annotation_id in annotation_ids:
        annotations.get(tx, annotation_id)
        if tags.attach(tx, "annotation", annotation_id, tag_id):
            tx.update("annotation", annotation_id, modified=now())


@step(QT_TRANSLATE_NOOP("Steps", "Untag highlight"))
def remove_tag(tx: Transaction, *, annotation_ids: Sequence[int], tag_id: int) -> None:
    """Take a tag off highlights."""
    for annotation_id in annotation_ids:
        if tags.detach(tx, "annotation", annotation_id, tag_id):
            tx.update("annotation", annotation_id, modified=now())


def _change(tx: Transaction, annotation_ids: Sequence[int], **values: str) -> None:
    for annotation_id in annotation_ids:
        annotations.get(tx, annotation_id)
        if tx.update("annotation", annotation_id, **values):
            tx.update("annotation", annotation_id, modified=now())


def _selector(text: str, start: int, end: int) -> Selector:
    start, end = trim(text, start, end)
    if start >= end:
        raise UserError(QT_TRANSLATE_NOOP("Errors", "Select some text to highlight first."))
    return select(text, start, end)


def _short(quote: str) -> str:
    return quote if len(quote) <= 60 else quote[:57] + "…"
