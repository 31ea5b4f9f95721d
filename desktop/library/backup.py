"""Backups: whole copies of the library, each opened and checked before an older one may go."""

from __future__ import annotations

import gzip
import itertools
import os
import re
import sqlite3
from collections.abc import Generator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.core.errors import QT_TRANSLATE_NOOP, LibraryBusy, LibraryDamaged, LibraryUnusable
from desktop.library import dump, places, seals
from desktop.library.check import content_problems
from desktop.library.connection import Reader, connect, execute
from desktop.library.failures import damaged, explain
from desktop.library.identity import APPLICATION_ID, SCHEMA_VERSION
from desktop.library.leftovers import BACKUP_LOCK, clean_backups
from desktop.library.lock import try_lock
from desktop.library.opening import sync, sync_folder
from desktop.library.stopping import Stopped, copy_file, each, go_on, heeding, never

SIZE_CAP = 2 * places.GIGABYTE
NEWEST, OLD_SCHEMAS = 3, 3
NOW = timedelta(-1)
_NAME = re.compile(r"library-(\d{8}T\d{6}Z)-s(\d+)-c(\d+)(?:-\d+)?\.db")
_SPANS = ((12, "%Y-%m-%d"), (10, "%G-%V"), (9, "%Y-%m"))
_numbers = itertools.count()


class BackupFailed(LibraryUnusable):
    """No backup could be made, or what was made is not whole."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup; `seq` counts the library's changes, so clocks may jump."""

    path: Path
    made: datetime
    schema: int
    seq: int
    size: int


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


def newest_whole(library: Path) -> Backup | None:
    """Return the newest backup of *library* that is whole: a disk that fails spares none."""
    for one in found_in(places.backups_of(library)):
        with suppress(BackupFailed):
            verify(one.path)
            return one
    return None


def make(library: Path, *, now: datetime | None = None, stopped: Stopped = never) -> Backup:
    """Copy *library*, while others use it, and check the copy; then let older backups go.

    BackupFailed when there is none afterwards, LibraryDamaged when it is the library that is not
    whole, Cancelled once *stopped* says so: then nothing older was touched.
    """
    now = now or datetime.now(UTC)
    folder = places.backups_of(library)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with alone_in(folder):
            made = _make(library, folder, now, stopped)
            rotate(library, folder, now)
    except (OSError, sqlite3.Error) as error:
        known = explain(error, library) if isinstance(error, sqlite3.Error) else None
        if isinstance(known, LibraryDamaged):
            places.mark_damaged(library, [str(error)])
        if isinstance(error, sqlite3.OperationalError) and "no such table" in str(error):
            known = damaged(library)  # a file of zero bytes is a valid empty database
        raise known or _failed(getattr(error, "strerror", None) or str(error)) from error
    return made


def make_if_due(
    library: Path, *, after: timedelta = timedelta(minutes=30), stopped: Stopped = never
) -> Backup | None:
    """Make a backup, unless nothing changed since the last or it is not older than *after*.

    Raises like `make`.
    """
    now = datetime.now(UTC)
    found = found_in(places.backups_of(library))
    if found and (abs(now - found[0].made) < after or seq_of(library) == found[0].seq):
        return None
    made = make(library, now=now, stopped=stopped)
    _copy_to_second(library, made, now, stopped)
    return made


def reader(copy: Path) -> Reader:
    """Return a connection to the backup *copy*, which nobody writes; the caller closes it."""
    return Reader(copy, immutable=True)


def counts_of(copy: Path) -> tuple[int, int]:
    """Return how many articles and highlights the backup *copy* has."""
    with closing(reader(copy)) as asked:
        sql = "SELECT (SELECT count(*) FROM article) AS a, (SELECT count(*) FROM annotation) AS n"
        row = asked.rows(sql)[0]
    return row["a"], row["n"]


def seq_of(library: Path) -> int:
    """Return how often *library* was changed; LibraryDamaged when it does not say."""
    try:
        with closing(connect(library, "ro")) as db:
            return _state(db)[0]
    except sqlite3.Error as error:
        raise explain(error, library) or damaged(library) from error


def verify(
    path: Path, at_least: Sequence[int] = (), *, stopped: Stopped = never
) -> tuple[int, int]:
    """Look whether a copy is a whole library; return its schema and change number.

    *at_least*: change number and row counts before the copy. A killed copy is a valid empty file,
    so integrity alone says nothing. BackupFailed when it is not whole, Cancelled when stopped.
    """
    try:
        with closing(connect(path, "ro", immutable=True)) as db, heeding(db, stopped):
            return _verify(db, at_least)
    except (OSError, sqlite3.Error) as error:
        raise _failed(getattr(error, "strerror", None) or str(error)) from error


