"""The extraction library alone on saved pages, text and metadata, in as many processes as asked."""

import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.benchmarks.measure import cpu_of_all

_AT_ONCE = 25


def main(folder: Path, processes: int) -> None:
    """Extract the pages of *folder* and print what it took; starting does not count."""
    files = sorted(folder.glob("*.html"))
    with ProcessPoolExecutor(processes) as pool:
        list(pool.map(_extract, files[: processes * 2]))
        started = time.perf_counter()
        found = sum(pool.map(_extract, files, chunksize=_AT_ONCE))
        seconds = time.perf_counter() - started
    assert found == len(files)
    print(json.dumps({"n": len(files), "seconds": seconds, "cpu": cpu_of_all()}))


def _extract(file: Path) -> bool:
    from trafilatura import bare_extraction

    return bool(
        bare_extraction(
            file.read_bytes(),
            include_comments=False,
            include_tables=True,
            include_images=True,
            include_formatting=True,
            include_links=True,
            with_metadata=True,
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
