"""Working beside an import: how long until a click is done, and how long a screen of rows takes.

While ten thousand files go in: star, highlight, tag (each through the writer lane, as the window
does), and the rows and text of what is scrolled to (by a reader of its own).
"""

import json
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from itertools import cycle
from pathlib import Path

from desktop.library import articles
from desktop.library.connection import Reader
from desktop.library.lane import Priority, WriterLane
from desktop.library.library import Library
from desktop.library.search import Listing, article_ids
from desktop.operations import annotate, read, tag
from desktop.operations.import_articles import ImportReport, import_paths, store
from tests.benchmarks.measure import remove, spread
from tests.builders import document

_PAUSE, _SCREEN = 0.1, 50
_TEXT = "Pierwszy akapit o moście i rzece, dość długi, aby było co zaznaczać. " * 40


def main(source: Path, target: Path) -> None:
    """Import *source* (a folder or a file) into a new library at *target*; work meanwhile."""
    remove(target)
    with (
        closing(Library(target)) as library,
        closing(WriterLane()) as lane,
        closing(library.reader()) as reader,
    ):
        first = library.run(store, documents=[document(_TEXT)]).result.imported[0]
        stop = threading.Event()
        importing = threading.Thread(target=lambda: (_import(library, lane, source), stop.set()))
        importing.start()
        times = _work(_verbs(library, lane, reader, first), stop)
        importing.join()
    every = [one for of_verb in times.values() for one in of_verb]
    verbs = {name: spread(of_verb) for name, of_verb in times.items()}
    print(json.dumps({"n": len(every), **spread(every), **verbs}))


def _work(
    verbs: dict[str, Callable[[int], object]], stop: threading.Event
) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in verbs}
    for number, (name, verb) in enumerate(cycle(verbs.items())):
        if stop.wait(_PAUSE):
            break
        started = time.perf_counter()
        verb(number)
        times[name].append((time.perf_counter() - started) * 1000)
    return times


def _verbs(
    library: Library, lane: WriterLane, reader: Reader, first: int
) -> dict[str, Callable[[int], object]]:
    def click(operation: Callable[..., object], **arguments: object) -> object:
        return lane.submit(lambda: library.run(operation, **arguments)).result()

    def scroll(number: int) -> None:
        ids = article_ids(reader, Listing())
        at = number * 7_919 % max(1, len(ids) - _SCREEN)
        articles.rows(reader, ids[at : at + _SCREEN])
        articles.text(reader, ids[at])

    return {
        "star": lambda n: click(read.set_starred, article_ids=[first], starred=n % 8 == 0),
        "highlight": lambda n: click(
            annotate.add_highlight, article_id=first, start=n % 2_000, end=n % 2_000 + 40
        ),
        "tag": lambda n: click(tag.tag_articles, article_ids=[first], add=[f"Temat/{n}"]),
        "scroll": scroll,
    }


def _import(library: Library, lane: WriterLane, source: Path) -> ImportReport:
    return import_paths(
        library,
        [source],
        run=lambda job: lane.submit(job, priority=Priority.BACKGROUND).result(),
        waiting=lambda: lane.clicks_wait,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
