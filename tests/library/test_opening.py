"""Whatever lies at the path: opened, made, or left alone with a clear message."""

import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from desktop.core.errors import LibraryBusy, LibraryUnusable
from desktop.library import lock, opening
from desktop.library.check import check
from desktop.library.connection import connect, execute, fetch
from desktop.library.library import Library
from desktop.operations import tag
from desktop.operations.import_articles import store
from tests.builders import all_rows, document

ROOT = Path(__file__).parents[2]


def made(path: Path, *, articles: int = 0) -> Path:
    with closing(Library(path)) as library:
        documents = [document(f"Tekst {n} " + "słowo " * 2_000) for n in range(articles)]
        library.run(store, documents=documents)
    return path


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def raw(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()


def no_file(path: Path) -> None:
    path.unlink()


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def text(path: Path) -> None:
    path.write_text("zażółć " * 100, encoding="utf-8")


def only_magic(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def first_page_only(path: Path) -> None:
    os.truncate(path, 4096)


def zeroed_pages(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:4096] + bytes(len(content) - 4096))


def schema_that_is_no_text(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE", b"CREATE T\xff\xfeLE"))


def foreign(path: Path) -> None:
    path.unlink()
    raw(path, "CREATE TABLE moje (x)")


def newer(path: Path) -> None:
    raw(path, "PRAGMA user_version = 99")


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (folder, "cannot be opened"),
        (empty, "not a Glosa library, or it is damaged"),
        (text, "not a Glosa library, or it is damaged"),
        (only_magic, "not a Glosa library, or it is damaged"),
        (half, "damaged"),
        (first_page_only, "damaged"),
        (zeroed_pages, "damaged"),
        (schema_that_is_no_text, "damaged"),
        (foreign, "another program"),
        (newer, "newer version"),
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_no_library_is_named_and_left_alone(
    tmp_path: Path, damage: Callable[[Path], None], message: str, read_only: bool
):
    path = made(tmp_path / "library.db", articles=30)
    damage(path)
    before = None if path.is_dir() else fingerprint(path)
    with pytest.raises(LibraryUnusable, match=message):  # noqa: SIM117 - which may be either
        with closing(Library(path, read_only=read_only)) as library:
            all_rows(library)
    assert before is None or fingerprint(path) == before
    assert not list(tmp_path.glob("*.part"))


def test_a_missing_library_is_made_with_its_folder(tmp_path: Path):
    path = tmp_path / "new" / "folder" / "library ł#?%.db"
    with closing(Library(path)) as library:
        library.run(tag.create, path="A")
        assert library.with_writer(check) == []
    assert path.stat().st_mode & 0o777 == 0o600
    assert sorted(p.name for p in path.parent.iterdir()) == [path.name, path.name + ".lock"]


def test_reading_does_not_make_a_library(tmp_path: Path):
    with pytest.raises(LibraryUnusable, match="cannot be opened"):
        Library(tmp_path / "library.db", read_only=True)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("place", ["file/library.db", "x" * 300, "file/deeper/library.db"])
def test_where_no_library_can_be_made(tmp_path: Path, place: str):
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryUnusable, match=r"cannot be (made|opened)"):
        Library(tmp_path / place)


def test_what_an_interrupted_start_left_is_taken_away(tmp_path: Path):
    path = tmp_path / "library.db"
    for left_over in (".part", ".part-journal"):
        path.with_name(path.name + left_over).write_bytes(b"half a library")
    made(path)
    assert [p.name for p in sorted(tmp_path.iterdir())] == ["library.db", "library.db.lock"]


def test_a_journal_without_its_library_is_not_played_into_the_new_one(tmp_path: Path):
    path = made(tmp_path / "library.db")
    with closing(Library(path)) as library:
        library.run(tag.create, path="Stary")
        wal = path.with_name("library.db-wal")
        kept = wal.read_bytes()
    path.unlink()
    wal.write_bytes(kept)
    with closing(Library(path)) as library, closing(library.reader()) as reader:
        assert reader.rows("SELECT * FROM tag") == []
        assert library.with_writer(check) == []
    assert (tmp_path / "library.db-wal.left-over").read_bytes() == kept


def test_a_failed_creation_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(opening, "sync", full)
    with pytest.raises(LibraryUnusable, match="No space left"):
        Library(tmp_path / "library.db")
    assert [p.name for p in tmp_path.iterdir()] == ["library.db.lock"]


def test_settings_of_the_connections(library: Library):
    def pragma(name: str) -> object:
        return library.with_writer(lambda db: next(iter(fetch(db, f"PRAGMA {name}")[0].values())))

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("foreign_keys") == 1
    assert pragma("locking_mode") == "normal"
    with closing(library.reader()) as reader:
        with pytest.raises(LibraryUnusable, match="readonly"):
            reader.rows("UPDATE article SET title = ''")
        with pytest.raises(LibraryUnusable, match="readonly"):
            reader.ids("DELETE FROM meta")


def test_a_second_opening_is_refused_until_the_first_is_closed(tmp_path: Path):
    path = tmp_path / "library.db"
    with closing(Library(path)) as first:
        with pytest.raises(LibraryBusy, match="in use"):
            Library(path)
        with closing(Library(path, read_only=True)) as second, closing(second.reader()) as reader:
            first.run(tag.create, path="A")
            assert len(reader.rows("SELECT * FROM tag")) == 1
    Library(path).close()


HOLDER = """
import sys
from pathlib import Path
from desktop.library.library import Library
library = Library(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.read()
"""


@contextmanager
def another_process(path: Path) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with process:
        assert process.stdout and process.stdout.readline() == "ready\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_library_open_in_another_process(tmp_path: Path):
    path = tmp_path / "library.db"
    with another_process(path) as holder:
        with pytest.raises(LibraryBusy, match="in use"):
            Library(path)
        with closing(Library(path, read_only=True)) as library:
            library.reader().close()
            with pytest.raises(LibraryUnusable, match="reading only"):
                library.run(tag.create, path="A")
        holder.kill()
        holder.wait()
        with closing(Library(path)) as library:
            library.run(tag.create, path="A")
            assert library.with_writer(check) == []


def test_two_first_starts_at_once_make_one_library(tmp_path: Path):
    path = tmp_path / "library.db"
    held = lock.WriteLock(path)
    with pytest.raises(LibraryBusy):
        Library(path)
    assert not path.exists()
    held.release()
    Library(path).close()


def test_a_lock_of_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("desktop.library.connection.WAIT_SECONDS", 0.05)
    path = made(tmp_path / "library.db")
    with closing(Library(path)) as library, closing(connect(path, "rw")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusy, match="Another program"):
            library.run(tag.create, path="A")
        other.execute("ROLLBACK")
        library.run(tag.create, path="A")


def test_a_file_system_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def cannot(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(lock, "try_lock", cannot)
    with closing(Library(tmp_path / "library.db")) as library:
        library.run(tag.create, path="A")


def test_a_lock_file_that_cannot_be_made(tmp_path: Path):
    path = made(tmp_path / "library.db")
    path.with_name("library.db.lock").unlink()
    path.with_name("library.db.lock").mkdir()
    with pytest.raises(LibraryUnusable, match="cannot be opened"):
        Library(path)


def only_reading(library: Library) -> None:
    assert library.read_only
    assert (library.undoable, library.redoable) == (None, None)
    with closing(library.reader()) as reader:
        assert len(reader.rows("SELECT * FROM article")) == 1
        assert (
            len(reader.rows("SELECT rowid FROM article_fts WHERE article_fts MATCH 'tekst'")) == 1
        )
    for change in (library.undo, library.redo, lambda: library.open_step("x")):
        with pytest.raises(LibraryUnusable, match="reading only"):
            change()
    with pytest.raises(LibraryUnusable, match="reading only"):
        library.run(tag.create, path="A")


def test_a_library_that_must_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = made(tmp_path / "library.db", articles=1)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with closing(Library(path)) as library:
        only_reading(library)


@pytest.fixture
def mount() -> Iterator[Callable[..., None]]:
    """Mount something for a test; skip it where that is not allowed."""
    mounted: list[Path] = []

    def mount(at: Path, *options: str) -> None:
        at.mkdir(exist_ok=True)
        done = subprocess.run(["mount", *options, str(at)], capture_output=True, check=False)
        if done.returncode:
            pytest.skip("needs the right to mount")
        if at not in mounted:
            mounted.append(at)

    if sys.platform != "linux" or os.geteuid():
        pytest.skip("needs the right to mount")
    yield mount
    for at in mounted:
        subprocess.run(["umount", "--lazy", str(at)], check=True)


def test_a_library_on_a_read_only_disk(tmp_path: Path, mount: Callable[..., None]):
    disk = tmp_path / "disk"
    mount(disk, "-t", "tmpfs", "tmpfs")
    path = made(disk / "library.db", articles=1)
    mount(disk, "-o", "remount,ro")
    with closing(Library(path)) as library:
        only_reading(library)
    assert sorted(p.name for p in disk.iterdir()) == ["library.db", "library.db.lock"]
    with pytest.raises(LibraryUnusable, match="cannot be made"):
        Library(disk / "other.db")


def test_changes_that_are_not_in_the_file_yet_are_not_passed_over(
    tmp_path: Path, mount: Callable[..., None]
):
    disk = tmp_path / "disk"
    mount(disk, "-t", "tmpfs", "tmpfs")
    copy_while_open(made(tmp_path / "library.db", articles=1), disk)
    mount(disk, "-o", "remount,ro")
    library = Library(disk / "library.db")
    with pytest.raises(LibraryUnusable, match="cannot be read or written"):
        library.reader()
    library.close()


def copy_while_open(path: Path, folder: Path, sql: str = "PRAGMA user_version = 1") -> Path:
    """Copy a library as a killed program leaves it: with changes that are in the -wal only."""
    with closing(Library(path)) as library:
        library.run(tag.create, path="A")
        library.with_writer(lambda db: execute(db, sql))
        for file in (path, path.with_name("library.db-wal")):
            (folder / file.name).write_bytes(file.read_bytes())
    return folder / path.name


def test_what_a_killed_program_left_is_read(tmp_path: Path):
    (tmp_path / "copy").mkdir()
    copy = copy_while_open(made(tmp_path / "library.db"), tmp_path / "copy")
    with closing(Library(copy, read_only=True)) as library, closing(library.reader()) as reader:
        assert len(reader.rows("SELECT * FROM tag")) == 1
    with closing(Library(copy)) as library:
        assert library.with_writer(check) == []


def test_a_newer_version_that_is_not_in_the_file_yet(tmp_path: Path):
    (tmp_path / "copy").mkdir()
    path = made(tmp_path / "library.db")
    copy = copy_while_open(path, tmp_path / "copy", "PRAGMA user_version = 99")
    with pytest.raises(LibraryUnusable, match="newer version"):
        Library(copy)


def test_an_empty_file_of_ours_gets_its_tables(tmp_path: Path):
    path = tmp_path / "library.db"
    raw(path, f"PRAGMA application_id = {0x476C6F73}", "CREATE TABLE x (y)")
    with closing(Library(path)) as library:
        library.run(tag.create, path="A")


def test_a_library_without_its_tables(tmp_path: Path):
    path = made(tmp_path / "library.db")
    raw(path, "DELETE FROM _sqlite_migrations", "PRAGMA user_version = 0")
    with pytest.raises(LibraryUnusable, match=r"cannot be opened \(table meta already exists"):
        Library(path)


def test_a_full_disk_loses_nothing(tmp_path: Path, mount: Callable[..., None]):
    disk = tmp_path / "disk"
    mount(disk, "-t", "tmpfs", "-o", "size=2m", "tmpfs")
    with closing(Library(disk / "library.db")) as library:
        stored = 0
        with pytest.raises(LibraryUnusable, match="disk is full"):
            while stored < 10_000:
                library.run(store, documents=[document(f"Tekst {stored} " + "słowo " * 500)])
                stored += 1
        assert stored > 5
        with closing(library.reader()) as reader:
            assert len(reader.rows("SELECT id FROM article")) == stored
        with pytest.raises(LibraryUnusable, match="disk is full"):
            library.run(store, documents=[document("Duży " + "słowo " * 200_000)])
    with closing(Library(disk / "library.db")) as library, closing(library.reader()) as reader:
        assert len(reader.rows("SELECT id FROM article")) == stored
        assert library.with_writer(check) == []


def test_a_disk_too_full_for_a_library(tmp_path: Path, mount: Callable[..., None]):
    disk = tmp_path / "disk"
    mount(disk, "-t", "tmpfs", "-o", "size=64k", "tmpfs")
    with pytest.raises(LibraryUnusable, match=r"cannot be made.*full"):
        Library(disk / "library.db")
    assert [p.name for p in disk.iterdir()] == ["library.db.lock"]


def test_damage_found_on_the_way_is_explained(tmp_path: Path):
    path = made(tmp_path / "library.db", articles=30)
    with closing(Library(path)) as library, closing(library.reader()) as reader:
        roots = reader.rows("SELECT rootpage FROM sqlite_master WHERE name = 'article_text'")
        at = (roots[0]["rootpage"] - 1) * 4096
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"\xff" * 4096)
    with closing(Library(path)) as library, closing(library.reader()) as reader:
        with pytest.raises(LibraryUnusable, match=r"“library\.db” is damaged"):
            reader.rows("SELECT * FROM article_text")
        with pytest.raises(LibraryUnusable, match=r"“library\.db” is damaged"):
            library.run(store, documents=[document("nowy tekst")])
        assert any("damaged" in problem for problem in library.with_writer(check))


def test_after_closing_nothing_is_written(tmp_path: Path):
    library = Library(tmp_path / "library.db")
    importing = library.open_step("Import")
    library.close()
    library.close()
    library.close_step(importing)
    with pytest.raises(LibraryUnusable):
        library.run(tag.create, path="A")


def test_a_library_whose_folder_is_closed_is_not_taken_for_a_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def denied(*_: object) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", denied)
    assert not opening.is_missing(tmp_path / "library.db")


def test_a_library_that_was_moved_away_is_not_written_to(tmp_path: Path):
    path = tmp_path / "library.db"
    with closing(Library(path)) as library:
        library.run(tag.create, path="A")
        path.rename(tmp_path / "elsewhere.db")
        with pytest.raises(LibraryUnusable, match="not in its place"):
            library.run(tag.create, path="B")
        (tmp_path / "elsewhere.db").rename(path)
        library.run(tag.create, path="C")
    with closing(Library(path)) as library, closing(library.reader()) as reader:
        found = reader.rows("SELECT path FROM tag ORDER BY path")
        assert [row["path"] for row in found] == ["A", "C"]
        assert library.with_writer(check) == []
