from collections.abc import Callable

import pytest

from desktop.core.errors import NotFound, UserError
from desktop.library import articles, tags
from desktop.library.check import check
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.operations import annotate, tag
from tests.builders import all_rows


@pytest.fixture
def article(add_article: Callable[..., int]) -> int:
    return add_article("Ala ma kota.")


def made(library: Library, *paths: str) -> dict[str, int]:
    return {path: library.run(tag.create, path=path).result for path in paths}


def paths(reader: Reader) -> list[str]:
    return [t.path for t in tags.tree(reader)]


def of_article(reader: Reader, key: int) -> list[str]:
    return [label.path for label in articles.get(reader, key).tags]


def test_tag_articles(library: Library, reader: Reader, article: int):
    library.run(tag.tag_articles, article_ids=[article], add=["A/B", "C", "c"])
    assert of_article(reader, article) == ["A/B", "C"]
    library.run(tag.tag_articles, article_ids=[article], add=["D"], remove=["a/b", "C"])
    assert of_article(reader, article) == ["D"]
    library.undo()
    assert of_article(reader, article) == ["A/B", "C"]
    library.redo()
    library.run(tag.untag_articles, article_ids=[article], tag_id=tags.find(reader, "D") or 0)
    assert of_article(reader, article) == []


def test_tagging_twice_is_no_step(library: Library, article: int):
    library.run(tag.tag_articles, article_ids=[article], add=["A"])
    library.run(tag.tag_articles, article_ids=[article], add=["A"])
    library.undo()
    assert library.undoable is None or library.undoable.name != "Tag article"


def test_mistakes_in_tagging_change_nothing(library: Library, reader: Reader, article: int):
    for given in ({"remove": ["X"]}, {"add": ["Y", "a;b"]}, {"add": ["Y"], "remove": ["/"]}):
        with pytest.raises(UserError):
            library.run(tag.tag_articles, article_ids=[article], **given)
    with pytest.raises(NotFound):
        library.run(tag.tag_articles, article_ids=[article, 9], add=["Y"])
    assert paths(reader) == []


def test_create_says_where_it_is(library: Library, reader: Reader):
    assert made(library, "A/B")["A/B"] == made(library, "a/b")["a/b"]
    assert made(library, "a/C")
    assert paths(reader) == ["A", "A/B", "A/C"]


def test_rename_takes_the_family_along(library: Library, reader: Reader):
    keys = made(library, "A/B/C", "A/B", "A/D")
    library.run(tag.rename, tag_id=keys["A/B"], name=" b ")
    assert paths(reader) == ["A", "A/b", "A/b/C", "A/D"]
    library.run(tag.rename, tag_id=keys["A/B"], name="X")
    assert paths(reader) == ["A", "A/D", "A/X", "A/X/C"]
    with pytest.raises(UserError, match="“A/d” already"):
        library.run(tag.rename, tag_id=keys["A/B"], name="d")
    with pytest.raises(UserError, match="/"):
        library.run(tag.rename, tag_id=keys["A/B"], name="a/b")
    library.undo()
    library.undo()
    assert paths(reader) == ["A", "A/B", "A/B/C", "A/D"]


def test_names_that_begin_alike_are_no_family(library: Library, reader: Reader):
    keys = made(library, "A", "A/x", "A b", "A-b", "A.c", "A0", "A_%")
    library.run(tag.rename, tag_id=keys["A"], name="Z")
    assert sorted(paths(reader)) == sorted(["Z", "Z/x", "A b", "A-b", "A.c", "A0", "A_%"])


def test_move(library: Library, reader: Reader):
    keys = made(library, "A/B/C", "A/B", "X")
    library.run(tag.move, tag_id=keys["A/B"], parent_id=keys["X"])
    assert paths(reader) == ["A", "X", "X/B", "X/B/C"]
    library.run(tag.move, tag_id=keys["A/B"], parent_id=None)
    assert paths(reader) == ["A", "B", "B/C", "X"]
    for parent in (keys["A/B"], keys["A/B/C"]):
        with pytest.raises(UserError, match="into itself"):
            library.run(tag.move, tag_id=keys["A/B"], parent_id=parent)
    made(library, "X/b")
    with pytest.raises(UserError, match="already"):
        library.run(tag.move, tag_id=keys["A/B"], parent_id=keys["X"])
    with pytest.raises(NotFound):
        library.run(tag.move, tag_id=99, parent_id=None)
    assert library.with_writer(check) == []


