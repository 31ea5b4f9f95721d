"""Near-duplicates and kin of an article: found by samples of word runs, verified on the texts.

The samples are kept in the file and brought up to date in the background, a few articles at a time
(`pending`, `signatures`, `put`). An answer never depends on the sample of the article asked about.
"""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.core.folding import fold
from desktop.core.shingles import covered, runs, sample
from desktop.library.connection import Row, Source, execute

if TYPE_CHECKING:
    from sqlite_utils import Database

NEAR = 0.4
_NEAR_SHORT, _SHORT = 0.8, 12
_POSTINGS, _VERIFIED, _FAILURES, _FEW = 500, 200, 6, 8
_WORDS, _PROBED, _COMMON = 12, 40, 2_000
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Similar:
    """An article like another. `share` is the part (0 to 1) of the shorter text's words.

    `earlier` tells whether it came before the other, None when their dates do not tell. `words`
    are what both have and few others.
    """

    article_id: int
    title: str
    outlet: str
    published: str
    added: str
    share: float
    earlier: bool | None
    words: tuple[str, ...] = ()


def also_published(source: Source, article_id: int, *, limit: int = 50) -> list[Similar]:
    """Return the near-duplicates of an article whatever their dates, the most alike first."""
    row = _article(source, article_id)
    return _near(source, row, runs(row["text"]), limit) if row else []


def near_duplicates(source: Source, text: str, *, limit: int = 50) -> list[Similar]:
    """Return the articles that a text, perhaps not stored yet, is a near-duplicate of."""
    return _near(source, {"id": 0, "published": "", "added": ""}, runs(text), limit)


def more_like(source: Source, article_id: int, *, limit: int = 10) -> list[Similar]:
    """Return articles that share the rarer words of one, without its near-duplicates."""
    row = _article(source, article_id)
    if not row:
        return []
    near = {one.article_id for one in also_published(source, article_id)} | {article_id}
    weights: Counter[int] = Counter()
    shared: dict[int, list[str]] = {}
    for word, weight, ids in _rare_words(source, row["text"]):
        for other in ids:
            if other not in near:
                weights[other] += weight
                shared.setdefault(other, []).append(word)
    best = [(other, found) for other, found in weights.most_common(limit * 2)]
    known = {r["id"]: r for r in _rows(source, [other for other, _ in best])}
    hashes = runs(row["text"])
    return [
        _similar(known[other], row, _share(hashes, runs(known[other]["text"])), shared[other])
        for other, _ in best
        if other in known and len(shared[other]) > 1
    ][:limit]


def pending(source: Source) -> int:
    """Return how many articles wait for their sample."""
    return source.ids("SELECT count(*) FROM shingle_queue")[0] if _is_there(source) else 0


@dataclass(frozen=True, slots=True)
class Signatures:
    """The new samples of some articles, and the versions of the texts they are of.

    A deleted article has version 0 and an empty sample, which takes the old one away.
    """

    samples: dict[int, list[int]]
    versions: dict[int, int]


def signatures(
    source: Source, stopped: Callable[[], bool] = lambda: False, *, limit: int = 25
) -> Signatures | None:
    """Compute the samples of articles that wait; None when none does (or when stopped)."""
    ids = list(source.ids("SELECT article_id FROM shingle_queue LIMIT ?", (limit,)))
    if not ids:
        return None
    rows = {row["id"]: row for row in _rows(source, ids, trashed=True)}
    samples: dict[int, list[int]] = {}
    for key in ids:
        if stopped():
            return None
        samples[key] = sample(runs(rows[key]["text"])) if key in rows else []
    return Signatures(samples, {key: rows[key]["version"] if key in rows else 0 for key in ids})


def put(db: Database, found: Signatures) -> None:
    """Store samples on the writing connection, in a transaction of their own."""
    execute(db, "BEGIN IMMEDIATE")
    try:
        current = [key for key in found.samples if _version(db, key) == found.versions[key]]
        for key in current:
            _take_out(db, key)
        for posting in sorted((value, key) for key in current for value in found.samples[key]):
            execute(db, "INSERT INTO shingle VALUES (?, ?)", posting)
        for key in current:
            if found.samples[key]:
                packed = _packed(found.samples[key])
                execute(db, "INSERT INTO shingle_sample VALUES (?, ?)", (key, packed))
            execute(db, "DELETE FROM shingle_queue WHERE article_id = ?", (key,))
        db.commit()
    except BaseException:
        db.rollback()
        raise


def _version(db: Database, article_id: int) -> int:
    row = execute(db, "SELECT version FROM article WHERE id = ?", (article_id,)).fetchone()
    return row[0] if row else 0


