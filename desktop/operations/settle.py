"""Settle what coders differ on: passage by passage, into a layer of its own (`core.people`)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.core.article import Block
from desktop.core.differences import Agreed, Passage, passages
from desktop.core.errors import Cancelled
from desktop.core.people import AGREED
from desktop.library import settled
from desktop.library.connection import Source
from desktop.library.portable import portable_articles
from desktop.library.transaction import Transaction
from desktop.operations.annotate import add_highlight
from desktop.operations.step import QT_TRANSLATE_NOOP, step


@dataclass(frozen=True, slots=True)
class Open:
    """A passage that is not settled yet, with the part of its article that holds it.

    `text` begins at code point `offset` of the article's text.
    """

    article_id: int
    title: str
    text: str
    offset: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class Differences:
    """What is still to be settled, and what all marked alike and can be taken over at once."""

    differing: tuple[Open, ...]
    alike: tuple[Open, ...]


def differences(
    source: Source,
    article_ids: Sequence[int],
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> Differences:
    """Return what is not settled yet in the articles that two or more people coded."""
    found: list[Open] = []
    for article_id in settled.coded_by_several(source, article_ids):
        if cancelled():
            raise Cancelled
        done = settled.keys(source, article_id)
        for article in portable_articles(source, [article_id]):
            for passage in passages(article.annotations):
                if passage.key not in done:
                    start, end = _round(article.blocks, passage, len(article.text))
                    text = article.text[start:end]
                    found.append(Open(article_id, article.title, text, start, passage))
    return Differences(
        tuple(one for one in found if not one.passage.alike),
        tuple(one for one in found if one.passage.alike),
    )


@step(QT_TRANSLATE_NOOP("Steps", "Settle a difference"))
def settle(tx: Transaction, *, article_id: int, key: str, agreed: Sequence[Agreed]) -> None:
    """Take *agreed* (perhaps nothing) into the agreed layer; the passage with *key* is done."""
    for one in agreed:
        add_highlight(
            tx,
            article_id=article_id,
            start=one.start,
            end=one.end,
            colour=one.colour,
            note=one.note,
            tag_paths=one.tags,
            author=AGREED,
        )
    settled.add(tx, article_id, key)


@step(QT_TRANSLATE_NOOP("Steps", "Accept what all marked alike"))
def accept_alike(tx: Transaction, *, alike: Sequence[Open]) -> int:
    """Take all passages that everyone marked alike into the agreed layer; return how many."""
    for one in alike:
        passage = one.passage
        settle(
            tx,
            article_id=one.article_id,
            key=passage.key,
            agreed=passage.accepted(*passage.coders),
        )
    return len(alike)


def _round(blocks: Sequence[Block], passage: Passage, length: int) -> tuple[int, int]:
    """Return the paragraphs that a passage lies in, as code points."""
    start = max((b.start for b in blocks if b.start <= passage.start), default=0)
    end = min((b.end for b in blocks if b.end >= passage.end), default=length)
    return start, end
