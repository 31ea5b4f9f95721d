"""What a copy of everything holds besides articles and highlights: read, and stored again."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from desktop.core.article import Block
from desktop.core.ids import new_uuid
from desktop.core.portable import PortableAnnotation, PortableArticle
from desktop.core.portable_whole import (
    PortableDeleted,
    PortableFeed,
    PortableFeedItem,
    PortableProgress,
    PortableSearch,
    PortableVersion,
    PortableWhole,
)
from desktop.library import feeds, images, saved_searches, trash
from desktop.library.articles import blocks_json
from desktop.library.connection import Row, Source
from desktop.library.portable import numbered_articles
from desktop.library.transaction import Transaction

_GONE = 0  # no article ever has this id
_MARK = ("uuid", "start", "end", "exact", "prefix", "suffix", "colour", "style", "note", "author",
         "created", "modified", "confidence", "version")  # fmt: skip


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """A version of an article's text as it lies in the library, without the text."""

    id: int
    version: int
    sha256: str
    created: str


def all_ids(source: Source) -> Sequence[int]:
    """Return the ids of all articles, also of those in the trash."""
    return source.ids("SELECT id FROM article ORDER BY id")


def whole_articles(source: Source, article_ids: Sequence[int]) -> Iterator[PortableArticle]:
    """Yield articles as `portable_articles` does, pictures and all that is beside them too."""
    for key, article in numbered_articles(source, article_ids):
        row = source.rows("SELECT version, trashed FROM article WHERE id = ?", (key,))[0]
        others = _other_versions(source, key, "text, blocks")
        blocks = (block for one in (article, *others) for block in one.blocks)
        whole = PortableWhole(
            row["version"],
            others,
            bool(row["trashed"]),
            _progress(source, key),
            _deleted(source, key),
        )
        yield replace(article, whole=whole, images=images.of_article(source, key, blocks))


def shared_articles(
    source: Source, article_ids: Sequence[int], *, pictures: bool = False
) -> Iterator[PortableArticle]:
    """Yield articles as `portable_articles` does, with the hashes of their other versions.

    By those another library knows the article again after its text was changed.
    """
    for key, article in numbered_articles(source, article_ids, pictures=pictures):
        others = _other_versions(source, key, "NULL AS text, '[]' AS blocks")
        if others:
            article = replace(article, whole=PortableWhole(current_version(source, key), others))
        yield article


def searches_and_feeds(source: Source) -> list[PortableSearch | PortableFeed]:
    """Return what is of no article: the saved searches and the feeds."""
    searches = [_search(row) for row in saved_searches.rows_by_uuid(source)]
    return [*searches, *(_feed(row) for row in feeds.rows_by_uuid(source))]


def stored_versions(source: Source, article_id: int) -> list[StoredVersion]:
    """Return the versions of an article, by time and then by number."""
    found = source.rows(
        "SELECT id, version, sha256, created FROM article_text WHERE article_id = ? "
        "ORDER BY created, version",
        (article_id,),
    )
    return [StoredVersion(**row) for row in found]


def current_version(source: Source, article_id: int) -> int:
    """Return the number of an article's current version."""
    return source.ids("SELECT version FROM article WHERE id = ?", (article_id,))[0]


def insert_version(tx: Transaction, article_id: int, one: PortableVersion, version: int) -> None:
    """Store a text as that *version* of an article, without making it the current one."""
    tx.insert(
        "article_text",
        article_id=article_id,
        version=version,
        sha256=one.sha256,
        text=one.text or "",
        blocks=blocks_json(one.blocks),
        created=one.created,
    )


def insert_deleted(
    tx: Transaction, article_id: int, version: int, one: PortableDeleted, *, orphaned: bool
) -> None:
    """Put a highlight into the trash, in the place of what it has with the same id."""
    trash.forget(tx, one.mark.uuid)
    values = {name: getattr(one.mark, name) for name in _MARK} | {"version": version}
    labels = json.dumps([list(label) for label in one.labels], ensure_ascii=False)
    tx.insert(
        "deleted_annotation",
        article_id=article_id,
        **values,
        orphaned=int(orphaned),
        tags=labels,
        deleted=one.deleted,
    )


