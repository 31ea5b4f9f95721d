"""Every n-th call of SQLite fails in turn: words for people, nothing changed, and on it goes."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desktop.core.errors import LibraryUnusable
from desktop.library.check import check
from desktop.library.library import Library
from tests.builders import all_rows
from tests.faults.storage import VERBS, new_library

CODES = {
    "SQLITE_FULL": "database or disk is full",
    "SQLITE_IOERR_WRITE": "disk I/O error",
    "SQLITE_BUSY": "database is locked",
}


class Failing(sqlite3.Connection):
    """Counts its statements and fails one of them."""

    countdown = 0
    code = ""

    def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
        self._perhaps_fail()
        return super().execute(sql, *rest)

    def commit(self) -> None:
        self._perhaps_fail()
        super().commit()

    def _perhaps_fail(self) -> None:
        if Failing.countdown:
            Failing.countdown -= 1
            if Failing.countdown == 0:
                error = sqlite3.OperationalError(CODES[Failing.code])
                error.sqlite_errorname = Failing.code
                raise error


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, factory=Failing, **k))
    monkeypatch.setattr(Failing, "countdown", 0)
    with closing(new_library(tmp_path / "library")) as opened:
        yield opened


# What says something of its own, or changes no row: `test_runs` has them with all of the disk.
APART = ("import", "export", "backup", "test of a backup")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", [name for name in VERBS if name not in APART])
def test_each_call_in_turn(
    library: Library, monkeypatch: pytest.MonkeyPatch, name: str, code: str
) -> None:
    folder = library.path.parent
    monkeypatch.setattr(Failing, "code", code)
    met = 0
    for number in range(1, 200):
        if name in ("undo", "redo", "delete"):
            VERBS["annotate" if name != "delete" else "store"](library, folder)
        if name == "redo":
            library.undo()
        before = all_rows(library)
        Failing.countdown = number
        said = ""
        try:
            VERBS[name](library, folder)
        except LibraryUnusable as error:
            said = str(error)
        failed, Failing.countdown = Failing.countdown == 0, 0
        assert (all_rows(library) == before) == bool(said)
        assert "nothing was changed" in said or not said
        met += bool(said)
        if not failed:
            break
    assert met > 3
    assert library.with_writer(check) == []
    VERBS["annotate"](library, folder)
