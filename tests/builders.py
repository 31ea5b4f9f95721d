"""Plain builders of values that many tests need, and a look at a whole library."""

from typing import Any

from desktop.core.article import Block, Document, Quote
from desktop.core.canonical import paragraphs
from desktop.library.connection import Row
from desktop.library.library import Library

TABLES = (
    "article", "article_text", "article_stats", "reading_progress", "annotation", "tag",
    "article_tag", "annotation_tag", "saved_search", "feed", "feed_item", "deleted_annotation",
    "settled",
    "colour_label",
    "image", "article_image",
)  # fmt: skip


def document(
    text: str, *, tags: tuple[str, ...] = (), quotes: tuple[Quote, ...] = (), **details: str
) -> Document:
    """Return a document whose paragraphs are those of *text*, titled by its first."""
    parts = paragraphs(text)
    blocks: list[Block] = []
    at = 0
    for part in parts:
        blocks.append(Block("paragraph", at, at + len(part)))
        at += len(part) + 1
    given: dict[str, Any] = {"title": parts[0][:80], "source_format": "text", **details}
    return Document(text="\n".join(parts), blocks=tuple(blocks), tags=tags, quotes=quotes, **given)


def all_rows(library: Library) -> dict[str, list[Row]]:
    """Return every row that the user's data is made of, by table."""
    reader = library.reader()
    try:
        return {table: reader.rows(f'SELECT * FROM "{table}" ORDER BY 1') for table in TABLES}
    finally:
        reader.close()
