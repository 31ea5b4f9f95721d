"""Cut a highlight in two, and make one of several."""

from collections.abc import Sequence

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.selector import trim
from desktop.core.word_steps import are_neighbours
from desktop.library import annotations, articles, tags
from desktop.library.annotations import Annotation
from desktop.library.transaction import Transaction
from desktop.operations.annotate import add_highlight, set_range
from desktop.operations.step import step


@step(QT_TRANSLATE_NOOP("Steps", "Split highlight"))
def split(tx: Transaction, *, annotation_id: int, at: int) -> int:
    """Cut a highlight at code point *at*; return the new one, which is the part behind it.

    Both have the colour, style and tags; the note stays with the first. UserError when *at* is not
    within the highlight.
    """
    one = annotations.get(tx, annotation_id)
    text = articles.text(tx, one.article_id)
    parts = [trim(text.text, *part) for part in ((one.start, at), (at, one.end))]
    if not _is_placed(one, text.version) or any(start >= end for start, end in parts):
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "Put the caret inside the highlight to split it there.")
        )
    set_range(tx, annotation_id=one.id, start=parts[0][0], end=parts[0][1])
    return add_highlight(
        tx,
        article_id=one.article_id,
        start=parts[1][0],
        end=parts[1][1],
        colour=one.colour,
        style=one.style,
        tag_paths=[label.path for label in one.tags],
        author=one.author,
    )


@step(QT_TRANSLATE_NOOP("Steps", "Merge highlights"))
def join(tx: Transaction, *, annotation_ids: Sequence[int]) -> int:
    """Make one of several highlights that overlap or are neighbours; return the one that stays.

    It is the first in the text. It gets all notes and tags. UserError when words are between them.
    """
    found = [annotations.get(tx, annotation_id) for annotation_id in sorted(set(annotation_ids))]
    found.sort(key=lambda one: (one.start, one.end, one.id))
    first, rest = found[0], found[1:]
    end = _joined_end(tx, found)
    notes = dict.fromkeys(one.note for one in found if one.note)  # in reading order, each once
    for other in rest:
        for label in other.tags:
            tags.attach(tx, "annotation", first.id, label.id)
        tx.delete("annotation", other.id)
    tx.update("annotation", first.id, note="\n\n".join(notes))
    set_range(tx, annotation_id=first.id, start=first.start, end=end)
    return first.id


def _joined_end(tx: Transaction, found: Sequence[Annotation]) -> int:
    text = articles.text(tx, found[0].article_id)
    end = found[0].end
    for one in found:
        here = one.article_id == text.article_id and _is_placed(one, text.version)
        if not here or not are_neighbours(text.text, end, one.start):
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "Only highlights that overlap or follow one another can be merged. There are "
                    "words between these.",
                )
            )
        end = max(end, one.end)
    return end


def _is_placed(one: Annotation, version: int) -> bool:
    return not one.orphaned and one.version == version
