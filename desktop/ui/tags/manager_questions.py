"""Where should a tag go? The two questions of the tag manager, and what each answer would do."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.library.tags import Tag
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.tags.manager_chooser import TagChooser


def merge_chooser(context: Context, tags: Sequence[Tag], tag: Tag, parent: QWidget) -> TagChooser:
    """Ask which tag *tag* is to be merged into; itself and those below it are not on offer."""
    title = QCoreApplication.translate("TagManager", "Merge “{path}” into…")
    below = sum(_within(one, tag) for one in tags) - 1
    return TagChooser(
        context,
        [one for one in tags if not _within(one, tag)],
        title=title.format(path=tag.path),
        verb=QCoreApplication.translate("TagManager", "Merge"),
        consequence=lambda into: _merged(tag, below, into) if into else "",
        parent=parent,
    )


def move_chooser(context: Context, tags: Sequence[Tag], tag: Tag, parent: QWidget) -> TagChooser:
    """Ask which tag *tag* is to hang under; where it hangs already is not on offer."""
    title = QCoreApplication.translate("TagManager", "Move “{path}” under…")
    top = QCoreApplication.translate("TagManager", "At the top")
    return TagChooser(
        context,
        [one for one in tags if not _within(one, tag) and one.id != tag.parent_id],
        title=title.format(path=tag.path),
        verb=QCoreApplication.translate("TagManager", "Move"),
        consequence=lambda above: _moved(tag, above),
        top=top if tag.parent_id else "",
        parent=parent,
    )


def uses(tags: Sequence[Tag], tag_id: int) -> int:
    """Return how often a tag, or one below it, hangs on something."""
    tag = next((one for one in tags if one.id == tag_id), None)
    return sum(one.articles + one.annotations for one in tags if tag and _within(one, tag))


def _merged(tag: Tag, below: int, into: Tag) -> str:
    sentence = QCoreApplication.translate(
        "TagManager", "{articles} and {highlights} will carry “{path}” instead."
    ).format(
        articles=texts.articles(tag.articles),
        highlights=texts.highlights(tag.annotations),
        path=into.path,
    )
    moved = QCoreApplication.translate("TagManager", "The tags below it move along.")
    return f"{sentence} {moved}" if below else sentence


def _moved(tag: Tag, above: Tag | None) -> str:
    path = f"{above.path}/{tag.name}" if above else tag.name
    return QCoreApplication.translate("TagManager", "It will be “{path}”.").format(path=path)


def _within(tag: Tag, above: Tag) -> bool:
    return f"{tag.path}/".startswith(f"{above.path}/")
