"""The model holds all ids but only the rows that were looked at."""

from array import array
from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale, Qt

from desktop.core.hits import Span
from desktop.core.people import EVERYONE
from desktop.core.query import Query, parse
from desktop.operations import annotate, read, tag
from desktop.ui.context import Context
from desktop.ui.library_pane.article_model import COLUMNS, ArticleModel
from desktop.ui.library_pane.article_pages import KEPT, PAGE, ArticlePages

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Add = Callable[..., int]


@pytest.fixture
def model(context: Context) -> ArticleModel:
    return ArticleModel(context)


def texts_of(model: ArticleModel, row: int) -> list[object]:
    return [model.index(row, column).data() for column in range(len(COLUMNS))]


def test_is_a_sound_model(model: ArticleModel, add_article: Add, qtmodeltester) -> None:
    ids = [add_article(f"Tekst numer {n}") for n in range(5)]
    qtmodeltester.check(model)
    model.show_ids(array("q", ids), Query())
    model.show_ids(array("q", ids[1:4]), Query())


def test_cells_are_for_people(context: Context, model: ArticleModel, add_article: Add) -> None:
    QLocale.setDefault(QLocale("pl"))
    one = add_article("Zapora stoi", outlet="Kresy.pl", published="2023-09")
    context.library.run(annotate.add_highlight, article_id=one, start=0, end=6)
    context.library.run(tag.tag_articles, article_ids=[one], add=["Woda/Zapory", "Budowa"])
    model.show_ids(array("q", [one]), Query())
    shown = texts_of(model, 0)
    assert shown[:6] == [
        "Zapora stoi",
        "Kresy.pl",
        "wrzesień 2023",
        "Unread",
        "1",
        "Budowa, Woda/Zapory",
    ]


def test_speaks_a_row_whole(model: ArticleModel, add_article: Add) -> None:
    one = add_article("Zapora stoi", agency="PAP", published="2023")
    model.show_ids(array("q", [one]), Query())
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Zapora stoi, PAP, 2023, Unread, ")


def test_tooltip_shows_markup_as_text(model: ArticleModel, add_article: Add) -> None:
    one = add_article("<b>Zapora</b>")
    model.show_ids(array("q", [one]), Query())
    assert "&lt;b&gt;" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_an_article_that_is_gone_is_an_empty_row(model: ArticleModel, add_article: Add) -> None:
    model.show_ids(array("q", [add_article("Jest"), 99]), Query())
    assert model.article(1) is None
    assert texts_of(model, 1) == [None] * len(COLUMNS)


def test_reads_changed_rows_anew(context: Context, model: ArticleModel, add_article: Add) -> None:
    one = add_article("Zapora")
    model.show_ids(array("q", [one]), Query())
    assert texts_of(model, 0)[3] == "Unread"
    context.library.run(read.set_status, article_ids=[one], status="read")
    before, after = model.read_again([one, 99])
    assert (before[one].status, after[one].status) == ("unread", "read")
    assert texts_of(model, 0)[3] == "Read"


def test_a_million_rows_cost_only_what_is_seen(model: ArticleModel, add_article: Add) -> None:
    one = add_article("Zapora")
    model.show_ids(array("q", [one]) * 1_000_000, Query())
    assert model.rowCount() == 1_000_000
    assert texts_of(model, 999_999)[0] == "Zapora"
    assert model.pages.loaded <= PAGE


def test_rows_are_known_as_the_list_grows_and_changes(
    model: ArticleModel, add_article: Add
) -> None:
    ids = array("q", range(1, 2 * PAGE + 1))
    model.show_ids(ids[:PAGE], Query())
    assert (model.row_of(1), model.row_of(PAGE), model.row_of(PAGE + 3)) == (0, PAGE - 1, -1)
    assert model.extend(ids)
    assert (model.row_of(1), model.row_of(PAGE + 3)) == (0, PAGE + 2)
    model.show_ids(array("q", reversed(ids[1:])), Query())
    assert (model.row_of(1), model.row_of(PAGE + 3)) == (-1, PAGE - 3)


def test_pages_are_forgotten_in_time(context: Context, add_article: Add) -> None:
    ids = array("q", [add_article("Zapora")]) * (PAGE * (KEPT + 5))
    pages = ArticlePages(context.reader, lambda: EVERYONE)
    for page in range(KEPT + 5):
        pages.row(ids, page * PAGE)
    assert pages.loaded == KEPT


def test_marks_arrive_after_they_were_asked_for(
    model: ArticleModel, add_article: Add, qtbot
) -> None:
    one = add_article("Łódź\n\nPierwszy akapit. Nowa łódź płynie.", title="Moja łódź")
    model.show_ids(array("q", [one]), parse("lodz"))
    assert model.marks(0) is None
    with qtbot.waitSignal(model.dataChanged):
        pass
    marks = model.marks(0)
    assert marks is not None
    assert _cut("Moja łódź", marks.title[0]) == "łódź"
    assert _cut(marks.snippet.text, marks.snippet.hits[0]) == "Łódź"


def test_no_marks_without_words_to_mark(model: ArticleModel, add_article: Add) -> None:
    model.show_ids(array("q", [add_article("Zapora")]), parse("status:unread"))
    assert model.marks(0) is None


def test_newest_first_where_that_is_what_one_wants(model: ArticleModel) -> None:
    def first_order(column: str) -> object:
        role = Qt.ItemDataRole.InitialSortOrderRole
        return model.headerData(COLUMNS.index(column), Qt.Orientation.Horizontal, role)

    assert first_order("added") == Qt.SortOrder.DescendingOrder
    assert first_order("title") == Qt.SortOrder.AscendingOrder


def _cut(text: str, span: Span) -> str:
    return text[slice(*span)]
