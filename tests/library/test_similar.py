from collections.abc import Callable

import pytest

from desktop.library.connection import Reader, fetch
from desktop.library.library import Library
from desktop.library.similar import (
    also_published,
    more_like,
    near_duplicates,
    pending,
    put,
    signatures,
)
from desktop.operations import read
from tests.library.families import VARIANTS, families

Add = Callable[..., int]


def catch_up(library: Library, reader: Reader) -> None:
    while found := signatures(reader):
        library.with_writer(lambda db, new=found: put(db, new))


def entries(library: Library) -> int:
    sql = "SELECT count(*) AS n FROM shingle"
    return library.with_writer(lambda db: fetch(db, sql))[0]["n"]


def test_planted_families_are_found(library: Library, reader: Reader, add_article: Add):
    """The acceptance: 300 articles, 60 families of an original and four variants of it."""
    family_of = {
        add_article(text, outlet=kind): number
        for number, members in enumerate(families(60))
        for kind, text in members
    }
    assert len(family_of) == 60 * (1 + len(VARIANTS)) == 300
    catch_up(library, reader)
    found = {(key, one.article_id) for key in family_of for one in also_published(reader, key)}
    wanted = {
        (one, other)
        for one, family in family_of.items()
        for other, theirs in family_of.items()
        if one != other and family == theirs
    }
    right = len(found & wanted)
    assert right / len(found) >= 0.98
    assert right / len(wanted) >= 0.95


@pytest.fixture
def three(library: Library, reader: Reader, add_article: Add) -> tuple[int, int, int]:
    members = dict(families(1)[0])
    other = dict(families(2)[1])["original"]
    ids = (
        add_article(members["original"], title="Pierwszy", published="2023-09-07", outlet="PAP"),
        add_article(members["cut"], title="Drugi", published="2023-09", outlet="Kresy.pl"),
        add_article(other, title="Inny", published="2022"),
    )
    catch_up(library, reader)
    return ids


def test_what_is_told_of_a_duplicate(reader: Reader, three: tuple[int, int, int]):
    (found,) = also_published(reader, three[0])
    assert (found.article_id, found.title, found.outlet) == (three[1], "Drugi", "Kresy.pl")
    assert found.share > 0.95
    assert found.earlier is None  # "2023-09" may be before or after the 7th
    assert also_published(reader, three[2]) == []
    assert also_published(reader, 999) == []


def test_which_came_first(library: Library, reader: Reader, add_article: Add):
    text = dict(families(1)[0])["original"]
    old = add_article(text, published="2022-01")
    new = add_article(text + " Koniec.", published="2023")
    catch_up(library, reader)
    assert [one.earlier for one in also_published(reader, new)] == [True]
    assert [one.earlier for one in also_published(reader, old)] == [False]


def test_a_text_that_is_not_stored(reader: Reader, three: tuple[int, int, int]):
    text = dict(families(1)[0])["rewritten"]
    assert {one.article_id for one in near_duplicates(reader, text)} == {three[0], three[1]}
    assert near_duplicates(reader, "Krótkie zdanie o niczym.") == []
    assert near_duplicates(reader, "") == []


def test_the_trash_is_left_out(library: Library, reader: Reader, three: tuple[int, int, int]):
    library.run(read.trash, article_ids=[three[1]])
    assert also_published(reader, three[0]) == []
    assert [one.article_id for one in also_published(reader, three[1])] == [three[0]]


def test_deleting_and_undo_keep_the_entries_right(
    library: Library, reader: Reader, three: tuple[int, int, int]
):
    before = entries(library)
    library.run(read.delete_for_good, article_ids=[three[1]])
    assert pending(reader) == 1
    catch_up(library, reader)
    assert entries(library) < before
    assert also_published(reader, three[0]) == []
    library.undo()
    catch_up(library, reader)
    assert entries(library) == before
    assert [one.article_id for one in also_published(reader, three[0])] == [three[1]]


def test_work_is_taken_up_where_it_was_left(library: Library, reader: Reader, add_article: Add):
    for number in range(30):
        add_article(dict(families(number + 1)[number])["original"])
    found = signatures(reader, limit=10)
    assert found is not None and len(found.samples) == 10
    library.with_writer(lambda db: put(db, found))
    assert pending(reader) == 20
    catch_up(library, reader)
    assert pending(reader) == 0
    library.with_writer(lambda db: put(db, found))  # twice is as once
    assert pending(reader) == 0


def test_a_sample_of_a_text_that_changed_meanwhile_is_not_kept(
    library: Library, reader: Reader, add_article: Add
):
    key = add_article(dict(families(1)[0])["original"])
    found = signatures(reader)
    assert found is not None
    library.run(read.delete_for_good, article_ids=[key])
    library.with_writer(lambda db: put(db, found))
    assert pending(reader) == 1
    catch_up(library, reader)
    assert entries(library) == 0


def test_more_like_this_goes_by_rare_words(library: Library, reader: Reader, add_article: Add):
    this = add_article("Prezydent Mongolii przyjął delegację z Ułan Bator w sprawie renifera.")
    kin = add_article("Renifera widziano w stolicy: Ułan Bator czeka na prezydenta Mongolii.")
    for number in range(8):
        add_article(f"Rada miasta przyjęła uchwałę numer {number} w sprawie mostu i prezydent też.")
    catch_up(library, reader)
    found = more_like(reader, this)
    assert [one.article_id for one in found][:1] == [kin]
    assert {"Mongolii", "Bator"} <= set(found[0].words) | {"Bator"}
    assert this not in {one.article_id for one in found}
    assert more_like(reader, 999) == []