def test_merge(library: Library, reader: Reader, article: int):
    keys = made(library, "A/x/1", "A/y", "B/x/2", "B", "A")
    library.run(tag.tag_articles, article_ids=[article], add=["A", "B", "A/x", "A/y", "A/x/1"])
    library.run(annotate.add_highlight, article_id=article, start=0, end=3, tag_paths=["A"])
    library.run(tag.merge, tag_id=keys["A"], into_id=keys["B"])
    assert paths(reader) == ["B", "B/x", "B/x/1", "B/x/2", "B/y"]
    assert of_article(reader, article) == ["B", "B/x", "B/x/1", "B/y"]
    assert tags.labels_of(reader, "annotation", [1])[1][0].path == "B"
    library.undo()
    assert of_article(reader, article) == ["A", "A/x", "A/x/1", "A/y", "B"]
    assert library.with_writer(check) == []


def test_merge_into_the_parent_keeps_a_child_of_the_same_name(
    library: Library, reader: Reader, article: int
):
    library.run(tag.tag_articles, article_ids=[article], add=["A/B/B/C", "A/B/B", "A/B"])
    one, into = tags.find(reader, "A/B"), tags.find(reader, "A")
    library.run(tag.merge, tag_id=one or 0, into_id=into or 0)
    assert paths(reader) == ["A", "A/B", "A/B/C"]
    assert of_article(reader, article) == ["A", "A/B", "A/B/C"]
    assert library.with_writer(check) == []
    library.undo()
    assert of_article(reader, article) == ["A/B", "A/B/B", "A/B/B/C"]


def test_merge_into_oneself(library: Library):
    keys = made(library, "A", "A/B")
    for into in keys.values():
        with pytest.raises(UserError, match="itself"):
            library.run(tag.merge, tag_id=keys["A"], into_id=into)


def test_colour_and_description(library: Library, reader: Reader):
    key = made(library, "A")["A"]
    library.run(tag.recolour, tag_id=key, colour="red")
    library.run(tag.describe, tag_id=key, description="co tu\ud800")
    assert (tags.tree(reader)[0].colour, tags.tree(reader)[0].description) == ("red", "co tu\ufffd")
    library.run(tag.recolour, tag_id=key, colour="")
    with pytest.raises(UserError, match="no colour"):
        library.run(tag.recolour, tag_id=key, colour="#ff0000")
    with pytest.raises(NotFound):
        library.run(tag.describe, tag_id=9, description="")


def test_delete_takes_the_family_and_leaves_the_articles(
    library: Library, reader: Reader, article: int
):
    library.run(tag.tag_articles, article_ids=[article], add=["A/B/C", "A", "X"])
    library.run(tag.delete, tag_id=tags.find(reader, "A") or 0)
    assert paths(reader) == ["X"]
    assert of_article(reader, article) == ["X"]
    library.undo()
    assert of_article(reader, article) == ["A", "A/B/C", "X"]


def test_the_deepest_tree_can_be_deleted(library: Library, reader: Reader):
    made(library, "/".join("a" * 40))
    library.run(tag.delete, tag_id=1)
    assert paths(reader) == []
    library.undo()
    assert len(paths(reader)) == 40


def test_unused_tags_go_in_one_step(
    library: Library, reader: Reader, add_article: Callable[..., int]
) -> None:
    article = add_article("Rada przyjęła plan.")
    for path in ("A/B/C", "A/D", "X/Y"):
        library.run(tag.create, path=path)
    library.run(tag.tag_articles, article_ids=[article], add=["A/B"])
    before = all_rows(library)
    assert library.run(tag.delete_unused).result == 4
    assert [one.path for one in tags.tree(reader)] == ["A", "A/B"]
    assert library.run(tag.delete_unused).result == 0
    library.undo()
    assert all_rows(library) == before
