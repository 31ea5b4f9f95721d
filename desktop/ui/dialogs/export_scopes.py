"""What an export may take: each choice that there is something in, and how it is written."""

import threading
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.formats.registry import AnyExporter
from desktop.library.library import Library
from desktop.operations.export import export_selection
from desktop.operations.selection import Selection, of_notebook

SCOPES = ("article", "selected", "results", "saved", "tag", "notebook", "all")


@dataclass(frozen=True, slots=True)
class Order:
    """What to write where."""

    library: Library
    selection: Selection
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


def selections(
    current: int | None, selected: Sequence[int], results: Sequence[int], listed: Sequence[int]
) -> dict[str, Selection]:
    """Return what each choice of articles holds, and the highlights *listed* in the notebook."""
    of_articles = scopes(current, selected, results).items()
    made = {name: Selection(articles=ids) for name, ids in of_articles}
    return {**made, "notebook": of_notebook(listed)} if len(listed) else made


def carry_out(order: Order, stop: threading.Event) -> int:
    """Write the file on a connection of its own; return the number of highlights in it."""
    reader = order.library.reader()
    try:
        return export_selection(
            reader,
            order.target,
            selection=order.selection,
            exporter=order.exporter,
            author=order.author,
            cancelled=stop.is_set,
        )
    finally:
        reader.close()
