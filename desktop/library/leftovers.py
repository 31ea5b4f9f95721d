"""Files half made when the program was killed: noted beside the library, cleaned at the next start.

While a file is being made, a locked note `LIBRARY.RANDOM.unfinished` names it. The lock ends with
the process, so that a later start can tell what is left over from what is still being written.
"""

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from desktop.library.lock import try_lock

_NOTE, _PART = ".unfinished", ".part"


@contextmanager
def unfinished(library: Path, part: Path) -> Generator[None]:
    """Remember for as long as the block lasts that *part* (`….part`) is only half made."""
    note = library.with_name(f"{library.name}.{os.urandom(6).hex()}{_NOTE}")
    held = _write(note, part)
    try:
        yield
    finally:
        if held:
            held.close()
            with suppress(OSError):
                note.unlink()


def clean(library: Path) -> None:
    """Delete what a killed program left half made for *library*. Hold the write lock."""
    with suppress(OSError):
        for note in library.parent.glob(f"{_escaped(library.name)}.*{_NOTE}"):
            _clean_one(note)
    for suffix in (_PART, _PART + "-journal", _PART + "-wal", _PART + "-shm"):
        with suppress(OSError):
            library.with_name(library.name + suffix).unlink(missing_ok=True)


def _write(note: Path, part: Path) -> IO[bytes] | None:
    """Write and lock the note; a folder that cannot be written has none (then nothing is kept)."""
    try:
        held = note.open("xb")
    except OSError:
        return None
    with suppress(OSError):
        try_lock(held)
        held.write(os.fsencode(part.absolute()))
        held.flush()
        os.fsync(held.fileno())  # or a power cut could leave the part without its note
    return held


def _clean_one(note: Path) -> None:
    with suppress(OSError):
        with note.open("r+b") as file:
            try_lock(file)  # raises while the one who made it lives
            file.seek(0)
            part = Path(os.fsdecode(file.read()))
            if part.name.startswith(".") and part.suffix == _PART and _is_ours(part):
                part.unlink()
        note.unlink()


def _is_ours(part: Path) -> bool:
    return part.is_file() and not part.is_symlink()


def _escaped(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)
