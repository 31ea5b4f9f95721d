from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from desktop.core.article import Document, Quote
from desktop.core.changes import Changes
from desktop.core.errors import LibraryUnusable, UserError
from desktop.formats import registry
from desktop.library import annotations, articles
from desktop.library.check import check
from desktop.library.connection import Reader
from desktop.library.lane import Priority, WriterLane
from desktop.library.library import Library
from desktop.operations import annotate, read
from desktop.operations.import_articles import import_paths, store
from tests.builders import all_rows, document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Seven good files, one twice, an empty one and one that is no text."""
    place = tmp_path / "teksty"
    (place / "głębiej").mkdir(parents=True)
    for number in range(6):
        (place / f"{number}.txt").write_text(
            f"Tekst {number}\n\nDruga część {number}.", encoding="utf-8"
        )
    (place / "głębiej" / "6.txt").write_text("😀 Tekst 6\n\nRyba.", encoding="utf-8")
    (place / "głębiej" / "kopia.txt").write_text("Tekst 1\n\nDruga część 1.", encoding="utf-8")
    (place / "pusty.txt").write_bytes(b"")
    (place / "obraz.txt").write_bytes(bytes(range(256)) * 40)
    return place


def titles(reader: Reader) -> list[str]:
    ids = reader.ids("SELECT id FROM article WHERE trashed = 0 ORDER BY id")
    return [row.title for row in articles.rows_of_many(reader, ids)]


def test_every_file_is_accounted_for(
    library: Library, reader: Reader, folder: Path, tmp_path: Path
):
    told: list[Changes] = []
    steps: list[tuple[int, int, str]] = []
    report = import_paths(
        library,
        [folder, tmp_path / "nie ma"],
        changed=told.append,
        progress=lambda *step: steps.append(step),
    )
    assert (len(report.imported), report.duplicates, len(report.failures)) == (7, 1, 3)
    assert {failure.path.name for failure in report.failures} == {
        "pusty.txt",
        "obraz.txt",
        "nie ma",
    }
    assert not report.cancelled and report.stopped_by is None
    assert len(titles(reader)) == 7
    assert told[0].step == "Import" and len(told[0].inserted["article"]) == 7
    assert steps[-1] == (11, 11, "") and steps[0][:2] == (0, 11)
    assert library.with_writer(check) == []


def test_the_same_again_is_known(library: Library, folder: Path):
    import_paths(library, [folder])
    again = import_paths(library, [folder])
    assert (again.imported, again.duplicates) == ([], 8)
    assert library.undoable and library.undoable.name == "Import"
    library.undo()
    assert library.undoable is None  # the second import changed nothing: it is no step


def test_an_import_is_one_step(library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("desktop.operations.import_articles._BULK_ARTICLES", 2)
    before = all_rows(library)
    import_paths(library, [folder])
    after = all_rows(library)
    library.run(
        annotate.add_highlight, article_id=1, start=0, end=5, note="moje", tag_paths=["A/B"]
    )
    annotated = all_rows(library)
    library.undo()
    library.undo()
    assert all_rows(library) == before
    library.redo()
    assert all_rows(library) == after
    library.redo()
    assert all_rows(library) == annotated


def test_big_texts_go_in_one_by_one(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("desktop.operations.import_articles._BULK_CHARACTERS", 1)
    told: list[Changes] = []
    import_paths(library, [folder], changed=told.append)
    assert [len(changes.inserted["article"]) for changes in told if changes.rows] == [1] * 7


@pytest.mark.parametrize("after", range(9))
def test_a_cancelled_import_leaves_whole_articles(
    library: Library, folder: Path, after: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("desktop.operations.import_articles._BULK_ARTICLES", 2)
    asked = iter(range(99))
    report = import_paths(library, [folder], cancelled=lambda: next(asked) >= after)
    assert report.cancelled
    assert len(all_rows(library)["article"]) == len(report.imported) < 7
    assert library.with_writer(check) == []
    if report.imported:
        library.undo()
    assert all_rows(library)["article"] == []


def test_a_file_of_many_documents_can_be_cancelled(
    library: Library, monkeypatch: pytest.MonkeyPatch
):
    def many(_path: Path) -> Iterator[Document]:
        yield from (document(f"Tekst {n}") for n in range(1_000))

    monkeypatch.setattr(registry, "walk", iter)
    monkeypatch.setattr(registry, "read", many)
    asked = iter(range(99))
    report = import_paths(library, [Path("a"), Path("b")], cancelled=lambda: next(asked) >= 30)
    assert report.cancelled and len(report.imported) == 30


def test_clicks_go_between_the_batches(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("desktop.operations.import_articles._BATCH_ARTICLES", 1)
    with closing(WriterLane()) as lane:

        def changed(changes: Changes) -> None:
            key = min(changes.inserted.get("article", {1}))
            lane.submit(lambda: library.run(annotate.add_highlight, article_id=key, start=0, end=5))

        def run(job: Callable[[], Any]) -> Any:
            return lane.submit(job, priority=Priority.BACKGROUND).result()

        report = import_paths(library, [folder], run=run, changed=changed)
        lane.submit(lambda: None, priority=Priority.LAST).result()
    end = all_rows(library)
    assert len(end["annotation"]) == 8
    assert len(report.imported) == 7
    steps = 0
    while library.undo():
        steps += 1
    assert all(rows == [] for rows in all_rows(library).values())
    assert library.with_writer(check) == []
    assert sum(1 for _ in iter(library.redo, None)) == steps
    assert all_rows(library)["article"] == end["article"]


def test_what_lies_in_the_trash_comes_out(library: Library, reader: Reader, folder: Path):
    import_paths(library, [folder])
    library.run(read.trash, article_ids=[1, 2])
    report = import_paths(library, [folder])
    assert (sorted(report.imported), report.duplicates) == ([1, 2], 6)
    library.undo()
    assert [key for key in (1, 2, 3) if articles.get(reader, key).trashed] == [1, 2]


def test_a_refused_document_does_not_stop_the_others(
    library: Library, reader: Reader, monkeypatch: pytest.MonkeyPatch
):
    def some(path: Path) -> Iterator[Document]:
        yield document(f"Tekst {path}", tags=("a;b",) if path.name == "2" else ("dobry",))

    monkeypatch.setattr(registry, "walk", iter)
    monkeypatch.setattr(registry, "read", some)
    report = import_paths(library, [Path(str(n)) for n in range(5)])
    assert titles(reader) == ["Tekst 0", "Tekst 1", "Tekst 3", "Tekst 4"]
    assert [(f.path.name, "“a;b”" in str(f.reason)) for f in report.failures] == [("2", True)]


def test_a_disk_that_fills_up_is_reported_with_what_did_not_go_in(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("desktop.operations.import_articles._BULK_ARTICLES", 2)
    run_in = library.run_in
    runs = iter(range(99))

    def until_full(*args: Any, **kwargs: Any) -> Any:
        if next(runs) >= 2:
            raise LibraryUnusable("The disk is full")
        return run_in(*args, **kwargs)

    monkeypatch.setattr(library, "run_in", until_full)
    report = import_paths(library, [folder])
    assert str(report.stopped_by) == "The disk is full"
    assert len(report.imported) == 4
    assert len(report.failures) == 6 and report.duplicates == 0
    library.undo()
    assert all_rows(library)["article"] == []


def test_a_bug_on_the_way_leaves_a_step_that_can_be_undone(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("desktop.operations.import_articles._BULK_ARTICLES", 1)

    def fails(path: Path) -> Iterator[Document]:
        if path.name == "3.txt":
            raise ZeroDivisionError
        yield document(f"Tekst {path}")

    monkeypatch.setattr(registry, "read", fails)
    with pytest.raises(ZeroDivisionError):
        import_paths(library, [folder])
    assert len(all_rows(library)["article"]) >= 3
    library.undo()
    assert all_rows(library)["article"] == []


def test_a_read_only_library_is_said_at_once(tmp_path: Path, folder: Path):
    Library(tmp_path / "library.db").close()
    library = Library(tmp_path / "library.db", read_only=True)
    with pytest.raises(LibraryUnusable, match="reading only"):
        import_paths(library, [folder])
    library.close()


def test_a_folder_that_is_closed(library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch):
    problem = registry.Problem(folder / "zamknięty", UserError("closed"))
    monkeypatch.setattr(registry, "walk", lambda paths: [problem, folder / "1.txt"])
    report = import_paths(library, [folder])
    assert [str(failure.reason) for failure in report.failures] == ["closed"]
    assert len(report.imported) == 1


def test_remarks_are_passed_on(library: Library, tmp_path: Path):
    file = tmp_path / "a.txt"
    file.write_bytes("Zażółć gęślą jaźń, rzekł Łoś\n\nna śniegu".encode("cp1250") + b"\0")
    report = import_paths(library, [file])
    assert report.remarks and report.remarks[0].path == file


def test_quotes_find_their_places(library: Library, reader: Reader):
    quotes = (
        Quote("ryba", prefix="druga ", colour="blue", style="underline", note="n", tags=("A/B",)),
        Quote("kot", colour="#fff", style="wavy"),
    )
    key = library.run(
        store, documents=[document("jedna ryba, druga ryba", quotes=quotes)]
    ).result.imported[0]
    placed, orphan = annotations.of_article(reader, key)
    assert (placed.start, placed.end, placed.colour, placed.style) == (18, 22, "blue", "underline")
    assert [label.path for label in placed.tags] == ["A/B"]
    assert (orphan.orphaned, orphan.exact, orphan.colour, orphan.style) == (
        True,
        "kot",
        "yellow",
        "highlight",
    )
    assert library.with_writer(check) == []


def test_a_user_error_is_one(library: Library):
    with pytest.raises(UserError):
        library.run(store, documents=[document("x", tags=(";",))])
    assert all_rows(library)["article"] == []


def test_who_waits_for_the_library_waits_for_few_documents(library: Library, folder: Path):
    texts = [document(f"Tekst {number}") for number in range(30)]
    outcome = library.run(store, documents=texts, hurry=lambda: True)
    assert (outcome.result.imported, outcome.result.taken) == (tuple(range(1, 11)), 10)
    known = library.run(store, documents=texts, hurry=lambda: True).result
    assert (known.duplicates, known.taken) == (1, 1)
    report = import_paths(library, [folder], waiting=lambda: True)
    assert (len(report.imported), report.duplicates, len(report.failures)) == (7, 1, 2)
