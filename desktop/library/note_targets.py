"""What notes can link to, what their links lead to, and which notes link to something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, islice

from desktop.core.folding import fold, fold_all, fold_letters
from desktop.core.note_links import Key, address
from desktop.library.connection import Row, Source

_WORDS = re.compile(r"\w+")
_ANNOTATIONS = """SELECT n.id, n.uuid, n.exact AS name, a.title AS detail, n.article_id,
    n."start", n.orphaned FROM annotation n JOIN article a ON a.id = n.article_id
    WHERE a.trashed = 0 AND """
_ARTICLES = "SELECT id, uuid, title AS name, outlet AS detail FROM article WHERE trashed = 0 AND "
_TAGS = "SELECT id, uuid, path AS name FROM tag WHERE "


@dataclass(frozen=True, slots=True)
class NoteTarget:
    """A highlight (`name` is its quote, `detail` its article's title), an article or a tag (path).

    `place` is where a highlight begins in its article (code points), None without a place.
    """

    kind: str
    uuid: str
    id: int
    name: str
    detail: str = ""
    article_id: int = 0
    place: int | None = None

    @property
    def address(self) -> str:
        """The target as a link to it is written."""
        return address(self.kind, self.uuid)


def targets(source: Source, keys: Iterable[Key]) -> dict[Key, NoteTarget]:
    """Return what those of *keys* that are there, and not in the trash, lead to."""
    wanted: dict[str, list[str]] = {}
    for kind, uuid in dict.fromkeys(keys):
        wanted.setdefault(kind, []).append(uuid)
    found: list[NoteTarget] = []
    for kind, uuids in wanted.items():
        marks = ",".join("?" * len(uuids))
        found += _of_kind(source, kind, f"{_uuid(kind)} IN ({marks})", uuids)
    return {(one.kind, one.uuid): one for one in found}


def suggestions(source: Source, typed: str, most: int) -> list[NoteTarget]:
    """Return at most *most* of each kind that have all words of *typed*, the newest first.

    Without words: the newest highlights and articles. Words may be unfinished.
    """
    words = _WORDS.findall(fold_letters(typed))
    return [
        *_tags_with(source, typed, most),
        *_found(source, "article", "title", words, most),
        *_found(source, "annotation", "quote", words, most),
    ]


def linking(source: Source, kind: str, uuid: str, most: int = 100) -> list[NoteTarget]:
    """Return the highlights and articles whose notes link to this, at most *most* of each."""
    link = f"%|{address(kind, uuid)}]]%"
    words = " ".join(_WORDS.findall(uuid))
    in_index = "n.id IN (SELECT rowid FROM annotation_fts WHERE annotation_fts MATCH ?)"
    annotations = _of_kind(
        source,
        "annotation",
        f'{in_index} AND n.note LIKE ? ORDER BY n.article_id, n."start", n.id LIMIT ?',
        (f'note : "{words}"', link, most),
    )
    articles = _of_kind(source, "article", "note LIKE ? ORDER BY title_key LIMIT ?", (link, most))
    return [*articles, *annotations]


def _uuid(kind: str) -> str:
    return "n.uuid" if kind == "annotation" else "uuid"


def _of_kind(
    source: Source, kind: str, condition: str, values: Sequence[str | int]
) -> list[NoteTarget]:
    select = {"annotation": _ANNOTATIONS, "article": _ARTICLES, "tag": _TAGS}[kind]
    return [_target(kind, row) for row in source.rows(select + condition, values)]


def _target(kind: str, row: Row) -> NoteTarget:
    lost = bool(row.pop("orphaned", False))
    start = row.pop("start", None)
    return NoteTarget(kind=kind, place=None if lost else start, **row)


def _found(
    source: Source, kind: str, column: str, words: Sequence[str], most: int
) -> list[NoteTarget]:
    key = "n.id" if kind == "annotation" else "id"
    newest = f" ORDER BY {key} DESC LIMIT ?"
    if not words:
        return _of_kind(source, kind, "1" + newest, (most,))
    begun = " AND ".join(f'"{word}"*' for word in words)
    index = f"{kind}_fts"
    inside = f"{key} IN (SELECT rowid FROM {index} WHERE {index} MATCH ?)"
    return _of_kind(source, kind, inside + newest, (f"{column} : ({begun})", most))


def _tags_with(source: Source, typed: str, most: int) -> list[NoteTarget]:
    parts = fold(typed).replace("/", " ").split()
    if not parts:
        return []
    rows = source.rows("SELECT id, uuid, path AS name FROM tag ORDER BY path_key")
    paths = fold_all([row["name"] for row in rows])
    fits = (all(part in path for part in parts) for path in paths)
    return [_target("tag", row) for row in islice(compress(rows, fits), most)]
