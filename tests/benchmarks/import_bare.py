"""What SQLite alone needs for the same articles: plain tables, FTS5, big transactions."""

import json
import sqlite3
import sys
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.measure import peak_memory, remove

_SCHEMA = """
PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768;
CREATE TABLE article (id INTEGER PRIMARY KEY, title, author, outlet, agency, url, language,
    published);
CREATE TABLE article_text (id INTEGER PRIMARY KEY, text);
CREATE TABLE annotation (id INTEGER PRIMARY KEY, article_id INTEGER, exact, colour, note);
CREATE VIRTUAL TABLE fts USING fts5 (title, body, content='',
    tokenize='unicode61 remove_diacritics 2');
"""
_BATCH = 1_000
_FIELDS = ("title", "author", "outlet", "agency", "url", "language", "published")


def main(source: Path, target: Path) -> None:
    """Store the articles of *source* in *target* and print what it took."""
    remove(target)
    db = sqlite3.connect(target, isolation_level=None)
    db.executescript(_SCHEMA)
    started, used = time.perf_counter(), time.process_time()
    db.execute("BEGIN")
    number = 0
    with source.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            _store(db, number, json.loads(line))
            if number % _BATCH == 0:
                db.execute("COMMIT")
                db.execute("BEGIN")
    db.execute("COMMIT")
    seconds, cpu = time.perf_counter() - started, time.process_time() - used
    db.close()
    size = target.stat().st_size
    took = {"n": number, "seconds": seconds, "cpu": cpu, "size": size, "memory": peak_memory()}
    print(json.dumps(took))


def _store(db: sqlite3.Connection, number: int, article: dict[str, Any]) -> None:
    values = [article[name] for name in _FIELDS]
    db.execute("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (number, *values))
    db.execute("INSERT INTO article_text VALUES (?, ?)", (number, article["text"]))
    db.execute(
        "INSERT INTO fts (rowid, title, body) VALUES (?, ?, ?)",
        (number, article["title"], article["text"]),
    )
    db.executemany(
        "INSERT INTO annotation (article_id, exact, colour, note) VALUES (?, ?, ?, ?)",
        [(number, h["exact"], h["colour"], h["note"]) for h in article["highlights"]],
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