def _packed(values: Sequence[int]) -> bytes:
    """Return ascending values as 64 bits each, or a byte and 32 each where that is enough."""
    if values[-1] >> 32:
        return array("Q", values).tobytes()
    return b"4" + array("I", values).tobytes()


def _unpacked(packed: bytes) -> Sequence[int]:
    return array("I", packed[1:]) if len(packed) % 8 else array("Q", packed)


def _take_out(db: Database, article_id: int) -> None:
    sql = "SELECT shingles FROM shingle_sample WHERE article_id = ?"
    row = execute(db, sql, (article_id,)).fetchone()
    if row is None:
        return
    for value in _unpacked(row[0]):
        execute(db, "DELETE FROM shingle WHERE value = ? AND article_id = ?", (value, article_id))
    execute(db, "DELETE FROM shingle_sample WHERE article_id = ?", (article_id,))


def _near(source: Source, row: Row, hashes: list[int], limit: int) -> list[Similar]:
    least = NEAR if len(hashes) >= _SHORT else _NEAR_SHORT
    found: list[Similar] = []
    failures = 0
    for key in _candidates(source, row["id"], hashes):
        for other in _rows(source, [key]):
            share = _share(hashes, runs(other["text"]))
            failures = 0 if share >= least else failures + 1
            if share >= least:
                found.append(_similar(other, row, share))
        if failures >= _FAILURES:
            break
    found.sort(key=lambda one: (-one.share, one.published, one.article_id))
    return found[:limit]


def _candidates(source: Source, article_id: int, hashes: list[int]) -> list[int]:
    """Return the articles whose samples have most in common with the text's, these first.

    One run in common is little: every article of an outlet may have the same last sentence.
    """
    counts: Counter[int] = Counter()
    values = sample(hashes) if _is_there(source) else []
    for value in values:
        counts.update(
            source.ids("SELECT article_id FROM shingle WHERE value = ? LIMIT ?", (value, _POSTINGS))
        )
    del counts[article_id]
    least = 1 if len(values) <= _FEW else 2
    return [key for key, count in counts.most_common(_VERIFIED) if count >= least]


def _is_there(source: Source) -> bool:
    """Tell whether the library has the tables: an older one that can only be read has not."""
    return bool(source.ids("SELECT 1 FROM sqlite_master WHERE name = 'shingle_queue'"))


def _share(one: list[int], other: list[int]) -> float:
    """Return which part of the shorter text lies in the longer."""
    short, long = sorted((one, other), key=len)
    return covered(short, set(long))


def _rare_words(source: Source, text: str) -> list[tuple[str, int, array[int]]]:
    """Return words of a text that are in few articles, with a weight and these articles."""
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for match in _WORD.finditer(text):
        word = fold(match[0])
        counts[word] += 1 + (match[0][0].isupper() and len(shown) > 0)
        shown.setdefault(word, match[0])
    likely = sorted(counts, key=lambda word: (-min(counts[word], 4) * len(word), word))[:_PROBED]
    total = max(2, source.ids("SELECT max(id) FROM article")[0])
    found: list[tuple[float, str, array[int]]] = []
    for word in likely:
        ids = source.ids(
            "SELECT rowid FROM article_fts WHERE article_fts MATCH ? LIMIT ?",
            (f'"{word}"', _COMMON),
        )
        if 1 < len(ids) < min(_COMMON, max(20, total // 5)):
            found.append((math.log(total / len(ids)) * math.sqrt(counts[word]), word, ids))
    found.sort(key=lambda one: -one[0])
    return [(shown[word], max(1, round(weight * 100)), ids) for weight, word, ids in found[:_WORDS]]


def _article(source: Source, article_id: int) -> Row | None:
    return next(iter(_rows(source, [article_id], trashed=True)), None)


def _rows(source: Source, ids: Sequence[int], *, trashed: bool = False) -> list[Row]:
    """Return *ids* that are there with their texts, in no order; with the trash if *trashed*."""
    return source.rows(
        "SELECT a.id, a.title, a.outlet, a.published, a.added, a.version, t.text FROM article a "
        "JOIN article_text t ON t.article_id = a.id AND t.version = a.version "
        f"WHERE a.id IN ({','.join('?' * len(ids))}) {'' if trashed else 'AND a.trashed = 0'}",
        tuple(ids),
    )


def _similar(other: Row, row: Row, share: float, words: Sequence[str] = ()) -> Similar:
    return Similar(
        other["id"],
        other["title"],
        other["outlet"],
        other["published"],
        other["added"],
        share,
        _earlier(other["published"], row["published"]),
        tuple(words),
    )


def _earlier(one: str, other: str) -> bool | None:
    """Compare partial dates as far as both are known; None when that does not tell."""
    length = min(len(one), len(other))
    if not length or one[:length] == other[:length]:
        return None
    return one < other
