"""New articles by the hundred: made ready beside the writing, stored by few statements.

What is stored is what `store_one` would store, in the same order and with the same ids. Whatever
may be known already, or says more of itself than a new article does, is none of its business.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from desktop.core.addresses import same_page
from desktop.core.article import Document, Quote
from desktop.core.folding import fold_letters
from desktop.core.ids import new_uuid, now
from desktop.library import annotations, articles, same_article, tags
from desktop.library.connection import Row, Source
from desktop.library.transaction import Transaction
from desktop.operations.import_highlights import looks, placed, selector_of


@dataclass(frozen=True, slots=True)
class Ready:
    """A document with all that can be told of its rows before they are stored.

    `addresses` are the ways to write its address, `folded` its title and text for the index.
    """

    document: Document
    addresses: tuple[str, ...]
    article: Row
    text: Row
    folded: tuple[str, str]
    highlights: tuple[Row, ...]


def ready(document: Document) -> Ready:
    """Return *document* made ready; needs no library, so it can be done beside the writing."""
    return Ready(
        document=document,
        addresses=same_page(document.url),
        article=articles.article_values(document),
        text=articles.text_values(document, sha256=articles.text_hash(document.text)),
        folded=(fold_letters(document.title), fold_letters(document.text)),
        highlights=tuple(_highlight(document.text, quote) for quote in document.quotes),
    )


def parted(
    source: Source, found: Sequence[Ready], at_once: int
) -> Iterator[tuple[bool, Sequence[Ready]]]:
    """Yield *found* in order, in stretches: of surely new ones (True), or one that may be known.

    No stretch has more than *at_once*. Each is to be stored before the next one is asked for.
    """
    for at in range(0, len(found), max(1, at_once)):
        yield from _parted(source, found[at : at + at_once])


def _parted(source: Source, found: Sequence[Ready]) -> Iterator[tuple[bool, Sequence[Ready]]]:
    hashes = same_article.known_hashes(source, (one.text["sha256"] for one in found))
    addresses = same_article.known_addresses(
        source, chain.from_iterable(one.addresses for one in found)
    )
    begun = 0
    for at, one in enumerate(found):
        digest = one.text["sha256"]
        new = digest not in hashes and addresses.isdisjoint(one.addresses)
        if not new or not _is_plain(one.document):
            if begun < at:
                yield True, found[begun:at]
            yield False, found[at : at + 1]
            begun = at + 1
        hashes.add(digest)
        addresses.update(one.addresses)
    if begun < len(found):
        yield True, found[begun:]


def store_new(tx: Transaction, found: Sequence[Ready]) -> list[int]:
    """Store articles that are surely new, with their tags and highlights; return their ids."""
    time = now()
    own = {"added": time, "modified": time}
    ids = tx.insert_many(
        "article",
        [
            {"uuid": new_uuid(), **own, **one.article}
            | ({"added": one.document.added} if one.document.added else {})
            for one in found
        ],
    )
    pairs = list(zip(ids, found, strict=True))
    tx.insert_many(
        "article_text",
        [{"article_id": key, "created": time, **one.text} for key, one in pairs],
        folded=[(key, *one.folded) for key, one in pairs],
    )
    tag_ids = _tags(tx, found)
    tags.attach_new(
        tx, "article", ((key, tag_ids[path]) for key, one in pairs for path in one.document.tags)
    )
    marks = [(key, row) for key, one in pairs for row in one.highlights]
    mark_ids = tx.insert_many(
        "annotation",
        [
            {"uuid": new_uuid(), "article_id": key, "modified": time}
            | row
            | {"created": row["created"] or time}
            for key, row in marks
        ],
    )
    quotes = chain.from_iterable(one.document.quotes for one in found)
    tags.attach_new(
        tx,
        "annotation",
        (
            (key, tag_ids[path])
            for key, quote in zip(mark_ids, quotes, strict=True)
            for path in quote.tags
        ),
    )
    return list(ids)


def _is_plain(document: Document) -> bool:
    """Tell whether a document says no more of itself than what a new article is."""
    told = document.uuid or document.excerpts or document.modified or document.images
    return not told and not any(quote.origin for quote in document.quotes)


def _highlight(text: str, quote: Quote) -> Row:
    place = placed(text, quote)
    return {
        "version": 1,
        **annotations.place_values(place or selector_of(quote)),
        **looks(quote),
        "created": quote.created,
        "orphaned": int(place is None),
    }


def _tags(tx: Transaction, found: Iterable[Ready]) -> dict[str, int]:
    """Return the tags that documents and their highlights carry, by path, made in that order."""
    documents = [one.document for one in found]
    wanted = chain.from_iterable((d.tags, *(quote.tags for quote in d.quotes)) for d in documents)
    paths = dict.fromkeys(chain.from_iterable(wanted))
    return {path: tags.ensure(tx, path) for path in paths}
