"""Backups: whole copies of the library, each opened and checked before an older one may go."""

from __future__ import annotations

import gzip
import itertools
import os
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.core.errors import QT_TRANSLATE_NOOP, LibraryUnusable
from desktop.library import dump, seals
from desktop.library.check import content_problems
from desktop.library.connection import Reader, connect, execute
from desktop.library.failures import explain
from desktop.library.identity import APPLICATION_ID, SCHEMA_VERSION
from desktop.library.opening import sync, sync_folder

SIZE_CAP = 2 * 1024**3
NEWEST, OLD_SCHEMAS = 3, 3
_NAME = re.compile(r"library-(\d{8}T\d{6}Z)-s(\d+)-c(\d+)(?:-\d+)?\.db")
_SPANS = ((12, "%Y-%m-%d"), (10, "%G-%V"), (9, "%Y-%m"))
_COUNTED = tuple(seals.KEYS)
_numbers = itertools.count()


class BackupFailed(LibraryUnusable):  # noqa: N818 - what happened is the better name
    """No backup could be made, or what was made is not whole."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup; `seq` counts the library's changes, so clocks may jump."""

    path: Path
    made: datetime
    schema: int
    seq: int
    size: int


def folder_of(library: Path) -> Path:
    """Return the folder of the backups of *library*: beside it, by its name."""
    return library.parent / "backups" / library.stem


