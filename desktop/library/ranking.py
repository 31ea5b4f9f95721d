"""The order of relevance: the title counts more than the text, its lead more than the rest.

Words that stand together count more than words far apart. Meant for results of some thousands:
bm25 looks at every place of every word.
"""

from array import array
from collections.abc import Sequence

from desktop.core import hits
from desktop.core.query_tree import Query
from desktop.library import conditions
from desktop.library.connection import Source

_TITLE, _TEXT = 8.0, 1.0
_TOGETHER = ((3, 0.4), (20, 0.2))
_IN_LEAD = 0.5
_LEAD_CHARACTERS = 500
_LEADS_READ = 200
_SCORED_AT_MOST = 20_000


def by_relevance(source: Source, query: Query, ids: Sequence[int]) -> "array[int]":
    """Return *ids*, which match *query*, best first; what is equally good keeps its order.

    All do when the words alone have too many hits to score each.
    """
    match = conditions.match(query)
    if not match or len(ids) < 2:
        return array("q", ids)
    scores = dict.fromkeys(ids, 0.0)
    found = f"FROM article_fts WHERE article_fts MATCH ? LIMIT {_SCORED_AT_MOST + 1}"
    if len(source.ids(f"SELECT rowid {found}", (match,))) > _SCORED_AT_MOST:
        return array("q", ids)
    # All hits are scored, also those that are not listed: bm25 counts anew for each `rowid IN`.
    score = f"bm25(article_fts, {_TITLE}, {_TEXT})"
    for row in source.rows(f"SELECT rowid AS id, {score} AS score {found}", (match,)):
        if row["id"] in scores:
            scores[row["id"]] = -row["score"]
    best = _sorted(ids, scores)
    bonus = dict.fromkeys(ids, 1.0)
    for distance, more in _TOGETHER:
        if near := conditions.match_near(query, distance):
            for key in source.ids(f"SELECT rowid {found}", (near,)):
                if key in bonus:
                    bonus[key] += more
    for key in _with_hit_in_lead(source, query, best[:_LEADS_READ]):
        bonus[key] += _IN_LEAD
    return _sorted(ids, {key: scores[key] * bonus[key] for key in ids})


def _sorted(ids: Sequence[int], scores: dict[int, float]) -> "array[int]":
    return array("q", sorted(ids, key=lambda key: -scores[key]))


def _with_hit_in_lead(source: Source, query: Query, ids: Sequence[int]) -> list[int]:
    """Return those of *ids* whose text has a word of the query soon after the title."""
    marks = ",".join("?" * len(ids))
    found = source.rows(
        f"SELECT a.id, a.title, substr(t.text, 1, {2 * _LEAD_CHARACTERS}) AS start FROM article a "
        "JOIN article_text t ON t.article_id = a.id AND t.version = a.version "
        f"WHERE a.id IN ({marks})",
        tuple(ids),
    )
    leads = [row["start"].removeprefix(row["title"])[:_LEAD_CHARACTERS] for row in found]
    there = hits.having_terms(leads, query.marked)
    return [row["id"] for row, is_hit in zip(found, there, strict=True) if is_hit]
