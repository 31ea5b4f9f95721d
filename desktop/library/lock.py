"""One process writes a library at a time; its end, whatever it is, frees the lock."""

import os
from contextlib import suppress
from pathlib import Path
from typing import IO

from desktop.core.errors import QT_TRANSLATE_NOOP, LibraryBusy

if os.name == "nt":
    import msvcrt

    def try_lock(file: IO[bytes]) -> None:
        """Lock *file* until it is closed; OSError when another process has it."""
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
else:
    import fcntl

    def try_lock(file: IO[bytes]) -> None:
        """Lock *file* until it is closed; OSError when another process has it."""
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriteLock:
    """Held from construction to `release`. LibraryBusy when another process holds it.

    OSError when the lock's file cannot be made. A file system without locks has none to offer:
    there SQLite's own have to do.
    """

    def __init__(self, library: Path) -> None:
        path = library.with_name(library.name + ".lock")
        self._file = path.open("ab")
        try:
            with suppress(OSError):
                _lock_or_raise_busy(self._file, library)
        except BaseException:
            self._file.close()
            raise

    def release(self) -> None:
        """Let another process write."""
        with suppress(OSError):
            self._file.close()


def _lock_or_raise_busy(file: IO[bytes], library: Path) -> None:
    try:
        try_lock(file)
    except (BlockingIOError, PermissionError) as error:
        raise LibraryBusy(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The library “{name}” is in use by another Glosa window or command. "
                "Close that one first, then try again.",
            ),
            name=library.name,
        ) from error
