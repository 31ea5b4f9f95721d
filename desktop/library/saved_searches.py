"""The searches that the user keeps: their names and texts, in the user's order."""

from dataclasses import dataclass

from desktop.core.errors import QT_TRANSLATE_NOOP, NotFound
from desktop.core.ids import new_uuid, now
from desktop.library.connection import Source
from desktop.library.transaction import Transaction


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search under a name; `query` is the text as it was typed."""

    id: int
    name: str
    query: str


def all_searches(source: Source) -> list[SavedSearch]:
    """Return all saved searches; none from a file that can only be read and is older than they."""
    if not source.rows("SELECT 1 FROM sqlite_master WHERE name = 'saved_search'"):
        return []
    found = source.rows("SELECT id, name, query FROM saved_search ORDER BY position, id")
    return [SavedSearch(**row) for row in found]


def get(source: Source, search_id: int) -> SavedSearch:
    """Return a saved search; NotFound when it is gone."""
    found = source.rows("SELECT id, name, query FROM saved_search WHERE id = ?", (search_id,))
    if not found:
        raise NotFound(QT_TRANSLATE_NOOP("Errors", "This saved search is not there any more."))
    return SavedSearch(**found[0])


def add(tx: Transaction, name: str, query: str) -> int:
    """Keep a search below the others; return its id."""
    last = tx.rows("SELECT coalesce(max(position), 0) AS last FROM saved_search")[0]["last"]
    time = now()
    return tx.insert(
        "saved_search",
        uuid=new_uuid(),
        name=name,
        query=query,
        position=last + 1,
        created=time,
        modified=time,
    )
