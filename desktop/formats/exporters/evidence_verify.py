"""Check an evidence pack: python verify.py [the folder or the ZIP]. Needs only Python 3.9.

Each line of chain.txt names a file, its SHA-256 and the hash of the line before with it: whoever
changes, removes or adds a byte, a file or a line is found, and the file is named.
"""

import hashlib
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path


def links(chain: bytes) -> list[tuple[str, str, str]]:
    """Return (name, file hash, chain hash) of each line."""
    lines = (line.split("  ", 2) for line in chain.decode("utf-8").splitlines())
    return [(name, digest, chained) for chained, digest, name in lines]


def problems(read: Callable[[str], bytes], names: list[str]) -> tuple[list[str], str]:
    """Return what is wrong, one line each; *read* gives the bytes of a file by its name."""
    found: list[str] = []
    before = ""
    listed = ["chain.txt", "verify.py"]
    for name, digest, chained in links(read("chain.txt")):
        listed.append(name)
        expected = hashlib.sha256((before + digest + name).encode("utf-8")).hexdigest()
        if chained != expected:
            found.append("chain.txt was changed at the line of " + name)
        before = chained
        if name not in names:
            found.append(name + " is missing")
        elif hashlib.sha256(read(name)).hexdigest() != digest:
            found.append(name + " was changed")
    found += [name + " was added" for name in sorted(set(names) - set(listed))]
    return found, before


def main(place: Path) -> int:
    """Print what is wrong and return 1, or the last hash of the chain and 0."""
    if zipfile.is_zipfile(place):
        with zipfile.ZipFile(place) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            found, last = problems(archive.read, names)
    else:
        names = [p.relative_to(place).as_posix() for p in place.rglob("*") if p.is_file()]
        found, last = problems(lambda name: (place / name).read_bytes(), names)
    print("\n".join(found) if found else "unchanged; the chain ends with " + last)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent))
