"""Which differences between coders were settled, and where two or more people coded at all."""

from collections.abc import Sequence

from desktop.core.ids import now
from desktop.core.people import AGREED
from desktop.core.portable import Decision
from desktop.library.connection import Row, Source
from desktop.library.transaction import Transaction

_CHUNK = 500
_THERE = "SELECT 1 FROM sqlite_master WHERE name = 'settled'"


def coded_by_several(source: Source, article_ids: Sequence[int]) -> list[int]:
    """Return those of *article_ids* in which two or more people marked something, in order."""
    found = set(
        source.ids(
            "SELECT article_id FROM annotation WHERE orphaned = 0 AND author <> ? "
            "GROUP BY article_id HAVING count(DISTINCT author) > 1",
            (AGREED,),
        )
    )
    return [one for one in article_ids if one in found]


def decisions(source: Source, article_ids: Sequence[int]) -> dict[int, tuple[Decision, ...]]:
    """Return what was settled in articles; nothing from an older file that can only be read."""
    found: dict[int, tuple[Decision, ...]] = {}
    if not source.rows(_THERE):
        return found
    for at in range(0, len(article_ids), _CHUNK):
        part = tuple(article_ids[at : at + _CHUNK])
        for row in source.rows(
            "SELECT article_id, key, outcome, created FROM settled "
            f"WHERE article_id IN ({','.join('?' * len(part))}) ORDER BY article_id, key, outcome",
            part,
        ):
            article_id = row.pop("article_id")
            found[article_id] = (*found.get(article_id, ()), Decision(**row))
    return found


def decide(tx: Transaction, article_id: int, key: str, outcome: str) -> None:
    """Keep the one decision on a difference; earlier ones are no more."""
    for older in tx.ids(
        "SELECT id FROM settled WHERE article_id = ? AND key = ? AND outcome <> ?",
        (article_id, key, outcome),
    ):
        tx.delete("settled", older)
    take_in(tx, article_id, Decision(key, outcome, now()))


def take_in(tx: Transaction, article_id: int, decision: Decision) -> bool:
    """Keep a decision, the earlier time of two; True when it is another than was known."""
    known = tx.rows(
        "SELECT id, outcome, created FROM settled WHERE article_id = ? AND key = ?",
        (article_id, decision.key),
    )
    for row in known:
        if row["outcome"] == decision.outcome:
            created = min(row["created"], decision.created)
            tx.update("settled", row["id"], created=created)
            return False
    values = {name: getattr(decision, name) for name in Decision.__slots__}
    tx.insert("settled", article_id=article_id, **values)
    return bool(known)


def rows_in_order(source: Source) -> list[Row]:
    """Return all rows as they are stored, in the order of a dump."""
    if not source.rows(_THERE):
        return []
    return source.rows(
        "SELECT s.* FROM settled s JOIN article a ON a.id = s.article_id "
        "ORDER BY a.uuid, s.key, s.outcome"
    )
