"""The rows of the cards: the model, their heights, and that 20,000 of them stay fluid."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from desktop.library.annotations import Annotation
from desktop.ui.sidebar.annotation_model import ANNOTATION, ID, AnnotationModel
from desktop.ui.sidebar.heights import Heights
from desktop.ui.sidebar.text_lines import lay_lines, line_count

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def card(number: int, **values) -> Annotation:
    one = Annotation(
        id=number, uuid=str(number), article_id=1, version=1, start=number, end=number + 9,
        exact=f"Cytat numer {number} o rzece", prefix="", suffix="", colour="yellow",
        style="highlight", note="", author="", created="", modified="", orphaned=False,
    )  # fmt: skip
    return replace(one, **values)


def test_the_model_keeps_qts_rules(qtmodeltester, qapp):
    model = AnnotationModel()
    model.set_annotations([card(n) for n in range(5)])
    qtmodeltester.check(model)
    model.set_filter("numer 3")
    assert [one.id for one in model.shown] == [3]
    model.set_filter("")
    model.set_annotations([card(0), card(9, start=1), card(2), card(4)])
    model.set_annotations([card(0), card(9, start=1, note="nowa"), card(2)])
    assert model.index(1).data(ANNOTATION).note == "nowa"
    assert [model.index(row).data(ID) for row in range(3)] == [0, 9, 2]
    assert (model.row_of(2), model.row_of(4), model.row_of(None)) == (2, -1, -1)
    model.set_annotations([])
    assert model.rowCount() == 0


def test_rows_are_known_while_others_come_go_and_move(qapp):
    model = AnnotationModel()
    heard: list[list[int]] = []

    def look() -> None:
        heard.append([model.row_of(one.id) for one in model.shown])

    for told in (model.rowsInserted, model.rowsRemoved, model.dataChanged):
        told.connect(look)
    for shown in (
        [card(n) for n in range(0, 60, 2)],
        [card(n) for n in range(0, 60, 2) if n != 8],
        [card(n) for n in sorted((*range(0, 60, 2), 31))],
        [card(n, end=n + 20) for n in range(0, 60, 2)],
        [card(40, start=-1), *(card(n) for n in range(0, 60, 2) if n != 40)],
    ):
        model.set_annotations(shown)
        assert [model.row_of(one.id) for one in shown] == list(range(len(shown)))
        assert model.get(shown[-1].id) == shown[-1]
    assert model.get(31) is None
    assert all(rows == list(range(len(rows))) for rows in heard)
    assert len(heard) > 5


def test_only_what_changed_is_told(qtbot):
    model = AnnotationModel()
    model.set_annotations([card(n) for n in range(5)])
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    model.rowsInserted.connect(lambda *_: changed.append(-1))
    model.set_annotations([card(n, note="x" if n == 3 else "") for n in range(5)])
    assert changed == [3]


def test_heights_are_sums():
    heights = Heights()
    assert (heights.total, heights.row_at(5)) == (0, -1)
    heights.replace(0, 0, [10, 20, 30])
    assert [heights.top(row) for row in range(3)] == [0, 10, 30]
    assert [heights.row_at(y) for y in (-5, 0, 9, 10, 29, 30, 99)] == [0, 0, 0, 1, 1, 2, 2]
    assert heights.change(1, 25) == 5
    assert (heights.top(2), heights.total) == (35, 65)


def test_lines_are_cut_between_letters_not_within(qapp):
    font = QFont()
    text = "🦊🦊🦊 Zażółć gęślą jaźń " * 40
    lines = lay_lines(text, font, 200, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(QFontMetrics(font).horizontalAdvance(line) <= 204 for line in lines)
    assert text.startswith("".join(lines[0])[:4])
    assert lay_lines("jeden\ndwa", font, 200, 3) == ("jeden", "dwa")
    assert lay_lines("a\nb\nc\nd", font, 200, 3) == ("a", "b", "c …")
    assert line_count("", font, 200, 5) == 1
    assert line_count("a\n\n", font, 200, 5) == 3


def test_twenty_thousand_cards(desk):
    many = [
        card(n, note="notatka " * (n % 7), exact="słowo " * (n % 60 + 1)) for n in range(1, 20_001)
    ]
    desk.sidebar.set_annotations(many)
    bar = desk.cards.verticalScrollBar()
    desk.sidebar.grab()
    for value in range(0, bar.maximum(), bar.maximum() // 40):
        bar.setValue(value)
        desk.cards.viewport().grab()
    desk.sidebar.select_annotation(15_000)
    rect = desk.cards.visualRect(desk.cards.currentIndex())
    assert rect.top() >= 0
    assert desk.cards.card.geometry().intersects(desk.cards.viewport().rect())
    for _ in range(5):
        desk.qtbot.keyClicks(desk.note, "nowy wiersz")
        desk.qtbot.keyClick(desk.note, Qt.Key.Key_Return)
    assert desk.note.toPlainText().count("nowy wiersz") == 5


def test_a_refresh_keeps_the_place(desk):
    many = [card(n, exact="słowo " * (n % 60 + 1)) for n in range(1, 400)]
    desk.sidebar.set_annotations(many)
    desk.cards.verticalScrollBar().setValue(5_000)
    first = desk.cards.indexAt(desk.cards.viewport().rect().topLeft())
    one, y = first.data(ID), desk.cards.visualRect(first).top()
    desk.sidebar.set_annotations([card(1000), *many[3:]])
    again = desk.cards.model().index(desk.cards.model().row_of(one))
    assert desk.cards.visualRect(again).top() == y


def test_scrolling_up_into_cards_not_yet_measured_does_not_jump(desk):
    many = [card(n, exact="słowo " * (n % 60 + 1)) for n in range(1, 400)]
    desk.sidebar.set_annotations(many)
    bar, view = desk.cards.verticalScrollBar(), desk.cards
    bar.setValue(9_000)
    for _ in range(60):
        first = view.indexAt(view.viewport().rect().topLeft())
        below = view.model().index(first.row() + 1)
        y, value = view.visualRect(below).top(), bar.value()
        bar.setValue(value - 7)
        assert abs(view.visualRect(below).top() - y - 7) <= 1


@pytest.mark.parametrize("width", [280, 320, 500])
def test_rows_in_view_have_their_exact_height(desk, width: int):
    desk.many(8, note="Notatka, która ma kilka wierszy, gdy jest wąsko", tag_paths=["A", "B"])
    desk.sidebar.resize(width, 700)
    desk.qtbot.wait(10)
    view = desk.cards
    option_width = view.viewport().width()
    delegate = view.itemDelegate()
    for row in range(3):
        one = view.model().index(row).data(ANNOTATION)
        height = view.visualRect(view.model().index(row)).height()
        assert height == delegate.height(one, option_width)
