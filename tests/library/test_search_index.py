"""The index that transactions write by hand is the one that the triggers would have written."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from desktop.library.check import check
from desktop.library.connection import Reader, execute, fetch
from desktop.library.library import Library
from desktop.library.transaction import Transaction
from desktop.operations import annotate, read
from desktop.operations.import_articles import store
from tests.builders import document

FOUND = "SELECT rowid FROM article_fts WHERE article_fts MATCH ?"


def found(reader: Reader, word: str) -> list[int]:
    return list(reader.ids(FOUND, (word,)))


def test_an_import_is_indexed_and_leaves_no_mark(library: Library, reader: Reader):
    texts = ("Łódź płynie\n\nStraße", "Œuvre ıstanbul þing")
    library.run(store, documents=[document(text) for text in texts])
    assert found(reader, "lodz") == [1] and found(reader, "strasse") == [1]
    assert found(reader, "oeuvre thing") == [2]
    assert reader.rows("SELECT * FROM meta WHERE key = 'index_by_hand'") == []
    assert library.with_writer(check) == []


def test_another_tool_still_has_its_triggers(library: Library, reader: Reader):
    library.run(store, documents=[document("Łódź", tags=("A",))])

    def by_hand(db: Any) -> None:
        execute(db, "BEGIN")
        execute(
            db,
            "INSERT INTO article (uuid, title, title_key, added, modified, word_count) "
            "VALUES ('u', 'Ława', 'lawa', '2023', '2023', 1)",
        )
        execute(
            db,
            "INSERT INTO article_text (article_id, version, sha256, text, blocks, created) "
            "VALUES (2, 1, '', 'Żółw', '[]', '2023')",
        )
        execute(db, "COMMIT")

    library.with_writer(by_hand)
    assert found(reader, "zolw") == [2] and found(reader, "lawa") == [2]
    library.with_writer(lambda db: execute(db, "DELETE FROM article_text WHERE article_id = 2"))
    assert found(reader, "zolw") == []


def test_a_search_within_a_transaction_sees_what_it_wrote(library: Library):
    def look(tx: Transaction) -> list[int]:
        store(tx, documents=[document("żuraw")])
        return list(tx.ids(FOUND, ("zuraw",)))

    assert library.run(look).result == [1]


def test_what_a_transaction_adds_and_changes_and_deletes(library: Library, reader: Reader):
    def change(tx: Transaction) -> None:
        store(tx, documents=[document("żuraw"), document("bocian")])
        tx.update("article", 1, title="czapla")
        tx.delete("article", 2)

    library.run(change)
    assert found(reader, "czapla") == [1] and found(reader, "bocian") == []
    assert library.with_writer(check) == []


def test_a_transaction_that_fails_leaves_the_index(library: Library, reader: Reader):
    def fail(tx: Transaction) -> None:
        store(tx, documents=[document("żuraw")])
        raise ZeroDivisionError

    with suppress(ZeroDivisionError):
        library.run(fail)
    assert found(reader, "zuraw") == [] and library.with_writer(check) == []


def test_an_import_leaves_few_undo_records(library: Library):
    step = library.open_step("Import")
    documents = [document(f"Tekst {n}", tags=("A", f"B/{n}")) for n in range(50)]
    library.run_in(step, store, documents=documents)
    library.close_step(step)
    records: Callable[[Any], Any] = lambda db: fetch(db, "SELECT count(*) n FROM temp.undo_row")  # noqa: E731
    assert library.with_writer(records)[0]["n"] == 4
    library.run(annotate.add_highlight, article_id=1, start=0, end=5)
    library.run(read.trash, article_ids=[3])
    for _ in range(3):
        library.undo()
    assert library.with_writer(lambda db: fetch(db, "SELECT count(*) n FROM article"))[0]["n"] == 0
    assert library.with_writer(check) == []


def test_a_row_of_a_run_that_was_deleted_meanwhile_stays_away(library: Library, reader: Reader):
    step = library.open_step("Import")
    library.run_in(step, store, documents=[document(f"Tekst {n}") for n in range(5)])
    library.run(read.delete_for_good, article_ids=[3])
    library.close_step(step)
    library.undo()
    assert list(reader.ids("SELECT id FROM article")) == []
    library.undo()
    assert list(reader.ids("SELECT id FROM article")) == []
    library.redo()
    library.redo()
    assert list(reader.ids("SELECT id FROM article")) == [1, 2, 4, 5]
    assert found(reader, "tekst") == [1, 2, 4, 5] and library.with_writer(check) == []


def test_the_index_merges_seldom_and_by_small_steps(library: Library):
    def config(db: Any) -> dict[str, int]:
        rows = fetch(db, "SELECT k, v FROM article_fts_config")
        return {row["k"]: row["v"] for row in rows}

    settings = library.with_writer(config)
    assert (settings["automerge"], settings["crisismerge"]) == (16, 64)
