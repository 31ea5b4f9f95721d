"""The trial of a backup: a copy is put back, brought up to date and looked at as a whole.

When each backup was last found whole is kept beside them: the library may be gone by then.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.core.errors import QT_TRANSLATE_NOOP, LibraryDamaged, LibraryUnusable
from desktop.library import backup, opening, seals
from desktop.library.backup import Backup, BackupFailed
from desktop.library.check import check, is_derived
from desktop.library.connection import connect, database
from desktop.library.failures import explain
from desktop.library.places import beside
from desktop.library.stopping import Stopped, copy_file, go_on, heeding, never

_FILE, _ASIDE = "verified.json", "not-whole-"
_BETWEEN = timedelta(days=30)
_TIME = "%Y-%m-%dT%H:%M:%SZ"


class BackupNotWhole(LibraryUnusable):
    """A backup that was whole when it was made is so no more."""


def is_due(folder: Path, *, now: datetime | None = None) -> bool:
    """Tell whether there is a backup in *folder*, and none was put to the test for a month."""
    now = now or datetime.now(UTC)
    times = verified(folder).values()
    return bool(backup.found_in(folder)) and all(abs(now - one) >= _BETWEEN for one in times)


def verified(folder: Path) -> dict[str, datetime]:
    """Return when the backups in *folder* were last put to the test, by their files' names."""
    with suppress(OSError, ValueError, AttributeError):
        kept: Any = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        return {name: _time(text) for name, text in kept.items()}
    return {}


def put_to_test(one: Backup, *, now: datetime | None = None, stopped: Stopped = never) -> datetime:
    """Put a copy of *one* back and look at all of it; return when, which is kept.

    BackupNotWhole when it is damaged: it then has another name and is no backup any more.
    LibraryUnusable when there was no room to try, Cancelled once *stopped* says so.
    """
    now = (now or datetime.now(UTC)).replace(microsecond=0)
    folder = one.path.parent
    try:
        with backup.alone_in(folder):
            trial = folder / f".tmp-{os.getpid()}-test"
            if (reason := _reason(one.path, trial, stopped)) and _reason(one.path, trial, stopped):
                aside = one.path.with_name(_ASIDE + one.path.name)
                one.path.replace(aside)
                raise _not_whole(one, aside, reason)
            there = {each.path.name for each in backup.found_in(folder)}
            times = {**verified(folder), one.path.name: now}
            _keep(folder, {name: when for name, when in times.items() if name in there})
    except OSError as error:
        raise _untested(error.strerror or str(error)) from error
    return now


def _reason(path: Path, trial: Path, stopped: Stopped) -> str:
    """Return what is wrong with the backup at *path*, in English; "" when it is whole."""
    try:
        copy_file(path, trial, stopped)
        backup.verify(
            trial, stopped=stopped
        )  # before new seals are put on what an old schema had none for
        with closing(connect(trial, "rw")) as db, heeding(db, stopped):
            opening.migrate(db)
            seals.reseal_if_needed(db)
            problems = check(database(db))
        go_on(stopped)  # else what was cut short might pass for damage
        return next((one for one in problems if not is_derived(one)), "")
    except (BackupFailed, sqlite3.Error) as error:
        go_on(stopped)
        _raise_unless_damage(error.__cause__ if isinstance(error, BackupFailed) else error, path)
        return str(error.fields["reason"]) if isinstance(error, BackupFailed) else str(error)
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            beside(trial, end).unlink(missing_ok=True)


def _raise_unless_damage(error: BaseException | None, path: Path) -> None:
    """Raise what says nothing about the backup: a full disk, one that cannot be read now."""
    if isinstance(error, OSError):
        raise error
    known = explain(error, path) if isinstance(error, sqlite3.Error) else None
    if known and not isinstance(known, LibraryDamaged):
        raise known


def _keep(folder: Path, times: Mapping[str, datetime]) -> None:
    part = folder / (_FILE + ".part")
    text = json.dumps({name: f"{when:{_TIME}}" for name, when in times.items()}, indent=1)
    part.write_text(text, encoding="utf-8")
    part.replace(folder / _FILE)


def _time(text: str) -> datetime:
    return datetime.strptime(text, _TIME).replace(tzinfo=UTC)


def _not_whole(one: Backup, aside: Path, reason: str) -> BackupNotWhole:
    return BackupNotWhole(
        QT_TRANSLATE_NOOP(
            "Errors",
            "The backup of {date} is not whole any more ({reason}). It is called {name} now and "
            "is not used. The disk may be failing: keep a second copy on another one.",
        ),
        date=f"{one.made:%Y-%m-%d}",
        reason=reason,
        name=aside.name,
    )


def _untested(reason: str) -> LibraryUnusable:
    return LibraryUnusable(
        QT_TRANSLATE_NOOP(
            "Errors",
            "No backup could be put to the test ({reason}). They stay as they are; check that "
            "there is room on their disk.",
        ),
        reason=reason,
    )
