"""Text files into our own tables by plain SQLite: what the tables and their index cost alone.

The triggers that index one row at a time are set aside, as our import does; the rows say what is
in the files and nothing that had to be thought about.
"""

import json
import sqlite3
import sys
import time
from pathlib import Path

from desktop.library.library import Library
from tests.benchmarks.measure import cpu_of_all, peak_memory, remove

_BATCH = 1_000
_ARTICLE = """INSERT INTO article (id, uuid, title, title_key, language, added, modified,
    word_count, source_format) VALUES (?, ?, ?, ?, 'pl', '2023', '2023', ?, 'text')"""
_TEXT = """INSERT INTO article_text (article_id, version, sha256, text, blocks, created)
    VALUES (?, 1, ?, ?, '[]', '2023')"""
_INDEX = "INSERT INTO article_fts (rowid, title, body) VALUES (?, ?, ?)"
_BEGIN = ("BEGIN", "INSERT INTO meta VALUES ('index_by_hand', '1')")
_END = ("DELETE FROM meta WHERE key = 'index_by_hand'", "COMMIT")


def main(folder: Path, target: Path) -> None:
    """Store the files of *folder* in a new library at *target* and print what it took."""
    remove(target)
    Library(target).close()
    db = sqlite3.connect(target, isolation_level=None)
    db.executescript("PRAGMA synchronous = FULL; PRAGMA cache_size = -32768;")
    started, used = time.perf_counter(), cpu_of_all()
    files = sorted(folder.glob("*.txt"))
    for at in range(0, len(files), _BATCH):
        texts = [file.read_text("utf-8") for file in files[at : at + _BATCH]]
        _store(db, list(enumerate(texts, at + 1)))
    seconds, cpu = time.perf_counter() - started, cpu_of_all() - used
    db.close()
    took = {"n": len(files), "seconds": seconds, "cpu": cpu, "memory": peak_memory()}
    print(json.dumps({**took, "size": target.stat().st_size}))


def _store(db: sqlite3.Connection, texts: list[tuple[int, str]]) -> None:
    for statement in _BEGIN:
        db.execute(statement)
    named = [(number, text[17:80], text) for number, text in texts]
    db.executemany(_ARTICLE, [(n, f"u{n}", title, title, len(text)) for n, title, text in named])
    db.executemany(_TEXT, [(n, f"{n:064}", text) for n, _, text in named])
    db.executemany(_INDEX, named)
    for statement in _END:
        db.execute(statement)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
