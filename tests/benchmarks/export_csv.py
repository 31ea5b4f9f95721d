"""A million highlights to CSV: `python -m tests.benchmarks.export_csv [FOLDER] [ARTICLES]`.

Each in a process of its own, one after the other, twice: our export (guarded, every cell quoted,
synced to the disk) and the CSV mode of the `sqlite3` shell on the same join (Python's `csv` where
there is no shell). Prints the seconds of the quicker run, the ratio, and the most memory that ours
took; then stops an export half-way and looks for what it left. The library is kept in FOLDER.
"""

import csv
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from desktop.core.errors import Cancelled
from desktop.formats.exporters.csv_annotations import CSV
from desktop.library.connection import Reader
from desktop.library.search import Listing, article_ids
from desktop.operations.export import export_annotations
from tests.benchmarks.notebook_corpus import ARTICLES, corpus

JOIN = """SELECT n.uuid AS annotation_uuid, a.uuid AS article_uuid, a.title, a.author, a.outlet,
    a.agency, a.url, a.published, a.language, t.sha256 AS version_sha256, n."start", n."end",
    n.exact AS quote, n.prefix, n.suffix, n.colour, n.style, n.note,
    (SELECT group_concat(path, '; ') FROM (SELECT g.path FROM annotation_tag x
        JOIN tag g ON g.id = x.tag_id WHERE x.annotation_id = n.id ORDER BY g.path_key)) AS tags,
    n.created, n.modified, n.orphaned
    FROM article a JOIN annotation n ON n.article_id = a.id
    JOIN article_text t ON t.article_id = n.article_id AND t.version = n.version
    ORDER BY a.id, n.orphaned, n."start", n."end", n.id"""


def ours(path: Path, target: Path, stop_after: int = 0) -> int:
    """Export all of the library at *path*; Cancelled after so many looks."""
    reader = Reader(path)
    looks = iter(range(stop_after))
    ids = article_ids(reader, Listing(sort="added", descending=False))
    try:
        return export_annotations(
            reader,
            target,
            exporter=CSV,
            article_ids=ids,
            cancelled=lambda: bool(stop_after) and next(looks, None) is None,
        )
    finally:
        reader.close()


def with_shell(path: Path, target: Path) -> None:
    """Let the shell of SQLite write the same rows, or Python where it is not installed."""
    if shell := shutil.which("sqlite3"):
        with target.open("wb") as out:
            command = [shell, "-readonly", "-csv", "-header", str(path), JOIN]
            subprocess.run(command, stdout=out, check=True)
        return
    with target.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows(sqlite3.connect(path).execute(JOIN))


def main() -> int:
    """Print the figures; the code is 1 when ours is slower than half the speed of the shell."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.gettempdir())
    path = corpus(folder, articles=int(sys.argv[2]) if len(sys.argv) > 2 else ARTICLES)
    target = folder / "export.csv"
    mine, other = [], []
    for _ in range(2):
        mine.append(_seconds(lambda: _apart(path, target)))
        size = target.stat().st_size
        other.append(_seconds(lambda: with_shell(path, target)))
    ratio = min(other) / min(mine)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"ours {min(mine):.1f} s ({size / 1e6:.0f} MB), shell {min(other):.1f} s: {ratio:.2f}")
    print(f"the most memory that a process took: {most} MB")
    target.write_bytes(b"old")
    try:
        ours(path, target, stop_after=1_000)
    except Cancelled:
        left = sorted(one.name for one in folder.glob(f".{target.name}*"))
        print(f"stopped: old file {'stays' if target.read_bytes() == b'old' else 'LOST'}, {left=}")
    target.unlink()
    return int(ratio < 0.5)


def _apart(path: Path, target: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from tests.benchmarks.export_csv import ours; "
        "ours(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    subprocess.run([sys.executable, "-c", script, str(path), str(target)], check=True)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
