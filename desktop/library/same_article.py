"""Find the article that another program's export speaks of, by its address or its title."""

from collections.abc import Iterable, Iterator, Sequence
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


_AT_ONCE = 10_000
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


def known_hashes(source: Source, hashes: Iterable[str]) -> set[str]:
    """Return those of many hashes that a version of an article's text has."""
    return set(_known(source, "article_text", "sha256", hashes))


def known_addresses(source: Source, addresses: Iterable[str]) -> set[str]:
    """Return those of many addresses that an article has, in the trash or not."""
    return set(_known(source, "article", "url", addresses))


def _known(source: Source, table: str, column: str, values: Iterable[str]) -> Iterator[str]:
    wanted = [value for value in dict.fromkeys(values) if value]
    for at in range(0, len(wanted), _AT_ONCE):
        part = wanted[at : at + _AT_ONCE]
        marks = ",".join("?" * len(part))
        rows = source.rows(
            f"SELECT DISTINCT {column} FROM {table} WHERE {column} <> '' AND {column} IN ({marks})",
            part,
        )
        yield from (row[column] for row in rows)


def _found(source: Source, sql: str, values: Sequence[str]) -> list[Candidate]:
    return [Candidate(**row) for row in source.rows(sql, tuple(values))]
