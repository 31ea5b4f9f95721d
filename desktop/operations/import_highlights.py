"""Highlights that come in with an import: to which article, to what place, and none twice."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypedDict

from desktop.core.addresses import same_page
from desktop.core.anchoring import anchor
from desktop.core.article import Document, Quote
from desktop.core.canonical import clean
from desktop.core.colours import COLOURS, STYLES
from desktop.core.loose_anchoring import anchor_loosely
from desktop.core.merging import join_notes
from desktop.core.portable import PortableAnnotation, PortableTag
from desktop.core.selector import CONTEXT, Selector
from desktop.library import (
    annotations,
    article_pictures,
    articles,
    portable,
    same_article,
    tags,
    trash,
)
from desktop.library.annotations import Annotation
from desktop.library.articles import ArticleText
from desktop.library.connection import Source
from desktop.library.same_article import Candidate
from desktop.library.transaction import Transaction
from desktop.operations import merge


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a highlight stands, or as an orphan stood."""

    version: int
    selector: Selector
    orphaned: bool


def find_known(source: Source, document: Document) -> int | None:
    """Return the article that *document* is, or whose excerpts it has; None when it is new."""
    if not document.excerpts:
        return articles.find_same_text(source, articles.text_hash(document.text))
    if document.uuid and (same := articles.id_of_uuid(source, document.uuid)):
        return same
    at_address = same_article.with_address(source, document.url)
    if at_address:
        return _best(source, at_address, document) or at_address[0].id
    if not document.title:
        return None
    alike = [
        one for one in same_article.with_title(source, document.title) if _alike(one, document)
    ]
    return _best(source, alike, document)


def add_to_known(tx: Transaction, article_id: int, document: Document) -> int:
    """Give an article the tags, note, pictures and highlights that it lacks; count highlights."""
    text = articles.text(tx, article_id)
    if document.images:
        sha256 = articles.text_hash(document.text)
        article_pictures.take(tx, article_id, sha256, document.blocks, document.images)
    for path in document.tags:
        tags.attach(tx, "article", article_id, tags.ensure(tx, path))
    note = articles.note(tx, article_id)
    if document.note not in note and (not note or document.text != text.text):
        joined = "\n\n".join(filter(None, (note, document.note)))
        tx.update("article", article_id, **articles.details(note=joined))
    if not document.quotes:
        return 0
    ids = {quote.origin.uuid for quote in document.quotes if quote.origin}
    there = [one for one in annotations.of_article(tx, article_id) if one.uuid not in ids]
    added = 0
    for quote in document.quotes:
        if quote.origin and portable.annotation_with_uuid(tx, quote.origin.uuid):
            continue
        place = _place(tx, article_id, text, document, quote)
        same = next((one for one in there if _is_same(one, quote, place)), None)
        if same:
            there.remove(same)
            continue
        _store(tx, article_id, quote, place)
        added += 1
    return added


def take_tags(tx: Transaction, codes: Iterable[PortableTag]) -> int:
    """Make the tags of a code book that are not there, by path or by id; return how many.

    What a tag has already stays: a colour is given only to one without, a description is added.
    """
    new = 0
    for one in codes:
        known = tags.find(tx, one.path) or (one.uuid and portable.tag_with_uuid(tx, one.uuid))
        tag_id = known or tags.ensure(tx, one.path)
        row = tx.row("tag", tag_id)
        assert row
        values = {
            "colour": row["colour"] or (one.colour if one.colour in COLOURS else ""),
            "description": _described(row["description"], one.description),
        }
        values |= {"uuid": one.uuid} if one.uuid and not known else {}
        tx.update("tag", tag_id, **values)
        new += not known
    return new


def _described(own: str, other: str) -> str:
    return own if other in own else join_notes(own, other)


