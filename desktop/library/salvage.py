"""Take out of a damaged library what can be read, row by row, and fill the holes from a backup.

The damaged files are only copied. Each row is looked at with its seal: whole ones are kept,
doubtful ones come from the backup where it has the very row. What has no seal was deleted and does
not come back from a backup, unless the seals themselves cannot be read: the report says so. A
highlight outlives its article's text: its quote stands in a text made of quotes. The report counts
what came back, and what did not.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from desktop.core.ids import new_uuid
from desktop.library import opening, seals
from desktop.library.connection import connect, execute
from desktop.library.failures import explaining_disk
from desktop.library.places import beside
from desktop.library.salvage_mending import is_true, make_valid, mend
from desktop.library.salvage_reading import Contents, Row, Rows, carve_into, read

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
        rescued = read(copy)
        carve_into(copy, part, rescued)
        spare = Contents()
        if newest_backup:
            spare = read(_up_to_date(newest_backup, folder / "backup.db"))
        report, rows = Report(), dict[str, Rows]()
        # An empty table of seals is not one that was read: rows of the user's have seals.
        known = all(rescued.complete.values()) and any(rescued.seals.values())
        report.seals_were_readable = known
        for table in seals.KEYS:
            rows[table] = _merged(table, rescued, spare, known, report)
        make_valid(part, rows)
        for table, number in mend(rows).items():
            report.lost[table] = report.lost.get(table, 0) + number
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


def _merged(
    table: str, rescued: Contents, spare: Contents, seals_known: bool, report: Report
) -> Rows:
    mine, theirs = rescued.rows.get(table, {}), spare.rows.get(table, {})
    known = rescued.seals.get(table, {})
    merged: Rows = {}
    counts = dict.fromkeys(("whole", "from_backup", "doubtful", "lost"), 0)
    # A row without a seal may be a sealed one under a wrong key: the sealed one goes first.
    for key in sorted({*mine, *theirs, *known}, key=lambda key: (key not in known, key)):
        seal = known.get(key)
        own, other = _text_row(mine.get(key)), _text_row(theirs.get(key))
        is_same = seal is None or rescued.digests.get(table, {}).get(key) == seal
        if (own and seal is not None and is_same and is_true(table, own)) or (
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


def _is_later(own: Row, other: Row | None) -> bool:
    """Tell whether a row without a seal was changed after the backup, as far as it says so."""
    return other is not None and str(own.get("modified", "")) > str(other.get("modified", ""))


def _text_row(row: Row | None) -> Row | None:
    """Return a row with its texts as text; what is not UTF-8 any more shows as U+FFFD."""
    if row is None:
        return None
    return {
        k: v.decode(errors="replace") if isinstance(v, bytes) and k not in _BYTES else v
        for k, v in row.items()
    }


def _write(path: Path, rows: dict[str, Rows], seq: int, report: Report) -> None:
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


def _insert_article(db: sqlite3.Connection, table: str, row: Row) -> bool:
    """Store an article whose uuid another has: its highlights must not go with it."""
    return table == "article" and _insert(db, table, {**row, "uuid": new_uuid()})


def _delete_strays(db: sqlite3.Connection, report: Report) -> None:
    """Delete rows that hang on rows which could not be stored."""
    while strays := execute(db, "PRAGMA foreign_key_check").fetchall():
        for table, rowid, *_ in strays:
            report.lost[table] = report.lost.get(table, 0) + 1
            execute(db, f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))


def _insert(db: sqlite3.Connection, table: str, row: Row) -> bool:
    """Store a row; False when it breaks a rule of the table (a second row with its uuid)."""
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    try:
        execute(db, f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(row.values()))
    except (sqlite3.IntegrityError, OverflowError):
        return False
    return True
