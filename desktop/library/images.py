"""The pictures of articles: stored once, and for as long as an article has them."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from desktop.core.article import Block
from desktop.core.image import Image
from desktop.core.pictures import hashes
from desktop.library.connection import Source
from desktop.library.transaction import Transaction

_THERE = "SELECT 1 FROM sqlite_master WHERE name = 'image'"
_COLUMNS = ("sha256", "media_type", "width", "height", "data")
_OF_ARTICLE = f"""SELECT {", ".join(f"i.{name}" for name in _COLUMNS)} FROM article_image x
    JOIN image i ON i.id = x.image_id WHERE x.article_id = ? ORDER BY i.sha256, i.id"""


def get(source: Source, sha256: str) -> Image | None:
    """Return the image with this hash, or None."""
    if not source.rows(_THERE):  # a file that can only be read and is older than the table
        return None
    sql = f"SELECT {', '.join(_COLUMNS)} FROM image WHERE sha256 = ? ORDER BY id LIMIT 1"
    found = source.rows(sql, (sha256,))
    return Image(**found[0]) if found else None


def all_of(source: Source) -> Iterator[Image]:
    """Yield all images once, one at a time, in the order of a dump."""
    if not source.rows(_THERE):
        return
    for row in source.rows("SELECT DISTINCT sha256 FROM image ORDER BY sha256"):
        if found := get(source, row["sha256"]):
            yield found


def of_article(source: Source, article_id: int, blocks: Iterable[Block]) -> tuple[Image, ...]:
    """Return the images that *blocks* of an article show, in the order of their hashes."""
    wanted = set(hashes(blocks))
    if not wanted:
        return ()
    found = {row["sha256"]: row for row in source.rows(_OF_ARTICLE, (article_id,))}
    return tuple(Image(**row) for sha256, row in found.items() if sha256 in wanted)


def attach(tx: Transaction, article_id: int, images: Iterable[Image]) -> None:
    """Let an article have *images*; bytes that are stored already are not stored again."""
    for one in images:
        known = tx.ids("SELECT id FROM image WHERE sha256 = ? ORDER BY id LIMIT 1", (one.sha256,))
        image_id = known[0] if known else _insert(tx, one)
        linked = tx.ids(
            "SELECT id FROM article_image WHERE article_id = ? AND image_id = ?",
            (article_id, image_id),
        )
        if not linked:
            tx.insert("article_image", article_id=article_id, image_id=image_id)


def delete_articles(tx: Transaction, article_ids: Sequence[int]) -> None:
    """Delete articles with everything on them, and the images that no other article has."""
    for article_id in article_ids:
        tx.delete("article", article_id)
    delete_unused(tx)


def keep_only(tx: Transaction, article_id: int, shown: Collection[str]) -> None:
    """Let an article have just the images with these hashes, of those it has."""
    sql = """SELECT x.id, i.sha256 FROM article_image x JOIN image i ON i.id = x.image_id
        WHERE x.article_id = ?"""
    for row in tx.rows(sql, (article_id,)):
        if row["sha256"] not in shown:
            tx.delete("article_image", row["id"])
    delete_unused(tx)


def delete_unused(tx: Transaction) -> None:
    """Delete the images that no article has."""
    unused = "SELECT id FROM image WHERE id NOT IN (SELECT image_id FROM article_image)"
    for image_id in tx.ids(unused):
        tx.delete("image", image_id)


def _insert(tx: Transaction, one: Image) -> int:
    return tx.insert("image", **{name: getattr(one, name) for name in _COLUMNS})
