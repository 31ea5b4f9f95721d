"""The sample articles of a first start: in with their highlights, and out, in one step."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop.core import tag_path
from desktop.core.article import Document, Quote
from desktop.library import annotations, articles, images, tags
from desktop.library.connection import Source
from desktop.library.transaction import Transaction
from desktop.operations.step import QT_TRANSLATE_NOOP, step

SOURCE_FORMAT = "sample"


@step(QT_TRANSLATE_NOOP("Steps", "Add sample articles"))
def add_samples(tx: Transaction, *, folder: Path) -> list[int]:
    """Store the samples in *folder* with the marks of its `highlights.json`; return their ids."""
    from desktop.formats import registry  # 20 ms that no start but the first needs

    marks = {mark["article"]: mark for mark in _marks(folder)}
    return [
        _add(tx, document, marks.get(file.name, {}))
        for file in sorted(folder.glob("*.txt"), reverse=True)
        for document in registry.read(file)
        if isinstance(document, Document)
        and articles.find_same_text(tx, articles.text_hash(document.text)) is None
    ]


@step(QT_TRANSLATE_NOOP("Steps", "Remove sample articles"))
def remove_samples(tx: Transaction) -> int:
    """Delete the sample articles, and the tags that only they carried; return how many articles."""
    ids = sample_ids(tx)
    carried = [path for article_id in ids for path in _tag_paths(tx, article_id)]
    images.delete_articles(tx, ids)
    for path in sorted(_and_above(carried), reverse=True):
        tag_id = tags.find(tx, path)
        if tag_id is not None and not tx.is_used("tag", tag_id):
            tx.delete("tag", tag_id)
    return len(ids)


def sample_ids(source: Source) -> list[int]:
    """Return the ids of the sample articles that are there."""
    return articles.ids_of_format(source, SOURCE_FORMAT)


def _tag_paths(tx: Transaction, article_id: int) -> Iterator[str]:
    labels = [articles.get(tx, article_id).tags]
    labels += [annotation.tags for annotation in annotations.of_article(tx, article_id)]
    return (label.path for of_one in labels for label in of_one)


def _and_above(paths: Iterable[str]) -> set[str]:
    """Return *paths* and those of all tags above them."""
    parsed = [tag_path.parse(path) for path in paths]
    return {tag_path.join(names[:depth]) for names in parsed for depth in range(1, len(names) + 1)}


def _add(tx: Transaction, document: Document, mark: dict[str, Any]) -> int:
    quotes = tuple(_quote(**highlight) for highlight in mark.get("highlights", ()))
    from desktop.operations.import_articles import store_one

    article_id = store_one(
        tx,
        replace(
            document,
            source_format=SOURCE_FORMAT,
            tags=tuple(mark.get("tags", ())),
            quotes=quotes,
        ),
    )
    tx.update(
        "article",
        article_id,
        status=mark.get("status", "unread"),
        starred=int(mark.get("starred", False)),
        **articles.details(note=mark.get("note", "")),
    )
    return article_id


def _quote(*, tags: Sequence[str] = (), **rest: Any) -> Quote:
    return Quote(**rest, tags=tuple(tags))


def _marks(folder: Path) -> list[dict[str, Any]]:
    file = folder / "highlights.json"
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
