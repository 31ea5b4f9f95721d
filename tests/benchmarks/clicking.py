"""A click beside an import: how long until it is done. Ten thousand articles are enough."""

import json
import sys
import threading
import time
from contextlib import closing
from itertools import islice
from pathlib import Path

from desktop.library.lane import Priority, WriterLane
from desktop.library.library import Library
from desktop.operations import read
from desktop.operations.import_articles import ImportReport, import_paths, store
from tests.benchmarks.measure import remove, spread
from tests.builders import document

_ARTICLES, _PAUSE = 10_000, 0.1


def main(source: Path, target: Path) -> None:
    """Import the beginning of *source* into a library at *target*, star and unstar meanwhile."""
    remove(target)
    part = target.with_suffix(".jsonl")
    with source.open("rb") as lines, part.open("wb") as out:
        out.writelines(islice(lines, _ARTICLES))
    with closing(Library(target)) as library, closing(WriterLane()) as lane:
        first = library.run(store, documents=[document("Pierwszy")]).result.imported[0]
        stop = threading.Event()
        importing = threading.Thread(target=lambda: (_import(library, lane, part), stop.set()))
        importing.start()
        times: list[float] = []
        while not stop.wait(_PAUSE):
            started = time.perf_counter()
            lane.submit(lambda: _star(library, first, on=len(times) % 2 == 0)).result()
            times.append((time.perf_counter() - started) * 1000)
        importing.join()
    print(json.dumps({"n": len(times), **spread(times)}))


def _import(library: Library, lane: WriterLane, part: Path) -> ImportReport:
    return import_paths(
        library,
        [part],
        run=lambda job: lane.submit(job, priority=Priority.BACKGROUND).result(),
        waiting=lambda: lane.clicks_wait,
    )


def _star(library: Library, article_id: int, *, on: bool) -> None:
    library.run(read.set_starred, article_ids=[article_id], starred=on)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
