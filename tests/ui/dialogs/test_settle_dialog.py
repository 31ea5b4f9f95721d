"""The queue in a real library: decided by keys, narrowed, undone, shared with the window."""

from collections.abc import Callable
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.core.people import AGREED
from desktop.library import annotations
from desktop.library.annotations import Annotation
from desktop.operations import annotate
from desktop.ui.context import Context
from desktop.ui.settle.dialog import SettleDialog
from desktop.ui.settle.queue import name_of

TEXT = "Raz dwa 😀 trzy. Cztery pięć sześć. Siedem osiem. Dziewięć dziesięć."
MARKS = (
    ("Ewa", "Raz dwa", "A", "uwaga"), ("Jan", "dwa 😀 trzy", "B/C", ""),  # other ends, other tags
    ("Ewa", "pięć", "A", ""),  # by one of them
    ("Ewa", "Siedem", "A", ""), ("Jan", "Siedem", "A", ""),  # alike
    ("Ewa", "osiem", "A", ""), ("Jan", "osiem", "B/C", ""),  # other tags
)  # fmt: skip
Show = Callable[[QDialog], None]


def _mark(context: Context, article: int, author: str, quote: str, path: str, note: str) -> None:
    context.library.run(
        annotate.highlight_quote,
        article_id=article, quote=quote, author=author, tag_paths=[path], note=note,
    )  # fmt: skip


@pytest.fixture
def article(context: Context, add_article: Callable[..., int]) -> int:
    made = add_article(TEXT, title="Liczby")
    for one in MARKS:
        _mark(context, made, *one)
    return made


@pytest.fixture
def dialog(context: Context, article: int, show: Show, qtbot: QtBot) -> SettleDialog:
    made = SettleDialog(context, [article])
    show(made)
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: len(made.queue.shown) == 3)
    return made


def _agreed(context: Context) -> list[Annotation]:
    with closing(context.library.reader()) as reader:
        found = annotations.of_article(reader, 1)
    return [mark for mark in found if mark.author == AGREED]


def _quotes(context: Context) -> list[str]:
    return [mark.exact for mark in _agreed(context)]


def _words(dialog: SettleDialog) -> list[str]:
    return [one.passage.marks[0].exact for one in dialog.queue.shown]


def _at_rest(dialog: SettleDialog, context: Context, qtbot: QtBot) -> None:
    context.dispatch.settle()
    qtbot.waitUntil(lambda: not dialog.reading.waiting)


def test_each_person_is_heard(dialog: SettleDialog) -> None:
    assert _words(dialog) == ["Raz dwa", "pięć", "osiem"]
    assert dialog.progress == "0 of 3 settled"
    ewa, jan = dialog.decision.voices
    assert ewa.said == ["A", "uwaga"]
    assert jan.said == ["B/C"]
    assert "Raz dwa 😀 trzy" in jan.words
    dialog.queue.go(1)
    assert [voice.said for voice in dialog.decision.voices] == [["A"], []]
    assert dialog.decision.voices[1].words == ""


@pytest.mark.parametrize(
    ("key", "quotes"),
    [
        (Qt.Key.Key_1, ["Raz dwa"]),
        (Qt.Key.Key_2, ["dwa 😀 trzy"]),
        (Qt.Key.Key_A, ["Raz dwa", "dwa 😀 trzy"]),
        (Qt.Key.Key_0, []),
    ],
)
def test_a_key_decides_and_goes_on(
    dialog: SettleDialog, context: Context, qtbot: QtBot, key: Qt.Key, quotes: list[str]
) -> None:
    QTest.keyClick(dialog, key)
    assert _words(dialog) == ["pięć", "osiem"]
    assert dialog.queue.current == dialog.queue.shown[0]
    assert dialog.progress == "1 of 3 settled"
    _at_rest(dialog, context, qtbot)
    assert _quotes(context) == quotes
    assert _words(dialog) == ["pięć", "osiem"]


def test_a_key_without_a_person_does_nothing(dialog: SettleDialog, context: Context) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_7)
    QTest.keyClick(dialog, Qt.Key.Key_K)
    context.dispatch.settle()
    assert len(dialog.queue.shown) == 3
    assert _quotes(context) == []


def test_undo_brings_the_difference_back_and_looks_at_it(
    dialog: SettleDialog, context: Context, qtbot: QtBot
) -> None:
    one = dialog.queue.current
    assert one
    QTest.keyClick(dialog, Qt.Key.Key_1)
    _at_rest(dialog, context, qtbot)
    dialog.queue.go(1)
    QTest.keySequence(dialog, QKeySequence(QKeySequence.StandardKey.Undo))
    qtbot.waitUntil(lambda: len(dialog.queue.shown) == 3)
    assert dialog.queue.current
    assert name_of(dialog.queue.current) == name_of(one)
    assert _quotes(context) == []
    QTest.keySequence(dialog, QKeySequence(QKeySequence.StandardKey.Redo))
    qtbot.waitUntil(lambda: len(dialog.queue.shown) == 2)


def test_many_quick_decisions_are_all_kept(
    dialog: SettleDialog, context: Context, qtbot: QtBot
) -> None:
    for _ in range(3):
        QTest.keyClick(dialog, Qt.Key.Key_1)
    assert dialog.progress == "3 of 3 settled"
    assert "All is settled" in dialog.nothing
    _at_rest(dialog, context, qtbot)
    assert dialog.progress == "3 of 3 settled"
    assert _quotes(context) == ["Raz dwa", "pięć", "osiem"]


