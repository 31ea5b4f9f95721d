"""Undo is exact: after any walk, undoing all gives the first rows, redoing all the last."""

from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.article import Document, Quote
from desktop.core.colours import COLOURS
from desktop.core.errors import UserError
from desktop.library import annotations, tags
from desktop.library.check import check
from desktop.library.library import Library
from desktop.library.transaction import CHILDREN, PARENTS, Transaction
from desktop.operations import annotate, colour_label, read, samples, saved_search, tag
from desktop.operations.import_articles import store
from desktop.operations.step import step
from tests.builders import all_rows, document

NAMES = ("A", "a", "B", "Ż", "A/A", "A/B", "A/A/A", "B/A", "Ż/ż", "A/A/B/A")
ARTICLE, TAG, ANNOTATION = (st.integers(1, 6) for _ in range(3))
PATH = st.sampled_from(NAMES)
TEXT = st.sampled_from(["", "uwaga", "Łódź 😀", "zażółć\ngęślą"])


def document_number(number: int) -> Document:
    quotes = (Quote("ryba", tags=("A/B",)), Quote("nie ma", note="sierota"))
    return document(
        f"Tekst {number}: żółta ryba 😀\n\nDruga ryba i kot.",
        tags=("B/A",),
        quotes=quotes[: number % 3],
    )


@step("Import")
def import_them(tx: Transaction, documents: list[Document]) -> None:
    store(tx, documents=documents)


