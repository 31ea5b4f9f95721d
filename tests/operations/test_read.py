from collections.abc import Callable

import pytest

from desktop.core.errors import NotFound, UserError
from desktop.library import articles
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.operations import annotate, read

DETAILS = {
    "title": "T",
    "author": "",
    "outlet": "",
    "agency": "",
    "url": "",
    "language": "",
    "published": "",
}


@pytest.fixture
def article(add_article: Callable[..., int]) -> int:
    return add_article("Ala ma kota.")


def test_status_star_note(library: Library, reader: Reader, article: int):
    library.run(read.set_status, article_ids=[article], status="archived")
    library.run(read.set_starred, article_ids=[article], starred=True)
    library.run(read.set_article_note, article_id=article, note="Notatka\r\n")
    row = articles.get(reader, article)
    assert (row.status, row.starred, articles.note(reader, article)) == (
        "archived",
        True,
        "Notatka\n",
    )
    with pytest.raises(UserError, match="Choose one of: unread"):
        library.run(read.set_status, article_ids=[article], status="x")
    with pytest.raises(NotFound):
        library.run(read.set_starred, article_ids=[article, 9], starred=False)
    assert articles.get(reader, article).starred
    for _ in range(3):
        library.undo()
    assert articles.get(reader, article).status == "unread"


def test_progress_is_no_step_and_no_change_of_a_status_chosen(
    library: Library, reader: Reader, article: int
):
    library.run(read.set_status, article_ids=[article], status="read")
    library.run(read.save_progress, article_id=article, position=1, fraction=0.5)
    assert articles.get(reader, article).status == "read"
    assert library.undoable and library.undoable.name == "Change status"


def test_edit_details(library: Library, reader: Reader, article: int):
    given = {"title": " Nowy\ntytuł ", "author": "A\ud800", "outlet": "Kresy.pl", "agency": "PAP",
             "url": " https://x ", "language": "PL ", "published": " 2023-9"}  # fmt: skip
    library.run(read.edit_details, article_id=article, **given)
    row = articles.get(reader, article)
    assert (row.title, row.author, row.outlet, row.agency) == (
        "Nowy tytuł",
        "A\ufffd",
        "Kresy.pl",
        "PAP",
    )
    assert (row.url, row.language, row.published) == ("https://x", "pl", "2023-09")
    library.run(read.edit_details, article_id=article, **DETAILS)
    assert articles.get(reader, article).published == ""


@pytest.mark.parametrize(
    "wrong", [{"title": " "}, {"published": "dziś"}, {"published": "2023-02-30"}]
)
def test_wrong_details(library: Library, reader: Reader, article: int, wrong: dict[str, str]):
    with pytest.raises(UserError):
        library.run(read.edit_details, article_id=article, **{**DETAILS, **wrong})
    assert articles.get(reader, article).title == "Ala ma kota."


def test_trash_restore_and_delete(library: Library, reader: Reader, article: int):
    library.run(annotate.add_highlight, article_id=article, start=0, end=3)
    library.run(read.trash, article_ids=[article])
    assert articles.get(reader, article).trashed and articles.count(reader) == 0
    library.run(read.restore, article_ids=[article])
    assert articles.count(reader) == 1
    library.run(read.delete_for_good, article_ids=[article])
    with pytest.raises(NotFound):
        articles.get(reader, article)
    library.undo()
    assert articles.get(reader, article).highlights == 1
