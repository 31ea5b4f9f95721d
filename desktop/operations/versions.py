"""Another text for an article: a new version, with the highlights carried to where they belong.

What cannot be placed keeps its words, tags and note and stays in the version it was made in, as an
orphan; the next version may bring its place back. Nothing of an older version is ever changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.core.addresses import same_page
from desktop.core.article import Block, Document
from desktop.core.article_edit import editable, edited_blocks, edited_text
from desktop.core.carrying import Carried, carry, carry_point
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.folding import fold
from desktop.core.ids import now
from desktop.core.selector import Selector, select, trim
from desktop.core.shingles import covered, runs
from desktop.core.text_diff import LONGEST, Alignment
from desktop.library import annotations, articles, images, tags, versions
from desktop.library.annotations import Annotation
from desktop.library.articles import ArticleText
from desktop.library.transaction import Transaction
from desktop.operations.step import step

_FOUND_AGAIN = 0.6
_SAME_ARTICLE = 0.3


@dataclass(slots=True)
class Carriage:
    """What became of highlights: `kept` for certain, `doubtful` ones to look at, `lost` ones."""

    version: int = 0
    kept: int = 0
    doubtful: int = 0
    lost: int = 0
    known: int = field(default=0)

    def count(self, confidence: float | None) -> None:
        """Count one highlight, None for one without a place."""
        if confidence is None:
            self.lost += 1
        elif confidence < 1:
            self.doubtful += 1
        else:
            self.kept += 1


@step(QT_TRANSLATE_NOOP("Steps", "Edit text"))
def edit_text(tx: Transaction, *, article_id: int, typed: str) -> Carriage | None:
    """Store what was *typed* (blocks parted by empty lines) as a new version; None if the same."""
    current = articles.text(tx, article_id)
    if typed == editable(current.text, current.blocks):
        return None
    text = edited_text(typed)
    if not text:
        raise UserError(QT_TRANSLATE_NOOP("Errors", "An article needs some text."))
    _check_length(current.text, text)
    blocks = edited_blocks(typed, Alignment(current.text, text), current.blocks)
    if text == current.text and tuple(blocks) == current.blocks:
        return None
    return _save(tx, article_id, text, blocks)


@step(QT_TRANSLATE_NOOP("Steps", "Go back to a version"))
def restore_version(tx: Transaction, *, article_id: int, version: int) -> Carriage | None:
    """Make the text of an older version the newest one; None when it is the current text."""
    wanted = versions.text(tx, article_id, version)
    if wanted.sha256 == articles.text(tx, article_id).sha256:
        return None
    _check_length(wanted.text)
    return _save(tx, article_id, wanted.text, wanted.blocks)


@step(QT_TRANSLATE_NOOP("Steps", "Carry highlights over"))
def carry_highlights(tx: Transaction, *, source_id: int, target_id: int) -> Carriage:
    """Copy the highlights of one article to where another has the same words.

    Those the other has already are `known`; those it has no place for are `lost`: they stay where
    they are and nowhere else.
    """
    source, target = articles.text(tx, source_id), articles.text(tx, target_id)
    _check_length(source.text, target.text)
    alignment = Alignment(source.text, target.text)
    there = {_looks(one) for one in annotations.of_article(tx, target_id)}
    report = Carriage(target.version)
    for one in annotations.of_article(tx, source_id):
        place = None if one.orphaned else carry(alignment, one.start, one.end)
        if place and _looks(one, place) in there:
            report.known += 1
            continue
        report.count(place.confidence if place else None)
        if place:
            _copy(tx, one, target, place)
    return report


@step(QT_TRANSLATE_NOOP("Steps", "Re-attach highlight"))
def reattach(tx: Transaction, *, annotation_id: int, start: int, end: int) -> None:
    """Give a highlight that lost its place, or may be wrong, the place `start` to `end`."""
    one = annotations.get(tx, annotation_id)
    current = articles.text(tx, one.article_id)
    start, end = trim(current.text, start, end)
    if start >= end:
        raise UserError(QT_TRANSLATE_NOOP("Errors", "Select some text to highlight first."))
    _place(tx, one, current, Carried(start, end, 1.0))
    tx.update("annotation", annotation_id, modified=now())


@step(QT_TRANSLATE_NOOP("Steps", "Confirm place"))
def confirm_place(tx: Transaction, *, annotation_ids: Sequence[int]) -> None:
    """Say that highlights which were carried are where they belong."""
    for annotation_id in annotation_ids:
        tx.update("annotation", annotation_id, confidence=1.0)


def take_newer_text(tx: Transaction, document: Document) -> tuple[int, Carriage] | None:
    """Store *document* as a new version of the article with its address, if it is that article.

    An address alone does not make it so (some sources give their home page): the title must be the
    same or the texts share something. None when there is no such article.
    """
    addresses = same_page(document.url)
    article_id = versions.at_addresses(tx, addresses) if addresses else None
    if article_id is None:
        return None
    row = articles.get(tx, article_id)
    current = articles.text(tx, article_id)
    if _is_older(document.published, row.published):
        return None
    if len(current.text) > LONGEST or len(document.text) > LONGEST:
        return None
    if fold(row.title) != fold(document.title) and not _alike(current.text, document.text):
        return None
    images.attach(tx, article_id, document.images)
    return article_id, _save(tx, article_id, document.text, document.blocks)


def bring_to_current(tx: Transaction, annotation_id: int) -> None:
    """Let a highlight of an older version go to its place in the current text, or lose it."""
    one = annotations.get(tx, annotation_id)
    current = articles.text(tx, one.article_id)
    if one.version == current.version:
        return
    old = versions.text(tx, one.article_id, one.version)
    short = max(len(old.text), len(current.text)) <= LONGEST
    place = _new_place(tx, one, current, {}) if short else None
    if place:
        _place(tx, one, current, place)
    else:
        tx.update("annotation", one.id, orphaned=1)


def _check_length(*texts: str) -> None:
    if any(len(text) > LONGEST for text in texts):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The text is too long for that: at most {millions} million characters.",
            ),
            millions=LONGEST // 1_000_000,
        )


def _save(tx: Transaction, article_id: int, text: str, blocks: Sequence[Block]) -> Carriage:
    before = articles.text(tx, article_id)
    version = versions.insert(tx, article_id, text, blocks)
    fresh = versions.text(tx, article_id, version)
    report = Carriage(version)
    alignments = {before.version: Alignment(before.text, text)}
    for one in annotations.of_article(tx, article_id):
        place = _new_place(tx, one, fresh, alignments)
        report.count(place.confidence if place else None)
        if place:
            _place(tx, one, fresh, place)
        elif not one.orphaned:
            tx.update("annotation", one.id, orphaned=1)
    if progress := tx.row("reading_progress", article_id):
        point = carry_point(alignments[before.version], progress["position"])
        tx.update("reading_progress", article_id, position=point)
    return report


def _new_place(
    tx: Transaction, one: Annotation, fresh: ArticleText, alignments: dict[int, Alignment]
) -> Carried | None:
    """Return where a highlight is in the new text; doubt about its old place stays."""
    if one.version not in alignments:
        old = versions.text(tx, one.article_id, one.version)
        alignments[one.version] = Alignment(old.text, fresh.text)
    alignment = alignments[one.version]
    if alignment.old.text[one.start : one.end] != one.exact or not one.exact:
        return _only_place(fresh.text, one.exact)
    place = carry(alignment, one.start, one.end)
    if place is None or one.orphaned:
        return place
    return Carried(place.start, place.end, round(min(place.confidence, one.confidence), 2))


def _only_place(text: str, quote: str) -> Carried | None:
    """Return where a quote that never had a place is, if it is there once."""
    at = text.find(quote) if quote else -1
    if at < 0 or text.find(quote, at + 1) >= 0:
        return None
    return Carried(at, at + len(quote), _FOUND_AGAIN)


def _place(tx: Transaction, one: Annotation, text: ArticleText, place: Carried) -> None:
    there = select(text.text, place.start, place.end)
    changed = {"modified": now()} if there.exact != one.exact else {}
    tx.update(
        "annotation",
        one.id,
        version=text.version,
        start=there.start,
        end=there.end,
        exact=there.exact,
        prefix=there.prefix,
        suffix=there.suffix,
        orphaned=0,
        confidence=place.confidence,
        **changed,
    )


def _copy(tx: Transaction, one: Annotation, target: ArticleText, place: Carried) -> None:
    there: Selector = select(target.text, place.start, place.end)
    copied = annotations.insert(
        tx,
        target.article_id,
        there,
        version=target.version,
        colour=one.colour,
        style=one.style,
        note=one.note,
        author=one.author,
        confidence=place.confidence,
    )
    for label in one.tags:
        tags.attach(tx, "annotation", copied, label.id)


def _looks(one: Annotation, place: Carried | None = None) -> tuple[object, ...]:
    start, end = (place.start, place.end) if place else (one.start, one.end)
    return start, end, one.colour, one.style, one.note


def _alike(one: str, other: str) -> bool:
    short, long = sorted((runs(one), runs(other)), key=len)
    return covered(short, set(long)) >= _SAME_ARTICLE


def _is_older(one: str, other: str) -> bool:
    length = min(len(one), len(other))
    return one[:length] < other[:length]
