"""Watched folders: what is new in them, once nobody is writing it any more."""

import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop.core.errors import UserError
from desktop.formats import registry
from desktop.library import watched_files
from desktop.library.connection import Source
from desktop.library.transaction import Transaction
from desktop.library.watched_files import WatchedFile

REST = 2.0  # seconds that a file must have been left alone


@dataclass(frozen=True, slots=True)
class Look:
    """What a look into the folders found: files not taken in yet, and what cannot be read."""

    files: tuple[WatchedFile, ...] = ()
    problems: tuple[UserError, ...] = ()


def look(source: Source, folders: Iterable[Path]) -> Look:
    """Return what is new in *folders* and the folders below them; hidden files are left out.

    A folder that is not there (a drive that is away) has nothing new.
    """
    found: list[WatchedFile] = []
    problems: list[UserError] = []
    for one in registry.walk(folder for folder in folders if folder.is_dir()):
        if isinstance(one, registry.Problem):
            problems.append(one.reason)
            continue
        try:
            status = one.stat()
        except OSError:  # gone meanwhile: a temporary file
            continue
        found.append(WatchedFile(str(one), status.st_size, status.st_mtime_ns))
    return Look(tuple(watched_files.unseen(source, found)), tuple(problems))


def settled(before: Collection[WatchedFile], now: Iterable[WatchedFile]) -> list[WatchedFile]:
    """Return what has not changed between two looks, nor just before the last one.

    A clock that is ahead (of a server) must not keep files waiting: their stillness is enough.
    """
    known = set(before)
    moment = time.time_ns()
    return [
        one
        for one in now
        if one in known and one.size and not 0 <= moment - one.mtime_ns < REST * 1e9
    ]


def note_taken(tx: Transaction, *, files: Iterable[WatchedFile]) -> None:
    """Note that *files* were taken in, well or not: they do not come again (no undo step)."""
    watched_files.note(tx, files)
