"""The same articles through our importer, as the user imports them: a corpus, or a folder."""

import json
import sys
import time
from contextlib import closing
from pathlib import Path

from desktop.library.library import Library
from desktop.operations.import_articles import import_paths
from tests.benchmarks.measure import (
    cpu_of_all,
    peak_memory,
    peak_memory_of_children,
    remove,
)


def main(source: Path, target: Path) -> None:
    """Import *source* into a new library at *target* and print what it took."""
    remove(target)
    with closing(Library(target)) as library:
        started, used = time.perf_counter(), cpu_of_all()
        report = import_paths(library, [source])
        seconds, cpu = time.perf_counter() - started, cpu_of_all() - used
    assert not report.failures, report.failures[0]
    size, count = target.stat().st_size, len(report.imported)
    took = {"n": count, "seconds": seconds, "cpu": cpu, "size": size, "memory": peak_memory()}
    print(json.dumps({**took, "child_memory": peak_memory_of_children()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
