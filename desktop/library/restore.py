"""Put another file in the library's place; what was there is kept in `damaged/<date>/`.

The new file is written whole first. A small journal then says what is under way, so that the next
start ends what a power cut interrupted. Hold the write lock, and no connection, for all of this.
"""

from __future__ import annotations

import json
import shutil
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from desktop.core.errors import QT_TRANSLATE_NOOP, LibraryUnusable
from desktop.library import backup, places
from desktop.library.connection import connect, execute
from desktop.library.failures import explaining_disk
from desktop.library.opening import sync, sync_folder
from desktop.library.places import beside

_PARTS = ("", "-wal", "-shm", "-journal")


def restore(library: Path, copy: Path) -> Path | None:
    """Make *copy* (a backup) the library; return where the old files lie now.

    BackupFailed, and nothing touched, when the copy is not whole; LibraryUnusable when the disk is
    full or fails.
    """
    backup.verify(copy)
    part = new_part(library)
    with explaining_disk(library):
        try:
            shutil.copyfile(copy, part)
            part.chmod(0o600)
            _count_on(part, places.backups_of(library))
            sync(part)
        except BaseException:
            _forget(part)
            raise
    return replace(library, part)


def new_part(library: Path) -> Path:
    """Return where a file is written that is to take the library's place."""
    part = beside(library, ".restoring")
    with explaining_disk(library):
        part.unlink(missing_ok=True)
    return part


def replace(library: Path, part: Path) -> Path | None:
    """Put the whole and synced file *part* into the library's place.

    LibraryUnusable when the disk fails: all is as it was, or the next start ends it.
    """
    aside = _free_folder(library.parent / "damaged")
    journal = _journal(library)
    draft = beside(journal, ".part")
    with explaining_disk(library):
        try:
            draft.write_text(json.dumps({"part": part.name, "aside": aside.name}), encoding="utf-8")
            sync(draft)
            draft.replace(journal)
        except BaseException:
            _forget(part, draft)
            raise
    try:
        sync_folder(library.parent)
        return resume(library)
    except OSError as error:
        raise LibraryUnusable(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{name}” could not be put in its place yet ({reason}). Nothing is lost: check its "
                "disk, then start Glosa again, which goes on from here.",
            ),
            name=library.name,
            reason=error.strerror or str(error),
        ) from error


def resume(library: Path) -> Path | None:
    """End a restore that was interrupted; None when there is nothing to end or to keep."""
    journal = _journal(library)
    if not journal.is_file():
        return None
    plan = json.loads(journal.read_text(encoding="utf-8"))
    part = library.with_name(plan["part"])
    aside = library.parent / "damaged" / plan["aside"]
    if part.exists():
        _put_aside(library, aside)
        part.replace(library)
        sync_folder(library.parent)
    places.unmark(library)
    journal.unlink()
    sync_folder(library.parent)
    return aside if aside.is_dir() else None


def _forget(*files: Path) -> None:
    for file in files:
        for end in _PARTS:
            with suppress(OSError):
                beside(file, end).unlink(missing_ok=True)


def _put_aside(library: Path, aside: Path) -> None:
    present = [file for file in (beside(library, end) for end in _PARTS) if file.exists()]
    if not present:
        return
    aside.mkdir(parents=True, exist_ok=True, mode=0o700)
    # The database last: while it is in its place the journals beside it are looked for here.
    for file in reversed(present):
        file.replace(aside / file.name)
    sync_folder(aside)
    sync_folder(library.parent)


def _count_on(part: Path, folder: Path) -> None:
    """Continue the count of changes after all backups, so that newer backups sort as newer."""
    highest = max((one.seq for one in backup.found_in(folder)), default=0)
    with closing(connect(part, "rw")) as db:
        execute(db, "PRAGMA journal_mode = DELETE").fetchone()
        execute(
            db,
            "UPDATE meta SET value = max(CAST(value AS INTEGER), ?) + 1 WHERE key = 'change_seq'",
            (highest,),
        )


def _journal(library: Path) -> Path:
    return beside(library, ".restore.json")


def _free_folder(parent: Path) -> Path:
    stem = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    number, folder = 1, parent / stem
    while folder.exists():
        number += 1
        folder = parent / f"{stem}-{number}"
    return folder
