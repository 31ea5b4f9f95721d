"""A disk that is full, broken or write-protected, at every step of every verb.

`python -m tests.faults.storage shim FOLDER ERRNO` runs behind the shim and fails each call in turn;
`tmpfs` does the same with a real small file system and a growing ballast (needs root).
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desktop.core.errors import UserError
from desktop.formats import registry
from desktop.library import backup, places, self_test
from desktop.library.check import check
from desktop.library.library import Library
from desktop.operations import annotate, read, tag, upkeep
from desktop.operations.export import export_annotations
from desktop.operations.import_articles import import_paths, store
from tests.builders import all_rows, document
from tests.faults import shim
from tests.faults.invariants import EXPORT, leftovers

MOST_STEPS = 400
Verb = Callable[[Library, Path], object]


@dataclass
class Figures:
    """Faults by verb, the messages that were given, and what went wrong."""

    faults: dict[str, int] = field(default_factory=dict)
    messages: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def saw(self, verb: str, message: str) -> None:
        self.faults[verb] = self.faults.get(verb, 0) + 1
        message = re.sub(r"“/[^”]*”", "“…”", message)
        if message and message not in self.messages:
            self.messages.append(message)


def _text(number: int, words: int = 60) -> str:
    return f"Tekst {number} {os.urandom(6).hex()} " + "most rzeka Łódź " * words


def _store(library: Library, _folder: Path) -> object:
    return library.run(store, documents=[document(_text(n)) for n in range(5)])


def _large(library: Library, _folder: Path) -> object:
    return library.run(store, documents=[document(_text(1, 30_000))])


def _annotate(library: Library, _folder: Path) -> object:
    given: dict[str, Any] = {"article_id": 1, "start": 0, "end": 9, "note": "uwaga" * 50}
    return library.run(annotate.add_highlight, **given, tag_paths=["A/B"])


def _tag(library: Library, _folder: Path) -> object:
    return library.run(tag.tag_articles, article_ids=[1, 2], add=[f"T{os.urandom(4).hex()}"])


def _note(library: Library, _folder: Path) -> object:
    return library.run(read.set_article_note, article_id=1, note=os.urandom(900).hex())


def _delete(library: Library, _folder: Path) -> object:
    newest = all_rows(library)["article"][-1]["id"]
    return library.run(read.delete_for_good, article_ids=[newest])


def _undo(library: Library, _folder: Path) -> object:
    return library.undo()


def _redo(library: Library, _folder: Path) -> object:
    return library.redo()


def _import(library: Library, _folder: Path) -> object:
    with TemporaryDirectory(prefix="glosa-inbox-") as inbox:  # not on the disk that is full
        for number in range(30):
            (Path(inbox) / f"{number}.txt").write_text(_text(number), encoding="utf-8")
        report = import_paths(library, [Path(inbox)])
    if report.stopped_by:
        raise report.stopped_by
    return report


def _export(library: Library, folder: Path) -> object:
    with closing(library.reader()) as reader:
        exporter = registry.exporter("csv")
        return export_annotations(reader, folder / EXPORT, exporter=exporter, article_ids=[1, 2])


def _back_up(library: Library, _folder: Path) -> object:
    return backup.make(library.path)


def _put_to_test(library: Library, _folder: Path) -> object:
    return self_test.put_to_test(backup.found_in(places.backups_of(library.path))[0])


VERBS: dict[str, Verb] = {
    "store": _store,
    "annotate": _annotate,
    "tag": _tag,
    "note": _note,
    "undo": _undo,
    "redo": _redo,
    "delete": _delete,
    "import": _import,
    "large article": _large,
    "backup": _back_up,
    "test of a backup": _put_to_test,
    "export": _export,
}
_IN_PARTS = ("import",)  # whole articles may be in when it stops: that is promised


def steps() -> Iterator[int]:
    """Yield the numbers of the calls to fail: each of the first 20, then ever fewer."""
    number = 1
    while number < MOST_STEPS:
        yield number
        number += 1 + number // 20


def new_library(folder: Path) -> Library:
    folder.mkdir(parents=True, exist_ok=True)
    library = Library(folder / "library.db")
    library.run(store, documents=[document(_text(n)) for n in range(4)])
    _annotate(library, folder)
    _export(library, folder)
    return library


def attempt(
    name: str, library: Library, folder: Path, figures: Figures, trouble: Callable[[], Any]
) -> bool:
    """Do a verb in *trouble* (a context manager); look what came of it. False: nothing failed."""
    verb, before = VERBS[name], all_rows(library)
    export_before = (folder / EXPORT).read_bytes()
    said = ""
    with trouble() as met:
        try:
            verb(library, folder)
        except UserError as error:
            said = str(error)
        except Exception as error:  # anything else is a finding
            figures.problems.append(f"{name}: no clear message: {type(error).__name__}: {error}")
            said = "?"
    if not met() and not said:
        return False
    figures.saw(name, said)
    if said and name not in _IN_PARTS and all_rows(library) != before:
        figures.problems.append(f"{name}: said “{said}” but something was changed")
    if said and (folder / EXPORT).read_bytes() != export_before:
        figures.problems.append(f"{name}: said “{said}” but the export is another one")
    if problems := library.with_writer(check):
        figures.problems.append(f"{name}: {problems}")
    try:
        verb(library, folder)
    except Exception as error:  # it must work again
        figures.problems.append(f"{name}: afterwards {type(error).__name__}: {error}")
    return True


def each_step(folder: Path, error: int, figures: Figures, names: tuple[str, ...]) -> None:
    """Fail the 1st, 2nd, n-th call to the disk of each verb, once and for good. Behind the shim."""
    for stays in (False, True):
        for name in names:
            place = folder / f"{name.replace(' ', '-')}-{stays}"
            library = new_library(place)
            for number in steps():
                if name in ("undo", "redo", "delete"):
                    _store(library, place)
                if name == "redo":
                    library.undo()
                if name == "test of a backup" and number == 1:
                    _back_up(library, place)
                if not attempt(name, library, place, figures, _failing(number, error, stays)):
                    break
            library.close()
            _reopen(place, name, figures)


def opening_and_closing(folder: Path, error: int, figures: Figures) -> None:
    """Fail each call while a library is opened, or made, and while it is closed."""
    for name in ("make", "open", "close"):
        for number in steps():
            place = folder / f"{name}-{number}"
            place.mkdir(parents=True)
            if name != "make":
                new_library(place).close()
            if not _open_in_trouble(place, name, _failing(number, error, True), figures):
                break


def going_back(folder: Path, error: int, figures: Figures) -> None:
    """Fail each call while a backup is restored, and while a library is salvaged in place."""
    acts: dict[str, Callable[[Path, Path], object]] = {
        "restore": upkeep.restore_damaged,
        "salvage": lambda path, _copy: upkeep.salvage_in_place(path),
    }
    for name, act in acts.items():
        for number in steps():
            place = folder / f"{name}-{number}"
            library = new_library(place)
            copy = backup.make(library.path).path
            before = all_rows(library)
            library.close()
            said, path = "", library.path
            with _failing(number, error, True)() as met:
                try:
                    act(path, copy)
                except UserError as known:
                    said = str(known)
                except Exception as bug:  # anything else is a finding
                    figures.problems.append(
                        f"{name}: no clear message: {type(bug).__name__}: {bug}"
                    )
            if met():
                figures.saw(name, said)
            _reopen(place, name, figures)
            with closing(Library(path)) as after:
                if all_rows(after) != before:
                    figures.problems.append(f"{name}: the rows are not what they were")
            if not met():
                break


def _open_in_trouble(place: Path, name: str, trouble: Callable[[], Any], figures: Figures) -> bool:
    said, path = "", place / "library.db"
    library = Library(path) if name == "close" else None
    if library:
        _annotate(library, place)
    with trouble() as met:
        try:
            library = library or Library(path)
            library.close()
        except UserError as error:
            said = str(error)
        except Exception as error:  # anything else is a finding
            figures.problems.append(f"{name}: no clear message: {type(error).__name__}: {error}")
    if met():
        figures.saw(name, said)
    _reopen(place, name, figures)
    return bool(met())


def _failing(number: int, error: int, stays: bool) -> Callable[[], Any]:
    @contextmanager
    def trouble() -> Generator[Callable[[], int]]:
        met = 0
        shim.arm(number, error, stays=stays)
        try:
            yield lambda: met
        finally:
            met = shim.disarm()

    return trouble


def _reopen(place: Path, name: str, figures: Figures) -> None:
    with closing(Library(place / "library.db")) as library:
        if problems := library.with_writer(check):
            figures.problems.append(f"{name}, opened again: {problems}")
    if left := leftovers(place):
        figures.problems.append(f"{name}: left over {left}")


def fill_levels(folder: Path, levels: int, figures: Figures) -> None:
    """Fill a small file system up to *levels* different levels and work on. *folder* is its root.

    The files to import lie outside, as a person's would.
    """
    place = folder / "library"
    library = new_library(place)
    ballast = folder / "ballast"
    for level in range(levels):
        for name in VERBS:
            free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
            # What is left: nothing at first, then more and more, up to what the largest verb takes.
            keep = level * 8_192

            @contextmanager
            def trouble(fill: int = max(0, free - keep)) -> Generator[Callable[[], int]]:
                with suppress(OSError):
                    ballast.write_bytes(bytes(fill))
                try:
                    yield lambda: 0
                finally:
                    ballast.unlink(missing_ok=True)

            attempt(name, library, place, figures, trouble)
        free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
        if free < 10_000_000:  # room for a backup, and for one that is put back
            library.close()
            _reopen(place, "full disk", figures)
            shutil.rmtree(place)
            library = new_library(place)
    library.close()
    _reopen(place, "full disk", figures)


@contextmanager
def small_disk(folder: Path, megabytes: int, options: str = "") -> Generator[Path]:
    """Mount a tmpfs of that size at *folder*."""
    folder.mkdir(exist_ok=True)
    size = f"size={megabytes}m{options}"
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "glosa", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def can_mount() -> bool:
    """Tell whether this process may mount a file system."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return False
    tried = subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False)
    return tried.returncode == 0


