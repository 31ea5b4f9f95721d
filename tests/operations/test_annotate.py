from collections.abc import Callable
from typing import Any

import pytest

from desktop.core.errors import NotFound, UserError
from desktop.library import annotations, articles
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.operations import annotate

TEXT = "😀 Ala ma kota.\n\nOla ma kota."


@pytest.fixture
def article(add_article: Callable[..., int]) -> int:
    return add_article(TEXT)


def test_a_highlight_is_cut_from_the_stored_text(library: Library, reader: Reader, article: int):
    done = library.run(
        annotate.add_highlight,
        article_id=article, start=5, end=10, colour="green", style="underline",
        note="uwaga\r\n\ud800", tag_paths=["A/B", "C"], author="Ja",
    )  # fmt: skip
    found = annotations.get(reader, done.result)
    assert (found.start, found.end, found.exact) == (6, 10, "ma k")
    assert (found.prefix, found.suffix) == ("😀 Ala ", "ota.\nOla ma kota.")
    assert (found.colour, found.style, found.author) == ("green", "underline", "Ja")
    assert found.note == "uwaga\n\ufffd"
    assert [label.path for label in found.tags] == ["A/B", "C"]
    assert articles.get(reader, article).highlights == 1
    assert done.changes.step == "Add highlight"
    assert done.changes.touches("annotation") and done.changes.touches("tag")


@pytest.mark.parametrize(("start", "end"), [(1, 2), (3, 3), (9, 4), (99, 120)])
def test_nothing_selected(library: Library, article: int, start: int, end: int):
    with pytest.raises(UserError, match="Select some text"):
        library.run(annotate.add_highlight, article_id=article, start=start, end=end)


def test_wrong_looks_change_nothing(library: Library, reader: Reader, article: int):
    wrong: tuple[dict[str, Any], ...] = (
        {"colour": "x"},
        {"style": "x"},
        {"tag_paths": ["A", "a;b"]},
    )
    for looks in wrong:
        with pytest.raises(UserError):
            library.run(annotate.add_highlight, article_id=article, start=0, end=5, **looks)
    assert annotations.of_article(reader, article) == []
    assert reader.rows("SELECT * FROM tag") == []
    assert library.undoable is None


def test_highlight_a_quote(library: Library, reader: Reader, article: int):
    for number in (1, 2):
        library.run(
            annotate.highlight_quote,
            article_id=article,
            quote=" ma kota. ",
            occurrence=number,
            note="n",
        )
    found = annotations.of_article(reader, article)
    text = articles.text(reader, article).text
    assert [text[a.start : a.end] for a in found] == ["ma kota.", "ma kota."]
    assert found[0].start < found[1].start
    assert library.undoable and library.undoable.name == "Add highlight"


@pytest.mark.parametrize(
    ("quote", "number", "message"),
    [
        ("ma psa", 1, "does not contain the quote “ma psa”"),
        ("x" * 99, 1, "“x{57}…”"),
        ("  ", 1, "does not contain"),
        ("ma", 3, "occurs 2 times"),
        ("ma", 0, "occurs 2 times"),
    ],
)
def test_a_quote_that_is_not_there(quote: str, number: int, message: str):
    with pytest.raises(UserError, match=message):
        annotate.find_quote(TEXT, quote, occurrence=number)


def test_change_a_highlight(library: Library, reader: Reader, article: int):
    key = library.run(annotate.add_highlight, article_id=article, start=2, end=5).result
    library.run(annotate.set_note, annotation_id=key, note="nowa")
    library.run(annotate.set_colour, annotation_ids=[key], colour="blue")
    library.run(annotate.set_style, annotation_ids=[key], style="underline")
    library.run(annotate.set_range, annotation_id=key, start=2, end=9)
    library.run(annotate.add_tag, annotation_ids=[key], path="A")
    library.run(annotate.add_tag, annotation_ids=[key], path="a")
    found = annotations.get(reader, key)
    assert (found.note, found.colour, found.style, found.exact) == (
        "nowa",
        "blue",
        "underline",
        "Ala ma",
    )
    assert [label.path for label in found.tags] == ["A"]
    assert found.modified >= found.created
    library.run(annotate.remove_tag, annotation_ids=[key], tag_id=found.tags[0].id)
    library.run(annotate.remove_tag, annotation_ids=[key], tag_id=found.tags[0].id)
    assert annotations.get(reader, key).tags == ()
    names = []
    while undone := library.undo():
        names.append(undone.result.name)
    assert names == ["Untag highlight", "Tag highlight", "Change range", "Change style",
                     "Change colour",
                     "Edit note", "Add highlight"]  # fmt: skip
    assert annotations.of_article(reader, article) == []


def test_an_orphan_finds_a_place(library: Library, reader: Reader, article: int):
    key = library.run(annotate.add_highlight, article_id=article, start=2, end=5).result
    library.run(lambda tx: tx.update("annotation", key, orphaned=1))
    library.run(annotate.set_range, annotation_id=key, start=2, end=5)
    assert not annotations.get(reader, key).orphaned


def test_delete(library: Library, reader: Reader, article: int):
    keys = [
        library.run(annotate.add_highlight, article_id=article, start=0, end=n).result
        for n in (5, 9)
    ]
    library.run(annotate.delete, annotation_ids=[*keys, 99])
    assert annotations.of_article(reader, article) == []
    library.undo()
    assert len(annotations.of_article(reader, article)) == 2


def test_what_is_gone_is_not_found(library: Library, article: int):
    for operation, given in (
        (annotate.set_note, {"annotation_id": 9, "note": ""}),
        (annotate.set_colour, {"annotation_ids": [9], "colour": "blue"}),
        (annotate.set_range, {"annotation_id": 9, "start": 0, "end": 1}),
        (annotate.add_tag, {"annotation_ids": [9], "path": "A"}),
        (annotate.add_highlight, {"article_id": 9, "start": 0, "end": 1}),
    ):
        with pytest.raises(NotFound):
            library.run(operation, **given)  # type: ignore[arg-type]
    assert article == 1


def test_what_a_change_touched_can_be_told(library: Library, reader: Reader, article: int):
    def touched(operation: Callable[..., Any], **arguments: Any) -> list[int] | None:
        return annotations.touched(reader, library.run(operation, **arguments).changes)

    one = library.run(annotate.add_highlight, article_id=article, start=2, end=5).result
    two = library.run(annotate.add_highlight, article_id=article, start=6, end=9).result
    assert touched(annotate.set_note, annotation_id=one, note="x") == [one]
    assert touched(annotate.add_tag, annotation_ids=[one, two], path="A") == [one, two]
    tag_id = annotations.get(reader, one).tags[0].id
    assert touched(annotate.remove_tag, annotation_ids=[one], tag_id=tag_id) is None
    assert touched(annotate.delete, annotation_ids=[one]) == [one]
    assert annotations.present(reader, [one, two]) == [annotations.get(reader, two)]
