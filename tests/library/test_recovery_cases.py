"""What a damaged library may meet on the way back, case by case (after Zotero's tests)."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from desktop.core.errors import LibraryDamaged, LibraryUnusable
from desktop.library import backup, places, restore
from desktop.library.check import check
from desktop.library.connection import connect, execute
from desktop.library.library import Library
from desktop.library.places import beside
from desktop.operations import annotate, upkeep


@pytest.fixture
def path(library: Library, add_article: Callable[..., int]) -> Path:
    """A library with an old and a new backup, and a change after both."""
    add_article("Ala ma kota. " * 400)
    library.run(annotate.add_highlight, article_id=1, start=0, end=3, note="dawna")
    backup.make(library.path)
    library.run(annotate.set_note, annotation_id=1, note="nowa")
    backup.make(library.path)
    for start in range(60):
        library.run(annotate.add_highlight, article_id=1, start=start, end=90, note="Łódź " * 20)
    library.close()
    return library.path


def damage(path: Path, *, page: int = 3) -> bytes:
    """Overwrite a page; return the file as it is then."""
    whole = bytearray(path.read_bytes())
    whole[page * 4096 : (page + 1) * 4096] = b"\xa5" * 4096
    path.write_bytes(whole)
    return bytes(whole)


def pages_of(path: Path, name: str) -> int:
    with closing(connect(path, "ro")) as db:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        return execute(db, sql, (name,)).fetchone()[0] - 1


def note(path: Path) -> str:
    with closing(Library(path, read_only=True)) as library, closing(library.reader()) as reader:
        return reader.rows("SELECT note FROM annotation WHERE id = 1")[0]["note"]


def assert_whole(path: Path) -> None:
    with closing(Library(path)) as library:
        assert library.with_writer(check) == []


def test_a_newest_backup_that_is_damaged_is_passed_over(path: Path):
    newest, older = backup.found_in(places.backups_of(path))
    damage(newest.path)
    damage(path, page=pages_of(path, "annotation"))
    chosen = backup.newest_whole(path)
    assert chosen and chosen.path == older.path
    with pytest.raises(backup.BackupFailed):
        upkeep.restore_damaged(path, newest.path)
    upkeep.restore_damaged(path, chosen.path)
    assert note(path) == "dawna"
    assert_whole(path)


def test_salvage_passes_over_a_damaged_backup_too(path: Path):
    newest, _older = backup.found_in(places.backups_of(path))
    damage(newest.path)
    damage(path, page=pages_of(path, "annotation"))
    report, aside = upkeep.salvage_in_place(path)
    assert report.total("whole", "annotation") + report.total("from_backup", "annotation") > 50
    assert aside and (aside / "library.db").exists()
    assert_whole(path)


def test_without_any_backup_there_is_still_salvage(path: Path):
    shutil.rmtree(places.backups_of(path))
    assert backup.newest_whole(path) is None
    before = damage(path, page=pages_of(path, "annotation_colour"))
    report, aside = upkeep.salvage_in_place(path)
    assert report.total("lost") == 0 and report.whole["annotation"] == 61
    assert aside and (aside / "library.db").read_bytes() == before
    assert_whole(path)


def test_damage_of_an_index_alone_loses_nothing_and_is_mended_in_silence(path: Path):
    with closing(connect(path, "rw")) as db:
        execute(db, "INSERT INTO annotation_fts (annotation_fts) VALUES ('delete-all')")
        execute(db, "UPDATE article_stats SET highlights = 7")
    with closing(Library(path)) as library:
        assert library.with_writer(check)
        health = upkeep.look_over(library)
        assert not health.damaged and health.mended
        assert library.with_writer(check) == []
    assert not places.is_marked(path)


def test_a_log_of_another_state_is_not_played_into_the_backup(path: Path):
    """The log that a crash left belongs to the damaged file, and goes with it."""
    copy = backup.found_in(places.backups_of(path))[0].path
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("UPDATE annotation SET note = 'im Protokoll' WHERE id = 1")
    logs = {end: beside(path, end).read_bytes() for end in ("", "-wal", "-shm")}
    writer.close()
    for end, content in logs.items():
        beside(path, end).write_bytes(content)
    aside = restore.restore(path, copy)
    assert note(path) == "nowa"
    assert aside and (aside / "library.db-wal").read_bytes() == logs["-wal"]
    assert not beside(path, "-wal").exists()
    assert_whole(path)


@pytest.mark.parametrize("when", ["before the plan is kept", "before the old file goes", "between"])
def test_a_restore_that_was_cut_short_is_ended_by_the_next_start(
    path: Path, when: str, monkeypatch: pytest.MonkeyPatch
):
    copy = backup.found_in(places.backups_of(path))[0].path
    calls = {"before the plan is kept": 1, "before the old file goes": 2, "between": 3}[when]
    moved: list[Path] = []
    move = Path.replace

    def cut_short(self: Path, target: Path) -> Path:
        moved.append(self)
        if len(moved) == calls:
            raise KeyboardInterrupt
        return move(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut_short)
        with suppress(KeyboardInterrupt):
            restore.restore(path, copy)
    assert_whole(path)
    assert note(path) == "nowa"
    assert not beside(path, ".restore.json").exists()


def test_a_damaged_library_waits_for_the_user_and_is_not_backed_up(path: Path):
    page = pages_of(path, "annotation")
    before = damage(path, page=page)
    found = backup.found_in(places.backups_of(path))
    with pytest.raises(LibraryUnusable):
        backup.make(path)
    assert places.is_marked(path)
    assert backup.rotate(path, places.backups_of(path), found[0].made) == []
    assert backup.found_in(places.backups_of(path)) == found
    assert path.read_bytes() == before


def test_a_disk_that_cannot_be_read_now_is_no_damage(path: Path, monkeypatch: pytest.MonkeyPatch):
    from desktop.library import check as checks

    def unplugged(*_: object, **__: object) -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorname = "SQLITE_IOERR_READ"  # type: ignore[attr-defined]
        raise error

    with closing(Library(path)) as library:
        monkeypatch.setattr(checks, "_pages", unplugged)
        with pytest.raises(LibraryUnusable) as caught:
            upkeep.look_quickly(library)
        assert not isinstance(caught.value, LibraryDamaged)
    assert not places.is_marked(path)


def test_a_mark_goes_when_a_whole_library_took_the_place(path: Path):
    damage(path, page=pages_of(path, "annotation"))
    places.mark_damaged(path, ["a page"])
    upkeep.salvage_in_place(path)
    assert not places.is_marked(path)
    assert_whole(path)


def test_salvage_after_salvage_keeps_each_damaged_file(path: Path):
    first = damage(path, page=pages_of(path, "annotation"))
    _, one = upkeep.salvage_in_place(path)
    second = damage(path, page=pages_of(path, "annotation"))
    _, two = upkeep.salvage_in_place(path)
    assert one and two and one != two
    assert (one / "library.db").read_bytes() == first
    assert (two / "library.db").read_bytes() == second
    assert_whole(path)


@pytest.mark.parametrize("in_the_way", [".restoring", ".restore.json.part"])
def test_what_cannot_be_written_changes_nothing_and_is_explained(path: Path, in_the_way: str):
    copy = backup.found_in(places.backups_of(path))[0].path
    before = path.read_bytes()
    beside(path, in_the_way).mkdir()
    with pytest.raises(LibraryUnusable, match="the library is as it was"):
        restore.restore(path, copy)
    beside(path, in_the_way).rmdir()
    assert path.read_bytes() == before
    assert not beside(path, ".restoring").exists() and not beside(path, ".restore.json").exists()
    assert_whole(path)


def test_what_cannot_be_put_in_place_now_is_by_the_next_start(path: Path):
    copy = backup.found_in(places.backups_of(path))[0].path
    (path.parent / "damaged").write_text("a file where the folder should be")
    with pytest.raises(LibraryUnusable, match="goes on from here"):
        restore.restore(path, copy)
    (path.parent / "damaged").unlink()
    assert_whole(path)
    assert note(path) == "nowa"
    assert not beside(path, ".restore.json").exists()


def test_salvage_without_room_is_explained(path: Path):
    with pytest.raises(LibraryUnusable, match="could not be put together"):
        upkeep.salvage(path, path.parent / "no such folder" / "new.db")
