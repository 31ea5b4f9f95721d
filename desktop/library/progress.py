"""Reading progress: where in an article the reader was. It is no undo step."""

from dataclasses import dataclass

from desktop.library.connection import Source
from desktop.library.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Progress:
    """`position` is the code point at the top of the page; `fraction` how much was seen, 0 to 1."""

    position: int = 0
    fraction: float = 0.0


def get(source: Source, article_id: int) -> Progress:
    """Return the progress in an article, the beginning if it was never opened."""
    found = source.rows(
        "SELECT position, fraction FROM reading_progress WHERE article_id = ?", (article_id,)
    )
    return Progress(**found[0]) if found else Progress()


def put(tx: Transaction, article_id: int, *, position: int, fraction: float, time: str) -> None:
    """Store the progress in an article that exists; an article that is gone is passed over."""
    if tx.row("article", article_id) is None:
        return
    known = tx.row("reading_progress", article_id)
    fraction = min(1.0, max(0.0, fraction))
    if known is None:
        tx.insert(
            "reading_progress",
            article_id=article_id,
            position=position,
            fraction=fraction,
            opened=time,
            finished=time if fraction >= 1 else "",
        )
        return
    finished = {"finished": time} if fraction >= 1 and not known["finished"] else {}
    best = max(fraction, known["fraction"])
    tx.update("reading_progress", article_id, position=position, fraction=best, **finished)
