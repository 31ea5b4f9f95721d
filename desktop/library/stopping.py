"""Long work on a library asks now and then whether to go on: a window that closes does not wait.

The question may take its time to be answered, too: so the work waits for a rest of the user's.
"""

import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from desktop.core.errors import Cancelled

T = TypeVar("T")
Stopped = Callable[[], bool]
_STEPS, _LINES, _BYTES = 100_000, 500, 16 * 1024**2


def never() -> bool:
    """Go on to the end."""
    return False


def go_on(stopped: Stopped) -> None:
    """Raise Cancelled once *stopped* says so."""
    if stopped():
        raise Cancelled


@contextmanager
def heeding(db: sqlite3.Connection, stopped: Stopped) -> Generator[None]:
    """Let *stopped* interrupt what *db* does in this block, with Cancelled."""
    db.set_progress_handler(stopped, _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
            raise Cancelled from error
        raise
    finally:
        db.set_progress_handler(None, _STEPS)


def each(items: Iterable[T], stopped: Stopped) -> Iterator[T]:
    """Yield *items* until *stopped* says so: Cancelled."""
    for number, item in enumerate(items):
        if number % _LINES == 0:
            go_on(stopped)
        yield item


def copy_file(source: Path, target: Path, stopped: Stopped) -> None:
    """Copy a file's content; Cancelled, with a part of it there, once *stopped* says so."""
    with source.open("rb") as file, target.open("wb") as out:
        while some := file.read(_BYTES):
            go_on(stopped)
            out.write(some)
