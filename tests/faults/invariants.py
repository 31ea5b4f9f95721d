"""What must hold of a library after any fault, and what a killed program had acknowledged.

The work under test tells, in JSON lines, what it is about to touch (`["touch", [key, ...]]`) and,
after the COMMIT, what is so now (`["is", {key: value}]`, None for gone).
"""

import csv
import hashlib
import io
import json
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.formats.exporters.csv_annotations import read
from desktop.library.check import check
from desktop.library.library import Library

EXPORT = "export.csv"
BACKUPS = "backups"
_KEPT = frozenset({"library.db", "library.db.lock", EXPORT, BACKUPS})


@dataclass
class Ledger:
    """What was acknowledged; a key that was being touched when the end came may be either."""

    known: dict[str, Any] = field(default_factory=dict)
    told: int = 0

    def hear(self, lines: Iterable[str]) -> None:
        """Take note of what was told; a last line that was cut short was not told."""
        for line in lines:
            if not line.endswith("\n"):
                continue
            kind, what = json.loads(line)
            if kind == "touch":
                for key in what:
                    self.known.pop(key, None)
            else:
                self.known.update(what)
                self.told += len(what)


def assert_library_ok(path: Path, known: dict[str, Any]) -> None:
    """Open the library as the next start does; AssertionError unless all is whole and there."""
    with closing(Library(path)) as library:
        problems = library.with_writer(check)
        assert problems == [], problems
        there = state(library)
    lost = {key: (value, there.get(key)) for key, value in known.items() if key != "export"}
    lost = {key: pair for key, pair in lost.items() if pair[0] != pair[1]}
    assert not lost, f"acknowledged, then found: {dict(list(lost.items())[:5])}"
    _assert_export_whole(path.parent / EXPORT, known.get("export"))
    left = leftovers(path.parent)
    assert left == [], f"left over: {left}"


def leftovers(folder: Path) -> list[str]:
    """Return what lies beside a closed library and should not."""
    return sorted(one.name for one in folder.iterdir() if one.name not in _KEPT)


def state(library: Library) -> dict[str, Any]:
    """Return all that a ledger may speak of, as the library has it."""
    with closing(library.reader()) as reader:
        found: dict[str, Any] = {}
        for row in reader.rows(
            "SELECT a.id, a.title, t.sha256 FROM article a "
            "JOIN article_text t ON t.article_id = a.id AND t.version = a.version"
        ):
            found[f"article {row['id']}"] = [row["title"], row["sha256"]]
            found[f"tags {row['id']}"] = []
        for row in reader.rows("SELECT * FROM annotation"):
            place = [row["article_id"], row["start"], row["end"], row["exact"], row["colour"]]
            found[f"highlight {row['id']}"] = place
            found[f"note {row['id']}"] = row["note"]
        for row in reader.rows(
            "SELECT x.article_id, t.path FROM article_tag x JOIN tag t ON t.id = x.tag_id "
            "ORDER BY t.path"
        ):
            found[f"tags {row['article_id']}"].append(row["path"])
        return found


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file that is no open library."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _assert_export_whole(file: Path, known: str | None) -> None:
    """An export is the one that was acknowledged, or else a whole one (a header, whole rows)."""
    if known is not None:
        assert file.exists(), "the acknowledged export is gone"
        assert file_hash(file) == known, "the acknowledged export is another one"
    if not file.exists():
        return
    content = file.read_bytes()
    assert content.endswith(b"\r\n"), "half an export"
    rows = list(read(io.BytesIO(content)))
    lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert sum(1 for _ in lines) == len(rows) + 1
