import random
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.core.errors import LibraryDamaged
from desktop.library import backup, dump, places, restore
from desktop.library.check import check
from desktop.library.connection import execute
from desktop.library.identity import SCHEMA_VERSION
from desktop.library.library import Library
from desktop.operations import annotate


def _lines(path: Path) -> list[str]:
    with closing(Library(path, read_only=True)) as library, closing(library.reader()) as reader:
        return list(dump.lines(reader))


def _killed(*_arguments: object) -> None:
    raise KeyboardInterrupt


def test_a_backup_is_restored_and_the_old_files_are_kept(
    library: Library, add_article: Callable[..., int]
):
    add_article("Ala ma kota")
    library.run(annotate.add_highlight, article_id=1, start=0, end=3, note="uwaga")
    copy = backup.make(library.path)
    before = _lines(library.path)
    library.run(annotate.add_highlight, article_id=1, start=4, end=6)
    library.close()
    aside = restore.restore(library.path, copy.path)
    assert aside and (aside / library.path.name).exists()
    assert _lines(library.path) == before
    with closing(Library(library.path)) as again:
        assert again.with_writer(check) == []


@pytest.mark.parametrize("at", ["_put_aside", "sync_folder", "places.unmark"])
def test_an_interrupted_restore_ends_at_the_next_start(
    library: Library, add_article: Callable[..., int], monkeypatch: pytest.MonkeyPatch, at: str
):
    add_article("Ala ma kota")
    copy = backup.make(library.path)
    before = _lines(library.path)
    add_article("Drugi tekst")
    library.close()
    with monkeypatch.context() as killed, pytest.raises(KeyboardInterrupt):
        killed.setattr(f"desktop.library.restore.{at}", _killed)
        restore.restore(library.path, copy.path)
    Library(library.path).close()
    assert _lines(library.path) == before
    assert not list(library.path.parent.glob("*.restore*"))


def test_a_flipped_note_never_becomes_a_backup(library: Library, add_article: Callable[..., int]):
    add_article("Ala ma kota")
    library.run(annotate.add_highlight, article_id=1, start=0, end=3, note="uwaga")
    good = backup.make(library.path)
    library.with_writer(lambda db: execute(db, "UPDATE annotation SET note = 'uwagi'"))
    with pytest.raises(LibraryDamaged):
        backup.make(library.path)
    assert places.is_marked(library.path)
    assert backup.found_in(good.path.parent)[0].path == good.path
    assert not list(good.path.parent.glob(".tmp*"))


def test_random_clocks_never_cost_the_newest_three():
    chance = random.Random(1)
    start = datetime(2026, 1, 1, tzinfo=UTC)
    for _ in range(10_000):
        made = [
            backup.Backup(
                Path(f"{n}"), start + timedelta(hours=chance.randint(-20_000, 20_000)),
                SCHEMA_VERSION, n, chance.randint(1, 2 * backup.SIZE_CAP),
            )
            for n in range(8)
        ]  # fmt: skip
        now = start + timedelta(hours=chance.randint(-20_000, 20_000))
        assert backup.to_keep(made, now) >= set(made[-3:])


def test_other_files_stay(tmp_path: Path):
    (tmp_path / "library-20200101T000000Z-s1-c1.db").write_text("not ours")
    (tmp_path / "notes.db").write_text("mine")
    backup.rotate(tmp_path / "library.db", tmp_path, datetime.now(UTC))
    assert len(list(tmp_path.iterdir())) == 2
