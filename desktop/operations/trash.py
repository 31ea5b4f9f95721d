"""The trash: take things out of it again, or delete them for good."""

from collections.abc import Sequence

from desktop.library import images, trash
from desktop.library.transaction import Transaction
from desktop.operations import read, versions
from desktop.operations.step import QT_TRANSLATE_NOOP, step


@step(QT_TRANSLATE_NOOP("Steps", "Restore from trash"))
def put_back(
    tx: Transaction, *, article_ids: Sequence[int] = (), highlight_ids: Sequence[int] = ()
) -> None:
    """Take articles and deleted highlights (ids of `deleted_annotation`) out of the trash.

    A highlight of an older version goes to where the current text has it, or waits as one without
    a place.
    """
    read.restore(tx, article_ids=article_ids)
    for deleted_id in highlight_ids:
        annotation_id = trash.put_back(tx, deleted_id)
        if annotation_id is not None:
            versions.bring_to_current(tx, annotation_id)


@step(QT_TRANSLATE_NOOP("Steps", "Delete for good"))
def delete_for_good(
    tx: Transaction, *, article_ids: Sequence[int] = (), highlight_ids: Sequence[int] = ()
) -> None:
    """Delete what is in the trash. Undo brings it back until the program ends."""
    for deleted_id in highlight_ids:
        tx.delete("deleted_annotation", deleted_id)
    rows = {article_id: tx.row("article", article_id) for article_id in article_ids}
    images.delete_articles(tx, [key for key, row in rows.items() if row and row["trashed"]])


@step(QT_TRANSLATE_NOOP("Steps", "Empty the trash"))
def empty(tx: Transaction) -> None:
    """Delete all that is in the trash. Undo brings it back until the program ends."""
    article_ids, highlight_ids = trash.everything(tx)
    delete_for_good(tx, article_ids=article_ids, highlight_ids=highlight_ids)
