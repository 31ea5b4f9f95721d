"""What a transaction changed: the one notice that every view redraws from."""

from collections.abc import Mapping
from dataclasses import dataclass, field


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
