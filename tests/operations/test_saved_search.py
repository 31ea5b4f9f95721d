import pytest

from desktop.core.errors import NotFound, UserError
from desktop.library import saved_searches
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.library.saved_searches import SavedSearch
from desktop.operations import saved_search
from tests.builders import all_rows


def kept(reader: Reader) -> list[SavedSearch]:
    return saved_searches.all_searches(reader)


def test_a_search_is_kept_under_its_text_and_renamed(library: Library, reader: Reader):
    first = library.run(saved_search.save, query="  wojna   OR pokój ").result
    second = library.run(saved_search.save, query="tag:claim", name=" Twierdzenia\n").result
    assert kept(reader) == [
        SavedSearch(first, "wojna OR pokój", "wojna OR pokój"),
        SavedSearch(second, "Twierdzenia", "tag:claim"),
    ]
    library.run(saved_search.rename, search_id=first, name="Wojna i pokój")
    assert kept(reader)[0] == SavedSearch(first, "Wojna i pokój", "wojna OR pokój")
    library.run(saved_search.rename, search_id=first, name="  ")
    assert kept(reader)[0].name == "wojna OR pokój"


def test_the_same_search_is_kept_once(library: Library, reader: Reader):
    first = library.run(saved_search.save, query="wojna").result
    again = library.run(saved_search.save, query="wojna ")
    assert again.result == first
    assert not again.changes.rows
    assert len(kept(reader)) == 1


def test_every_step_can_be_undone(library: Library, reader: Reader):
    none = all_rows(library)
    key = library.run(saved_search.save, query="wojna").result
    one = all_rows(library)
    library.run(saved_search.rename, search_id=key, name="W")
    renamed = all_rows(library)
    library.run(saved_search.delete, search_id=key)
    assert kept(reader) == []
    for rows in (renamed, one, none):
        library.undo()
        assert all_rows(library) == rows


def test_what_cannot_be_searched_for_is_not_kept(library: Library, reader: Reader):
    for text in ("", " - ", "(", "status:gone"):
        with pytest.raises(UserError):
            library.run(saved_search.save, query=text)
    with pytest.raises(NotFound):
        library.run(saved_search.rename, search_id=7, name="x")
    library.run(saved_search.delete, search_id=7)
    assert kept(reader) == []


def test_an_older_file_has_none(library: Library, reader: Reader):
    library.with_writer(lambda db: db.execute("DROP TABLE saved_search"))
    assert kept(reader) == []
