"""SQLite's errors in words for people: what happened to the library, and what to do about it."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from desktop.core.errors import QT_TRANSLATE_NOOP, LibraryBusy, LibraryDamaged, LibraryUnusable


@contextmanager
def explaining(path: Path) -> Generator[None]:
    """Turn what SQLite raises about the file at *path* into a LibraryUnusable; let bugs pass."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        known = explain(error, path)
        if known is None:
            raise
        raise known from error


def explain(error: sqlite3.Error, path: Path) -> LibraryUnusable | None:
    """Say what *error* means for the library at *path*; None when it is a bug of ours."""
    code: str = getattr(error, "sqlite_errorname", "")
    if code == "SQLITE_FULL":
        return LibraryUnusable(
            QT_TRANSLATE_NOOP(
                "Errors", "The disk is full: nothing was changed. Free some space and try again."
            )
        )
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return LibraryBusy(
            QT_TRANSLATE_NOOP(
                "Errors",
                "Another program is using the library: nothing was changed. Try again in a moment.",
            )
        )
    not_text = str(error).startswith("Could not decode")  # Python's words, without a code
    if not_text or code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return damaged(path)
    if code.startswith(("SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return LibraryUnusable(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The library cannot be read or written ({reason}): nothing was changed. Check that "
                "its disk is connected and not write-protected.",
            ),
            reason=str(error),
        )
    return None


def damaged(path: Path) -> LibraryDamaged:
    """Return the error for a library with broken pages."""
    return LibraryDamaged(
        QT_TRANSLATE_NOOP(
            "Errors",
            "The library “{name}” is damaged: nothing was changed. Close Glosa and start it again: "
            "it helps you to a backup, or to what can still be read.",
        ),
        name=path.name,
    )


def cannot_open(path: Path, reason: str) -> LibraryUnusable:
    """Return the error for a library that the system does not let us open."""
    return LibraryUnusable(
        QT_TRANSLATE_NOOP(
            "Errors",
            "The library “{name}” cannot be opened ({reason}). Check that the disk is connected "
            "and that you may write to the folder, then try again.",
        ),
        name=path.name,
        reason=reason,
    )


@contextmanager
def explaining_disk(path: Path) -> Generator[None]:
    """Turn what goes wrong with a disk while a file is made for *path* into a LibraryUnusable.

    The file must not be in the library's place yet.
    """
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise LibraryUnusable(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{name}” could not be put together ({reason}): the library is as it was. Check "
                "that its disk is connected and has room, then try again.",
            ),
            name=path.name,
            reason=getattr(error, "strerror", None) or str(error),
        ) from error
