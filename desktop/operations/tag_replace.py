"""Find and replace in the names of all tags, as one step."""

from desktop.core.ids import new_uuid
from desktop.core.tag_replacing import Renaming, Wanted, plan
from desktop.library import tags
from desktop.library.connection import Source
from desktop.library.transaction import Transaction
from desktop.operations.step import QT_TRANSLATE_NOOP, step
from desktop.operations.tag import merge_into, move_to


def preview(source: Source, wanted: Wanted) -> list[Renaming]:
    """Return what *wanted* would do; raises as `core.tag_replacing.plan` does."""
    return plan(tags.paths(source), wanted)


@step(QT_TRANSLATE_NOOP("Steps", "Replace in tag names"))
def replace_in_names(tx: Transaction, *, wanted: Wanted) -> int:
    """Rename the tags that *wanted* finds, and merge those that come together; return how many."""
    found = preview(tx, wanted)
    # All of them out of the way first: a tag may take the name that another one leaves.
    for one in reversed(found):
        move_to(tx, one.tag_id, new_uuid())
    for one in found:
        above, _, name = one.new.rpartition("/")
        # As the tag above is written, which may differ in case.
        new = f"{tags.path_of(tx, tags.ensure(tx, above))}/{name}" if above else name
        twin = tags.find(tx, new)
        if twin is None:
            move_to(tx, one.tag_id, new)
        else:
            merge_into(tx, one.tag_id, twin)
    return len(found)
