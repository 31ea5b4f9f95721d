"""Simulated power cuts: what was written and not synced is dropped, reordered or torn.

The work runs behind the shim, which records each write, sync, rename and unlink, and each
acknowledgement between them. For a cut after any record the disk is put together as it may have
been found: all that was synced, and of the rest a random part, torn at sectors of 512 bytes.
"""

import json
import struct
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.faults import shim
from tests.faults.acts import clear
from tests.faults.invariants import Ledger, assert_library_ok

SECTOR = 512
ACTS = ("annotate", "note", "tag", "import", "export", "undo", "delete")
ROUNDS = 250
_HEAD = struct.Struct("<BIqI")
_ACKS = "acks"
_WORKER = """
import os, sys
from pathlib import Path
from random import Random
from tests.faults.acts import Acts
path, sources, acks, seed, rounds, *names = sys.argv[1:]
tell = os.open(acks, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
Acts(Path(path), Path(sources), Random(int(seed)), tell).work(tuple(names), int(rounds))
"""


@dataclass(frozen=True, slots=True)
class Record:
    """One change of the disk: `data` of a rename is the new path."""

    kind: int
    path: str
    offset: int
    data: bytes


@dataclass(eq=False)
class Node:
    """A file: what is on the disk for certain, and what was written since."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[Record] = field(default_factory=list)


@dataclass
class Figures:
    """Cuts, records and acknowledgements seen, and what went wrong."""

    cuts: int = 0
    records: int = 0
    acknowledged: int = 0
    unsynced_writes: int = 0
    problems: list[str] = field(default_factory=list)
    seconds: float = 0.0


class Disk:
    """Replays records; `crashed` gives the files as a power cut may leave them."""

    def __init__(self, deaf_to: str = "") -> None:
        self._deaf_to = deaf_to
        self._live: dict[str, Node] = {}
        self._kept: dict[str, Node] = {}
        self._entries: list[tuple[str, str, str, Node | None]] = []

    def apply(self, record: Record) -> None:
        """Take one record in."""
        path = record.path
        if record.kind == shim.SYNC:
            self._sync(path)
        elif record.kind == shim.RENAME:
            target = record.data.decode()
            node = self._live.pop(path)
            self._live[target] = node
            self._entries.append(("rename", path, target, node))
        elif record.kind == shim.UNLINK:
            self._live.pop(path, None)
            self._entries.append(("unlink", path, "", None))
        else:
            if path not in self._live:
                self._live[path] = Node()
                self._entries.append(("create", path, "", self._live[path]))
            if record.kind != shim.CREATE:
                self._live[path].pending.append(record)

    def crashed(self, chance: Random) -> dict[str, bytes]:
        """Return the files that may be found after the cut."""
        names = dict(self._kept)
        for entry in self._entries[: chance.randint(0, len(self._entries))]:
            _enter(names, entry)
        return {path: _survives(node, chance) for path, node in names.items()}

    @property
    def unsynced(self) -> int:
        """How many writes a cut could take."""
        return sum(len(node.pending) for node in self._live.values())

    def _sync(self, path: str) -> None:
        if self._deaf_to and path.endswith(self._deaf_to):
            return
        node = self._live.get(path)
        if node is None:  # a folder: the names in it are safe from now on
            inside = [entry for entry in self._entries if str(Path(entry[1]).parent) == path]
        else:
            for record in node.pending:
                _write(node.durable, record, None)
            node.pending.clear()
            inside = [entry for entry in self._entries if entry[0] == "create" and entry[3] is node]
        for entry in inside:
            _enter(self._kept, entry)
            self._entries.remove(entry)


def run(cuts: int, seed: int = 1, *, rounds: int = ROUNDS, deaf_to: str = "") -> Figures:
    """Record one session and cut it *cuts* times.

    A disk that is *deaf_to* syncs of files with such an end shows that losses would be found.
    """
    figures, chance, begin = Figures(), Random(seed), time.monotonic()
    with TemporaryDirectory(prefix="glosa-power-") as name:
        base = Path(name)
        records = record_session(base, seed, rounds)
        figures.records = len(records)
        places = sorted(chance.randrange(len(records)) for _ in range(cuts))
        disk, ledger, at = Disk(deaf_to), Ledger(), 0
        found = base / "library"  # where it was: what is noted there names whole paths
        for number, record in enumerate(records):
            if Path(record.path).name == _ACKS:
                if record.kind == shim.WRITE:
                    ledger.hear(record.data.decode().splitlines(keepends=True))
            else:
                disk.apply(record)
            while at < len(places) and places[at] == number:
                at += 1
                figures.cuts += 1
                figures.unsynced_writes += disk.unsynced
                _look(found, disk.crashed(chance), ledger, figures)
        figures.acknowledged = ledger.told
    figures.seconds = time.monotonic() - begin
    return figures


def record_session(base: Path, seed: int, rounds: int) -> list[Record]:
    """Work on a new library behind the shim; return what it did to the disk."""
    library, log = base / "library", base / "log"
    library.mkdir()
    given = [str(library / "library.db"), str(base / "sources"), str(library / _ACKS)]
    done = shim.start(
        ["-c", _WORKER, *given, str(seed), str(rounds), *ACTS],
        shim=shim.build(base),
        folder=library,
        log=log,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return list(_records(log.read_bytes()))


def _records(content: bytes) -> Iterator[Record]:
    at = 0
    while at < len(content):
        kind, path_length, offset, length = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        path = content[at : at + path_length].decode()
        at += path_length
        record = Record(kind, path, offset, content[at : at + length])
        at += length
        if not path.endswith(("-shm", " (deleted)")):  # shared memory never reaches the disk
            yield record


def _look(folder: Path, files: dict[str, bytes], ledger: Ledger, figures: Figures) -> None:
    clear(folder)
    for path, content in files.items():
        (folder / Path(path).name).write_bytes(content)
    library = folder / "library.db"
    try:
        if not library.exists():
            assert not ledger.known, "the library is gone"
        assert_library_ok(library, ledger.known)
    except Exception as error:  # a finding, whatever it is
        figures.problems.append(f"after {figures.cuts}: {type(error).__name__}: {error}"[:500])


def _enter(names: dict[str, Node], entry: tuple[str, str, str, Node | None]) -> None:
    kind, path, target, node = entry
    if kind == "create" and node is not None:
        names[path] = node
    elif kind == "rename" and node is not None:
        names.pop(path, None)
        names[target] = node
    elif kind == "unlink":
        names.pop(path, None)


def _survives(node: Node, chance: Random) -> bytes:
    content = bytearray(node.durable)
    keeps = chance.choice((0.0, 0.5, 0.9, 1.0))
    pending = [record for record in node.pending if chance.random() < keeps]
    if chance.random() < 0.3:
        chance.shuffle(pending)
    for record in pending:
        _write(content, record, chance if chance.random() < 0.3 else None)
    return bytes(content)


def _write(content: bytearray, record: Record, torn: Random | None) -> None:
    if record.kind == shim.TRUNCATE:
        del content[record.offset :]
        content.extend(bytes(record.offset - len(content)))
        return
    for at in range(0, len(record.data), SECTOR) if torn else (0,):
        if torn and torn.random() < 0.5:
            continue
        part = record.data[at : at + SECTOR] if torn else record.data
        start = record.offset + at
        if len(content) < start:
            content.extend(bytes(start - len(content)))
        content[start : start + len(part)] = part


def main(arguments: list[str]) -> int:
    figures = run(int(arguments[0]), int((arguments[1:] or ["1"])[0]))
    print(json.dumps(asdict(figures), indent=1))
    return 1 if figures.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