def found_in(folder: Path) -> list[Backup]:
    """Return the backups in *folder*, the newest first; files that are not ours are passed over."""
    found: list[Backup] = []
    for path in folder.glob("library-*.db") if folder.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if not match or path.is_symlink() or not _is_ours(path):
            continue
        try:
            made = datetime.strptime(match[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        except ValueError:
            continue
        found.append(Backup(path, made, int(match[2]), int(match[3]), path.stat().st_size))
    return sorted(found, key=_age, reverse=True)


def make(library: Path, folder: Path | None = None, *, now: datetime | None = None) -> Backup:
    """Copy *library*, while others use it, and check the copy; then let older backups go.

    BackupFailed when there is none afterwards: then nothing older was touched.
    """
    folder = folder or folder_of(library)
    now = now or datetime.now(UTC)
    temporary = folder / f".tmp-{os.getpid()}-{next(_numbers)}"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _clear(folder)
        before = _copy(library, temporary)
        schema, seq = verify(temporary, before)
        temporary.chmod(0o600)
        made = _free_name(folder, f"library-{now:%Y%m%dT%H%M%SZ}-s{schema}-c{seq}")
        _write_highlights(temporary, made)
        temporary.replace(made)
        sync_folder(folder)
    except (OSError, sqlite3.Error) as error:
        known = explain(error, library) if isinstance(error, sqlite3.Error) else None
        raise known or _failed(getattr(error, "strerror", None) or str(error)) from error
    finally:
        temporary.unlink(missing_ok=True)
    rotate(folder, now)
    return Backup(made, now, schema, seq, made.stat().st_size)


def make_if_due(library: Path, *, after: timedelta = timedelta(minutes=30)) -> Backup | None:
    """Make a backup unless nothing changed since the last, or that was made less than *after* ago."""
    now = datetime.now(UTC)
    found = found_in(folder_of(library))
    if found:
        with closing(connect(library, "ro")) as db:
            unchanged = _state(db)[0] == found[0].seq
        if unchanged or abs(now - found[0].made) < after:
            return None
    return make(library, now=now)


def verify(path: Path, at_least: Sequence[int] = ()) -> tuple[int, int]:
    """Look whether a copy is a whole library; return its schema and change number.

    *at_least*: change number and row counts before the copy. A killed copy is a valid empty file,
    so integrity alone says nothing.
    """
    with closing(connect(path, "ro")) as db:
        execute(db, "PRAGMA trusted_schema = OFF")
        application = execute(db, "PRAGMA application_id").fetchone()[0]
        schema = execute(db, "PRAGMA user_version").fetchone()[0]
        if application != APPLICATION_ID or not 1 <= schema <= SCHEMA_VERSION:
            raise _failed("it is not a library that this version knows")
        if (answer := execute(db, "PRAGMA quick_check(1)").fetchone()[0]) != "ok":
            raise _failed(answer)
        state = _state(db)
        if at_least and (state[0] < at_least[0] or (state[0] == at_least[0] and state != at_least)):
            raise _failed("rows are missing")
        sealed = bool(seals.columns(db, "row_seal"))
        if sealed and (problems := content_problems(db)):
            raise _failed(problems[0])
    return schema, state[0]


def rotate(folder: Path, now: datetime, *, cap: int = SIZE_CAP) -> list[Path]:
    """Delete the backups that need not be kept any more; return them."""
    backups = found_in(folder)
    kept = to_keep(backups, now, cap=cap)
    gone = [one.path for one in backups if one not in kept]
    for path in gone:
        path.unlink(missing_ok=True)
        _highlights_of(path).unlink(missing_ok=True)
    return gone


def to_keep(backups: Sequence[Backup], now: datetime, *, cap: int = SIZE_CAP) -> set[Backup]:
    """Return which of *backups* stay: the newest by change number whatever the clock says."""
    newest_first = sorted(backups, key=_age, reverse=True)
    safe = set(newest_first[:NEWEST])
    since = (now - timedelta(days=1)).date()
    kept = safe | {one for one in backups if one.made.date() >= since}
    for number, span in _SPANS:
        kept |= set(_first_of_each(newest_first, span, number))
    older = [one for one in newest_first if one.schema < SCHEMA_VERSION]
    kept |= set(older[:OLD_SCHEMAS])
    size = sum(one.size for one in kept)
    for one in sorted(kept - safe, key=_age):
        if size <= cap:
            break
        kept.discard(one)
        size -= one.size
    return kept


def _first_of_each(newest_first: Sequence[Backup], span: str, number: int) -> list[Backup]:
    first: dict[str, Backup] = {}
    for one in newest_first:
        first.setdefault(one.made.strftime(span), one)
    return list(first.values())[:number]


def _age(one: Backup) -> tuple[int, datetime, str]:
    return one.seq, one.made, one.path.name


def _copy(library: Path, target: Path) -> tuple[int, ...]:
    with closing(connect(library, "ro")) as db:
        before = _state(db)
        execute(db, "VACUUM INTO ?", (str(target),))
    sync(target)
    return before


def _state(db: sqlite3.Connection) -> tuple[int, ...]:
    seq = execute(db, "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'change_seq'").fetchone()
    counts = [execute(db, f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in _COUNTED]
    return (seq[0] if seq else -1, *counts)


def _write_highlights(copy: Path, made: Path) -> None:
    """Write tags and highlights as text beside the backup: readable without any program of ours."""
    target = _highlights_of(made)
    part = copy.with_name(copy.name + ".gz")
    try:
        with closing(Reader(copy)) as reader, gzip.open(part, "wt", 3, encoding="utf-8") as file:
            file.writelines(line + "\n" for line in dump.lines(reader, texts=False))
        sync(part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _highlights_of(backup: Path) -> Path:
    return backup.with_name(backup.stem.replace("library-", "annotations-", 1) + ".jsonl.gz")


def _free_name(folder: Path, stem: str) -> Path:
    names = itertools.chain([f"{stem}.db"], (f"{stem}-{n}.db" for n in itertools.count(2)))
    return next(folder / name for name in names if not (folder / name).exists())


def _clear(folder: Path) -> None:
    """Remove what a killed backup left; the copies of a running one carry its process number."""
    for path in folder.glob(".tmp-*"):
        owner = path.name.split("-")[1]
        if owner.isdecimal() and int(owner) != os.getpid() and path.is_file():
            path.unlink(missing_ok=True)


def _is_ours(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(72)
    except OSError:
        return False
    return len(head) == 72 and int.from_bytes(head[68:72], "big") == APPLICATION_ID


def _failed(reason: str) -> BackupFailed:
    return BackupFailed(
        QT_TRANSLATE_NOOP(
            "Errors",
            "No backup was made ({reason}); the older ones stay. Check the library, and that there "
            "is room on its disk.",
        ),
        reason=reason,
    )
