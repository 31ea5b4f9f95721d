"""Which files of watched folders have been taken in: by path, size and time of the last change."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.library.connection import Source
from desktop.library.transaction import Transaction


@dataclass(frozen=True, slots=True)
class WatchedFile:
    """A file as it was at one moment; `size` in bytes, `mtime_ns` as `os.stat` has it."""

    path: str
    size: int
    mtime_ns: int


def unseen(source: Source, files: Iterable[WatchedFile]) -> list[WatchedFile]:
    """Return those of *files* that have not been taken in as they are now."""
    sql = "SELECT 1 FROM watched_file WHERE path = ? AND size = ? AND mtime_ns = ?"
    return [one for one in files if not source.ids(sql, (one.path, one.size, one.mtime_ns))]


def note(tx: Transaction, files: Iterable[WatchedFile]) -> None:
    """Note that *files* have been taken in."""
    for one in unseen(tx, files):
        tx.insert("watched_file", path=one.path, size=one.size, mtime_ns=one.mtime_ns)