def deleted_at(source: Source, uuid: str) -> tuple[str, str]:
    """Return when a highlight in the trash was deleted and modified; ("", "") if it is not there.

    Times compare as text.
    """
    found = source.rows("SELECT deleted, modified FROM deleted_annotation WHERE uuid = ?", (uuid,))
    return (found[0]["deleted"], found[0]["modified"]) if found else ("", "")


def insert_search(tx: Transaction, one: PortableSearch) -> None:
    """Keep a saved search as it is."""
    tx.insert("saved_search", **asdict(one))


def search_like(source: Source, one: PortableSearch) -> Row | None:
    """Return the saved search with this id, or else with this name and text."""
    found = source.rows(
        "SELECT * FROM saved_search WHERE uuid = ? OR (name = ? AND query = ?) "
        "ORDER BY uuid = ? DESC, id LIMIT 1",
        (one.uuid, one.name, one.query, one.uuid),
    )
    return found[0] if found else None


def has_search_id(source: Source, uuid: str, *, besides: int) -> bool:
    """Tell whether a saved search other than *besides* has this id."""
    return bool(
        source.ids("SELECT 1 FROM saved_search WHERE uuid = ? AND id <> ?", (uuid, besides))
    )


def feed_like(source: Source, one: PortableFeed) -> Row | None:
    """Return the feed at this address, which is what a feed is known by."""
    found = source.rows("SELECT * FROM feed WHERE url = ?", (one.url,))
    return found[0] if found else None


def insert_feed(tx: Transaction, one: PortableFeed) -> int:
    """Follow a feed as another library did, but for the leave to ask one's own network."""
    taken = tx.ids("SELECT 1 FROM feed WHERE uuid = ?", (one.uuid,))
    return tx.insert(
        "feed",
        uuid=new_uuid() if taken else one.uuid,
        url=one.url,
        **feeds.named(title=one.title, folder=one.folder),
        home=one.home,
        own_network=0,
        etag=one.etag,
        last_modified=one.last_modified,
        refreshed=one.refreshed,
        error="",
        created=one.created,
        modified=one.modified,
    )


def put_item(tx: Transaction, feed_id: int, item: PortableFeedItem, article: int | None) -> None:
    """Note that an item has come, as early as either library says."""
    found = tx.rows(
        "SELECT id, created FROM feed_item WHERE feed_id = ? AND guid_sha256 = ?",
        (feed_id, item.guid_sha256),
    )
    if found:
        tx.update("feed_item", found[0]["id"], created=min(found[0]["created"], item.created))
        return
    tx.insert(
        "feed_item",
        feed_id=feed_id,
        guid_sha256=item.guid_sha256,
        article_id=article or _GONE,
        created=item.created,
    )


def _other_versions(source: Source, article_id: int, text: str) -> tuple[PortableVersion, ...]:
    found = source.rows(
        f"SELECT t.version, t.sha256, t.created, {text} FROM article_text t "
        "JOIN article a ON a.id = t.article_id AND t.version <> a.version "
        "WHERE a.id = ? ORDER BY t.version",
        (article_id,),
    )
    return tuple(
        PortableVersion(
            row["version"],
            row["sha256"],
            row["created"],
            row["text"],
            tuple(Block(*one) for one in json.loads(row["blocks"])),
        )
        for row in found
    )


def _progress(source: Source, article_id: int) -> PortableProgress | None:
    found = source.rows(
        "SELECT position, fraction, opened, finished FROM reading_progress WHERE article_id = ?",
        (article_id,),
    )
    return PortableProgress(**found[0]) if found else None


def _deleted(source: Source, article_id: int) -> tuple[PortableDeleted, ...]:
    return tuple(
        PortableDeleted(
            PortableAnnotation(
                **{name: row[name] for name in _MARK},
                version_sha256=row["sha256"],
                orphaned=bool(row["orphaned"]),
            ),
            row["deleted"],
            tuple((uuid, path) for uuid, path in json.loads(row["tags"])),
        )
        for row in trash.of_article(source, article_id)
    )


def _search(row: Row) -> PortableSearch:
    return PortableSearch(**{name: row[name] for name in PortableSearch.__slots__})


def _feed(row: Row) -> PortableFeed:
    items = tuple(
        PortableFeedItem(one["guid_sha256"], one["created"], one["article"] or "")
        for one in row["items"]
    )
    own = {name: row[name] for name in PortableFeed.__slots__ if name != "items"}
    return PortableFeed(**own, items=items)
