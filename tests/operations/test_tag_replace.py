"""Find and replace in tag names: the tree afterwards, what hangs on it, and one step back."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.errors import UserError
from desktop.core.tag_replacing import Wanted
from desktop.library import articles, tags
from desktop.library.check import check
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.operations import tag
from desktop.operations.tag_replace import preview, replace_in_names
from tests.builders import all_rows


def paths(reader: Reader) -> list[str]:
    return sorted(one.path for one in tags.tree(reader))


def make(library: Library, *wanted: str) -> None:
    for path in wanted:
        library.run(tag.create, path=path)


def replaced(library: Library, find: str, put: str, **more: bool) -> int:
    return library.run(replace_in_names, wanted=Wanted(find, put, **more)).result


def test_a_family_goes_along_and_merges(
    library: Library, reader: Reader, add_article: Callable[..., int]
) -> None:
    article = add_article("Ala ma kota.")
    make(library, "Spory/nowe", "Spór/nowe", "Spór/stare")
    library.run(tag.tag_articles, article_ids=[article], add=["Spory/nowe", "Spory"])
    before = all_rows(library)
    assert [one.merges for one in preview(reader, Wanted("Spory", "Spór"))] == [True]
    assert replaced(library, "spory", "Spór") == 1
    assert paths(reader) == ["Spór", "Spór/nowe", "Spór/stare"]
    assert [one.path for one in articles.get(reader, article).tags] == ["Spór", "Spór/nowe"]
    assert library.with_writer(check) == []
    library.undo()
    assert all_rows(library) == before


def test_two_tags_change_places(library: Library, reader: Reader) -> None:
    make(library, "a/x", "b/y")
    first = tags.find(reader, "a")
    assert replaced(library, "^(a)$|^(b)$", r"\2z\1", pattern=True) == 2
    assert paths(reader) == ["bz", "bz/y", "za", "za/x"]
    assert tags.find(reader, "za") == first


def test_case_alone_is_changed(library: Library, reader: Reader) -> None:
    make(library, "łódź/most")
    assert replaced(library, "łódź", "Łódź") == 1
    assert paths(reader) == ["Łódź", "Łódź/most"]


def test_paths_move_and_parents_are_made(library: Library, reader: Reader) -> None:
    make(library, "Polska/Rosja", "Rosja/Dyplomacja")
    assert replaced(library, "^Rosja", "Kraje/Rosja", in_paths=True, pattern=True) == 2
    assert paths(reader) == ["Kraje", "Kraje/Rosja", "Kraje/Rosja/Dyplomacja", "Polska",
                             "Polska/Rosja"]  # fmt: skip
    assert replaced(library, "Kraje/Rosja", "Kraje", in_paths=True) == 2
    assert paths(reader) == ["Kraje", "Kraje/Dyplomacja", "Polska", "Polska/Rosja"]
    assert replaced(library, "^Kraje$", "Kraje/Kraje", in_paths=True, pattern=True) == 1
    assert "Kraje/Kraje/Dyplomacja" in paths(reader)


def test_a_moved_tag_follows_the_case_of_the_tag_above(library: Library, reader: Reader) -> None:
    make(library, "a/b", "c")
    assert replaced(library, "^a/", "A/", in_paths=True, pattern=True) == 1
    assert replaced(library, "c", "A/c", in_paths=True) == 1
    assert paths(reader) == ["a", "a/b", "a/c"]
    assert library.with_writer(check) == []


def test_many_become_one(library: Library, reader: Reader) -> None:
    make(library, "T1/a", "T2/a", "T3/b", "T")
    assert replaced(library, r"\d", "", pattern=True) == 3
    assert paths(reader) == ["T", "T/a", "T/b"]


def test_what_merges_into_a_tag_in_another_case_takes_its_path(
    library: Library, reader: Reader
) -> None:
    make(library, "Kraje", "b/x", "b/b")
    assert replaced(library, "b", "KRAJE", in_paths=True) == 3
    assert paths(reader) == ["Kraje", "Kraje/KRAJE", "Kraje/x"]
    assert library.with_writer(check) == []


def test_nothing_changes_when_a_name_cannot_be(library: Library, reader: Reader) -> None:
    make(library, "A", "B")
    with pytest.raises(UserError):
        replaced(library, "A", ";")
    assert paths(reader) == ["A", "B"]
    assert replaced(library, "nic", "x") == 0


@given(
    wanted=st.lists(st.text(alphabet="ab/", min_size=1, max_size=5), max_size=6),
    find=st.text(alphabet="ab/^$.", min_size=1, max_size=3),
    put=st.text(alphabet="abA/", max_size=3),
    in_paths=st.booleans(),
    pattern=st.booleans(),
)
def test_whatever_is_replaced_the_tree_is_whole_and_undo_brings_it_back(
    library: Library, wanted: list[str], find: str, put: str, in_paths: bool, pattern: bool
) -> None:
    for row in all_rows(library)["tag"]:  # of the example before
        if row["parent_id"] is None:
            library.run(tag.delete, tag_id=row["id"])
    for path in wanted:
        try:
            make(library, path)
        except UserError:
            continue
    before = all_rows(library)["tag"]
    try:
        done = library.run(
            replace_in_names, wanted=Wanted(find, put, in_paths=in_paths, pattern=pattern)
        )
    except UserError:
        assert all_rows(library)["tag"] == before
        return
    assert library.with_writer(check) == []
    rows = {row["id"]: row for row in all_rows(library)["tag"]}
    for row in rows.values():
        above = f"{rows[row['parent_id']]['path']}/" if row["parent_id"] else ""
        assert row["path"] == above + row["name"]
    assert len({row["path_fold"] for row in rows.values()}) == len(rows)
    if done.changes.rows:
        library.undo()
        assert all_rows(library)["tag"] == before
