"""Makes what was salvaged a library again: cells that its tables take, rows that hang on rows."""

from __future__ import annotations

import hashlib
import json
from contextlib import closing
from pathlib import Path
from typing import Any

from desktop.core.article import Block
from desktop.core.ids import now
from desktop.core.pictures import hashes
from desktop.library import seals
from desktop.library.connection import connect, execute
from desktop.library.salvage_reading import Row, Rows

_HANGING = ("article_tag", "annotation_tag", "reading_progress", "deleted_annotation", "settled")
_ONE_OF: dict[str, tuple[Any, ...]] = {
    "status": ("unread", "reading", "read", "archived"),
    "starred": (0, 1),
    "trashed": (0, 1),
    "orphaned": (0, 1),
}


def is_true(table: str, row: Row) -> bool:
    """Tell whether a row that has a hash of its own still is what was hashed."""
    if table == "image":
        return isinstance(row["data"], bytes) and _digest(row["data"]) == row["sha256"]
    return table != "article_text" or _digest(str(row["text"]).encode()) == row["sha256"]


def make_valid(new: Path, rows: dict[str, Rows]) -> None:
    """Give damaged cells values that the tables of the new library take."""
    with closing(connect(new, "ro")) as db:
        for table, of_table in rows.items():
            info = execute(db, f"PRAGMA table_info('{table}')").fetchall()
            kinds = {name: (kind, default) for _, name, kind, _, default, _ in info}
            for key, row in of_table.items():
                cells = {n: _valid(n, v, *kinds[n]) for n, v in row.items() if n in kinds}
                cells[seals.KEYS[table]] = key
                of_table[key] = cells
    for row in rows["annotation"].values():
        if row["start"] < 0 or row["end"] < row["start"]:
            row["start"], row["end"], row["orphaned"] = 0, 0, 1
    for row in rows["article_text"].values():
        if not _are_blocks(row["blocks"]):
            row["blocks"] = json.dumps([["paragraph", 0, len(row["text"]), {}]])


def _valid(name: str, value: Any, kind: str, default: str | None) -> Any:
    """Return *value* if its column takes it, else the column's default."""
    if name == "parent_id":
        return value if isinstance(value, int) else None
    if name in _ONE_OF:
        return value if value in _ONE_OF[name] else _ONE_OF[name][0]
    if kind == "TEXT":
        fallback = (default or "").strip("'")
        return value if isinstance(value, str) else fallback
    if kind == "BLOB":
        return value if isinstance(value, bytes) else b""
    if kind == "REAL":
        return value if isinstance(value, int | float) and value == value else 0.0
    return value if isinstance(value, int) else int(default or 0)


def _are_blocks(text: str) -> bool:
    try:
        for kind, start, end, attrs in json.loads(text):
            Block(kind, int(start), int(end), dict(attrs))
        return True
    except (ValueError, TypeError, RecursionError):
        return False


def mend(rows: dict[str, Rows]) -> dict[str, int]:
    """Make rows stand by themselves whose article, text or tag is lost.

    Return how many of a table hung on what is lost, and are lost with it.
    """
    tags = rows["tag"]
    for tag in tags.values():
        if tag["parent_id"] is not None and tag["parent_id"] not in tags:
            tag["parent_id"], tag["name"] = None, str(tag["path"]).replace("/", "_")
            tag["path"] = tag["name"]
    texts = {(row["article_id"], row["version"]) for row in rows["article_text"].values()}
    wanted = {row["article_id"] for row in rows["annotation"].values()}
    wanted |= {row["article_id"] for row in rows["article_text"].values()}
    for number in sorted(wanted - rows["article"].keys()):
        rows["article"][number] = _stand_in(number, rows["article_text"])
    for number, article in rows["article"].items():
        if (number, article["version"]) not in texts:
            _stand_in_text(number, article["version"], rows)
    texts = {(row["article_id"], row["version"]) for row in rows["article_text"].values()}
    for note in rows["annotation"].values():
        if (note["article_id"], note["version"]) not in texts:
            note["version"] = rows["article"][note["article_id"]]["version"]
            note["orphaned"] = 1
    _agree_with_texts(rows)
    lost = _drop_false_images(rows)
    _link_images(rows)
    return _drop_strays(rows, lost)


def _agree_with_texts(rows: dict[str, Rows]) -> None:
    """Let a doubtful text be what it is now; a highlight it no longer holds is orphaned."""
    texts: dict[tuple[int, int], str] = {}
    for row in rows["article_text"].values():
        row["sha256"] = _digest(str(row["text"]).encode())
        texts[row["article_id"], row["version"]] = str(row["text"])
    for note in rows["annotation"].values():
        text = texts.get((note["article_id"], note["version"]), "")
        if text[note["start"] : note["end"]] != note["exact"]:
            note["orphaned"] = 1


def _drop_false_images(rows: dict[str, Rows]) -> dict[str, int]:
    """Drop images whose bytes are not those that were stored: they may be anything."""
    false = [key for key, row in rows["image"].items() if not is_true("image", row)]
    for key in false:
        del rows["image"][key]
    return {"image": len(false)} if false else {}


def _link_images(rows: dict[str, Rows]) -> None:
    """Say anew which articles have which images: it follows from the texts."""
    known = {row["sha256"]: key for key, row in rows["image"].items()}
    links = {
        (row["article_id"], known[sha256])
        for row in rows["article_text"].values()
        for sha256 in hashes(Block(k, s, e, dict(a)) for k, s, e, a in json.loads(row["blocks"]))
        if sha256 in known
    }
    rows["article_image"] = {
        key: {"id": key, "article_id": article_id, "image_id": image_id}
        for key, (article_id, image_id) in enumerate(sorted(links), 1)
    }


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _stand_in(number: int, texts: Rows) -> Row:
    versions = [row["version"] for row in texts.values() if row["article_id"] == number]
    title = f"Recovered article {number}"
    return {
        "id": number, "uuid": f"recovered-{number}", "title": title, "title_key": title.lower(),
        "added": now(), "modified": now(), "word_count": 0, "version": max(versions, default=1),
    }  # fmt: skip


def _stand_in_text(number: int, version: int, rows: dict[str, Rows]) -> None:
    """Let the article consist of its quotes: their own places are gone with the text."""
    notes = [row for row in rows["annotation"].values() if row["article_id"] == number]
    text = "\n".join(str(row["exact"]) for row in notes) or rows["article"][number]["title"]
    for note in notes:
        if note["version"] == version:
            note["orphaned"] = 1
    key = max(rows["article_text"], default=0) + 1
    blocks: list[list[Any]] = [["paragraph", 0, len(text), {}]]
    rows["article_text"][key] = {
        "id": key, "article_id": number, "version": version, "text": text, "created": now(),
        "sha256": _digest(text.encode()), "blocks": json.dumps(blocks),
    }  # fmt: skip


def _drop_strays(rows: dict[str, Rows], lost: dict[str, int]) -> dict[str, int]:
    parents = {"article_id": "article", "tag_id": "tag", "annotation_id": "annotation"}
    for table in _HANGING:
        for key, row in list(rows[table].items()):
            if any(row[name] not in rows[of] for name, of in parents.items() if name in row):
                del rows[table][key]
                lost[table] = lost.get(table, 0) + 1
    return lost
