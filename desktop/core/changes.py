"""What a transaction changed: the one notice that every view redraws from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress, count
from operator import is_not
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Changes:
    """Keys of the rows that were inserted, updated or deleted, by table.

    `step` is the English name of the undo step ("Add highlight"), "" when it cannot be undone.
    """

    rows: Mapping[str, frozenset[int]]
    step: str = ""
    inserted: Mapping[str, frozenset[int]] = field(default_factory=dict[str, frozenset[int]])

    def touches(self, *tables: str) -> bool:
        """Tell whether a row of one of *tables* changed."""
        return any(self.rows.get(table) for table in tables)


def common_ends(old: Sequence[T], new: Sequence[T]) -> tuple[int, int]:
    """Return how many objects at the beginning and at the end of *old* and *new* are the same."""
    shorter = min(len(old), len(new))
    head = next(compress(count(), map(is_not, old, new)), shorter)
    tail = next(compress(count(), map(is_not, reversed(old), reversed(new))), shorter)
    return head, min(tail, shorter - head)
