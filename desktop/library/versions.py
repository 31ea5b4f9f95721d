"""The versions of an article's text: the old ones stay, one is the current."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.article import Block
from desktop.core.errors import QT_TRANSLATE_NOOP, NotFound
from desktop.core.ids import now
from desktop.core.reading import count_words
from desktop.library.articles import ArticleText, blocks_json, text_hash
from desktop.library.connection import Source
from desktop.library.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Version:
    """A version that there is; `created` is when it was stored."""

    version: int
    created: str
    current: bool


def of_article(source: Source, article_id: int) -> list[Version]:
    """Return an article's versions, the newest first."""
    found = source.rows(
        "SELECT t.version, t.created, t.version = a.version AS current FROM article_text t "
        "JOIN article a ON a.id = t.article_id WHERE a.id = ? ORDER BY t.version DESC",
        (article_id,),
    )
    return [Version(row["version"], row["created"], bool(row["current"])) for row in found]


def text(source: Source, article_id: int, version: int) -> ArticleText:
    """Return the text of one version; NotFound when it is gone."""
    found = source.rows(
        "SELECT sha256, text, blocks FROM article_text WHERE article_id = ? AND version = ?",
        (article_id, version),
    )
    if not found:
        raise NotFound(
            QT_TRANSLATE_NOOP("Errors", "Article {id} has no version {version}."),
            id=article_id,
            version=version,
        )
    blocks = tuple(Block(*block) for block in json.loads(found[0]["blocks"]))
    return ArticleText(article_id, version, found[0]["sha256"], found[0]["text"], blocks)


def insert(tx: Transaction, article_id: int, text: str, blocks: Sequence[Block]) -> int:
    """Store a text as the article's newest version, make it the current one, return its number."""
    last = tx.ids("SELECT max(version) FROM article_text WHERE article_id = ?", (article_id,))
    version = last[0] + 1
    time = now()
    tx.insert(
        "article_text",
        article_id=article_id,
        version=version,
        sha256=text_hash(text),
        text=text,
        blocks=blocks_json(blocks),
        created=time,
    )
    words = count_words(text)
    tx.update("article", article_id, version=version, word_count=words, modified=time)
    return version


def at_addresses(source: Source, urls: Sequence[str]) -> int | None:
    """Return the one article outside the trash with one of these addresses; None unless one."""
    # Of `+trashed` no index can be had: SQLite takes the one of the addresses.
    found = source.ids(
        f"SELECT id FROM article WHERE url IN ({','.join('?' * len(urls))}) AND url <> '' "
        "AND +trashed = 0 LIMIT 2",
        tuple(urls),
    )
    return found[0] if len(found) == 1 else None
