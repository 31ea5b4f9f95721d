"""Watched folders: what is new, what is still being written, what has been taken in."""

import os
import time
from contextlib import closing
from pathlib import Path

from desktop.library.library import Library
from desktop.library.watched_files import WatchedFile
from desktop.operations.watch import look, note_taken, settled

OLD = (time.time() - 100) * 1e9


def put(path: Path, text: str = "Tekst.", *, age: float = 100) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    moment = time.time() - age
    os.utime(path, (moment, moment))
    return path


def names(library: Library, *folders: Path) -> list[str]:
    with closing(library.reader()) as reader:
        return [Path(one.path).name for one in look(reader, folders).files]


def test_each_file_is_new_once_and_again_when_it_was_changed(library: Library, tmp_path: Path):
    folder = tmp_path / "in"
    put(folder / "a.txt")
    put(folder / "below" / "b.html", "<p>Tekst.")
    put(folder / ".hidden.txt")
    put(folder / "c.unknown")
    assert names(library, folder, tmp_path / "not there") == ["a.txt", "b.html"]
    with closing(library.reader()) as reader:
        files = look(reader, [folder]).files
    library.run(note_taken, files=files)
    library.run(note_taken, files=files)
    assert names(library, folder) == [] and library.undoable is None
    put(folder / "a.txt", "Inny tekst.")
    assert names(library, folder) == ["a.txt"]


def test_a_folder_that_cannot_be_read_is_told_of(library: Library, tmp_path: Path):
    closed = tmp_path / "in" / "closed"
    closed.mkdir(parents=True)
    closed.chmod(0)
    try:
        with closing(library.reader()) as reader:
            found = look(reader, [tmp_path / "in"])
    finally:
        closed.chmod(0o700)
    assert len(found.problems) == (0 if os.geteuid() == 0 else 1)


def test_what_is_being_written_waits():
    still = WatchedFile("a", 5, int(OLD))
    grown, empty = WatchedFile("b", 6, int(OLD)), WatchedFile("c", 0, int(OLD))
    young = WatchedFile("d", 5, time.time_ns())
    ahead = WatchedFile("e", 5, time.time_ns() + 10**12)
    before = [still, WatchedFile("b", 5, int(OLD)), empty, young, ahead]
    assert settled(before, [still, grown, empty, young, ahead]) == [still, ahead]
    assert settled([], [still]) == []
