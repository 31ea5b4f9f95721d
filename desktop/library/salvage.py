"""Take out of a damaged library what can be read, row by row, and fill the holes from a backup.

The damaged files are only copied. Each row is looked at with its seal: whole ones are kept,
doubtful ones come from the backup where it has the very row. What has no seal was deleted and does
not come back from a backup, unless the seals themselves cannot be read: the report says so. A
highlight outlives its article's text: its quote stands in a text made of quotes. The report counts
what came back, and what did not.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.core.article import Block
from desktop.core.ids import new_uuid, now
from desktop.core.pictures import hashes
from desktop.library import carve, opening, seals
from desktop.library.connection import connect, database, execute
from desktop.library.failures import explaining_disk
from desktop.library.places import beside
from desktop.library.schema import STEPS

_Row = dict[str, Any]
_Rows = dict[int, _Row]
_BEYOND = 1000
_ALIKE = ("article_tag", "annotation_tag", "article_image")
_BYTES = ("data",)


@dataclass
class Report:
    """How many rows, by table, were whole, came from the backup, are doubtful, or are lost."""

    whole: dict[str, int] = field(default_factory=dict[str, int])
    from_backup: dict[str, int] = field(default_factory=dict[str, int])
    doubtful: dict[str, int] = field(default_factory=dict[str, int])
    lost: dict[str, int] = field(default_factory=dict[str, int])
    seals_were_readable: bool = True

    def total(self, kind: str, table: str = "") -> int:
        """Return how many rows are of *kind*, in one table or in all."""
        counts: dict[str, int] = getattr(self, kind)
        return counts.get(table, 0) if table else sum(counts.values())


@dataclass
class _Contents:
    rows: dict[str, _Rows] = field(default_factory=dict[str, _Rows])
    digests: dict[str, dict[int, bytes]] = field(default_factory=dict[str, dict[int, bytes]])
    seals: dict[str, dict[int, bytes]] = field(default_factory=dict[str, dict[int, bytes]])
    complete: dict[str, bool] = field(default_factory=dict[str, bool])
    seq: int = 0


def salvage(damaged: Path, target: Path, newest_backup: Path | None = None) -> Report:
    """Make the library *target* (it must not exist) of what *damaged* and a backup still hold.

    LibraryUnusable when the disk is full or fails; *newest_backup* must be whole.
    """
    with (
        explaining_disk(damaged),
        tempfile.TemporaryDirectory(prefix=f"{damaged.name}.salvage-", dir=target.parent) as name,
    ):
        folder = Path(name)
        part = folder / "new.db"
        opening.create(part)
        copy = _working_copy(damaged, folder / "damaged.db")
        rescued = _read(copy)
        _carve(copy, part, rescued)
        spare = _Contents()
        if newest_backup:
            spare = _read(_up_to_date(newest_backup, folder / "backup.db"))
        report, rows = Report(), dict[str, _Rows]()
        # An empty table of seals is not one that was read: rows of the user's have seals.
        known = all(rescued.complete.values()) and any(rescued.seals.values())
        report.seals_were_readable = known
        for table in seals.KEYS:
            rows[table] = _merged(table, rescued, spare, known, report)
        _make_valid(part, rows)
        _mend(rows, report)
        _write(part, rows, max(rescued.seq, spare.seq) + 1, report)
        opening.sync(part)
        part.replace(target)
        opening.sync_folder(target.parent)
    return report


def _working_copy(damaged: Path, copy: Path) -> Path:
    for end in ("", "-wal"):
        if beside(damaged, end).exists():
            shutil.copyfile(beside(damaged, end), beside(copy, end))
    if not _has_tables(copy):
        _graft_first_page(copy)
    return copy


def _up_to_date(backup: Path, copy: Path) -> Path:
    shutil.copyfile(backup, copy)
    with closing(connect(copy, "rw")) as db:
        opening.migrate(db)
        seals.reseal_if_needed(db)
    return copy


def _has_tables(path: Path) -> bool:
    try:
        with closing(connect(path, "rw")) as db:
            return bool(seals.columns(db, "annotation")) and bool(seals.columns(db, "article"))
    except sqlite3.Error:
        return False


def _graft_first_page(copy: Path) -> None:
    """Give a file without a readable beginning that of a new library, which lies the same way."""
    fresh = copy.with_name("fresh.db")
    opening.create(fresh)
    whole = bytearray(copy.read_bytes())
    pages = fresh.read_bytes()
    size = int.from_bytes(pages[16:18], "big")
    if len(whole) < size:
        return
    head = bytearray(pages[:size])
    head[28:32] = (len(whole) // size).to_bytes(4, "big")
    head[32:40] = bytes(8)  # no list of free pages
    # The schema may lie on pages that were overwritten by rows: theirs are left alone.
    whole[:size] = head
    copy.write_bytes(whole)
    with suppress(FileNotFoundError):
        beside(copy, "-wal").unlink()


def _read(path: Path) -> _Contents:
    found = _Contents()
    for table in seals.KEYS:
        found.rows[table], found.digests[table], found.seals[table] = {}, {}, {}
        found.complete[table] = False
    try:
        db = connect(path, "rw")
    except sqlite3.Error:
        return found
    with closing(db):
        db.text_factory = bytes
        with suppress(sqlite3.Error):
            execute(db, "PRAGMA cell_size_check = ON")
        for table in seals.KEYS:
            _read_table(db, table, found)
        with suppress(sqlite3.Error, TypeError, ValueError):
            sql = "SELECT value FROM meta WHERE key = 'change_seq'"
            found.seq = min(int(execute(db, sql).fetchone()[0]), 2**40)
    return found


def _read_table(db: sqlite3.Connection, table: str, found: _Contents) -> None:
    rows: _Rows = {}
    digests: dict[int, bytes] = {}
    found.rows[table], found.digests[table] = rows, digests
    found.seals[table], found.complete[table] = _seals(db, table)
    try:
        # sqlite3.Row would hide bytes that are no text: names and cells are put together here.
        names = [name.decode() for name in map(_as_bytes, seals.columns(db, table))]
        key = seals.KEYS[table]
        plain = ", ".join(f'"{name}"' for name in names)
        sealed = ", ".join(f'CAST("{name}" AS BLOB)' for name in seals.sealed(table, names))
        sql = f'SELECT {plain}, {sealed} FROM "{table}"'
    except sqlite3.Error:
        return
    for cells in _each(db, sql, table, key, found.seals[table]):
        row = dict(zip(names, cells[: len(names)], strict=True))
        number, seal = row[key], seals.digest(cells[len(names) :])
        if isinstance(number, int) and _is_better(found, table, number, seal):
            rows[number], digests[number] = row, seal


def _is_better(found: _Contents, table: str, key: int, seal: bytes) -> bool:
    """Tell whether a row that was read is the one that was sealed, or the first of its key."""
    sealed = found.seals[table].get(key)
    return key not in found.rows[table] or (
        sealed == seal and found.digests[table].get(key) != sealed
    )


def _carve(path: Path, new: Path, found: _Contents) -> None:
    """Add the rows that stand in the file but that no way leads to, if any are missing."""
    known = all(found.complete.values()) and any(found.seals.values())
    if known and all(found.digests[t] == found.seals[t] for t in seals.KEYS):
        return
    shapes = _shapes(new)
    with (
        closing(connect(new, "ro")) as db,
        suppress(ValueError),  # an empty file
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole,
        memoryview(whole) as pages,
    ):
        for table, key, row in carve.rows(pages, shapes):
            values = [row[name] for name in seals.sealed(table, row)]
            marks = ", ".join("CAST(? AS BLOB)" for _ in values)
            cells = execute(db, f"SELECT {marks}", values).fetchone()
            later = len(row) - min(shapes[table].widths)
            # A library of an old schema has seals of as many columns as it had.
            digests = [seals.digest(cells[: len(cells) - n]) for n in range(later + 1)]
            seal = found.seals[table].get(key)
            _add_carved(found, table, key, row, seal if seal in digests else digests[0], known)


def _shapes(new: Path) -> dict[str, carve.Shape]:
    """Return what the rows of each table look like, also those that an old schema wrote."""
    widths: dict[str, set[int]] = {table: set() for table in seals.KEYS}
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        for step in STEPS:
            step(database(db))
            for table, of in widths.items():
                of.add(len(seals.columns(db, table)))
    with closing(connect(new, "ro")) as db:
        return {table: _shape(db, table, frozenset(of - {0})) for table, of in widths.items()}


def _shape(db: sqlite3.Connection, table: str, widths: frozenset[int]) -> carve.Shape:
    info = execute(db, f"PRAGMA table_info('{table}')").fetchall()
    defaults = execute(db, f"SELECT {', '.join(row[4] or 'NULL' for row in info)}").fetchone()
    return carve.Shape(
        columns=tuple((row[1], row[2]) for row in info),
        defaults=tuple(_as_bytes(one) if isinstance(one, str) else one for one in defaults),
        widths=widths,
    )


def _add_carved(
    found: _Contents, table: str, key: int, row: _Row, seal: bytes, known: bool
) -> None:
    is_sealed = found.seals[table].get(key) == seal
    # Two tables of the same shape cannot be told apart without a seal.
    is_wanted = is_sealed or (not known and table not in _ALIKE and key not in found.rows[table])
    if is_wanted and _is_better(found, table, key, seal):
        found.rows[table][key], found.digests[table][key] = row, seal


def _as_bytes(name: Any) -> bytes:
    return name if isinstance(name, bytes) else str(name).encode()


def _each(
    db: sqlite3.Connection, sql: str, table: str, key: str, known: dict[int, bytes]
) -> Iterator[tuple[Any, ...]]:
    """Yield all rows; from the first bad page on, whatever the walk by primary key still finds."""
    last = 0
    try:
        for row in execute(db, f'{sql} NOT INDEXED ORDER BY "{key}"'):
            yield row
            if isinstance(row[0], int):
                last = max(last, row[0])
        return
    except sqlite3.Error:
        pass
    for number in range(1, _highest(db, table, key, last, known) + 1):
        with suppress(sqlite3.Error):
            row = execute(db, f'{sql} NOT INDEXED WHERE "{key}" = ?', (number,)).fetchone()
            if row:
                yield row


def _highest(
    db: sqlite3.Connection, table: str, key: str, last: int, known: dict[int, bytes]
) -> int:
    highest = [last + _BEYOND, *known]
    for sql in (
        f'SELECT max("{key}") FROM "{table}"',
        f"SELECT seq FROM sqlite_sequence WHERE CAST(name AS TEXT) = '{table}'",
    ):
        with suppress(sqlite3.Error, TypeError):
            highest.append(execute(db, sql).fetchone()[0] or 0)
    return min(max(highest), 10_000_000)


def _seals(db: sqlite3.Connection, table: str) -> tuple[dict[int, bytes], bool]:
    found: dict[int, bytes] = {}
    try:
        for key, value in execute(db, "SELECT key, seal FROM row_seal WHERE tbl = ?", (table,)):
            found[key] = value
    except sqlite3.Error:
        return found, False
    return found, True


def _merged(
    table: str, rescued: _Contents, spare: _Contents, seals_known: bool, report: Report
) -> _Rows:
    mine, theirs = rescued.rows.get(table, {}), spare.rows.get(table, {})
    known = rescued.seals.get(table, {})
    merged: _Rows = {}
    counts = dict.fromkeys(("whole", "from_backup", "doubtful", "lost"), 0)
    # A row without a seal may be a sealed one under a wrong key: the sealed one goes first.
    for key in sorted({*mine, *theirs, *known}, key=lambda key: (key not in known, key)):
        seal = known.get(key)
        own, other = _text_row(mine.get(key)), _text_row(theirs.get(key))
        is_same = seal is None or rescued.digests.get(table, {}).get(key) == seal
        if (own and seal is not None and is_same and _is_true(table, own)) or (
            own and seal is None and not seals_known and own == other
        ):
            kind, row = "whole", own
        elif own and seal is None and not seals_known and _is_later(own, other):
            kind, row = "doubtful", own
        elif other and (seal is not None or not seals_known):
            kind, row = "from_backup", other
            if seal is not None and spare.seals.get(table, {}).get(key) != seal and own:
                kind = "doubtful"  # it was changed after the backup, and cannot be read whole
        elif own:
            kind, row = "doubtful", own
        else:
            counts["lost"] += seal is not None
            continue
        counts[kind] += 1
        merged[key] = row
    for name, number in counts.items():
        if number:
            getattr(report, name)[table] = number
    return merged


def _is_later(own: _Row, other: _Row | None) -> bool:
    """Tell whether a row without a seal was changed after the backup, as far as it says so."""
    return other is not None and str(own.get("modified", "")) > str(other.get("modified", ""))


def _text_row(row: _Row | None) -> _Row | None:
    """Return a row with its texts as text; what is not UTF-8 any more shows as U+FFFD."""
    if row is None:
        return None
    return {
        k: v.decode(errors="replace") if isinstance(v, bytes) and k not in _BYTES else v
        for k, v in row.items()
    }


def _is_true(table: str, row: _Row) -> bool:
    if table == "image":
        return isinstance(row["data"], bytes) and _digest(row["data"]) == row["sha256"]
    return table != "article_text" or _digest(str(row["text"]).encode()) == row["sha256"]


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _make_valid(new: Path, rows: dict[str, _Rows]) -> None:
    """Give damaged cells values that the tables of the new library take."""
    with closing(connect(new, "ro")) as db:
        for table, of_table in rows.items():
            info = execute(db, f"PRAGMA table_info('{table}')").fetchall()
            kinds = {name: (kind, default) for _, name, kind, _, default, _ in info}
            for key, row in of_table.items():
                cells = {n: _valid(n, v, *kinds[n]) for n, v in row.items() if n in kinds}
                cells[seals.KEYS[table]] = key
                of_table[key] = cells
    for row in rows["annotation"].values():
        if row["start"] < 0 or row["end"] < row["start"]:
            row["start"], row["end"], row["orphaned"] = 0, 0, 1
    for row in rows["article_text"].values():
        if not _are_blocks(row["blocks"]):
            row["blocks"] = json.dumps([["paragraph", 0, len(row["text"]), {}]])


_ONE_OF: dict[str, tuple[Any, ...]] = {
    "status": ("unread", "reading", "read", "archived"),
    "starred": (0, 1),
    "trashed": (0, 1),
    "orphaned": (0, 1),
}


def _valid(name: str, value: Any, kind: str, default: str | None) -> Any:
    """Return *value* if its column takes it, else the column's default."""
    if name == "parent_id":
        return value if isinstance(value, int) else None
    if name in _ONE_OF:
        return value if value in _ONE_OF[name] else _ONE_OF[name][0]
    if kind == "TEXT":
        fallback = (default or "").strip("'")
        return value if isinstance(value, str) else fallback
    if kind == "BLOB":
        return value if isinstance(value, bytes) else b""
    if kind == "REAL":
        return value if isinstance(value, int | float) and value == value else 0.0
    return value if isinstance(value, int) else int(default or 0)


