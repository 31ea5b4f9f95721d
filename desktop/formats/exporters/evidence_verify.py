"""Check an evidence pack: python verify.py [the folder or the ZIP]. Needs only Python 3.9.

Each line of chain.txt names a file, its SHA-256 and the hash of the line before with it: whoever
changes, removes or adds a byte, a file or a line is found, and the file is named.
"""

import hashlib
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

UNREADABLE = (zipfile.BadZipFile, zlib.error, OSError, KeyError, ValueError, RuntimeError, EOFError)


def links(chain: bytes) -> list[tuple[str, str, str]]:
    """Return (name, file hash, chain hash) of each line; ValueError when it is no chain."""
    lines = (line.split("  ", 2) for line in chain.decode("utf-8").splitlines())
    return [(name, digest, chained) for chained, digest, name in lines]


def same(read: Callable[[str], bytes], name: str, digest: str) -> bool:
    """Tell whether a file can be read and has that hash."""
    try:
        return hashlib.sha256(read(name)).hexdigest() == digest
    except UNREADABLE:
        return False


def problems(read: Callable[[str], bytes], names: list[str]) -> tuple[list[str], str]:
    """Return what is wrong, one line each; *read* gives the bytes of a file by its name."""
    found: list[str] = []
    before = ""
    listed = ["chain.txt"]
    try:
        lines = links(read("chain.txt"))
    except UNREADABLE:
        return ["chain.txt is missing or was changed"], before
    for name, digest, chained in lines:
        listed.append(name)
        expected = hashlib.sha256((before + digest + name).encode("utf-8")).hexdigest()
        if chained != expected:
            found.append("chain.txt was changed at the line of " + name)
        before = chained
        if name not in names:
            found.append(name + " is missing")
        elif not same(read, name, digest):
            found.append(name + " was changed")
    found += [name + " was added" for name in sorted(set(names) - set(listed))]
    return found, before


def main(place: Path) -> int:
    """Print what is wrong and return 1, or the last hash of the chain and 0."""
    if place.is_file():
        try:
            with zipfile.ZipFile(place) as archive:
                names = [name for name in archive.namelist() if not name.endswith("/")]
                found, last = problems(archive.read, names)
        except UNREADABLE:
            found, last = ["the list of files in the archive was changed"], ""
    else:
        names = [p.relative_to(place).as_posix() for p in place.rglob("*") if p.is_file()]
        found, last = problems(lambda name: (place / name).read_bytes(), names)
    print("\n".join(found) if found else "unchanged; the chain ends with " + last)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent))
