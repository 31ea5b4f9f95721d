"""A backup or a trial of one that is cut short, at whatever moment, leaves all as it was."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.core.errors import Cancelled
from desktop.library import backup, check, places, self_test, stopping
from desktop.library.closing import can_wait
from desktop.library.library import Library
from desktop.library.stopping import copy_file, each, heeding, never
from desktop.operations import annotate, upkeep

Add = Callable[..., int]


class Patience:
    """Says to stop once it was asked so often."""

    def __init__(self, times: int) -> None:
        self.left = times

    def __call__(self) -> bool:
        self.left -= 1
        return self.left < 0


@pytest.fixture
def filled(library: Library, add_article: Add, monkeypatch: pytest.MonkeyPatch) -> Library:
    for number in range(20):
        key = add_article(f"Ala ma kota numer {number}. " * 20)
        for start in range(10):
            library.run(annotate.add_highlight, article_id=key, start=start, end=60)
    monkeypatch.setattr(stopping, "_STEPS", 500)
    return library


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != ".lock"}


def moments(work: Callable[[Callable[[], bool]], object], look: Callable[[], object]) -> int:
    """Stop *work* at its first moment, its second and so on; return how many it has."""
    for times in range(10_000):
        try:
            work(Patience(times))
        except Cancelled:
            look()
        else:
            return times
    raise AssertionError("it never ended")


def test_a_backup_may_be_stopped_at_any_moment(filled: Library, tmp_path: Path) -> None:
    path, second = filled.path, tmp_path / "disk"
    places.keep_plan(path, places.BackupPlan(second=str(second)))
    old = backup.make_if_due(path)
    assert old
    before = files(old.path.parent), files(second / "library")
    filled.run(annotate.set_note, annotation_id=1, note="nowa")

    def look() -> None:
        now = files(old.path.parent), files(second / "library")
        assert now[1] == before[1]
        assert now[0].items() >= before[0].items()
        assert not [name for name in (*now[0], *now[1]) if name.startswith(".tmp")]
        for one in backup.found_in(old.path.parent):
            backup.verify(one.path)
            if one.seq > old.seq:  # whole, and only its second copy was stopped
                one.path.unlink()
                backup._highlights_of(one.path).unlink()

    def work(stopped: Callable[[], bool]) -> None:
        assert backup.make_if_due(path, after=backup.NOW, stopped=stopped)

    assert moments(work, look) > 10
    assert len(backup.found_in(old.path.parent)) == 2
    assert len(backup.found_in(second / "library")) == 2
    assert not places.is_marked(path)


def test_a_trial_may_be_stopped_at_any_moment(filled: Library) -> None:
    made = backup.make(filled.path)
    before = files(made.path.parent)

    def look() -> None:
        assert files(made.path.parent) == before

    def work(stopped: Callable[[], bool]) -> None:
        assert upkeep.test_backup(filled.path, made, stopped)

    assert moments(work, look) > 5
    assert made.path.name in self_test.verified(made.path.parent)


def test_a_quick_look_may_be_stopped(filled: Library) -> None:
    assert check.quick(filled.path) == []
    for times in range(2):
        try:
            assert check.quick(filled.path, Patience(times)) == []
        except Cancelled:
            break
    assert upkeep.look_quickly(filled, never).damaged == ()


def test_only_an_interruption_is_one() -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        with pytest.raises(sqlite3.OperationalError, match="no such table"), heeding(db, never):
            db.execute("SELECT * FROM absent")
        endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT * FROM n"
        with pytest.raises(Cancelled), heeding(db, lambda: True):
            db.execute(endless + " LIMIT 1000000").fetchall()
        assert len(db.execute(endless + " LIMIT 1000000").fetchall()) == 1_000_000


def test_items_and_bytes_end_when_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(each(range(1_200), never)) == list(range(1_200))
    seen: list[int] = []
    with pytest.raises(Cancelled):
        for item in each(range(1_200), Patience(2)):
            seen.append(item)
    assert seen == list(range(1_000))
    monkeypatch.setattr(stopping, "_BYTES", 10)
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_bytes(bytes(range(100)))
    copy_file(source, target, never)
    assert target.read_bytes() == source.read_bytes()
    with pytest.raises(Cancelled):
        copy_file(source, target, Patience(3))
    assert target.read_bytes() == source.read_bytes()[:30]


def test_a_backup_waits_for_the_next_start_if_the_library_is_large_and_one_is_of_this_week(
    library: Library, add_article: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_article("Ala ma kota")
    made = backup.make(library.path)
    assert not can_wait(library.path)
    monkeypatch.setattr("desktop.library.closing.LARGE", 1_000)
    assert can_wait(library.path)
    assert not can_wait(library.path, now=datetime.now(UTC) + timedelta(days=8))
    made.path.unlink()
    assert not can_wait(library.path)
    assert not can_wait(library.path.with_name("gone.db"))