def arguments(**of: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(of)


def one(of: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(of, min_size=1, max_size=2)


STEPS = {
    import_them: arguments(documents=one(st.integers(1, 5).map(document_number))),
    annotate.add_highlight: arguments(
        article_id=ARTICLE,
        start=st.integers(0, 9),
        end=st.integers(10, 40),
        note=TEXT,
        tag_paths=st.lists(PATH, max_size=2),
    ),
    annotate.set_note: arguments(annotation_id=ANNOTATION, note=TEXT),
    annotate.set_range: arguments(
        annotation_id=ANNOTATION, start=st.integers(0, 9), end=st.integers(10, 20)
    ),
    annotate.add_tag: arguments(annotation_ids=one(ANNOTATION), path=PATH),
    annotate.delete: arguments(annotation_ids=one(ANNOTATION)),
    tag.tag_articles: arguments(article_ids=one(ARTICLE), add=st.lists(PATH, max_size=2)),
    tag.rename: arguments(tag_id=TAG, name=st.sampled_from(["A", "a", "Ż", "nowa"])),
    tag.move: arguments(tag_id=TAG, parent_id=st.one_of(st.none(), TAG)),
    tag.merge: arguments(tag_id=TAG, into_id=TAG),
    tag.delete: arguments(tag_id=TAG),
    read.set_article_note: arguments(article_id=ARTICLE, note=TEXT),
    saved_search.save: arguments(query=TEXT),
    saved_search.rename: arguments(search_id=st.integers(1, 3), name=TEXT),
    saved_search.delete: arguments(search_id=st.integers(1, 3)),
    colour_label.set_label: arguments(colour=st.sampled_from(COLOURS), name=TEXT),
    read.trash: arguments(article_ids=one(ARTICLE)),
    read.delete_for_good: arguments(article_ids=one(ARTICLE)),
}
A_STEP = st.one_of(*(st.tuples(st.just(verb), given_to) for verb, given_to in STEPS.items()))


def do(library: Library, operation: Any, arguments: dict[str, Any]) -> None:
    with suppress(UserError):
        library.run(operation, **arguments)


def undo_all(library: Library) -> int:
    return sum(1 for _ in iter(library.undo, None))


def redo_all(library: Library) -> int:
    return sum(1 for _ in iter(library.redo, None))


@settings(max_examples=40)
@given(walk=st.lists(A_STEP, min_size=1, max_size=14), back=st.integers(0, 6))
def test_a_walk_can_be_undone_and_redone(
    tmp_path_factory: pytest.TempPathFactory, walk: list[Any], back: int
):
    path = tmp_path_factory.mktemp("walk") / "library.db"
    with closing(Library(path)) as library:
        library.run(store, documents=[document_number(9)])
        first = all_rows(library)
        for operation, given_to in walk:
            do(library, operation, given_to)
        last = all_rows(library)
        assert library.with_writer(check) == []
        for _ in range(back):
            library.undo()
        redo_all(library)
        assert all_rows(library) == last
        steps = undo_all(library)
        assert all_rows(library) == first
        assert library.with_writer(check) == []
        assert redo_all(library) == steps
        assert all_rows(library) == last
        assert library.with_writer(check) == []


def insert_tag(tx: Transaction, path: str = "A") -> int:
    return tags.ensure(tx, path)


@step("Delete tag")
def delete_tag(tx: Transaction, key: int) -> bool:
    return tx.delete("tag", key)


def test_rows_are_counted_as_changed(library: Library):
    made = library.run(tag.create, path="A/B")
    assert made.changes.step == "Add tag"
    assert made.changes.rows == {"tag": {1, 2}} == made.changes.inserted
    gone = library.run(delete_tag, 1)
    assert gone.changes.rows == {"tag": {1, 2}}
    assert gone.changes.inserted == {}
    assert library.run(delete_tag, 1).result is False


def test_nothing_changed_is_no_step(library: Library):
    library.run(tag.create, path="A")
    library.undo()
    library.run(tag.delete, tag_id=99)
    assert library.redoable is not None  # what changed nothing does not forget what was undone
    assert library.undoable is None


def test_what_has_no_name_cannot_be_undone(library: Library):
    library.run(insert_tag)
    assert library.undoable is None
    assert library.undo() is None


def test_an_update_says_whether_anything_changed(library: Library):
    key = library.run(insert_tag).result
    assert library.run(lambda tx: tx.update("tag", key, colour="red")).result is True
    assert library.run(lambda tx: tx.update("tag", key, colour="red")).result is False
    assert library.run(lambda tx: tx.update("tag", 99, colour="red")).result is False


def test_parents_follow_from_children():
    assert dict(PARENTS["article_tag"]) == {"article_id": "article", "tag_id": "tag"}
    assert dict(PARENTS["tag"]) == {"parent_id": "tag"}
    assert set(PARENTS) == {child for of in CHILDREN.values() for child, _ in of}


@step("Delete article")
def delete_article(tx: Transaction, key: int) -> None:
    tx.delete("article", key)


def test_keys_are_never_used_again(library: Library):
    library.run(store, documents=[document_number(1)])
    library.run(delete_article, 1)
    assert library.run(store, documents=[document_number(2)]).result.imported == (2,)
    library.undo()
    assert [row["id"] for row in all_rows(library)["article"]] == [1, 2]


def test_a_failure_leaves_everything_as_it_was(library: Library):
    before = all_rows(library)

    @step("Fail")
    def fail(tx: Transaction, error: BaseException) -> None:
        tags.ensure(tx, "A/B")
        raise error

    for error in (UserError("no"), ValueError("bug"), KeyboardInterrupt()):
        with pytest.raises(type(error)):
            library.run(fail, error)
    assert all_rows(library) == before
    assert library.undoable is None
    library.run(tag.create, path="A")
    assert library.undo() is not None


def seq(library: Library) -> int:
    with closing(library.reader()) as reader:
        return int(reader.rows("SELECT value FROM meta WHERE key = 'change_seq'")[0]["value"])


def test_each_change_moves_the_sequence(library: Library):
    before = seq(library)
    library.run(tag.create, path="A")
    library.undo()
    assert seq(library) == before + 2


def test_undo_in_the_middle_of_an_import(library: Library, tmp_path: Path):
    """Steps overlap when the user works during an import."""
    importing = library.open_step("Import")
    library.run_in(importing, store, documents=[document_number(1)])
    library.run(annotate.add_highlight, article_id=1, start=0, end=5, tag_paths=["Moja"])
    library.run(tag.tag_articles, article_ids=[1], add=["B/A", "Moja"])
    library.run_in(importing, store, documents=[document_number(2)])
    library.run(annotate.delete, annotation_ids=[1])
    library.close_step(importing)
    last = all_rows(library)
    for _ in range(2):
        undone = library.undo()
        assert undone and undone.result.name == "Import"
        assert all_rows(library)["article"] == []
        redone = library.redo()
        assert redone and redone.result.name == "Import"
        assert all_rows(library) == last
        assert library.with_writer(check) == []
    undo_all(library)
    assert library.with_writer(check) == []
    assert all_rows(library)["article"] == []
    redo_all(library)
    assert all_rows(library)["article"] == last["article"]


def test_a_tag_that_others_use_stays_when_its_making_is_undone(library: Library):
    library.run(store, documents=[document_number(3)])
    importing = library.open_step("Import")
    library.run_in(importing, tag.create, path="Wspólny")
    library.run(tag.tag_articles, article_ids=[1], add=["Wspólny"])
    library.close_step(importing)
    library.undo()
    with closing(library.reader()) as reader:
        assert tags.find(reader, "Wspólny") is not None


def test_a_name_taken_meanwhile_is_explained(library: Library):
    first = library.run(tag.create, path="A").result
    library.run(tag.delete, tag_id=first)
    importing = library.open_step("Import")
    library.run_in(importing, tag.create, path="A")
    with pytest.raises(UserError, match="Delete tag"):
        library.undo()
    library.close_step(importing)
    library.undo()
    library.undo()
    with closing(library.reader()) as reader:
        assert tags.find(reader, "A") == first


def test_highlights_come_back_with_their_tags(library: Library):
    library.run(store, documents=[document_number(2)])
    library.run(read.delete_for_good, article_ids=[1])
    library.undo()
    with closing(library.reader()) as reader:
        found = annotations.of_article(reader, 1)
        assert [a.orphaned for a in found] == [False, True]
        assert [label.path for label in found[0].tags] == ["A/B"]
        assert samples.sample_ids(reader) == []


def test_a_blocked_step_is_skipped_when_asked_again(library: Library):
    library.run(tag.create, path="Pierwszy")
    first = library.run(tag.create, path="A").result
    library.run(tag.delete, tag_id=first)
    library.run(insert_tag)  # without a step of its own, as an import under way
    with pytest.raises(UserError, match="Undo once more"):
        library.undo()
    assert library.undoable is not None and library.undoable.name == "Delete tag"
    library.undo()  # the deletion is skipped; making "A" is undone (it is another "A" now)
    library.undo()
    with closing(library.reader()) as reader:
        assert tags.find(reader, "Pierwszy") is None
        assert tags.find(reader, "A") is not None
    assert library.undoable is None
    assert library.with_writer(check) == []


def test_an_article_deleted_while_its_import_runs_stays_away(library: Library):
    importing = library.open_step("Import")
    library.run_in(importing, store, documents=[document_number(1), document_number(2)])
    library.run(annotate.add_highlight, article_id=1, start=0, end=5, tag_paths=["Moja"])
    library.run(read.delete_for_good, article_ids=[1])
    library.close_step(importing)
    last = all_rows(library)
    undo_all(library)
    assert all_rows(library)["article"] == []
    assert all_rows(library)["annotation"] == []
    redo_all(library)
    assert [row["id"] for row in all_rows(library)["article"]] == [2]
    assert all_rows(library)["article"] == last["article"]
    assert library.with_writer(check) == []
