"""The canonical dump: all that is the user's, as JSON lines that are the same for equal libraries.

One object a line, keys sorted, characters as they are. Lines of type "tag" come first, then
"article", "annotation", "saved_search", "feed" and "deleted_annotation" (the trash), each sorted by
uuid, then "settled", then "colour_label" by colour. Rows are named by uuid, never by id: a tag's
`parent`, an annotation's `article`, and `tags` (sorted) of both; those of a deleted one are
[uuid, path]. An article has `texts` (by version: sha256, text, blocks, created) and `progress`, a
feed its `items`. What is derived (counts, `_key`, `_fold`, seals) is left out.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from desktop.library import colour_labels, feeds, images, saved_searches, settled, trash
from desktop.library.connection import Row, Source


def lines(source: Source, *, texts: bool = True) -> Iterator[str]:
    """Yield the lines; without *texts*, what a reader of highlights needs and no article's text."""
    names = {table: _names(source, table) for table in ("tag", "article", "annotation")}
    tagged = {table: _tagged(source, table, names["tag"]) for table in ("article", "annotation")}
    for row in source.rows("SELECT * FROM tag ORDER BY uuid"):
        yield _line("tag", row, parent=names["tag"].get(row.pop("parent_id")))
    for row in source.rows("SELECT * FROM article ORDER BY uuid"):
        more: dict[str, Any] = {"tags": tagged["article"].get(row["id"], [])}
        if texts:
            more |= _texts(source, row["id"])
        yield _line("article", row, **more)
    for row in source.rows("SELECT * FROM annotation ORDER BY uuid"):
        article = names["article"].get(row.pop("article_id"))
        yield _line(
            "annotation", row, article=article, tags=tagged["annotation"].get(row["id"], [])
        )
    for row in saved_searches.rows_by_uuid(source):
        yield _line("saved_search", row)
    for row in feeds.rows_by_uuid(source):
        yield _line("feed", row)
    for row in trash.rows_by_uuid(source):
        article = names["article"].get(row.pop("article_id"))
        labels = json.loads(row.pop("tags"))
        yield _line("deleted_annotation", row, article=article, tags=labels)
    for row in settled.rows_in_order(source):
        yield _line("settled", row, article=names["article"].get(row.pop("article_id")))
    for row in colour_labels.rows_by_colour(source):
        yield _line("colour_label", row)
    for one in images.all_of(source) if texts else ():
        yield _line("image", {**asdict(one), "data": b64encode(one.data).decode()})


def _names(source: Source, table: str) -> dict[int, str]:
    return {row["id"]: row["uuid"] for row in source.rows(f'SELECT id, uuid FROM "{table}"')}


def _tagged(source: Source, table: str, tags: dict[int, str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for row in source.rows(f'SELECT {table}_id AS owner, tag_id FROM "{table}_tag"'):
        found.setdefault(row["owner"], []).append(tags.get(row["tag_id"], ""))
    return {owner: sorted(uuids) for owner, uuids in found.items()}


def _texts(source: Source, article_id: int) -> dict[str, Any]:
    versions = source.rows(
        "SELECT version, sha256, text, blocks, created FROM article_text "
        "WHERE article_id = ? ORDER BY version",
        (article_id,),
    )
    progress = source.rows(
        "SELECT position, fraction, opened, finished FROM reading_progress WHERE article_id = ?",
        (article_id,),
    )
    return {"texts": versions, "progress": progress[0] if progress else None}


def _line(kind: str, row: Row, **more: Any) -> str:
    own = {k: v for k, v in row.items() if k != "id" and not k.endswith(("_key", "_fold"))}
    return json.dumps({"type": kind, **own, **more}, ensure_ascii=False, sort_keys=True)