def _are_blocks(text: str) -> bool:
    try:
        for kind, start, end, attrs in json.loads(text):
            Block(kind, int(start), int(end), dict(attrs))
        return True
    except (ValueError, TypeError, RecursionError):
        return False


def _mend(rows: dict[str, _Rows], report: Report) -> None:
    """Make rows stand by themselves whose article, text or tag is lost."""
    tags = rows["tag"]
    for tag in tags.values():
        if tag["parent_id"] is not None and tag["parent_id"] not in tags:
            tag["parent_id"], tag["name"] = None, str(tag["path"]).replace("/", "_")
            tag["path"] = tag["name"]
    texts = {(row["article_id"], row["version"]) for row in rows["article_text"].values()}
    wanted = {row["article_id"] for row in rows["annotation"].values()}
    wanted |= {row["article_id"] for row in rows["article_text"].values()}
    for number in sorted(wanted - rows["article"].keys()):
        rows["article"][number] = _stand_in(number, rows["article_text"])
    for number, article in rows["article"].items():
        if (number, article["version"]) not in texts:
            _stand_in_text(number, article["version"], rows)
    texts = {(row["article_id"], row["version"]) for row in rows["article_text"].values()}
    for note in rows["annotation"].values():
        if (note["article_id"], note["version"]) not in texts:
            note["version"] = rows["article"][note["article_id"]]["version"]
            note["orphaned"] = 1
    _agree_with_texts(rows)
    _drop_false_images(rows, report)
    _link_images(rows)
    _drop_strays(rows, report)


