import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from desktop.core.errors import LibraryUnusable
from desktop.library.check import check
from desktop.library.connection import execute
from desktop.library.failures import explain
from desktop.library.library import Library
from desktop.operations import annotate, tag
from desktop.operations.import_articles import store
from tests.builders import all_rows, document


def test_changes_from_several_threads(library: Library):
    library.run(store, documents=[document("Tekst o rybach i kotach")])

    def work(number: int) -> None:
        for at in range(15):
            library.run(annotate.add_highlight, article_id=1, start=0, end=5 + at, note=str(number))
            if at % 3 == 0:
                library.undo()

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(work, range(6)))
    assert len(all_rows(library)["annotation"]) == 6 * 10
    assert library.with_writer(check) == []


def test_readers_see_what_was_written_and_nothing_half_done(library: Library):
    stop = threading.Event()
    seen: list[bool] = []

    def watch() -> None:
        with closing(library.reader()) as reader:
            while not stop.is_set():
                with reader.snapshot():
                    articles = reader.ids("SELECT count(*) FROM article")[0]
                    texts = reader.ids("SELECT count(*) FROM article_text")[0]
                seen.append(articles == texts)

    watcher = threading.Thread(target=watch)
    watcher.start()
    for number in range(30):
        library.run(store, documents=[document(f"Tekst {number}")])
    stop.set()
    watcher.join()
    assert seen and all(seen)


def test_a_second_library_has_a_history_of_its_own(tmp_path: Path):
    path = tmp_path / "library.db"
    with closing(Library(path)) as library:
        library.run(tag.create, path="A")
    with closing(Library(path)) as library:
        assert library.undoable is None
        assert len(all_rows(library)["tag"]) == 1


def test_prepared_or_not_a_library_is_the_same(tmp_path: Path):
    path = tmp_path / "library.db"
    library = Library(path)
    library.prepare()
    assert library.steps() == ([], [])
    library.close()
    library.prepare()  # closed meanwhile: nothing to do
    with closing(Library(path, read_only=True)) as reading:
        reading.prepare()
        assert not reading.undoable


def test_closing_folds_the_wal_into_the_file(tmp_path: Path):
    path = tmp_path / "library.db"
    with closing(Library(path)) as library:
        library.run(tag.create, path="A")
        assert path.with_name("library.db-wal").exists()
    assert not path.with_name("library.db-wal").exists()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("SQLITE_FULL", "disk is full"),
        ("SQLITE_BUSY_SNAPSHOT", "Another program"),
        ("SQLITE_LOCKED", "Another program"),
        ("SQLITE_CORRUPT_VTAB", "damaged"),
        ("SQLITE_NOTADB", "damaged"),
        ("SQLITE_READONLY_DBMOVED", "cannot be read or written"),
        ("SQLITE_IOERR_WRITE", "cannot be read or written"),
    ],
)
def test_what_sqlite_says_is_explained(name: str, message: str):
    error = sqlite3.OperationalError("as SQLite puts it")
    error.sqlite_errorname = name  # type: ignore[misc]
    explained = explain(error, Path("library.db"))
    assert isinstance(explained, LibraryUnusable)
    assert message in str(explained)


def test_a_full_disk_is_explained_to_who_has_the_writer(library: Library):
    def fill(db: Database) -> None:
        execute(db, "PRAGMA max_page_count = 1")  # SQLite takes the size it has
        execute(db, "CREATE TABLE filler AS SELECT zeroblob(1000000) AS filling")

    with pytest.raises(LibraryUnusable, match="disk is full"):
        library.with_writer(fill)


def test_a_bug_is_not_explained_away(library: Library):
    assert explain(sqlite3.OperationalError("no such table: x"), Path("library.db")) is None
    with pytest.raises(sqlite3.OperationalError, match="no such column"):
        library.run(lambda tx: tx.rows("SELECT nonsense FROM article"))
    with pytest.raises(sqlite3.IntegrityError):
        library.run(lambda tx: tx.insert("article_tag", article_id=9, tag_id=9))
