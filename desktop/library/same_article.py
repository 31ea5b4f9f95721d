"""Find the article that another program's export speaks of, by its address or its title."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.addresses import same_page
from desktop.core.collation import sort_key
from desktop.library.connection import Source


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that may be the one."""

    id: int
    title: str
    author: str
    url: str


_ROW = "SELECT id, title, author, url FROM article"


def with_address(source: Source, url: str) -> list[Candidate]:
    """Return the articles that were published at *url*, those outside the trash first."""
    ways = same_page(url)
    if not ways:
        return []
    marks = ",".join("?" * len(ways))
    return _found(source, f"{_ROW} WHERE url <> '' AND url IN ({marks}) ORDER BY trashed, id", ways)


def with_title(source: Source, title: str) -> list[Candidate]:
    """Return the articles outside the trash with this title."""
    found = _found(
        source,
        f"{_ROW} WHERE trashed = 0 AND title_key = ? ORDER BY id LIMIT 50",
        (sort_key(title),),
    )
    return [one for one in found if one.title.casefold() == title.casefold()]


def _found(source: Source, sql: str, values: Sequence[str]) -> list[Candidate]:
    return [Candidate(**row) for row in source.rows(sql, tuple(values))]
