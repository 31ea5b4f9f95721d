from collections.abc import Callable

import pytest

from desktop.core.errors import UserError
from desktop.library import annotations
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.operations import annotate
from desktop.operations.reshape import join, split
from tests.builders import all_rows

TEXT = "Ala ma kota. Ola ma psa. Ewa ma konia."


@pytest.fixture
def article(add_article: Callable[..., int]) -> int:
    return add_article(TEXT)


def _add(library: Library, article: int, start: int, end: int, **looks: object) -> int:
    done = library.run(
        annotate.add_highlight,
        article_id=article,
        start=start,
        end=end,
        **looks,  # type: ignore[arg-type]
    )
    return done.result


def test_a_split_makes_two_of_one(library: Library, reader: Reader, article: int) -> None:
    one = _add(library, article, 0, 24, colour="green", note="uwaga", tag_paths=["A", "B"])
    before = all_rows(library)
    other = library.run(split, annotation_id=one, at=13).result
    first, second = annotations.of_article(reader, article)
    assert (first.id, first.exact, first.note) == (one, "Ala ma kota.", "uwaga")
    assert (second.id, second.exact, second.note) == (other, "Ola ma psa.", "")
    assert first.tags == second.tags
    assert second.colour == "green"
    library.undo()
    assert all_rows(library) == before


@pytest.mark.parametrize("at", [0, 12, 24, 30])
def test_a_split_needs_words_on_both_sides(library: Library, article: int, at: int) -> None:
    one = _add(library, article, 13, 24)
    with pytest.raises(UserError, match="inside the highlight"):
        library.run(split, annotation_id=one, at=at)


def test_neighbours_become_one(library: Library, reader: Reader, article: int) -> None:
    first = _add(library, article, 0, 12, note="raz", tag_paths=["A"], colour="blue")
    second = _add(library, article, 13, 24, note="dwa", tag_paths=["A", "B"])
    third = _add(library, article, 17, 38, note="raz")
    before = all_rows(library)
    assert library.run(join, annotation_ids=[third, second, first]).result == first
    (one,) = annotations.of_article(reader, article)
    assert (one.exact, one.colour) == (TEXT, "blue")
    assert one.note == "raz\n\ndwa"
    assert [label.path for label in one.tags] == ["A", "B"]
    library.undo()
    assert all_rows(library) == before


def test_words_between_are_not_swallowed(library: Library, article: int) -> None:
    ids = [_add(library, article, 0, 12), _add(library, article, 25, 38)]
    with pytest.raises(UserError, match="words between"):
        library.run(join, annotation_ids=ids)


def test_of_two_articles_nothing_is_made(
    library: Library, article: int, add_article: Callable[..., int]
) -> None:
    ids = [_add(library, article, 0, 12), _add(library, add_article("Inny tekst."), 0, 4)]
    with pytest.raises(UserError):
        library.run(join, annotation_ids=ids)
