"""Reading: where one is, what is read, starred, noted, put in the trash."""

from collections.abc import Sequence

from desktop.core import dates
from desktop.core.article import STATUSES
from desktop.core.canonical import clean
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.ids import now
from desktop.library import articles, images, progress
from desktop.library.transaction import Transaction
from desktop.operations.step import step


def save_progress(tx: Transaction, *, article_id: int, position: int, fraction: float) -> None:
    """Remember the place in an article (no undo step); an unread one becomes one being read."""
    progress.put(tx, article_id, position=position, fraction=fraction, time=now())
    row = tx.row("article", article_id)
    if row and row["status"] == "unread":
        tx.update("article", article_id, status="reading")


@step(QT_TRANSLATE_NOOP("Steps", "Change status"))
def set_status(tx: Transaction, *, article_ids: Sequence[int], status: str) -> None:
    """Mark articles as unread, reading, read or archived."""
    if status not in STATUSES:
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "There is no status “{name}”. Choose one of: {known}."),
            name=status,
            known=", ".join(STATUSES),
        )
    _change(tx, article_ids, status=status)


@step(QT_TRANSLATE_NOOP("Steps", "Star"))
def set_starred(tx: Transaction, *, article_ids: Sequence[int], starred: bool) -> None:
    """Star articles or take the star off."""
    _change(tx, article_ids, starred=int(starred))


@step(QT_TRANSLATE_NOOP("Steps", "Edit article note"))
def set_article_note(tx: Transaction, *, article_id: int, note: str) -> None:
    """Replace the note on a whole article."""
    _change(tx, [article_id], **articles.details(note=clean(note).text))


@step(QT_TRANSLATE_NOOP("Steps", "Edit article details"))
def edit_details(
    tx: Transaction,
    *,
    article_id: int,
    title: str,
    author: str,
    outlet: str,
    agency: str,
    url: str,
    language: str,
    published: str,
) -> None:
    """Correct an article's metadata; *published* may be partial (`2023-09`) or empty."""
    date = dates.parse_partial(published) if published.strip() else ""
    if date is None:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors", "“{value}” is not a date. Write 2023, 2023-09 or 2023-09-07."
            ),
            value=published,
        )
    if not _line(title):
        raise UserError(QT_TRANSLATE_NOOP("Errors", "An article needs a title."))
    named = articles.details(
        title=_line(title), author=_line(author), outlet=_line(outlet), agency=_line(agency)
    )
    rest = {"url": _line(url), "language": _line(language).lower(), "published": date}
    _change(tx, [article_id], **named, **rest)


@step(QT_TRANSLATE_NOOP("Steps", "Move to trash"))
def trash(tx: Transaction, *, article_ids: Sequence[int]) -> None:
    """Put articles in the trash; their highlights stay with them."""
    _change(tx, article_ids, trashed=1)


@step(QT_TRANSLATE_NOOP("Steps", "Restore from trash"))
def restore(tx: Transaction, *, article_ids: Sequence[int]) -> None:
    """Take articles out of the trash."""
    _change(tx, article_ids, trashed=0)


@step(QT_TRANSLATE_NOOP("Steps", "Delete for good"))
def delete_for_good(tx: Transaction, *, article_ids: Sequence[int]) -> None:
    """Delete articles with everything on them. Undo brings them back until the program ends."""
    images.delete_articles(tx, article_ids)


def _line(text: str) -> str:
    return " ".join(clean(text).text.split())


def _change(tx: Transaction, article_ids: Sequence[int], **values: str | int) -> None:
    for article_id in article_ids:
        articles.get(tx, article_id)
        if tx.update("article", article_id, **values):
            tx.update("article", article_id, modified=now())
