"""The rows of the notebook: a highlight with what there is to know about its article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.library.connection import Source
from desktop.library.tags import CHUNK, TagLabel, labels_of


@dataclass(frozen=True, slots=True)
class NoteRow:
    """What the notebook shows of a highlight; `start` is a code point of its article's text."""

    id: int
    article_id: int
    start: int
    exact: str
    note: str
    colour: str
    created: str
    orphaned: bool
    title: str
    outlet: str
    published: str
    tags: tuple[TagLabel, ...] = ()


_ROWS = """SELECT n.id, n.article_id, n."start", n.exact, n.note, n.colour, n.created, n.orphaned,
    a.title, CASE WHEN a.outlet = '' THEN a.agency ELSE a.outlet END AS outlet, a.published
    FROM annotation n JOIN article a ON a.id = n.article_id WHERE n.id IN ({marks})"""


def note_rows(source: Source, ids: Sequence[int]) -> dict[int, NoteRow]:
    """Return the rows of *ids*; those that are gone are left out."""
    found: dict[int, NoteRow] = {}
    for part in _parts(ids):
        labels = labels_of(source, "annotation", part)
        for row in source.rows(_ROWS.format(marks=",".join("?" * len(part))), tuple(part)):
            row["orphaned"] = bool(row["orphaned"])
            found[row["id"]] = NoteRow(**row, tags=labels.get(row["id"], ()))
    return found


def tags_on(source: Source, ids: Sequence[int]) -> list[TagLabel]:
    """Return the tags that any of the annotations *ids* carries, in alphabetical order."""
    found: dict[int, tuple[str, TagLabel]] = {}
    for part in _parts(ids):
        for row in source.rows(
            "SELECT DISTINCT t.id, t.path, t.colour, t.path_key FROM annotation_tag x "
            f"JOIN tag t ON t.id = x.tag_id WHERE x.annotation_id IN ({','.join('?' * len(part))})",
            tuple(part),
        ):
            found[row["id"]] = row["path_key"], TagLabel(row["id"], row["path"], row["colour"])
    return [label for _, label in sorted(found.values(), key=lambda one: one[0])]


def tag_paths(source: Source) -> dict[int, str]:
    """Return the paths of all tags by id."""
    return {row["id"]: row["path"] for row in source.rows("SELECT id, path FROM tag")}


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[at : at + CHUNK] for at in range(0, len(ids), CHUNK))
