"""Sharing with another person: what goes out bears a name, what comes in is merged in one step."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from desktop.core.portable import PortableArticle
from desktop.formats.bundles import labels_of, open_shared
from desktop.library import colour_labels
from desktop.library.transaction import Transaction
from desktop.operations import colour_label
from desktop.operations.merge import MergeReport, merge
from desktop.operations.step import QT_TRANSLATE_NOOP, step


@step(QT_TRANSLATE_NOOP("Steps", "Merge"))
def merge_file(tx: Transaction, *, path: Path) -> MergeReport:
    """Take what is in the file at *path* into the library; UserError leaves it as it was.

    Colours that are called nothing here are called as they are there.
    """
    with open_shared(path) as (tags, articles):
        report = merge(tx, incoming=articles, all_tags=tags)
    named = colour_labels.labels(tx)
    for colour, name in labels_of(path).items():
        if colour not in named:
            colour_label.set_label(tx, colour=colour, name=name)
    return report


def signed(articles: Iterable[PortableArticle], author: str) -> Iterator[PortableArticle]:
    """Yield *articles* with *author* on each annotation that bears no name yet."""
    for article in articles:
        marks = tuple(
            mark if mark.author or not author else replace(mark, author=author)
            for mark in article.annotations
        )
        yield replace(article, annotations=marks)
