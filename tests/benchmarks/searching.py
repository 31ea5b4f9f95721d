"""200 mixed searches: bare FTS5 for the same MATCH, the first screen, and the whole answer.

Words are meant exactly: other forms would make another MATCH.
"""

import json
import random
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median

from desktop.core.folding import fold_letters
from desktop.core.query import parse
from desktop.library.connection import Reader
from desktop.library.search import Listing, article_ids, first_ids
from tests.benchmarks.corpus import COMMON, EVERYWHERE, RARE, lemma_forms
from tests.benchmarks.measure import spread, timed

_SCREEN, _QUERIES, _ROUNDS = 100, 200, 5


def queries() -> list[tuple[str, str]]:
    """Return (as typed, as MATCH): words common and rare, two words, prefixes, phrases, -not."""
    chance = random.Random(7)
    lemmas = lemma_forms()
    common, rare = lemmas[:300], lemmas[3_000:]
    found = [(word, _term(word)) for word in (EVERYWHERE, COMMON, RARE)]
    while len(found) < _QUERIES:
        one, two, three = (chance.choice(chance.choice(of)) for of in (common, common, rare))
        found += [
            (three, _term(three)),
            (one, _term(one)),
            (f"{one} {two}", f"{_term(one)} AND {_term(two)}"),
            (f"{three[:5]}*", f"{_term(three[:5])}*"),
            (f'"{one} {two}"', _term(f"{one} {two}")),
            (f"{one} {three}", f"{_term(one)} AND {_term(three)}"),
        ]
    return found[:_QUERIES]


def _term(words: str) -> str:
    return f'"{fold_letters(words)}"'


def main(library: Path) -> None:
    """Print the times of all searches in *library*: of each the median of some rounds."""
    address = library.absolute().as_uri() + "?mode=ro"
    bare = sqlite3.connect(address, uri=True)
    times: dict[str, list[float]] = {"bare": [], "first": [], "ranked": [], "all": []}
    with closing(bare), closing(Reader(library)) as reader:
        for typed, match in queries():
            listing = Listing(parse(typed, exact=True), sort="added")
            best = replace(listing, sort="relevance")
            _bare(bare, match)  # then both find the pages in the cache
            times["bare"].append(_usual(partial(_bare, bare, match)))
            times["first"].append(_usual(partial(first_ids, reader, listing, _SCREEN)))
            times["ranked"].append(_usual(partial(first_ids, reader, best, _SCREEN)))
            times["all"].append(_usual(partial(article_ids, reader, listing)))
        listing = Listing(parse(EVERYWHERE, exact=True), sort="relevance")
        everywhere = [timed(partial(first_ids, reader, listing, _SCREEN)) for _ in range(20)]
    times["everywhere"] = everywhere
    print(json.dumps({name: spread(values) for name, values in times.items()}))


def _usual(work: Callable[[], object]) -> float:
    return median(timed(work) for _ in range(_ROUNDS))


def _bare(db: sqlite3.Connection, match: str) -> None:
    sql = "SELECT rowid FROM article_fts WHERE article_fts MATCH ? ORDER BY rowid DESC"
    db.execute(sql, (match,)).fetchall()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