def run_behind_shim(error: int, names: tuple[str, ...] = tuple(VERBS)) -> Figures:
    """Start `each_step` for one error behind the shim; return its figures."""
    with TemporaryDirectory(prefix="glosa-shim-") as name:
        base = Path(name)
        (base / "disk").mkdir()
        done = shim.start(
            ["-m", "tests.faults.storage", "shim", str(base / "disk"), str(error), *names],
            shim=shim.build(base),
            folder=base / "disk",
        )
    if not done.stdout.strip():
        raise RuntimeError(done.stderr)
    return Figures(**json.loads(done.stdout))


def run_full_disk(levels: int) -> Figures:
    """Fill a small tmpfs to *levels* levels; return the figures."""
    figures, begin = Figures(), time.monotonic()
    with (
        TemporaryDirectory(prefix="glosa-full-") as name,
        small_disk(Path(name) / "disk", 24) as at,
    ):
        fill_levels(at, levels, figures)
    figures.seconds = time.monotonic() - begin
    return figures


def main(arguments: list[str]) -> int:
    kind, *rest = arguments
    figures, begin = Figures(), time.monotonic()
    if kind == "shim":
        names = tuple(rest[2:]) or tuple(VERBS)
        each_step(Path(rest[0]), int(rest[1]), figures, names)
        if names == tuple(VERBS):
            opening_and_closing(Path(rest[0]), int(rest[1]), figures)
            going_back(Path(rest[0]), int(rest[1]), figures)
        figures.seconds = time.monotonic() - begin
    else:
        figures = run_full_disk(int(rest[0]))
    figures.problems = list(dict.fromkeys(figures.problems))[:200]
    print(json.dumps(asdict(figures), ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