def store_quotes(tx: Transaction, article_id: int, document: Document) -> None:
    """Store the highlights of a document that has just become an article."""
    for quote in document.quotes:
        one = quote.origin
        found = None if one and one.orphaned else placed(document.text, quote)
        if found and one and document.excerpts:  # what stood around it in the article
            found = replace(found, prefix=quote.prefix, suffix=quote.suffix)
        if one and portable.annotation_with_uuid(tx, one.uuid):
            quote = replace(quote, origin=None)
        _store(tx, article_id, quote, _found(1, quote, found))


def placed(text: str, quote: Quote) -> Selector | None:
    """Return where *quote* stands in *text*, None when its words are not there."""
    wanted = selector_of(quote)
    return anchor(text, wanted) or anchor_loosely(text, wanted)


def _place(
    tx: Transaction, article_id: int, text: ArticleText, document: Document, quote: Quote
) -> _Place:
    """Return where *quote* belongs in an article that is there; an orphan keeps its old place."""
    one = quote.origin
    if not one or not document.excerpts:
        return _found(text.version, quote, placed(text.text, quote))
    mark = PortableAnnotation(
        one.uuid, one.sha256, one.start, one.end, quote.exact, quote.prefix, quote.suffix,
        quote.colour, quote.style, quote.note, quote.author, quote.created, one.modified,
        one.orphaned,
    )  # fmt: skip
    version, there = merge.place(tx, article_id, mark)
    selector = Selector(there.start, there.end, there.exact, there.prefix, there.suffix)
    return _Place(version, selector, there.orphaned)


def _found(version: int, quote: Quote, place: Selector | None) -> _Place:
    return _Place(version, place or selector_of(quote), place is None)


def _store(tx: Transaction, article_id: int, quote: Quote, place: _Place) -> None:
    """Store a highlight with its tags; one without a place is an orphan with its old words."""
    one = quote.origin
    if one:
        trash.forget(tx, one.uuid)
    annotation_id = annotations.insert(
        tx,
        article_id,
        place.selector,
        version=place.version,
        orphaned=place.orphaned,
        created=quote.created,
        uuid=one.uuid if one else "",
        modified=one.modified if one else "",
        **looks(quote),
    )
    for path in quote.tags:
        tags.attach(tx, "annotation", annotation_id, tags.ensure(tx, path))


class Looks(TypedDict):
    """What a highlight has besides its place."""

    colour: str
    style: str
    note: str
    author: str


def looks(quote: Quote) -> Looks:
    """Return the looks of a highlight, of those that there are here."""
    return {
        "colour": quote.colour if quote.colour in COLOURS else COLOURS[0],
        "style": quote.style if quote.style in STYLES else STYLES[0],
        "note": clean(quote.note).text,
        "author": quote.author,
    }


def selector_of(quote: Quote) -> Selector:
    """Return where *quote* says that it stands."""
    return Selector(
        quote.start, quote.end, quote.exact, quote.prefix[-CONTEXT:], quote.suffix[:CONTEXT]
    )


def _best(source: Source, candidates: list[Candidate], document: Document) -> int | None:
    """Return the candidate with the same text, or with the words of a highlight in it."""
    for one in candidates:
        text = articles.text(source, one.id).text
        if text == document.text or any(placed(text, quote) for quote in document.quotes):
            return one.id
    return None


def _alike(one: Candidate, document: Document) -> bool:
    """Tell whether nothing but the title speaks against the two being one article."""
    if one.url and document.url and one.url not in same_page(document.url):
        return False
    authors = {one.author.casefold(), document.author.casefold()} - {""}
    return len(authors) < 2


def _is_same(one: Annotation, quote: Quote, place: _Place) -> bool:
    """Tell whether the highlight is there: at its place, by its coder if the source names one."""
    if quote.author and quote.author != one.author:
        return False
    if place.orphaned or one.orphaned:
        return place.orphaned and one.orphaned and one.exact == quote.exact
    return (one.start, one.end) == (place.selector.start, place.selector.end)
