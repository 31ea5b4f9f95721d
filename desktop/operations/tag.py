"""The tag tree, and tags on articles."""

from collections.abc import Sequence

from desktop.core import tag_path
from desktop.core.canonical import clean
from desktop.core.colours import check_colour
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.ids import new_uuid, now
from desktop.library import articles, tags
from desktop.library.transaction import Transaction
from desktop.operations.step import step


@step(QT_TRANSLATE_NOOP("Steps", "Tag article"))
def tag_articles(
    tx: Transaction,
    *,
    article_ids: Sequence[int],
    add: Sequence[str] = (),
    remove: Sequence[str] = (),
) -> None:
    """Hang tags on articles and take others off, by their paths; missing tags are made."""
    for article_id in article_ids:
        articles.get(tx, article_id)
    for path in add:
        tag_id = tags.ensure(tx, path)
        for article_id in article_ids:
            if tags.attach(tx, "article", article_id, tag_id):
                tx.update("article", article_id, modified=now())
    for path in remove:
        tag_id = tags.find(tx, path)
        if tag_id is None:
            raise UserError(
                QT_TRANSLATE_NOOP("Errors", "There is no tag “{path}” to remove."), path=path
            )
        untag_articles(tx, article_ids=article_ids, tag_id=tag_id)


@step(QT_TRANSLATE_NOOP("Steps", "Untag article"))
def untag_articles(tx: Transaction, *, article_ids: Sequence[int], tag_id: int) -> None:
    """Take a tag off articles."""
    for article_id in article_ids:
        if tags.detach(tx, "article", article_id, tag_id):
            tx.update("article", article_id, modified=now())


@step(QT_TRANSLATE_NOOP("Steps", "Add tag"))
def create(tx: Transaction, *, path: str) -> int:
    """Make a tag (and what is missing above it); return its id, also when it was there."""
    return tags.ensure(tx, path)


@step(QT_TRANSLATE_NOOP("Steps", "Rename tag"))
def rename(tx: Transaction, *, tag_id: int, name: str) -> None:
    """Give a tag another name; UserError when a sibling has it already (merge them instead)."""
    tidy = tag_path.parse_name(name)
    parent, _, _ = tags.path_of(tx, tag_id).rpartition("/")
    move_to(tx, tag_id, f"{parent}/{tidy}" if parent else tidy)


@step(QT_TRANSLATE_NOOP("Steps", "Move tag"))
def move(tx: Transaction, *, tag_id: int, parent_id: int | None) -> None:
    """Hang a tag with all below it under another one, or (None) at the top."""
    path = tags.path_of(tx, tag_id)
    name = path.rpartition("/")[2]
    if parent_id is None:
        move_to(tx, tag_id, name)
        return
    parent = tags.path_of(tx, parent_id)
    if parent == path or parent.startswith(path + "/"):
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "“{path}” cannot be moved into itself."), path=path
        )
    move_to(tx, tag_id, f"{parent}/{name}")


@step(QT_TRANSLATE_NOOP("Steps", "Merge tags"))
def merge(tx: Transaction, *, tag_id: int, into_id: int) -> None:
    """Let everything that carries *tag_id* carry *into_id* instead; its children move along.

    Children of the same name are merged too.
    """
    path, into = tags.path_of(tx, tag_id), tags.path_of(tx, into_id)
    if path == into or into.startswith(path + "/"):
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "“{path}” cannot be merged into itself or a tag below it."),
            path=path,
        )
    if path.startswith(into + "/"):
        # Out of the way: a child of the same name (A/B/B, B into A) takes the place of its parent.
        move_to(tx, tag_id, new_uuid())
    merge_into(tx, tag_id, into_id)


@step(QT_TRANSLATE_NOOP("Steps", "Change tag colour"))
def recolour(tx: Transaction, *, tag_id: int, colour: str) -> None:
    """Give a tag one of the highlight colours, or none ("")."""
    tags.path_of(tx, tag_id)
    tx.update("tag", tag_id, colour=check_colour(colour) if colour else "")


@step(QT_TRANSLATE_NOOP("Steps", "Describe tag"))
def describe(tx: Transaction, *, tag_id: int, description: str) -> None:
    """Say what belongs under a tag."""
    tags.path_of(tx, tag_id)
    tx.update("tag", tag_id, description=clean(description).text)


@step(QT_TRANSLATE_NOOP("Steps", "Delete tag"))
def delete(tx: Transaction, *, tag_id: int) -> None:
    """Delete a tag with all below it; articles and highlights stay, without it."""
    tx.delete("tag", tag_id)


@step(QT_TRANSLATE_NOOP("Steps", "Delete unused tags"))
def delete_unused(tx: Transaction) -> int:
    """Delete the tags that nothing carries, nor anything below them; return how many.

    What is in the trash carries its tags still.
    """
    unused = tags.unused(tx)
    for tag_id in unused:
        tx.delete("tag", tag_id)
    return len(unused)


def move_to(tx: Transaction, tag_id: int, path: str) -> None:
    """Let a tag with all below it lie at *path*, whose parent is there; UserError if one is."""
    old = tags.path_of(tx, tag_id)
    other = tags.find(tx, path)
    if other not in (None, tag_id):
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "There is a tag “{path}” already. Merge the two instead."),
            path=path,
        )
    parent, _, name = path.rpartition("/")
    family = tags.subtree(tx, old)
    tx.update("tag", tag_id, name=name, parent_id=tags.find(tx, parent) if parent else None)
    for member, member_path in family:
        tx.update("tag", member, **tags.path_columns(path + member_path[len(old) :]))


def merge_into(tx: Transaction, tag_id: int, into_id: int) -> None:
    """Let *into_id* have all that *tag_id*, which is not above it, has, and delete that."""
    into = tags.path_of(tx, into_id)
    for child, name in tags.children(tx, tag_id):
        twin = tags.find(tx, f"{into}/{name}")
        if twin is None:
            move_to(tx, child, f"{into}/{name}")
        elif twin != child:
            merge_into(tx, child, twin)
    for owner in ("article", "annotation"):
        for owner_id in tags.owners(tx, owner, tag_id):
            tags.attach(tx, owner, owner_id, into_id)
    tx.delete("tag", tag_id)
