"""The feeds that the user follows, and the items of theirs that have come."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.core.errors import QT_TRANSLATE_NOOP, NotFound, UserError
from desktop.core.folding import fold
from desktop.core.ids import new_uuid, now
from desktop.library.connection import Row, Source
from desktop.library.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed. `refreshed` is when it was last asked (ISO-8601 UTC) or ""; `error` what went wrong.

    `unread` and `articles` count those outside the trash that came from it.
    """

    id: int
    url: str
    title: str
    folder: str
    home: str
    own_network: bool
    etag: str
    last_modified: str
    refreshed: str
    error: UserError | None
    articles: int = 0
    unread: int = 0


_FEEDS = """SELECT f.id, f.url, f.title, f.folder, f.home, f.own_network, f.etag, f.last_modified,
    f.refreshed, f.error, count(a.id) AS articles, coalesce(sum(a.status = 'unread'), 0) AS unread
    FROM feed f LEFT JOIN feed_item i ON i.feed_id = f.id
    LEFT JOIN article a ON a.id = i.article_id AND a.trashed = 0
    GROUP BY f.id ORDER BY f.folder_fold, f.title_fold, f.id"""


def all_feeds(source: Source) -> list[Feed]:
    """Return the feeds by folder and title; none from a library that is older than they."""
    if not source.rows("SELECT 1 FROM sqlite_master WHERE name = 'feed'"):
        return []
    return [_feed(row) for row in source.rows(_FEEDS)]


def rows_by_uuid(source: Source) -> list[Row]:
    """Return the rows as they are, in the order of a dump, each with its items by hash."""
    if not source.rows("SELECT 1 FROM sqlite_master WHERE name = 'feed'"):
        return []
    found = source.rows("SELECT * FROM feed ORDER BY uuid")
    items = """SELECT i.guid_sha256, i.created, a.uuid AS article FROM feed_item i
        LEFT JOIN article a ON a.id = i.article_id WHERE i.feed_id = ? ORDER BY i.guid_sha256"""
    return [{**row, "items": source.rows(items, (row["id"],))} for row in found]


def get(source: Source, feed_id: int) -> Feed:
    """Return a feed; NotFound when it is gone."""
    found = next((one for one in all_feeds(source) if one.id == feed_id), None)
    if found is None:
        raise NotFound(QT_TRANSLATE_NOOP("Errors", "This feed is not there any more."))
    return found


def with_url(source: Source, url: str) -> int | None:
    """Return the id of the feed at *url*, or None."""
    found = source.ids("SELECT id FROM feed WHERE url = ?", (url,))
    return found[0] if found else None


def add(tx: Transaction, *, url: str, title: str, folder: str, home: str, own_network: bool) -> int:
    """Follow a feed; return its id."""
    time = now()
    return tx.insert(
        "feed",
        uuid=new_uuid(),
        url=url,
        **named(title=title, folder=folder),
        home=home,
        own_network=int(own_network),
        etag="",
        last_modified="",
        refreshed="",
        error="",
        created=time,
        modified=time,
    )


def named(**values: str) -> dict[str, str]:
    """Return the columns for a title or folder: as written, and as it is searched."""
    return values | {f"{name}_fold": fold(value) for name, value in values.items()}


def outcome(*, etag: str = "", last_modified: str = "", error: UserError | None = None) -> Row:
    """Return the columns that say how asking went."""
    told: dict[str, Any] = {"refreshed": now(), "error": ""}
    if error:
        told["error"] = json.dumps([error.template, error.fields], ensure_ascii=False, default=str)
        return told
    return told | {"etag": etag, "last_modified": last_modified}


def known_items(source: Source, feed_id: int) -> set[str]:
    """Return the hashes of the items that have come."""
    sql = "SELECT guid_sha256 FROM feed_item WHERE feed_id = ?"
    return {row["guid_sha256"] for row in source.rows(sql, (feed_id,))}


def item_key(guid: str) -> str:
    """Return what an item is known by."""
    from hashlib import sha256  # loads OpenSSL, which a start of the window has no use for

    return sha256(guid.encode("utf-8", "replace")).hexdigest()


def add_item(tx: Transaction, feed_id: int, key: str, article_id: int) -> None:
    """Note that an item has come."""
    tx.insert("feed_item", feed_id=feed_id, guid_sha256=key, article_id=article_id, created=now())


def folders(feeds: Iterable[Feed]) -> list[str]:
    """Return the folders in use, in order."""
    return list(dict.fromkeys(one.folder for one in feeds if one.folder))


def _feed(row: Row) -> Feed:
    told = row.pop("error")
    error: UserError | None = None
    if told:
        template, fields = json.loads(told)
        error = UserError(template, **fields)
    row["own_network"] = bool(row["own_network"])
    return Feed(**row, error=error)
