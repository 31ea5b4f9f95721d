"""Two coders in a real library: the numbers by hand, and clear words where there are none."""

from collections.abc import Callable

import pytest

from desktop.core.errors import Cancelled, UserError
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.operations import annotate
from desktop.operations.agreement import agreement

TEXT = "Raz dwa.\n\nTrzy cztery.\n\nPięć sześć.\n\nSiedem osiem."


@pytest.fixture
def coded(library: Library, add_article: Callable[..., int]) -> int:
    article = add_article(TEXT)
    text = TEXT.replace("\n\n", "\n")
    for author, word, tag in (
        ("Ewa", "Raz", "A"), ("Jan", "dwa", "A"), ("Ewa", "Trzy", "A"), ("Jan", "Siedem", "B/C"),
    ):  # fmt: skip
        start = text.index(word)
        mark = library.run(
            annotate.add_highlight,
            article_id=article, start=start, end=start + len(word), author=author,
        ).result  # fmt: skip
        library.run(annotate.add_tag, annotation_ids=[mark], path=tag)
    return article


def test_by_paragraph(coded: int, reader: Reader):
    found = agreement(reader, [coded], unit="paragraph", rounds=50)
    assert found.coders == ("Ewa", "Jan")
    assert (found.articles, [row.tag for row in found.tags]) == (1, ["A", "B/C"])
    row = found.tags[0]
    # Ewa marks paragraphs 1 and 2, Jan only 1: (1,1), (1,0), (0,0), (0,0).
    assert (row.units, row.marked) == (4, 2)
    assert row.values["percent"] == pytest.approx(0.75)
    assert row.values["cohen"] == pytest.approx(0.5)
    assert row.values["krippendorff"] == pytest.approx(1 - 7 * 2 / (2 * 3 * 5))


def test_by_character_the_two_never_agree(coded: int, reader: Reader):
    found = agreement(reader, [coded], unit="character", rounds=0)
    kappa = found.tags[0].values["cohen"]
    assert kappa is not None
    assert kappa < 0
    assert set(found.tags[0].intervals.values()) == {None}


def test_one_coder_alone_is_said(library: Library, add_article: Callable[..., int], reader: Reader):
    article = add_article("Sam.")
    library.run(annotate.add_highlight, article_id=article, start=0, end=3, author="Ewa")
    with pytest.raises(UserError, match="marked by two people"):
        agreement(reader, [article])


def test_passages_are_compared_where_all_coders_judged(coded: int, reader: Reader):
    values = agreement(reader, [coded], unit="sentence", rounds=20).tags[0].values
    assert values["unitizing"] is not None
    assert values["unitizing"] < 1


def test_it_can_be_stopped(coded: int, reader: Reader):
    asked = iter([False, False, True])
    with pytest.raises(Cancelled):
        agreement(reader, [coded], rounds=0, cancelled=lambda: next(asked, True))
