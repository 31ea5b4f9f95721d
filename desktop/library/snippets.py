"""Search results with the piece of text that matches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.core import hits
from desktop.core.query import Query
from desktop.library import articles
from desktop.library.connection import Source

_BYTES = 400_000


@dataclass(frozen=True, slots=True)
class Found:
    """An article of a result."""

    id: int
    title: str
    snippet: hits.Snippet


def snippets(source: Source, ids: Sequence[int], query: Query) -> Iterator[Found]:
    """Yield the articles *ids* with the text around their first hit (or their beginning)."""
    for row in articles.rows_of_many(source, ids):
        yield Found(row.id, row.title, snippet(source, row.id, query))


def next_with_hit(source: Source, ids: Sequence[int], terms: Sequence[hits.Term]) -> Found | None:
    """Return the first of *ids* whose text (not only title or notes) has a term."""
    for article_id in ids:
        found = source.rows(
            "SELECT a.title, t.text FROM article a JOIN article_text t "
            "ON t.article_id = a.id AND t.version = a.version WHERE a.id = ?",
            (article_id,),
        )
        for row in found:
            if spans := hits.find_terms(row["text"], terms):
                return Found(article_id, row["title"], hits.snippet(row["text"], spans))
    return None


def snippet(source: Source, article_id: int, query: Query) -> hits.Snippet:
    """Return the text around the first hit of *query* in the article's first 400,000 bytes."""
    # As bytes: the substr() of a text ends at a NUL.
    found = source.rows(
        f"SELECT substr(CAST(t.text AS BLOB), 1, {_BYTES}) AS start FROM article_text t "
        "JOIN article a ON a.id = t.article_id AND a.version = t.version WHERE a.id = ?",
        (article_id,),
    )
    text = found[0]["start"].decode(errors="ignore") if found else ""
    return hits.snippet(text, hits.find_terms(text, query.marked))