def test_the_alike_are_taken_in_one_step(
    dialog: SettleDialog, context: Context, qtbot: QtBot
) -> None:
    assert "1 passage" in dialog._accept.text()
    dialog._accept.click()
    qtbot.waitUntil(lambda: not dialog.reading.alike)
    assert _quotes(context) == ["Siedem"]
    assert not dialog._accept.isVisible()
    dialog._undo.click()
    qtbot.waitUntil(lambda: bool(dialog.reading.alike))
    assert _quotes(context) == []


def test_the_filter(dialog: SettleDialog, context: Context, qtbot: QtBot) -> None:
    dialog.filters.kind.choose("tags")
    assert _words(dialog) == ["Raz dwa", "osiem"]
    dialog.filters.kind.choose("colours")
    assert "Nothing is left of this kind" in dialog.nothing
    dialog.filters.kind.choose("")
    dialog.filters.tag.choose("B/C")
    assert _words(dialog) == ["Raz dwa", "osiem"]
    dialog.filters.tag.choose("")
    dialog.filters.article.choose(1)
    assert len(dialog.queue.shown) == 3
    QTest.keyClick(dialog, Qt.Key.Key_1)
    dialog.filters.settled.setChecked(True)
    assert [one.settled for one in dialog.queue.shown] == [True, False, False]


def test_what_is_settled_can_be_settled_in_another_way(
    dialog: SettleDialog, context: Context, qtbot: QtBot
) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_1)
    _at_rest(dialog, context, qtbot)
    dialog.filters.settled.setChecked(True)
    dialog.queue.go(-1)
    assert dialog.queue.current and dialog.queue.current.settled
    assert dialog.queue.current.passage.agreed
    QTest.keyClick(dialog, Qt.Key.Key_2)
    _at_rest(dialog, context, qtbot)
    assert _quotes(context) == ["dwa 😀 trzy"]


def test_what_was_agreed_is_kept_when_somebody_new_comes(
    dialog: SettleDialog, context: Context, article: int, qtbot: QtBot
) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_1)
    _at_rest(dialog, context, qtbot)
    _mark(context, article, "Ola", "Raz", "A", "")
    dialog.reading.begin()
    qtbot.waitUntil(lambda: len(dialog.queue.shown) == 4)  # she did not mark “Siedem”, too
    while dialog.queue.current != dialog.queue.shown[0]:
        dialog.queue.go(1)
    before = [mark.uuid for mark in _agreed(context)]
    QTest.keyClick(dialog, Qt.Key.Key_K)
    _at_rest(dialog, context, qtbot)
    assert [mark.uuid for mark in _agreed(context)] == before
    assert dialog.reading.differing[0].settled


def test_keys_go_round_and_ask_for_the_place(dialog: SettleDialog, qtbot: QtBot) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_N)
    assert dialog.queue.current == dialog.queue.shown[1]
    QTest.keyClick(dialog, Qt.Key.Key_P)
    QTest.keyClick(dialog, Qt.Key.Key_P)
    assert dialog.queue.current == dialog.queue.shown[2]
    with qtbot.waitSignal(dialog.place_wanted) as asked:
        QTest.keyClick(dialog, Qt.Key.Key_R)
    assert asked.args == [1, TEXT.index("osiem")]


def test_a_decision_of_ones_own(dialog: SettleDialog, context: Context, qtbot: QtBot) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_E)
    form = dialog.decision.form
    assert dialog.decision.writing
    assert not dialog.queue.isEnabled()
    start, end = form.words.selection
    assert TEXT[start:end] == "Raz dwa 😀 trzy"
    assert [tag.path for tag in form.tags.labels] == ["A", "B/C"]
    assert form.note.toPlainText() == "uwaga"
    form.words.select(TEXT.index("dwa"), TEXT.index("trzy"))
    form.tags.removed.emit(0)
    form.tag_line.setText("Nowy / tag")
    form.note.setPlainText("ustalone")
    form.colours.chosen.emit("green")
    form.words.setFocus()
    QTest.keyClick(form.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.decision.writing
    assert dialog.queue.isEnabled()
    _at_rest(dialog, context, qtbot)
    (made,) = _agreed(context)
    assert (made.exact, made.note, made.colour) == ("dwa 😀", "ustalone", "green")
    assert [label.path for label in made.tags] == ["B/C", "Nowy/tag"]


def test_a_decision_of_ones_own_may_be_given_up(dialog: SettleDialog, context: Context) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_E)
    QTest.keyClick(dialog, Qt.Key.Key_1)  # while one is being written, nothing else decides
    form = dialog.decision.form
    form.words.select(3, 3)
    form.take()
    assert dialog.decision.writing
    form.words.setFocus()
    QTest.keyClick(form.words, Qt.Key.Key_Escape)
    assert not dialog.decision.writing
    assert dialog.isVisible()
    context.dispatch.settle()
    assert _quotes(context) == []


def test_nothing_coded_by_two_is_said(
    context: Context, add_article: Callable[..., int], show: Show, qtbot: QtBot
) -> None:
    made = SettleDialog(context, [add_article("Nic.")])
    show(made)
    assert "Looking" in made.nothing
    qtbot.waitUntil(lambda: "two people" in made.nothing)
    assert not made.filters.isVisible()


def test_a_difference_that_changed_meanwhile_is_read_anew(
    dialog: SettleDialog, context: Context, qtbot: QtBot
) -> None:
    one = dialog.queue.current
    assert one
    with closing(context.library.reader()) as reader:
        first = annotations.of_article(reader, 1)[0].id
    context.library.run(annotate.set_note, annotation_id=first, note="inna")
    with qtbot.waitSignal(context.dispatch.failed):
        QTest.keyClick(dialog, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(dialog.queue.shown) == 3)
    assert name_of(dialog.queue.shown[0]) != name_of(one)
    assert _quotes(context) == []
