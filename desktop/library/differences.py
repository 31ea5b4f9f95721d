"""What a backup has that the library has not (any more), or has in another way."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from desktop.library.connection import Row, Source

_MARK = """SELECT n.uuid, a.uuid AS article, n."start", n."end", n.exact, n.note, n.colour, n.style
    FROM annotation n JOIN article a ON a.id = n.article_id
    ORDER BY n.article_id, n."start", n.id"""
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class MarkDifference:
    """A highlight of the backup; *gone*: the library has it no more, else it is another now."""

    uuid: str
    exact: str
    note: str
    gone: bool


@dataclass(frozen=True, slots=True)
class ArticleDifference:
    """An article of the backup that is gone, or of which some highlights differ."""

    uuid: str
    title: str
    gone: bool
    marks: tuple[MarkDifference, ...]


def differences(backup: Source, library: Source) -> list[ArticleDifference]:
    """Return what *backup* has and *library* has not, by title."""
    here = set(_uuids(library))
    marks_here = {row["uuid"]: _content(row) for row in library.rows(_MARK)}
    marks: dict[str, list[MarkDifference]] = {}
    for row in backup.rows(_MARK):
        now = marks_here.get(row["uuid"])
        if now != _content(row):
            of_article = marks.setdefault(row["article"], [])
            of_article.append(
                MarkDifference(row["uuid"], row["exact"], row["note"], gone=now is None)
            )
    found = backup.rows("SELECT uuid, title FROM article ORDER BY title_key, id")
    return [
        ArticleDifference(
            row["uuid"], row["title"], row["uuid"] not in here, tuple(marks.get(row["uuid"], ()))
        )
        for row in found
        if row["uuid"] not in here or row["uuid"] in marks
    ]


def new_since(backup: Source, library: Source) -> tuple[int, int]:
    """Return how many articles and highlights *library* has that *backup* has not."""
    articles = set(_uuids(library)) - set(_uuids(backup))
    then = {row["uuid"] for row in backup.rows("SELECT uuid FROM annotation")}
    now = {row["uuid"] for row in library.rows("SELECT uuid FROM annotation")}
    return len(articles), len(now - then)


def article_ids(
    source: Source, articles: Collection[str], annotations: Collection[str]
) -> list[int]:
    """Return the ids of *articles* and of those that *annotations* are on."""
    ids: set[int] = set()
    for sql, uuids in (
        ("SELECT id FROM article WHERE uuid IN ({marks})", articles),
        ("SELECT article_id FROM annotation WHERE uuid IN ({marks})", annotations),
    ):
        for part in _parts(list(uuids)):
            ids.update(source.ids(sql.format(marks=",".join("?" * len(part))), part))
    return sorted(ids)


def _uuids(source: Source) -> Iterator[str]:
    return (row["uuid"] for row in source.rows("SELECT uuid FROM article"))


def _content(row: Row) -> tuple[object, ...]:
    return tuple(row[name] for name in ("start", "end", "exact", "note", "colour", "style"))


def _parts(uuids: list[str]) -> Iterator[list[str]]:
    return (uuids[at : at + _CHUNK] for at in range(0, len(uuids), _CHUNK))
