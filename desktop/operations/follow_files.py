"""The files of an export that follows the library: what was written there, and who changed it.

A note beside them (`.glosa-….json`) has the name and hash of each. What somebody else wrote or
changed is never overwritten or taken away: ours is put beside it, or the file is left.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from desktop.formats.file_names import safe_name
from desktop.operations.export import write_whole

_PIECE = 1_000_000


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it was written: its name, the title that gave it, its hash, and of what it is."""

    name: str
    title: str
    sha256: str
    mark: str


class FollowedFolder:
    """The files of one job in *folder*, each under a key; `kept` are those that others changed."""

    def __init__(self, folder: Path, job: str, library: Path) -> None:
        self._folder = folder
        self._library = library
        self._note = note_of(folder, job)
        self._files = _read(self._note)
        self._names = {one.name.casefold() for one in self._files.values()}
        self.kept: list[str] = []
        self._new = False

    @property
    def keys(self) -> set[str]:
        """What there is a file for."""
        return set(self._files)

    def is_current(self, key: str, mark: str, title: str) -> bool:
        """Tell whether the file for *key* is there and was made of just that."""
        known = self._files.get(key)
        if known is None or (known.mark, known.title) != (mark, title):
            return False
        return (self._folder / known.name).exists()

    def write(
        self, key: str, mark: str, title: str, suffix: str, make: Callable[[Path], None]
    ) -> None:
        """Let *make* write the file for *key*, called by *title*."""
        known = self._files.get(key)
        target = self._target(known, title, suffix)
        make(target)
        self._keep(key, Written(target.name, title, _hash(target), mark))
        if known and known.name != target.name:
            self._take_away(known)

    def write_bytes(self, key: str, mark: str, title: str, suffix: str, data: bytes) -> None:
        """Write *data* as the file for *key*; one that says just that already is left alone."""
        known = self._files.get(key)
        there = self._same(known, title, suffix, hashlib.sha256(data).hexdigest())
        if there is None:
            fill = partial(write_whole, data=data, library=self._library)
            self.write(key, mark, title, suffix, fill)
            return
        self._keep(key, Written(there.name, title, hashlib.sha256(data).hexdigest(), mark))
        if known and known.name != there.name:
            self._take_away(known)

    def remove(self, key: str) -> None:
        """Take the file for *key* away."""
        known = self._files.pop(key)
        self._new = True
        self._take_away(known)

    def save(self) -> None:
        """Note what was written; UserError when that cannot be."""
        if self._new or not self._note.exists():
            values = {key: asdict(one) for key, one in self._files.items()}
            data = json.dumps(values, ensure_ascii=False, indent=0).encode()
            write_whole(self._note, data, library=self._library)
            self._new = False

    def _same(self, known: Written | None, title: str, suffix: str, sha256: str) -> Path | None:
        """Return a file that is called and is as wanted: the one we know, or one of nobody's."""
        if known and known.title == title and _hash(self._folder / known.name) == sha256:
            return self._folder / known.name
        for name in _names_for(title, suffix):
            path = self._folder / name
            if name.casefold() not in self._names:
                if not path.exists():
                    return None
                if _hash(path) == sha256:
                    return path
        return None

    def _target(self, known: Written | None, title: str, suffix: str) -> Path:
        if known and known.title == title:
            own = self._folder / known.name
            if not own.exists() or _hash(own) == known.sha256:
                return own
            self._tell_kept(known.name)
        return self._free(title, suffix)

    def _free(self, title: str, suffix: str) -> Path:
        free = (
            self._folder / name
            for name in _names_for(title, suffix)
            if name.casefold() not in self._names
        )
        return next(path for path in free if not path.exists())

    def _keep(self, key: str, written: Written) -> None:
        self._files[key] = written
        self._names.add(written.name.casefold())
        self._new = True

    def _take_away(self, one: Written) -> None:
        path = self._folder / one.name
        self._names.discard(one.name.casefold())
        try:
            if path.exists() and _hash(path) != one.sha256:
                self._tell_kept(one.name)
                return
            path.unlink(missing_ok=True)
        except OSError:
            self._tell_kept(one.name)

    def _tell_kept(self, name: str) -> None:
        if name not in self.kept:
            self.kept.append(name)


def note_of(folder: Path, job: str) -> Path:
    """Return where the note of a job lies."""
    return folder / f".glosa-{job}.json"


def forget(folder: Path, job: str) -> None:
    """Take the note of a job away; the files stay and belong to the user."""
    with suppress(OSError):
        note_of(folder, job).unlink(missing_ok=True)


def _names_for(title: str, suffix: str) -> Iterator[str]:
    """Yield the names that a file of that title may have, the best first."""
    base = safe_name(title)
    yield f"{base}{suffix}"
    yield from (f"{base} ({number}){suffix}" for number in count(2))


def _read(note: Path) -> dict[str, Written]:
    """Return what a note says; nothing of one that is damaged: then all files are others'.

    OSError when the folder cannot be read.
    """
    try:
        values: dict[str, dict[str, Any]] = json.loads(note.read_bytes())
        files = {key: Written(**one) for key, one in values.items()}
    except FileNotFoundError:
        return {}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}
    plain = (isinstance(part, str) for one in files.values() for part in asdict(one).values())
    if not all(plain) or any(Path(one.name).name != one.name for one in files.values()):
        return {}
    return files


def _hash(path: Path) -> str:
    """Return the hash of a file; "" when it is not there or cannot be read."""
    found = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                found.update(piece)
    except OSError:
        return ""
    return found.hexdigest()
