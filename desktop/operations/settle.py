"""Settle what coders differ on, passage by passage, into a layer of its own (`core.people`)."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from desktop.core.coder_differences import Agreed, Kind, Passage, outcome_of, passages
from desktop.core.errors import QT_TRANSLATE_NOOP, Cancelled, UserError
from desktop.core.merging import second_id
from desktop.core.people import AGREED
from desktop.core.portable import PortableAnnotation
from desktop.library import annotations, portable, settled, trash
from desktop.library.connection import Source
from desktop.library.transaction import Transaction
from desktop.operations import annotate
from desktop.operations.step import step


@dataclass(frozen=True, slots=True)
class Coded:
    """A passage of an article that two or more people coded.

    `kinds` are what they differ in, nothing when all say the same. `outcomes`: how many decisions
    there are on it; more than one were made apart from each other, and are none.
    """

    article_id: int
    title: str
    passage: Passage
    kinds: tuple[Kind, ...]
    outcomes: int

    @property
    def settled(self) -> bool:
        """Whether there is a decision."""
        return self.outcomes == 1


def coded(
    source: Source,
    article_ids: Sequence[int],
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Coded]:
    """Return all passages of those articles that two or more people coded, in reading order."""
    return list(_coded(source, article_ids, cancelled))


def _coded(
    source: Source, article_ids: Sequence[int], cancelled: Callable[[], bool]
) -> Iterator[Coded]:
    for article_id in settled.coded_by_several(source, article_ids):
        if cancelled():
            raise Cancelled
        for article in portable.portable_articles(source, [article_id]):
            outcomes = Counter(decision.key for decision in article.settled)
            for one in passages(article.annotations):
                yield Coded(article_id, article.title, one, one.kinds, outcomes[one.key])


@step(QT_TRANSLATE_NOOP("Steps", "Settle a difference"))
def settle(tx: Transaction, *, article_id: int, key: str, agreed: Sequence[Agreed]) -> None:
    """Let the agreed layer have just *agreed* (perhaps nothing) in the passage with *key*.

    What the layer had there goes to the trash. UserError when the passage is not there any more.
    """
    _settle(tx, article_id, _passages(tx, article_id).get(key), agreed)


@step(QT_TRANSLATE_NOOP("Steps", "Accept what all marked alike"))
def accept_alike(tx: Transaction, *, article_ids: Sequence[int]) -> int:
    """Take into the agreed layer what all coders say alike and is not settled; return how many."""
    count = 0
    for one in coded(tx, article_ids):
        if not one.kinds and not one.settled:
            _settle(tx, one.article_id, one.passage, one.passage.accepted(*one.passage.coders))
            count += 1
    return count


def _passages(tx: Transaction, article_id: int) -> dict[str, Passage]:
    found = portable.portable_articles(tx, [article_id])
    return {one.key: one for article in found for one in passages(article.annotations)}


def _settle(
    tx: Transaction, article_id: int, passage: Passage | None, agreed: Sequence[Agreed]
) -> None:
    if passage is None:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors", "These highlights have changed meanwhile. Look at them once more."
            )
        )
    there = {(mark.start, mark.end): mark for mark in passage.agreed}
    for one in agreed:
        if known := there.pop((one.start, one.end), None):
            _change(tx, known, one)
        else:
            _add(tx, article_id, passage, one)
    for mark in there.values():
        annotate.delete(tx, annotation_ids=[_id_of(tx, mark)])
    settled.decide(tx, article_id, passage.key, outcome_of(agreed))


def _add(tx: Transaction, article_id: int, passage: Passage, one: Agreed) -> None:
    """Add a highlight whose id follows from what was decided: two who decide alike add one."""
    first = min(mark.uuid for mark in passage.marks)
    uuid = second_id(first, f"{passage.key} {one.start} {one.end}")
    if portable.annotation_with_uuid(tx, uuid):
        uuid = ""
    else:
        trash.forget(tx, uuid)
    annotate.add_highlight(
        tx,
        article_id=article_id,
        start=one.start,
        end=one.end,
        colour=one.colour,
        style=one.style,
        note=one.note,
        tag_paths=one.tags,
        author=AGREED,
        uuid=uuid,
    )


def _change(tx: Transaction, mark: PortableAnnotation, one: Agreed) -> None:
    annotation_id = _id_of(tx, mark)
    for label in annotations.get(tx, annotation_id).tags:
        if label.path not in one.tags:
            annotate.remove_tag(tx, annotation_ids=[annotation_id], tag_id=label.id)
    for path in one.tags:
        annotate.add_tag(tx, annotation_ids=[annotation_id], path=path)
    annotate.set_colour(tx, annotation_ids=[annotation_id], colour=one.colour)
    annotate.set_style(tx, annotation_ids=[annotation_id], style=one.style)
    annotate.set_note(tx, annotation_id=annotation_id, note=one.note)


def _id_of(tx: Transaction, mark: PortableAnnotation) -> int:
    found = portable.annotation_with_uuid(tx, mark.uuid)
    assert found
    return found