def _agree_with_texts(rows: dict[str, _Rows]) -> None:
    """Let a doubtful text be what it is now; a highlight it no longer holds is orphaned."""
    texts: dict[tuple[int, int], str] = {}
    for row in rows["article_text"].values():
        row["sha256"] = _digest(str(row["text"]).encode())
        texts[row["article_id"], row["version"]] = str(row["text"])
    for note in rows["annotation"].values():
        text = texts.get((note["article_id"], note["version"]), "")
        if text[note["start"] : note["end"]] != note["exact"]:
            note["orphaned"] = 1


def _drop_false_images(rows: dict[str, _Rows], report: Report) -> None:
    """Drop images whose bytes are not those that were stored: they may be anything."""
    for key, row in list(rows["image"].items()):
        if not _is_true("image", row):
            del rows["image"][key]
            report.lost["image"] = report.lost.get("image", 0) + 1


def _link_images(rows: dict[str, _Rows]) -> None:
    """Say anew which articles have which images: it follows from the texts."""
    known = {row["sha256"]: key for key, row in rows["image"].items()}
    links = {
        (row["article_id"], known[sha256])
        for row in rows["article_text"].values()
        for sha256 in hashes(Block(k, s, e, dict(a)) for k, s, e, a in json.loads(row["blocks"]))
        if sha256 in known
    }
    rows["article_image"] = {
        key: {"id": key, "article_id": article_id, "image_id": image_id}
        for key, (article_id, image_id) in enumerate(sorted(links), 1)
    }


