"""Tag every sentence that contains certain words: look first, then tag those one wants."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.core.coding_units import cut
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.hits import Term, find_terms
from desktop.core.query import parse
from desktop.core.query_tree import And, Words
from desktop.library import annotations, articles, tags
from desktop.library.connection import Source
from desktop.library.search import Listing, article_ids
from desktop.library.transaction import Transaction
from desktop.library.word_forms import expand
from desktop.operations.annotate import add_highlight
from desktop.operations.step import step


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article's current text; `start` and `end` are code points."""

    article_id: int
    title: str
    start: int
    end: int
    exact: str


def find_sentences(
    source: Source, words: str, within: Sequence[int] | None, *, limit: int
) -> list[Sentence]:
    """Return at most *limit* sentences that contain all *words*, in any of their forms.

    Words in quotation marks stand in a row, `=` asks for a word only as written. *within* are
    article ids, None for all that are not in the trash. UserError for other search operators. Not
    for the GUI thread.
    """
    query = expand(source, parse(words))
    parts = query.root.parts if isinstance(query.root, And) else (query.root,)
    if query.root is None:
        return []
    if not all(isinstance(part, Words) and not part.field for part in parts):
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "Write words here, or a phrase in quotation marks.")
        )
    wanted = None if within is None else set(within)
    found: list[Sentence] = []
    for article_id in article_ids(source, Listing(query=query)):
        if wanted is None or article_id in wanted:
            found += _in_article(source, article_id, query.marked)
        if len(found) >= limit:
            break
    return found[:limit]


@step(QT_TRANSLATE_NOOP("Steps", "Tag sentences"))
def tag_sentences(
    tx: Transaction, *, sentences: Sequence[Sentence], path: str, colour: str, author: str = ""
) -> int:
    """Tag sentences; return how many. One that is highlighted from end to end gets the tag there.

    A sentence that the text no longer has at its place is passed over.
    """
    tag_id = tags.ensure(tx, path)
    return sum(_tag(tx, one, tag_id, colour, author) for one in sentences)


def _in_article(source: Source, article_id: int, terms: Sequence[Term]) -> Iterator[Sentence]:
    row, text = articles.get(source, article_id), articles.text(source, article_id)
    hits = [find_terms(text.text, [one]) for one in terms]
    for start, end in cut(text.text, text.blocks, "sentence", row.language) or ():
        if all(any(start <= low and high <= end for low, high in of_one) for of_one in hits):
            yield Sentence(article_id, row.title, start, end, text.text[start:end])


def _tag(tx: Transaction, one: Sentence, tag_id: int, colour: str, author: str) -> bool:
    text = articles.text(tx, one.article_id)
    if text.text[one.start : one.end] != one.exact:
        return False
    there = [
        mark.id
        for mark in annotations.of_article(tx, one.article_id)
        if (mark.version, mark.start, mark.end) == (text.version, one.start, one.end)
    ]
    annotation_id = there[0] if there else add_highlight(
        tx, article_id=one.article_id, start=one.start, end=one.end, colour=colour, author=author
    )  # fmt: skip
    return tags.attach(tx, "annotation", annotation_id, tag_id)
