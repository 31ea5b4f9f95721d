"""The tag tree, and which tags hang on articles and annotations."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop.core import tag_path
from desktop.core.collation import sort_key
from desktop.core.errors import QT_TRANSLATE_NOOP, NotFound
from desktop.core.ids import new_uuid
from desktop.library.connection import Source
from desktop.library.transaction import Transaction

Owner = Literal["article", "annotation"]
CHUNK = 500


@dataclass(frozen=True, slots=True)
class TagLabel:
    """A tag as it hangs on something."""

    id: int
    path: str
    colour: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of the tree, and how many articles and annotations carry it (not its children)."""

    id: int
    parent_id: int | None
    name: str
    path: str
    colour: str
    description: str
    articles: int
    annotations: int


def tree(source: Source) -> list[Tag]:
    """Return all tags, parents before children, in Polish alphabetical order."""
    found = source.rows(
        """SELECT t.id, t.parent_id, t.name, t.path, t.colour, t.description,
        (SELECT count(*) FROM article_tag x JOIN article a ON a.id = x.article_id
            WHERE x.tag_id = t.id AND a.trashed = 0) AS articles,
        (SELECT count(*) FROM annotation_tag x JOIN annotation n ON n.id = x.annotation_id
            JOIN article a ON a.id = n.article_id
            WHERE x.tag_id = t.id AND a.trashed = 0) AS annotations
        FROM tag t ORDER BY t.path_key"""
    )
    return [Tag(**row) for row in found]


def labels_of(source: Source, owner: Owner, ids: Sequence[int]) -> dict[int, tuple[TagLabel, ...]]:
    """Return the tags of each of *ids* that has any, in alphabetical order."""
    labels: dict[int, list[TagLabel]] = {}
    for at in range(0, len(ids), CHUNK):
        part = tuple(ids[at : at + CHUNK])
        found = source.rows(
            f"SELECT x.{owner}_id AS owner, t.id, t.path, t.colour FROM {owner}_tag x "
            f"JOIN tag t ON t.id = x.tag_id WHERE x.{owner}_id IN ({','.join('?' * len(part))}) "
            "ORDER BY t.path_key",
            part,
        )
        for row in found:
            label = TagLabel(row["id"], row["path"], row["colour"])
            labels.setdefault(row["owner"], []).append(label)
    return {key: tuple(of_key) for key, of_key in labels.items()}


def find(source: Source, path: str) -> int | None:
    """Return the id of the tag with this path (case does not count), or None."""
    found = _find(source, tag_path.join(tag_path.parse(path)))
    return found[0] if found else None


def path_of(source: Source, tag_id: int) -> str:
    """Return a tag's path; NotFound when it is gone."""
    found = source.rows("SELECT path FROM tag WHERE id = ?", (tag_id,))
    if not found:
        raise NotFound(QT_TRANSLATE_NOOP("Errors", "This tag is not there any more."))
    return found[0]["path"]


def paths(source: Source) -> list[tuple[int, str]]:
    """Return (id, path) of all tags."""
    return [(row["id"], row["path"]) for row in source.rows("SELECT id, path FROM tag")]


def ensure(tx: Transaction, path: str) -> int:
    """Return the id of the tag with this path, making what is missing of it."""
    tag_id: int | None = None
    walked = ""
    for name in tag_path.parse(path):
        wanted = f"{walked}/{name}" if walked else name
        tag_id, walked = _find(tx, wanted) or (_add(tx, tag_id, name, wanted), wanted)
    assert tag_id is not None
    return tag_id


def path_columns(path: str) -> dict[str, str]:
    """Return what follows from a tag's path; by `path_key`, children sort behind their parent."""
    # The name itself tells apart those that sort alike ("#1" and "1"), or their children would mix.
    key = "\x01".join(f"{sort_key(name)}\x02{name.casefold()}" for name in path.split("/"))
    return {"path": path, "path_key": key, "path_fold": tag_path.folded(path)}