def _stand_in(number: int, texts: _Rows) -> _Row:
    versions = [row["version"] for row in texts.values() if row["article_id"] == number]
    title = f"Recovered article {number}"
    return {
        "id": number, "uuid": f"recovered-{number}", "title": title, "title_key": title.lower(),
        "added": now(), "modified": now(), "word_count": 0, "version": max(versions, default=1),
    }  # fmt: skip


def _stand_in_text(number: int, version: int, rows: dict[str, _Rows]) -> None:
    """Let the article consist of its quotes: their own places are gone with the text."""
    notes = [row for row in rows["annotation"].values() if row["article_id"] == number]
    text = "\n".join(str(row["exact"]) for row in notes) or rows["article"][number]["title"]
    for note in notes:
        if note["version"] == version:
            note["orphaned"] = 1
    key = max(rows["article_text"], default=0) + 1
    blocks: list[list[Any]] = [["paragraph", 0, len(text), {}]]
    rows["article_text"][key] = {
        "id": key, "article_id": number, "version": version, "text": text, "created": now(),
        "sha256": _digest(text.encode()), "blocks": json.dumps(blocks),
    }  # fmt: skip


def _drop_strays(rows: dict[str, _Rows], report: Report) -> None:
    parents = {"article_id": "article", "tag_id": "tag", "annotation_id": "annotation"}
    for table in ("reading_progress", "article_tag", "annotation_tag", "deleted_annotation"):
        for key, row in list(rows[table].items()):
            if any(row[name] not in rows[of] for name, of in parents.items() if name in row):
                del rows[table][key]
                report.lost[table] = report.lost.get(table, 0) + 1


