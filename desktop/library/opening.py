"""Open, diagnose or create the library file; a damaged or foreign file is never written to."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from desktop.core.errors import QT_TRANSLATE_NOOP, LibraryUnusable
from desktop.library.connection import connect, database, execute, prepare_writer
from desktop.library.failures import cannot_open, explain
from desktop.library.identity import APPLICATION_ID, SCHEMA_VERSION
from desktop.library.lock import WriteLock

_MAGIC = b"SQLite format 3\x00"


def is_missing(path: Path) -> bool:
    """Tell whether there is certainly nothing at *path*."""
    try:
        return not path.exists()
    except OSError:
        return False


def make(path: Path) -> WriteLock:
    """Create the library at *path*, unless another process was first; return the lock on it.

    LibraryUnusable when it cannot be made, LibraryBusy when another process is at it.
    """
    lock: WriteLock | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = WriteLock(path)
        if is_missing(path):
            create(path)
    except (OSError, sqlite3.Error) as error:
        if lock:
            lock.release()
        raise LibraryUnusable(
            QT_TRANSLATE_NOOP(
                "Errors",
                "A library cannot be made at “{path}” ({reason}). Choose a folder you may write "
                "to, for example with --library.",
            ),
            path=str(path),
            reason=getattr(error, "strerror", None) or str(error),
        ) from error
    return lock


def create(path: Path) -> None:
    """Make an empty library at *path*, whole or not at all. Hold the write lock."""
    part = path.with_name(path.name + ".part")
    for left_over in (part, _beside(part, "-journal")):
        left_over.unlink(missing_ok=True)
    _set_aside_journals(path)
    try:
        with closing(connect(part, "rwc")) as db:
            _migrate(db)
        part.chmod(0o600)
        _sync(part)
        part.replace(path)
        _sync_folder(path.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def diagnose(path: Path) -> None:
    """Raise LibraryUnusable, with what to do, unless *path* is a library this program can use.

    Reads the first bytes before SQLite has the file open in this process (closing a file
    later would drop SQLite's locks).
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise cannot_open(path, error.strerror or str(error)) from error
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


def open_writer(path: Path) -> sqlite3.Connection:
    """Return the writing connection, with the newest schema; may raise LibraryUnusable."""
    db: sqlite3.Connection | None = None
    try:
        db = connect(path, "rw")
        prepare_writer(db)
        version = execute(db, "PRAGMA user_version").fetchone()[0]
        _refuse_newer(path, version)
        if version < SCHEMA_VERSION:
            _migrate(db)
    except BaseException as error:
        if db is not None:
            db.close()
        if isinstance(error, sqlite3.Error):
            raise explain(error, path) or cannot_open(path, str(error)) from error
        raise
    return db


def _migrate(connection: sqlite3.Connection) -> None:
    from desktop.library.schema import migrations

    migrations.apply(database(connection))


def is_writable(path: Path) -> bool:
    """Tell whether the library file and its folder may be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def place(path: Path) -> tuple[int, int]:
    """Return which file on which disk stands at *path* now."""
    status = path.stat()
    return status.st_dev, status.st_ino


def check_place(path: Path, known: tuple[int, int]) -> None:
    """Raise LibraryUnusable when the file that was opened is not at *path* any more.

    SQLite would go on writing to a file that was moved, with a journal that stayed behind.
    """
    try:
        still_there = place(path) == known
    except OSError:
        still_there = False
    if not still_there:
        raise LibraryUnusable(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The library “{name}” is not in its place any more: it was moved, renamed or "
                "deleted, or its disk was taken out. Nothing was changed. Put it back to {folder} "
                "and try again.",
            ),
            name=path.name,
            folder=str(path.parent),
        )


def is_frozen(path: Path) -> bool:
    """Tell whether nobody here can write the library, and all of it is in its one file."""
    wal = _beside(path, "-wal")
    return not is_writable(path) and not (wal.exists() and wal.stat().st_size)


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


def _set_aside_journals(path: Path) -> None:
    """Keep what a library that is gone left behind from being played into the new one."""
    for suffix in ("-wal", "-shm", "-journal"):
        left_over = _beside(path, suffix)
        if left_over.exists():
            left_over.replace(_beside(left_over, ".left-over"))


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _sync(path: Path, flags: int = os.O_RDWR) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_folder(folder: Path) -> None:
    """Make a rename in *folder* last through a power cut (Windows does so by itself)."""
    if os.name != "nt":
        _sync(folder, os.O_RDONLY)