def attach(tx: Transaction, owner: Owner, owner_id: int, tag_id: int) -> bool:
    """Hang a tag on an article or annotation; False if it hung there already."""
    if _link(tx, owner, owner_id, tag_id) is not None:
        return False
    tx.insert(f"{owner}_tag", **{f"{owner}_id": owner_id, "tag_id": tag_id})
    return True


def attach_new(tx: Transaction, owner: Owner, pairs: Iterable[tuple[int, int]]) -> None:
    """Hang tags on what has just been made: (owner's id, tag's id), one twice counts once."""
    rows = [{f"{owner}_id": one, "tag_id": tag_id} for one, tag_id in dict.fromkeys(pairs)]
    tx.insert_many(f"{owner}_tag", rows)


def detach(tx: Transaction, owner: Owner, owner_id: int, tag_id: int) -> bool:
    """Take a tag off an article or annotation; False if it did not hang there."""
    link = _link(tx, owner, owner_id, tag_id)
    return link is not None and tx.delete(f"{owner}_tag", link)


def subtree(source: Source, path: str) -> list[tuple[int, str]]:
    """Return (id, path) of the tag with this path and of all below it, parents first."""
    found = source.rows(
        "SELECT id, path FROM tag WHERE path = ? OR (path > ? AND path < ?) ORDER BY path",
        (path, path + "/", path + "0"),
    )
    return [(row["id"], row["path"]) for row in found]


def _find(source: Source, path: str) -> tuple[int, str] | None:
    found = source.rows(
        "SELECT id, path FROM tag WHERE path_fold = ? ORDER BY path <> ?, id LIMIT 1",
        (tag_path.folded(path), path),
    )
    return (found[0]["id"], found[0]["path"]) if found else None


def _add(tx: Transaction, parent_id: int | None, name: str, path: str) -> int:
    return tx.insert("tag", uuid=new_uuid(), parent_id=parent_id, name=name, **path_columns(path))


def _link(source: Source, owner: Owner, owner_id: int, tag_id: int) -> int | None:
    found = source.ids(
        f"SELECT id FROM {owner}_tag WHERE {owner}_id = ? AND tag_id = ?", (owner_id, tag_id)
    )
    return found[0] if found else None


def uuid_of(source: Source, tag_id: int) -> str:
    """Return a tag's uuid."""
    return source.rows("SELECT uuid FROM tag WHERE id = ?", (tag_id,))[0]["uuid"]


def unused(source: Source) -> list[int]:
    """Return the ids of the tags that nothing carries, nor a tag below them; deepest first."""
    rows = source.rows(
        """SELECT id, parent_id,
        EXISTS (SELECT 1 FROM article_tag x WHERE x.tag_id = t.id)
            OR EXISTS (SELECT 1 FROM annotation_tag x WHERE x.tag_id = t.id) AS used
        FROM tag t"""
    )
    above = {row["id"]: row["parent_id"] for row in rows}
    used: set[int] = set()
    for row in rows:
        one = row["id"] if row["used"] else None
        while one is not None and one not in used:
            used.add(one)
            one = above.get(one)
    free = {tag_id for tag_id in above if tag_id not in used}
    return sorted(free, key=lambda tag_id: -_depth(above, tag_id))


def _depth(above: dict[int, int | None], tag_id: int) -> int:
    depth, one = 0, above[tag_id]
    while one is not None:
        depth, one = depth + 1, above.get(one)
    return depth


def children(source: Source, tag_id: int) -> list[tuple[int, str]]:
    """Return (id, name) of the tags right below a tag."""
    found = source.rows("SELECT id, name FROM tag WHERE parent_id = ? ORDER BY path_key", (tag_id,))
    return [(row["id"], row["name"]) for row in found]


def owners(source: Source, owner: Owner, tag_id: int) -> list[int]:
    """Return the ids of the articles or annotations that carry a tag."""
    return list(source.ids(f"SELECT {owner}_id FROM {owner}_tag WHERE tag_id = ?", (tag_id,)))