def _write(path: Path, rows: dict[str, _Rows], seq: int, report: Report) -> None:
    with closing(connect(path, "rw")) as db:
        execute(db, "PRAGMA foreign_keys = OFF")
        execute(db, "BEGIN IMMEDIATE")
        for table in seals.KEYS:
            for row in list(rows[table].values()):
                if not _insert(db, table, row) and not _insert_article(db, table, row):
                    report.lost[table] = report.lost.get(table, 0) + 1
                    del rows[table][row[seals.KEYS[table]]]
        _delete_strays(db, report)
        execute(db, "DELETE FROM meta WHERE key = 'sealed_schema'")
        execute(db, "UPDATE meta SET value = ? WHERE key = 'change_seq'", (str(seq),))
        db.commit()
        seals.reseal_if_needed(db)


def _insert_article(db: sqlite3.Connection, table: str, row: _Row) -> bool:
    """Store an article whose uuid another has: its highlights must not go with it."""
    return table == "article" and _insert(db, table, {**row, "uuid": new_uuid()})


def _delete_strays(db: sqlite3.Connection, report: Report) -> None:
    """Delete rows that hang on rows which could not be stored."""
    while strays := execute(db, "PRAGMA foreign_key_check").fetchall():
        for table, rowid, *_ in strays:
            report.lost[table] = report.lost.get(table, 0) + 1
            execute(db, f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))


def _insert(db: sqlite3.Connection, table: str, row: _Row) -> bool:
    """Store a row; False when it breaks a rule of the table (a second row with its uuid)."""
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    try:
        execute(db, f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(row.values()))
    except (sqlite3.IntegrityError, OverflowError):
        return False
    return True
