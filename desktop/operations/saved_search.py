"""Keep a search under a name, rename it, forget it."""

from desktop.core.canonical import clean
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.ids import now
from desktop.core.query import parse
from desktop.library import saved_searches
from desktop.library.transaction import Transaction
from desktop.operations.step import step

MAX_NAME = 200


@step(QT_TRANSLATE_NOOP("Steps", "Save search"))
def save(tx: Transaction, *, query: str, name: str = "") -> int:
    """Keep the search *query*, called by its own text unless there is a *name*; return its id.

    The same text is kept once. UserError when it cannot be read, or is empty.
    """
    text = _tidy(query)
    if not parse(text):
        raise UserError(QT_TRANSLATE_NOOP("Errors", "There is no search to save. Search first."))
    same = (one for one in saved_searches.all_searches(tx) if one.query == text)
    if found := next(same, None):
        return found.id
    return saved_searches.add(tx, _name(name or text), text)


@step(QT_TRANSLATE_NOOP("Steps", "Rename saved search"))
def rename(tx: Transaction, *, search_id: int, name: str) -> None:
    """Give a saved search another name; an empty one stands for its text."""
    found = saved_searches.get(tx, search_id)
    wanted = _name(name) or _name(found.query)
    if wanted != found.name:
        tx.update("saved_search", search_id, name=wanted, modified=now())


@step(QT_TRANSLATE_NOOP("Steps", "Delete saved search"))
def delete(tx: Transaction, *, search_id: int) -> None:
    """Forget a saved search."""
    tx.delete("saved_search", search_id)


def _name(text: str) -> str:
    return _tidy(text)[:MAX_NAME].rstrip()


def _tidy(text: str) -> str:
    return " ".join(clean(text).text.split())
