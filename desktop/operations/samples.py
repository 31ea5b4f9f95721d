"""The sample articles of a first start: in with their highlights as one step, out again in one step."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop.core.article import Document, Quote
from desktop.formats import registry
from desktop.library import articles, tags
from desktop.library.connection import Source
from desktop.library.transaction import Transaction
from desktop.operations.import_articles import store_one
from desktop.operations.step import QT_TRANSLATE_NOOP, step

SOURCE_FORMAT = "sample"


@step(QT_TRANSLATE_NOOP("Steps", "Add sample articles"))
def add_samples(tx: Transaction, *, folder: Path) -> list[int]:
    """Store the sample articles in *folder* with the marks of its `highlights.json`; return the new ids."""
    marks = {mark["article"]: mark for mark in _marks(folder)}
    return [
        _add(tx, document, marks.get(file.name, {}))
        for file in sorted(folder.glob("*.txt"), reverse=True)
        for document in registry.read(file)
        if articles.find_same_text(tx, articles.text_hash(document.text)) is None
    ]


@step(QT_TRANSLATE_NOOP("Steps", "Remove sample articles"))
def remove_samples(tx: Transaction) -> int:
    """Delete the sample articles, and the tags that only they carried; return how many articles."""
    ids = sample_ids(tx)
    for article_id in ids:
        tx.delete("article", article_id)
    for tag in reversed(tags.tree(tx)):
        if not (tag.articles or tag.annotations or tags.children(tx, tag.id)):
            tx.delete("tag", tag.id)
    return len(ids)


def sample_ids(source: Source) -> list[int]:
    """Return the ids of the sample articles that are there."""
    return articles.ids_of_format(source, SOURCE_FORMAT)


def _add(tx: Transaction, document: Document, mark: dict[str, Any]) -> int:
    quotes = tuple(
        Quote(**{**quote, "tags": tuple(quote.get("tags", ()))})
        for quote in mark.get("highlights", ())
    )
    article_id = store_one(
        tx,
        replace(
            document,
            source_format=SOURCE_FORMAT,
            tags=tuple(mark.get("tags", ())),
            quotes=quotes,
        ),
    )
    extra = {key: mark[key] for key in ("status", "note") if key in mark}
    tx.update("article", article_id, starred=int(mark.get("starred", False)), **extra)
    return article_id


def _marks(folder: Path) -> list[dict[str, Any]]:
    file = folder / "highlights.json"
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
