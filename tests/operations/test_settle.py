"""Differences between coders in a real library: settled, undone, shared, and asked about anew."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest

from desktop.core.coder_differences import Agreed
from desktop.core.errors import Cancelled, UserError
from desktop.core.people import AGREED, only
from desktop.formats import registry
from desktop.library import annotations, dump, trash
from desktop.library.check import check
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.operations import annotate, read, settle, tag, versions
from desktop.operations.agreement import agreement
from desktop.operations.export import export_annotations
from desktop.operations.import_articles import store
from desktop.operations.merge import MergeReport
from desktop.operations.settle import Coded
from desktop.operations.share import merge_file
from tests.builders import all_rows, document

TEXT = "Raz dwa trzy. Cztery pięć sześć. Siedem osiem."
MARKS = (
    ("Ewa", "Raz dwa", "A"), ("Jan", "dwa trzy", "B"),  # other ends, other tags
    ("Ewa", "pięć", "A"),  # by one of them
    ("Ewa", "Siedem", "A"), ("Jan", "Siedem", "A"),  # alike
)  # fmt: skip


def _code(library: Library, article: int, marks: Any = MARKS) -> list[int]:
    return [
        library.run(
            annotate.highlight_quote, article_id=article, quote=quote, author=author,
            tag_paths=[path], note=f"{author}: {quote}",
        ).result
        for author, quote, path in marks
    ]  # fmt: skip


@pytest.fixture
def article(library: Library, add_article: Callable[..., int]) -> int:
    made = add_article(TEXT)
    _code(library, made)
    return made


def _coded(library: Library, article: int = 1) -> list[Coded]:
    with closing(library.reader()) as source:
        return settle.coded(source, [article])


def _agreed(library: Library, article: int = 1) -> list[annotations.Annotation]:
    with closing(library.reader()) as source:
        return [m for m in annotations.of_article(source, article) if m.author == AGREED]


def _settle(library: Library, one: Coded, agreed: Any) -> None:
    library.run(settle.settle, article_id=one.article_id, key=one.passage.key, agreed=agreed)


def test_all_that_was_coded_is_listed_in_reading_order(library: Library, article: int):
    found = _coded(library)
    assert [one.kinds for one in found] == [("ends", "tags"), ("missing",), ()]
    assert [one.settled for one in found] == [False] * 3
    assert found[0].title == TEXT


def test_an_article_that_one_person_coded_is_not_asked_about(
    library: Library, add_article: Callable[..., int], reader: Reader
):
    alone = add_article("Sam jeden. Bez innych.")
    _code(library, alone, [("Ewa", "Sam", "A"), (AGREED, "jeden", "A")])
    assert settle.coded(reader, [alone]) == []


def test_it_can_be_stopped(article: int, reader: Reader):
    with pytest.raises(Cancelled):
        settle.coded(reader, [article], cancelled=lambda: True)


@pytest.mark.parametrize(
    ("choose", "expected"),
    [
        (lambda p: p.accepted("Ewa"), [("Raz dwa", ["A"], "Ewa: Raz dwa")]),
        (lambda p: p.accepted("Jan"), [("dwa trzy", ["B"], "Jan: dwa trzy")]),
        (lambda p: p.accepted("Ewa", "Jan"),
         [("Raz dwa", ["A"], "Ewa: Raz dwa"), ("dwa trzy", ["B"], "Jan: dwa trzy")]),
        (lambda p: (), []),
        (lambda p: (Agreed(0, 13, ("C/D",), "razem", "red"),),
         [("Raz dwa trzy.", ["C/D"], "razem")]),
    ],
    ids=["one", "the other", "both", "neither", "own"],
)  # fmt: skip
def test_each_decision_is_one_step_and_is_not_asked_about_again(
    library: Library, article: int, choose: Callable[[Any], Any], expected: list[Any]
):
    before = all_rows(library)
    one = _coded(library)[0]
    _settle(library, one, choose(one.passage))
    after = all_rows(library)
    said = [(m.exact, [t.path for t in m.tags], m.note) for m in _agreed(library)]
    assert said == expected
    assert [one.settled for one in _coded(library)] == [True, False, False]
    library.undo()
    assert all_rows(library) == before
    assert not any(one.settled for one in _coded(library))
    library.redo()
    assert all_rows(library) == after
    assert library.with_writer(check) == []


def test_what_all_say_alike_is_accepted_at_once(library: Library, article: int):
    before = all_rows(library)
    assert library.run(settle.accept_alike, article_ids=[article]).result == 1
    assert [m.exact for m in _agreed(library)] == ["Siedem"]
    assert [one.settled for one in _coded(library)] == [False, False, True]
    assert library.run(settle.accept_alike, article_ids=[article]).result == 0
    library.undo()
    assert all_rows(library) == before


def test_another_decision_takes_the_place_of_the_first(
    library: Library, article: int, reader: Reader
):
    one = _coded(library)[0]
    _settle(library, one, one.passage.accepted("Ewa", "Jan"))
    kept = _agreed(library)[0]
    before = all_rows(library)
    own = Agreed(0, 7, ("C",), "inaczej", "red", "underline")
    _settle(library, one, [own])
    (left,) = _agreed(library)
    assert (left.uuid, left.colour, left.style, left.note) == (
        kept.uuid, "red", "underline", "inaczej",
    )  # fmt: skip
    assert [label.path for label in left.tags] == ["C"]
    assert [one.exact for one in trash.deleted_highlights(reader, 9)] == ["dwa trzy"]
    assert len(all_rows(library)["settled"]) == 1
    library.undo()
    assert all_rows(library) == before


def test_the_first_decision_may_come_back_though_its_highlight_is_in_the_trash(
    library: Library, article: int, reader: Reader
):
    one = _coded(library)[0]
    _settle(library, one, one.passage.accepted("Jan"))
    (uuid,) = [m.uuid for m in _agreed(library)]
    _settle(library, one, [])
    _settle(library, one, one.passage.accepted("Jan"))
    assert [m.uuid for m in _agreed(library)] == [uuid]
    assert trash.deleted_highlights(reader, 9) == []


def test_a_moved_highlight_of_the_layer_does_not_stand_in_the_way(library: Library, article: int):
    one = _coded(library)[0]
    _settle(library, one, one.passage.accepted("Jan"))
    library.run(annotate.set_range, annotation_id=_agreed(library)[0].id, start=20, end=24)
    _settle(library, one, one.passage.accepted("Jan"))
    assert [m.exact for m in _agreed(library)] == ["dwa trzy", TEXT[20:24].strip()]


def test_a_difference_that_changed_is_asked_about_again(library: Library, article: int):
    one = _coded(library)[0]
    _settle(library, one, one.passage.accepted("Ewa"))
    _code(library, article, [("Ola", "Raz", "A")])
    again = _coded(library)[0]
    assert not again.settled
    assert again.passage.settled_so()[0].note == "Ewa: Raz dwa"
    with pytest.raises(UserError, match="changed meanwhile"):
        _settle(library, one, [])
    _settle(library, again, again.passage.settled_so())
    assert _coded(library)[0].settled
    assert len(_agreed(library)) == 1


def test_a_tag_with_another_name_and_another_text_are_no_new_difference(
    library: Library, article: int, reader: Reader
):
    one = _coded(library)[0]
    _settle(library, one, one.passage.accepted("Ewa"))
    (tag_id,) = reader.ids("SELECT id FROM tag WHERE path = 'A'")
    library.run(tag.rename, tag_id=tag_id, name="Z")
    newer = f"Nowe zdanie na początku. {TEXT}"
    library.run(versions.edit_text, article_id=article, typed=newer)
    again = _coded(library)[0]
    assert (again.settled, again.passage.start) == (True, 25)


def test_the_layer_counts_in_no_agreement_and_can_be_looked_at_alone(
    library: Library, article: int, reader: Reader
):
    before = agreement(reader, [article], rounds=0)
    one = _coded(library)[0]
    _settle(library, one, [Agreed(0, 40, ("E",))])
    assert agreement(reader, [article], rounds=0) == before
    assert annotations.authors(reader) == ["Ewa", "Jan", AGREED]
    assert annotations.counts_by(reader, [article], only(AGREED)) == {article: 1}


def test_it_goes_with_its_article(library: Library, article: int):
    _settle(library, _coded(library)[0], [])
    before = all_rows(library)
    library.run(read.delete_for_good, article_ids=[article])
    assert all_rows(library)["settled"] == []
    library.undo()
    assert all_rows(library) == before


def test_the_dump_has_the_decisions(library: Library, article: int, reader: Reader):
    one = _coded(library)[0]
    _settle(library, one, [])
    lines = [json.loads(line) for line in dump.lines(reader)]
    (line,) = [line for line in lines if line["type"] == "settled"]
    assert line["key"] == one.passage.key
    assert line["article"] == next(one["uuid"] for one in lines if one["type"] == "article")


def _share(library: Library, path: Path, suffix: str = ".glosa") -> Path:
    target = path / f"{library.path.stem}{suffix}"
    with closing(library.reader()) as source:
        ids = list(source.ids("SELECT id FROM article"))
        exporter = registry.exporter(suffix.removeprefix("."))
        export_annotations(source, target, exporter=exporter, article_ids=ids)
    return target


def _lines(library: Library) -> list[dict[str, Any]]:
    with closing(library.reader()) as source:
        found = [json.loads(line) for line in dump.lines(source)]
    return [one for one in found if one["type"] in ("settled", "annotation", "tag")]


@pytest.fixture
def pair(library: Library, article: int, tmp_path: Path) -> Any:
    """Two libraries with the same coding."""
    with ExitStack() as stack:
        other = Library(tmp_path / "other.db")
        stack.callback(other.close)
        other.run(merge_file, path=_share(library, tmp_path))
        yield library, other


@pytest.mark.parametrize("suffix", [".jsonl", ".glosa"])
def test_decisions_travel(pair: Any, tmp_path: Path, suffix: str):
    first, second = pair
    _settle(first, _coded(first)[0], _coded(first)[0].passage.accepted("Ewa"))
    _settle(first, _coded(first)[1], [])
    second.run(merge_file, path=_share(first, tmp_path, suffix))
    assert [one.settled for one in _coded(second)] == [True, True, False]
    assert [m.exact for m in _agreed(second)] == ["Raz dwa"]


def test_two_who_decide_alike_decided_once(pair: Any, tmp_path: Path):
    first, second = pair
    for library in pair:
        library.run(settle.accept_alike, article_ids=[1])
        one = _coded(library)[0]
        _settle(library, one, one.passage.accepted("Ewa"))
    report: MergeReport = second.run(merge_file, path=_share(first, tmp_path)).result
    assert (report.reopened, report.new_annotations) == (0, 0)
    assert len(_agreed(second)) == 2
    first.run(merge_file, path=_share(second, tmp_path))
    assert _lines(first) == _lines(second)


def test_two_who_decide_in_different_ways_are_asked_again(pair: Any, tmp_path: Path):
    first, second = pair
    one = _coded(first)[0]
    _settle(first, one, one.passage.accepted("Ewa"))
    _settle(second, one, one.passage.accepted("Jan"))
    from_first, from_second = _share(first, tmp_path), _share(second, tmp_path)
    report: MergeReport = first.run(merge_file, path=from_second).result
    assert report.reopened == 1
    assert second.run(merge_file, path=from_first).result.reopened == 1
    assert _lines(first) == _lines(second)
    again = _coded(first)[0]
    assert (again.settled, again.outcomes, len(again.passage.agreed)) == (False, 2, 2)
    assert first.run(merge_file, path=from_second).result.reopened == 0
    _settle(first, again, again.passage.accepted("Jan"))
    assert _coded(first)[0].settled
    assert [m.exact for m in _agreed(first)] == ["dwa trzy"]


def test_an_older_library_that_can_only_be_read_has_no_decisions(tmp_path: Path):
    older = tmp_path / "older.db"
    with closing(Library(older)) as library:
        library.run(store, documents=[document(TEXT)])
        _code(library, 1)
    with closing(sqlite3.connect(older)) as db:
        db.execute("DROP TABLE settled")
    with closing(Library(older, read_only=True)) as library, closing(library.reader()) as source:
        assert [one.settled for one in settle.coded(source, [1])] == [False] * 3
        assert "settled" not in {json.loads(line)["type"] for line in dump.lines(source)}
