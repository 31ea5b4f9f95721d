"""Open, diagnose or create the library file; a damaged or foreign file is never written to."""

import os
import sqlite3
from pathlib import Path

from sqlite_utils import Database

from desktop.core.errors import QT_TRANSLATE_NOOP, LibraryUnusable
from desktop.library.connection import connect, prepare_writer
from desktop.library.schema import APPLICATION_ID, SCHEMA_VERSION, migrations

_MAGIC = b"SQLite format 3\x00"


def create(path: Path) -> None:
    """Make an empty library at *path*, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    db = connect(part, "rwc")
    try:
        migrations.apply(db)
    finally:
        db.close()
    part.chmod(0o600)
    _sync(part)
    part.replace(path)


def diagnose(path: Path) -> None:
    """Raise LibraryUnusable, with what to do, unless *path* is a library this program can use.

    Reads the first bytes before SQLite has the file open in this process (closing a file
    later would drop SQLite's locks).
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise _cannot_open(path, error.strerror or str(error)) from error
    if not head.startswith(_MAGIC) or len(head) < 100:
        raise LibraryUnusable(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{name}” is not a Glosa library, or it is damaged. It was left as it is. "
                "Choose another library, or put a copy of yours in its place.",
            ),
            name=path.name,
        )
    version, application = (int.from_bytes(head[at : at + 4], "big") for at in (60, 68))
    if application != APPLICATION_ID:
        raise LibraryUnusable(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{name}” is a database of another program. It was left as it is. "
                "Choose a Glosa library.",
            ),
            name=path.name,
        )
    _refuse_newer(path, version)


def open_writer(path: Path) -> Database:
    """Return the writing connection, with the newest schema; LibraryUnusable when it cannot be had."""
    try:
        db = connect(path, "rw")
        prepare_writer(db)
        version = db.execute("PRAGMA user_version").fetchone()[0]
        _refuse_newer(path, version)
        if migrations.pending(db):
            migrations.apply(db)
    except sqlite3.Error as error:
        raise _cannot_open(path, str(error)) from error
    return db


def is_writable(path: Path) -> bool:
    """Tell whether the library file and its folder may be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _refuse_newer(path: Path, version: int) -> None:
    if version > SCHEMA_VERSION:
        raise LibraryUnusable(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{name}” was made by a newer version of Glosa. Install the newer version to open "
                "it. It was left as it is.",
            ),
            name=path.name,
        )


def _cannot_open(path: Path, reason: str) -> LibraryUnusable:
    return LibraryUnusable(
        QT_TRANSLATE_NOOP(
            "Errors",
            "The library “{name}” cannot be opened ({reason}). Check that the disk is connected "
            "and that you may write to the folder, then try again.",
        ),
        name=path.name,
        reason=reason,
    )


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
