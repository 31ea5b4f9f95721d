"""SIGKILL at random moments: what was acknowledged is there, and nothing is half done.

Forks its children (a new interpreter for each kill would take most of the time), so it runs in a
process of its own: `python -m tests.faults.kills KILLS [SEED [MIX ...]]`, where a mix is one of
`MIXES` or "migrate".
"""

import itertools
import json
import os
import select
import shutil
import signal
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from desktop.library.library import Library
from tests.faults.acts import ACTS, SCHEMAS, Acts, clear, migrating
from tests.faults.invariants import Ledger, assert_library_ok, state

PER_LIBRARY = 20
_MIGRATE = "migrate"
MIXES: dict[str, tuple[str, ...]] = {
    "annotate": ("annotate", "note", "undo"),
    "tag": ("tag", "annotate"),
    "import": ("import", "store"),
    "export": ("export", "export", "annotate"),
    "backup": ("backup", "annotate"),
    "restore": ("restore", "annotate"),
    "everything": tuple(ACTS),
}
# How long a child may live on, about what its longest act takes.
_SECONDS = {"backup": 0.2, "restore": 0.3}


@dataclass
class Figures:
    """Kills by what was going on, acknowledged values in all, and what went wrong."""

    kills: dict[str, int] = field(default_factory=dict)
    acknowledged: int = 0
    killed_while_working: int = 0
    problems: list[str] = field(default_factory=list)
    seconds: float = 0.0


def run(kills: int, seed: int = 1, only: tuple[str, ...] = ()) -> Figures:
    """Kill *kills* children: in the mixes in turn, a seventh of them in migrations and starts."""
    figures, chance, begin = Figures(), Random(seed), time.monotonic()
    with TemporaryDirectory(prefix="glosa-kills-") as name:
        place, sources = Path(name) / "library", Path(name) / "sources"
        place.mkdir()
        mixes = itertools.cycle(only or (*MIXES, _MIGRATE))
        done = 0
        while done < kills:
            mix, part = next(mixes), min(PER_LIBRARY, kills - done)
            if mix == _MIGRATE:
                _kill_migrations(place, part, chance, figures)
            else:
                _kill_workers(place, sources, mix, part, chance, figures)
            done += part
    figures.seconds = time.monotonic() - begin
    return figures


def _kill_workers(
    place: Path, sources: Path, mix: str, kills: int, chance: Random, figures: Figures
) -> None:
    clear(place)
    path, ledger = place / "library.db", Ledger()
    for _ in range(kills):
        seed = chance.getrandbits(60)
        lines, working = kill_after(
            lambda tell, seed=seed: Acts(path, sources, Random(seed), tell).work(MIXES[mix]),
            chance.uniform(0, _SECONDS.get(mix, 0.08)),
            first_line=chance.random() < 0.7,
        )
        figures.killed_while_working += working
        ledger.hear(lines)
        shutil.rmtree(sources, ignore_errors=True)
        _look(path, ledger.known, mix, figures)
    figures.acknowledged += ledger.told


def _kill_migrations(place: Path, kills: int, chance: Random, figures: Figures) -> None:
    for number in range(kills):
        clear(place)
        path = place / "library.db"
        known = {}
        if number % 4:
            known = _old_library(path)
        with ExitStack() as stack:
            newest = migrating(stack)
            _, working = kill_after(lambda _tell, path=path: Library(path), chance.uniform(0, 0.08))
            figures.killed_while_working += working
            if path.exists():
                version = int.from_bytes(path.read_bytes()[60:64], "big")
                if version > newest:
                    figures.problems.append(f"schema {version}")
            _look(path, known, _MIGRATE if number % 4 else "first start", figures)


def _old_library(path: Path) -> dict[str, object]:
    """Put a library of an old schema at *path*, grown a little; return what is in it."""
    fixture = min(SCHEMAS.glob("schema_*.glosa"))
    shutil.copy(fixture, path)
    with ExitStack() as stack:
        migrating(stack)
        copy = path.with_name("looked-at.db")
        shutil.copy(fixture, copy)
        with closing(Library(copy)) as library:
            known = state(library)
        copy.unlink()
        copy.with_name(copy.name + ".lock").unlink()
        if (backups := path.parent / "backups").is_dir():
            shutil.rmtree(backups)
    return known


def _look(path: Path, known: dict[str, object], mix: str, figures: Figures) -> None:
    figures.kills[mix] = figures.kills.get(mix, 0) + 1
    try:
        assert_library_ok(path, known)
    except Exception as error:  # a finding, whatever it is
        figures.problems.append(f"{mix}: {type(error).__name__}: {error}"[:500])


def kill_after(
    work: Callable[[int], object], seconds: float, *, first_line: bool = False
) -> tuple[list[str], bool]:
    """Fork, let the child *work*, kill it; return its lines and whether it still was at it.

    With *first_line* the seconds begin when it has told of something (on a busy machine too).
    """
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read_end)
        try:
            work(write_end)
        except BaseException as error:
            sys.stderr.write(f"the child failed: {type(error).__name__}: {error}\n")
            os._exit(3)
        os._exit(0)
    os.close(write_end)
    if first_line:
        select.select([read_end], [], [], 60)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    with os.fdopen(read_end, encoding="utf-8", newline="\n") as told:
        lines = list(told)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("a child failed before it was killed")
    return lines, os.WIFSIGNALED(status)


def main(arguments: list[str]) -> int:
    kills, seed, *only = [*arguments, "1"] if len(arguments) == 1 else arguments
    figures = run(int(kills), int(seed), tuple(only))
    print(json.dumps(asdict(figures), indent=1))
    return 1 if figures.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
