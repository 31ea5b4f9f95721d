"""Ends that were none, full disks before a migration, left-overs, where backups go."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop.core.errors import LibraryBusy, LibraryDamaged, LibraryUnusable
from desktop.library import backup, opening, places, salvage, schema, seals
from desktop.library.check import check
from desktop.library.connection import connect, database, execute
from desktop.library.library import Library
from desktop.library.lock import try_lock
from desktop.operations import annotate, tag

ROOT = Path(__file__).parents[2]
OLD = Path(__file__).parent / "schemas"

KILLED = """
import os, signal, sys
from pathlib import Path
from desktop.library.library import Library
from desktop.operations import tag
library = Library(Path(sys.argv[1]))
library.run(tag.tag_articles, article_ids=[1], add=["X"])
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_an_end_that_was_none_is_known_until_a_proper_one(
    library: Library, add_article: Callable[..., int]
):
    add_article("Ala ma kota")
    library.close()
    done = subprocess.run([sys.executable, "-c", KILLED, str(library.path)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    with closing(Library(library.path)) as next_one:
        assert next_one.ended_badly
        next_one.run(tag.tag_articles, article_ids=[1], add=["Y"])
    with closing(Library(library.path)) as after:
        assert not after.ended_badly


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old" / "library.db"
    path.parent.mkdir()
    shutil.copy(min(OLD.glob("schema_*.glosa")), path)
    return path


def test_a_migration_makes_a_backup_first(old: Path):
    Library(old).close()
    found = backup.found_in(places.backups_of(old))
    assert [one.schema for one in found] == [1]


def test_without_room_for_a_backup_the_library_is_only_read(
    old: Path, monkeypatch: pytest.MonkeyPatch
):
    before = old.read_bytes()

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "_copy", full)
    with closing(Library(old)) as library:
        assert library.read_only
        assert "No space left on device" in str(library.why_read_only)
        with closing(library.reader()) as reader:
            assert reader.rows("SELECT count(*) AS n FROM article")[0]["n"] > 0
        with pytest.raises(LibraryUnusable):
            library.run(tag.tag_articles, article_ids=[1], add=["X"])
    assert old.read_bytes()[60:64] == before[60:64]


def test_a_damaged_old_library_is_not_migrated(old: Path):
    whole = bytearray(old.read_bytes())
    with closing(connect(old, "ro")) as db:
        root = execute(db, "SELECT rootpage FROM sqlite_master WHERE name = 'article'").fetchone()
    size = int.from_bytes(whole[16:18], "big")
    at = (root[0] - 1) * size
    whole[at : at + size] = bytes(size)
    old.write_bytes(whole)
    with pytest.raises(LibraryDamaged):
        Library(old)
    assert old.read_bytes() == whole
    assert places.is_marked(old)


def test_leftovers_go_with_the_next_start_but_not_those_of_a_running_backup(
    library: Library, add_article: Callable[..., int]
):
    add_article("Ala ma kota")
    folder = backup.make(library.path).path.parent
    library.close()
    half = folder / ".tmp-1-0"
    half.write_bytes(b"half")
    stale = places.beside(library.path, ".restoring")
    stale.write_bytes(b"half")
    salvaging = places.beside(library.path, ".salvage-abc")
    salvaging.mkdir()
    with (folder / ".lock").open("ab") as running:
        try_lock(running)
        Library(library.path).close()
        assert half.exists()
        with pytest.raises(LibraryBusy):
            backup.make(library.path)
    Library(library.path).close()
    assert not (half.exists() or stale.exists() or salvaging.exists())


def test_a_backup_is_made_when_something_changed_and_the_second_folder_has_it_too(
    library: Library, add_article: Callable[..., int], tmp_path: Path
):
    second = tmp_path / "disk"
    places.keep_plan(library.path, places.BackupPlan(second=str(second)))
    add_article("Ala ma kota")
    made = backup.make_if_due(library.path)
    assert made and (second / "library" / made.path.name).read_bytes() == made.path.read_bytes()
    assert backup.make_if_due(library.path) is None
    assert backup.make_if_due(library.path, after=backup.NOW) is None  # nothing changed
    add_article("Drugi tekst")
    assert backup.make_if_due(library.path) is None  # too soon
    places.keep_plan(library.path, places.BackupPlan(second=str(made.path)))  # no folder
    with pytest.raises(backup.BackupFailed, match="second copy"):
        backup.make_if_due(library.path, after=backup.NOW)
    assert len(backup.found_in(made.path.parent)) == 2


def test_a_broken_plan_is_none(library: Library):
    places.keep_plan(library.path, places.BackupPlan(gigabytes=9))
    assert places.plan_of(library.path).gigabytes == 9
    for text in ("", "[]", '{"gigabytes": "many", "folder": 3}', "\x00"):
        (library.path.parent / "backups" / "library" / "plan.json").write_text(text)
        assert places.plan_of(library.path) == places.BackupPlan()


def test_what_was_deleted_does_not_come_back_from_the_backup(
    library: Library, add_article: Callable[..., int], tmp_path: Path
):
    add_article("Ala ma kota")
    library.run(annotate.add_highlight, article_id=1, start=0, end=3, note="usunięta")
    library.run(annotate.add_highlight, article_id=1, start=4, end=6, note="zostaje")
    made = backup.make(library.path)
    library.run(annotate.delete, annotation_ids=[1])
    library.close()
    report = salvage.salvage(library.path, tmp_path / "new.db", made.path)
    assert report.seals_were_readable and report.total("from_backup") == 0
    with closing(Library(tmp_path / "new.db")) as new, closing(new.reader()) as reader:
        assert reader.rows("SELECT note FROM annotation") == [{"note": "zostaje"}]
        assert new.with_writer(check) == []


def test_without_seals_it_may_come_back_and_the_report_says_so(
    library: Library, add_article: Callable[..., int], tmp_path: Path
):
    add_article("Ala ma kota")
    library.run(annotate.add_highlight, article_id=1, start=0, end=3)
    made = backup.make(library.path)
    library.run(annotate.delete, annotation_ids=[1])
    library.with_writer(lambda db: execute(db, "DELETE FROM row_seal"))
    library.close()
    report = salvage.salvage(library.path, tmp_path / "new.db", made.path)
    assert not report.seals_were_readable
    assert report.from_backup == {"annotation": 1}


def test_a_row_that_nobody_sealed_is_doubtful(
    library: Library, add_article: Callable[..., int], tmp_path: Path
):
    add_article("Ala ma kota")
    library.run(annotate.add_highlight, article_id=1, start=0, end=3)
    library.with_writer(lambda db: execute(db, "UPDATE annotation SET id = 9"))
    library.close()
    report = salvage.salvage(library.path, tmp_path / "new.db")
    assert (report.doubtful, report.lost) == ({"annotation": 1}, {"annotation": 1})
    with closing(Library(tmp_path / "new.db")) as new:
        assert new.with_writer(check) == []


def test_a_second_row_with_the_uuid_of_another_is_left_out_and_counted(
    library: Library, add_article: Callable[..., int], tmp_path: Path
):
    add_article("Ala ma kota")
    library.run(annotate.add_highlight, article_id=1, start=0, end=3, note="prawdziwa")
    made = backup.make(library.path)
    library.with_writer(lambda db: execute(db, "UPDATE annotation SET id = 9"))
    library.close()
    report = salvage.salvage(library.path, tmp_path / "new.db", made.path)
    assert (report.from_backup, report.lost) == ({"annotation": 1}, {"annotation": 1})
    with closing(Library(tmp_path / "new.db")) as new, closing(new.reader()) as reader:
        assert reader.rows("SELECT id, note FROM annotation") == [{"id": 1, "note": "prawdziwa"}]
        assert new.with_writer(check) == []


def test_rows_are_found_though_the_way_to_them_is_lost(
    library: Library, add_article: Callable[..., int], tmp_path: Path
):
    add_article("Ala ma kota. " * 40)
    for start in range(0, 200):
        library.run(
            annotate.add_highlight, article_id=1, start=start, end=start + 9, note="Łódź " * 9
        )
    library.close()
    with closing(connect(library.path, "ro")) as db:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = 'annotation'"
        root = execute(db, sql).fetchone()[0]
    whole = bytearray(library.path.read_bytes())
    assert whole[(root - 1) * 4096] == 5, "the table has no inner page"
    whole[(root - 1) * 4096 : root * 4096] = bytes(4096)
    library.path.write_bytes(whole)
    report = salvage.salvage(library.path, tmp_path / "new.db")
    assert report.whole["annotation"] == 200
    with closing(Library(tmp_path / "new.db")) as new:
        assert new.with_writer(check) == []


@pytest.mark.parametrize("migrated", [True, False])
def test_rows_of_an_old_schema_are_found_too(tmp_path: Path, migrated: bool):
    """They are shorter than the table has columns now; their seals cover what they had then."""
    path = tmp_path / "library.db"
    steps = schema.STEPS.index(schema.similar)
    with closing(connect(path, "rwc")) as db:
        for step in schema.STEPS[:steps]:
            step(database(db))
        execute(db, f"PRAGMA user_version = {steps}")
        execute(
            db,
            "INSERT INTO article (id, uuid, title, title_key, added, modified, word_count) "
            "VALUES (1, 'a', 'Ala', 'ala', '', '', 1)",
        )
        text = "Ala ma kota. " * 40
        sha = hashlib.sha256(text.encode()).hexdigest()
        execute(db, f"INSERT INTO article_text VALUES (1, 1, 1, '{sha}', ?, '[]', '')", (text,))
        for key in range(1, 201):
            execute(
                db,
                'INSERT INTO annotation (id, uuid, article_id, version, "start", "end", exact, '
                "prefix, suffix, colour, note, created, modified) "
                "VALUES (?, ?, 1, 1, 0, 6, 'Ala ma', '', '', 'yellow', ?, '', '')",
                (key, f"n{key}", "Łódź " * 9),
            )
        if migrated:
            for step in schema.STEPS[steps:]:
                step(database(db))
            execute(db, f"PRAGMA user_version = {len(schema.STEPS)}")
        seals.reseal_if_needed(db)
        sql = "SELECT rootpage FROM sqlite_master WHERE name = 'annotation'"
        root = execute(db, sql).fetchone()[0]
    whole = bytearray(path.read_bytes())
    whole[(root - 1) * 4096 : root * 4096] = bytes(4096)
    path.write_bytes(whole)
    report = salvage.salvage(path, tmp_path / "new.db")
    assert report.whole["annotation"] == 200
    with closing(Library(tmp_path / "new.db")) as new, closing(new.reader()) as reader:
        assert reader.rows("SELECT DISTINCT confidence FROM annotation") == [{"confidence": 1.0}]
        assert new.with_writer(check) == []


def test_a_local_folder_is_no_network_share(tmp_path: Path):
    assert not places.is_on_network(tmp_path / "library.db")


def test_on_a_network_share_there_is_no_write_ahead_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(opening, "is_on_network", lambda _path: True)
    with closing(Library(tmp_path / "library.db")) as library:
        mode = library.with_writer(lambda db: execute(db, "PRAGMA journal_mode").fetchone()[0])
    assert mode == "delete"
    assert not places.beside(library.path, "-wal").exists()
