"""A backup is put to the test: what that finds, and what it leaves alone."""

import errno
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.core.errors import LibraryBusy, LibraryUnusable
from desktop.library import backup, places, self_test
from desktop.library.backup import Backup
from desktop.library.library import Library
from desktop.library.lock import try_lock
from desktop.operations import annotate, upkeep

OLD = Path(__file__).parent / "schemas"


@pytest.fixture
def made(library: Library, add_article: Callable[..., int]) -> Backup:
    add_article("Ala ma kota. " * 200)
    for start in range(50):
        library.run(annotate.add_highlight, article_id=1, start=start, end=60, note="Łódź " * 20)
    return backup.make(library.path)


def files(one: Backup) -> set[str]:
    return {path.name for path in one.path.parent.iterdir() if path.name != ".lock"}


def test_a_whole_one_is_known_by_its_date(made: Backup, library: Library):
    folder = made.path.parent
    assert self_test.is_due(folder) and self_test.verified(folder) == {}
    before, bytes_before = files(made), made.path.read_bytes()
    when = upkeep.test_backup(library.path)
    assert self_test.verified(folder) == {made.path.name: when}
    assert files(made) == before | {"verified.json"}
    assert made.path.read_bytes() == bytes_before
    assert not self_test.is_due(folder)
    assert upkeep.test_backup(library.path) is None
    assert self_test.is_due(folder, now=datetime.now(UTC) + timedelta(days=31))


@pytest.mark.parametrize("damage", ["page", "note", "cut"])
def test_a_damaged_one_is_no_backup_any_more_and_another_is_made(
    made: Backup, library: Library, damage: str
):
    whole = bytearray(made.path.read_bytes())
    if damage == "page":
        whole[4096 * 3 : 4096 * 4] = bytes(4096)
    elif damage == "note":
        at = whole.rindex("Łódź Łódź".encode())
        whole[at + 1] ^= 1
    else:
        del whole[len(whole) // 2 :]
    made.path.write_bytes(whole)
    with pytest.raises(self_test.BackupNotWhole, match="not whole any more") as caught:
        upkeep.test_backup(library.path)
    aside = made.path.with_name(caught.value.fields["name"])
    assert aside.read_bytes() == whole
    (new,) = backup.found_in(made.path.parent)
    backup.verify(new.path)
    assert self_test.verified(made.path.parent) == {}


def test_a_full_disk_says_nothing_about_the_backup(made: Backup, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(self_test, "copy_file", full)
    with pytest.raises(LibraryUnusable, match="No space left"):
        self_test.put_to_test(made)
    assert [one.path for one in backup.found_in(made.path.parent)] == [made.path]


def test_it_waits_for_a_backup_that_is_being_made(made: Backup):
    with (made.path.parent / ".lock").open("ab") as file:
        try_lock(file)
        with pytest.raises(LibraryBusy):
            self_test.put_to_test(made)


def test_one_of_an_old_schema_is_brought_up_to_date_in_its_own_place(tmp_path: Path):
    library = tmp_path / "library.db"
    shutil.copy(min(OLD.glob("schema_*.glosa")), library)
    Library(library).close()
    (one,) = backup.found_in(places.backups_of(library))
    assert one.schema == 1
    self_test.put_to_test(one)
    assert backup.found_in(one.path.parent) == [one]
    assert one.path.name in self_test.verified(one.path.parent)


def test_a_stale_search_index_is_no_damage_and_a_broken_note_is_none(made: Backup):
    (made.path.parent / "verified.json").write_text("[")
    assert self_test.verified(made.path.parent) == {}
    (made.path.parent / "verified.json").write_text("[]")
    assert self_test.verified(made.path.parent) == {}
    self_test.put_to_test(made)
    assert len(self_test.verified(made.path.parent)) == 1
