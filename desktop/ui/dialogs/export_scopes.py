"""Which articles an export may take, and how many highlights each choice would give."""

import threading
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.formats.registry import AnyExporter
from desktop.library import annotations, articles
from desktop.library.connection import Source
from desktop.library.library import Library
from desktop.operations.export import export_annotations

SCOPES = ("article", "selected", "results", "all")


@dataclass(frozen=True, slots=True)
class Count:
    """How much a choice holds."""

    articles: int
    highlights: int


@dataclass(frozen=True, slots=True)
class Order:
    """What to write where; `ids` None stands for all articles."""

    library: Library
    ids: Sequence[int] | None
    target: Path
    exporter: AnyExporter
    author: str


def scopes(
    current: int | None, selected: Sequence[int], results: Sequence[int]
) -> dict[str, Sequence[int] | None]:
    """Return the articles of each choice that there is something in; None stands for all."""
    given: dict[str, Sequence[int]] = {
        "article": [] if current is None else [current],
        "selected": array("q", selected),
        "results": array("q", results),
    }
    return {**{name: ids for name, ids in given.items() if len(ids)}, "all": None}


def count(source: Source, choices: Mapping[str, Sequence[int] | None]) -> dict[str, Count]:
    """Count what each choice holds. Not for the GUI thread: there may be a million articles."""
    return {name: _count(source, ids) for name, ids in choices.items()}


def carry_out(order: Order, stop: threading.Event) -> int:
    """Write the file on a connection of its own; return the number of highlights in it."""
    reader = order.library.reader()
    try:
        return export_annotations(
            reader,
            order.target,
            exporter=order.exporter,
            article_ids=order.ids,
            author=order.author,
            cancelled=stop.is_set,
        )
    finally:
        reader.close()


def _count(source: Source, ids: Sequence[int] | None) -> Count:
    number = articles.count(source) if ids is None else len(ids)
    return Count(number, annotations.count(source, ids))
