"""Highlights that come in with an import: to which article, to what place, and none twice."""

from collections.abc import Sequence

from desktop.core.addresses import same_page
from desktop.core.anchoring import anchor
from desktop.core.article import Document, Quote, TagFound
from desktop.core.canonical import clean
from desktop.core.colours import COLOURS, STYLES
from desktop.core.loose_anchoring import anchor_loosely
from desktop.core.merging import join_notes
from desktop.core.selector import CONTEXT, Selector
from desktop.library import annotations, articles, same_article, tags
from desktop.library.annotations import Annotation
from desktop.library.connection import Source
from desktop.library.same_article import Candidate
from desktop.library.transaction import Transaction


def find_known(source: Source, document: Document) -> int | None:
    """Return the article that *document* is, or whose excerpts it has; None when it is new."""
    if not document.excerpts:
        return articles.find_same_text(source, articles.text_hash(document.text))
    at_address = same_article.with_address(source, document.url)
    if at_address:
        return _best(source, at_address, document) or at_address[0].id
    alike = [
        one for one in same_article.with_title(source, document.title) if _alike(one, document)
    ]
    return _best(source, alike, document)


def add_to_known(tx: Transaction, article_id: int, document: Document) -> int:
    """Give an article the tags, note and highlights that it lacks; return how many highlights."""
    text = articles.text(tx, article_id)
    for path in document.tags:
        tags.attach(tx, "article", article_id, tags.ensure(tx, path))
    note = articles.note(tx, article_id)
    if document.note not in note and (not note or document.text != text.text):
        joined = "\n\n".join(filter(None, (note, document.note)))
        tx.update("article", article_id, **articles.details(note=joined))
    if not document.quotes:
        return 0
    there = annotations.of_article(tx, article_id)
    added = 0
    for quote in document.quotes:
        place = placed(text.text, quote)
        same = next((one for one in there if _is_same(one, quote, place)), None)
        if same:
            there.remove(same)
            continue
        store_quote(tx, article_id, quote, place, version=text.version)
        added += 1
    return added


def placed(text: str, quote: Quote) -> Selector | None:
    """Return where *quote* stands in *text*, None when its words are not there."""
    wanted = _selector(quote)
    return anchor(text, wanted) or anchor_loosely(text, wanted)


def store_quote(
    tx: Transaction, article_id: int, quote: Quote, place: Selector | None, *, version: int = 1
) -> None:
    """Store a highlight with its tags; without a *place* it is an orphan with its old words."""
    annotation_id = annotations.insert(
        tx,
        article_id,
        place or _selector(quote),
        version=version,
        colour=quote.colour if quote.colour in COLOURS else COLOURS[0],
        style=quote.style if quote.style in STYLES else STYLES[0],
        note=clean(quote.note).text,
        author=quote.author,
        orphaned=place is None,
        created=quote.created,
    )
    for path in quote.tags:
        tags.attach(tx, "annotation", annotation_id, tags.ensure(tx, path))


def store_tags(tx: Transaction, *, found: Sequence[TagFound]) -> int:
    """Store the tags of a codebook; return how many are new.

    What a tag has already stays: a colour is given only to one without, a description is added.
    """
    new = 0
    for one in found:
        known = tags.find(tx, one.path)
        tag_id = known or tags.ensure(tx, one.path)
        new += known is None
        row = tx.row("tag", tag_id)
        assert row
        colour = one.colour if one.colour in COLOURS else ""
        tx.update(
            "tag",
            tag_id,
            colour=row["colour"] or colour,
            description=join_notes(row["description"], clean(one.description).text.strip()),
        )
    return new


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


def _selector(quote: Quote) -> Selector:
    return Selector(
        quote.start, quote.end, quote.exact, quote.prefix[-CONTEXT:], quote.suffix[:CONTEXT]
    )


def _is_same(one: Annotation, quote: Quote, place: Selector | None) -> bool:
    """Tell whether the highlight is there: at its place, by its coder if the source names one."""
    if quote.author and quote.author != one.author:
        return False
    if place is None or one.orphaned:
        return place is None and one.orphaned and one.exact == quote.exact
    return (one.start, one.end) == (place.start, place.end)