def _verify(db: sqlite3.Connection, at_least: Sequence[int]) -> tuple[int, int]:
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
    if seals.are_whole(db) and (problems := content_problems(db)):
        raise _failed(problems[0])
    return schema, state[0]


def rotate(library: Path, folder: Path, now: datetime) -> list[Path]:
    """Delete the backups in *folder* that need not be kept any more; return them.

    None goes while the library is known to be damaged.
    """
    if places.is_marked(library):
        return []
    backups = found_in(folder)
    kept = to_keep(backups, now, cap=places.plan_of(library).gigabytes * places.GIGABYTE)
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


@contextmanager
def alone_in(folder: Path) -> Generator[None]:
    """Keep other processes from *folder*, and clean up what a killed one left there."""
    clean_backups(folder)
    with (folder / BACKUP_LOCK).open("ab") as file:
        try:
            try_lock(file)
        except (BlockingIOError, PermissionError) as error:
            raise LibraryBusy(
                QT_TRANSLATE_NOOP("Errors", "Another backup is being made. Try again in a moment.")
            ) from error
        except OSError:
            pass  # a file system without locks
        yield


def _make(library: Path, folder: Path, now: datetime, stopped: Stopped) -> Backup:
    temporary = folder / f".tmp-{os.getpid()}-{next(_numbers)}"
    try:
        before = _copy(library, temporary, stopped)
        try:
            schema, seq = verify(temporary, before, stopped=stopped)
        except BackupFailed as error:
            go_on(stopped)
            _blame(library, error)
            raise
        temporary.chmod(0o600)
        made = _free_name(folder, f"library-{now:%Y%m%dT%H%M%SZ}-s{schema}-c{seq}")
        _write_highlights(temporary, made, stopped)
        temporary.replace(made)
        sync_folder(folder)
    finally:
        temporary.unlink(missing_ok=True)
    return Backup(made, now, schema, seq, made.stat().st_size)


def _blame(library: Path, error: BackupFailed) -> None:
    """Raise LibraryDamaged, and mark it, when it is the library and not its copy that is bad."""
    with closing(connect(library, "ro")) as db:
        execute(db, "BEGIN")
        problems = content_problems(db)
    if problems:
        places.mark_damaged(library, problems)
        raise damaged(library) from error


def _copy_to_second(library: Path, made: Backup, now: datetime, stopped: Stopped) -> None:
    """Copy a backup to the second folder, if there is one; BackupFailed says what failed."""
    folder = places.second_of(library)
    if folder is None:
        return
    temporary = folder / f".tmp-{os.getpid()}-{next(_numbers)}"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with alone_in(folder):
            copy_file(made.path, temporary, stopped)
            sync(temporary)
            verify(temporary, stopped=stopped)
            temporary.replace(folder / made.path.name)
            sync_folder(folder)
            rotate(library, folder, now)
    except (OSError, BackupFailed) as error:
        raise BackupFailed(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The backup was made, but not its second copy in {folder} ({reason}). Check that "
                "the disk is there, or choose another folder in the preferences.",
            ),
            folder=str(folder.parent),
            reason=getattr(error, "strerror", None) or str(error),
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _copy(library: Path, target: Path, stopped: Stopped) -> tuple[int, ...]:
    with closing(connect(library, "ro")) as db, heeding(db, stopped):
        before = _state(db)
        execute(db, "VACUUM INTO ?", (str(target),))
    sync(target)
    return before


def _state(db: sqlite3.Connection) -> tuple[int, ...]:
    seq = execute(db, "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'change_seq'").fetchone()
    there = {row[0] for row in execute(db, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    counts = [
        execute(db, f'SELECT count(*) FROM "{name}"').fetchone()[0] if name in there else 0
        for name in seals.KEYS
    ]
    return (seq[0] if seq else -1, *counts)


def _write_highlights(copy: Path, made: Path, stopped: Stopped) -> None:
    """Write tags and highlights as text beside the backup: readable without any program of ours."""
    target = _highlights_of(made)
    part = copy.with_name(copy.name + ".gz")
    try:
        with (
            closing(reader(copy)) as source,
            gzip.open(part, "wt", 3, encoding="utf-8") as file,
        ):
            lines = each(dump.lines(source, texts=False), stopped)
            file.writelines(line + "\n" for line in lines)
        sync(part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _highlights_of(backup: Path) -> Path:
    return backup.with_name(backup.stem.replace("library-", "annotations-", 1) + ".jsonl.gz")


def _free_name(folder: Path, stem: str) -> Path:
    names = itertools.chain([f"{stem}.db"], (f"{stem}-{n}.db" for n in itertools.count(2)))
    return next(folder / name for name in names if not (folder / name).exists())


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
