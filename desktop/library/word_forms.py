"""The word forms of the library, looked up for the words of a query."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from desktop.core.hits import MOST_FORMS, Term, within_bounds
from desktop.core.query_tree import Query, leaves, terms_of, with_terms
from desktop.core.word_keys import SHORTEST, normal
from desktop.library.connection import Source
from desktop.library.word_process import key_process

Form = tuple[str, str]


def expand(source: Source, query: Query) -> Query:
    """Give each word of *query* the forms of it that the library has. Not for the GUI thread."""
    terms = (one for leaf, _ in leaves(query.root) for one in terms_of(leaf))
    if query.root is None or all(one.exact or one.forms for one in terms):
        return query
    languages = _languages(source)
    if not languages:
        return query
    return Query(with_terms(query.root, lambda found: _expanded(source, found, languages)))


def expand_term(source: Source, term: Term) -> Term:
    """Give each word of *term* its forms, of a long phrase the first of them."""
    return _expanded(source, (term,), _languages(source))[0]


def _expanded(
    source: Source, terms: tuple[Term, ...], languages: Sequence[str]
) -> tuple[Term, ...]:
    return within_bounds([_with_forms(source, one, languages) for one in terms])


def _with_forms(source: Source, term: Term, languages: Sequence[str]) -> Term:
    written = term.written.split()
    if term.exact or term.forms or not languages or len(written) != len(term.words):
        return term
    words = zip(written, term.words, strict=True)
    return replace(term, forms=tuple(tuple(_forms(source, *one, languages)) for one in words))


def _languages(source: Source) -> list[str]:
    """Return the languages that have forms, hopping along the index."""
    rows = source.rows(
        "WITH RECURSIVE one(language) AS (SELECT min(language) FROM word_form UNION ALL "
        "SELECT (SELECT min(language) FROM word_form w WHERE w.language > one.language) "
        "FROM one WHERE one.language IS NOT NULL) SELECT language FROM one WHERE language <> ''"
    )
    return [row["language"] for row in rows]


def _forms(source: Source, word: str, folded: str, languages: Sequence[str]) -> list[str]:
    """Return *folded* and the other folded forms of *word*.

    Those the library met first come first: as a rule they are the commonest.
    """
    keys = _query_keys(source, word, folded, languages)
    if not keys:
        return [folded]
    values = ", ".join(["(?, ?)"] * len(keys))
    rows = source.rows(
        f"WITH wanted(language, key) AS (VALUES {values}) "
        "SELECT f.folded AS folded, min(f.id) AS first FROM wanted w JOIN word_form_key k "
        "ON k.language = w.language AND k.key = w.key JOIN word_form f ON f.id = k.form_id "
        f"GROUP BY f.folded ORDER BY first LIMIT {MOST_FORMS}",
        tuple(itertools.chain.from_iterable(keys)),
    )
    return list(dict.fromkeys((folded, *(row["folded"] for row in rows))))


def _query_keys(source: Source, word: str, folded: str, languages: Sequence[str]) -> list[Form]:
    """Return the (language, key) pairs of a word, as written or, typed without accents, as seen."""
    if len(folded) < SHORTEST or not folded.isalpha():
        return []
    seen = source.rows("SELECT language, form FROM word_form WHERE folded = ?", (folded,))
    alike = [(row["language"], row["form"]) for row in seen if row["language"] in languages]
    as_written = [one for one in alike if one[1].lower() == word.lower()]
    wanted = [(language, normal(word)) for language in languages]
    plain = word.lower() == folded
    asked = wanted if as_written or not plain else [*wanted, *alike]
    try:
        found = key_process().keys([(form, language, True) for language, form in asked])
    except OSError:  # no process to be had: what was typed is still found
        return []
    pairs = zip(asked, found, strict=True)
    return list(dict.fromkeys((language, key) for (language, _), keys in pairs for key in keys))
