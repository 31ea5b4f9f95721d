"""Rows of a table by the names of its columns, whatever their case."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.core.errors import UserError


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file that is being read. `rows` may end with an error.

    With `exact` the file says that its cells are as they were (see `csv_cells.says_exact`).
    """

    name: str
    header: tuple[str, ...]
    rows: Iterator[list[str] | UserError]
    exact: bool = False

    def records(self) -> Iterator[dict[str, str] | UserError]:
        """Yield each row that is not empty as values by the folded names of the columns."""
        names = [plain(name) for name in self.header]
        for row in self.rows:
            if isinstance(row, UserError):
                yield row
            elif any(cell.strip() for cell in row):
                values = dict.fromkeys(names, "") | dict(zip(names, row, strict=False))
                yield values | ({"…": "…"} if any(row[len(names) :]) else {})


def plain(name: str) -> str:
    """Return the name of a column as it is compared."""
    return " ".join(name.strip("\ufeff \t").casefold().split())


def names_of(header: Iterable[str]) -> frozenset[str]:
    """Return the names in a table's first line."""
    return frozenset(map(plain, header))
