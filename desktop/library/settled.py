"""Which differences between coders were settled, and where two or more people coded at all."""

from collections.abc import Sequence

from desktop.core.ids import now
from desktop.core.people import AGREED
from desktop.library.connection import Row, Source
from desktop.library.transaction import Transaction


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


def keys(source: Source, article_id: int) -> set[str]:
    """Return the keys of what was settled in an article."""
    if not _is_there(source):
        return set()
    rows = source.rows("SELECT key FROM settled WHERE article_id = ?", (article_id,))
    return {row["key"] for row in rows}


def add(tx: Transaction, article_id: int, key: str) -> None:
    """Keep that a difference is settled."""
    if key not in keys(tx, article_id):
        tx.insert("settled", article_id=article_id, key=key, created=now())


def rows_in_order(source: Source) -> list[Row]:
    """Return all rows with their article's uuid, in the order of a dump."""
    if not _is_there(source):
        return []
    return source.rows(
        "SELECT a.uuid AS article, s.key, s.created FROM settled s "
        "JOIN article a ON a.id = s.article_id ORDER BY a.uuid, s.key"
    )


def _is_there(source: Source) -> bool:
    """Tell whether the table is there: not in an older file that can only be read."""
    return bool(source.rows("SELECT 1 FROM sqlite_master WHERE name = 'settled'"))
