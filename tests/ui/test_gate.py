"""Work behind the user's back waits while he is at work, and goes on; nobody waits for ever."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.core.query import parse
from desktop.library.search import Listing, article_ids
from desktop.ui.activity import Activity
from desktop.ui.background import Background
from desktop.ui.comparing import comparing
from desktop.ui.context import Context
from desktop.ui.gate import AT_MOST_SECONDS, REST_SECONDS, Gate
from desktop.ui.word_forms import word_forms

Add = Callable[..., int]


class Hand:
    """A clock, and a stop whose waiting moves it on; `at_each` is what the user does meanwhile."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waited = 0.0
        self.stopped = False
        self.at_each: Callable[[], object] = lambda: None

    def clock(self) -> float:
        return self.now

    def is_set(self) -> bool:
        return self.stopped

    def wait(self, timeout: float) -> bool:
        assert timeout > 0
        self.now += timeout
        self.waited += timeout
        self.at_each()
        return self.stopped


@pytest.fixture
def hand() -> Hand:
    return Hand()


def test_it_is_open_while_nothing_is_done(hand: Hand) -> None:
    gate = Gate(hand.clock)
    assert not gate.busy
    assert gate.pass_by(hand) is False
    assert hand.waited == 0


def test_work_waits_for_a_rest(hand: Hand) -> None:
    gate = Gate(hand.clock)
    gate.note()
    hand.now += REST_SECONDS / 3
    assert gate.busy
    assert gate.pass_by(hand) is False
    assert hand.waited == pytest.approx(REST_SECONDS * 2 / 3)
    assert not gate.busy


def test_it_waits_on_for_who_goes_on(hand: Hand) -> None:
    gate, left = Gate(hand.clock), ["once more"]

    def once() -> None:
        if left:
            left.pop()
            gate.note()

    gate.note()
    hand.at_each = once
    gate.pass_by(hand, at_most=10)
    assert hand.waited == pytest.approx(2 * REST_SECONDS)


def test_under_a_user_who_never_rests_a_slice_goes_through_now_and_then(hand: Hand) -> None:
    gate = Gate(hand.clock)
    gate.note()
    hand.at_each = gate.note
    for slices in range(1, 4):
        assert gate.pass_by(hand) is False
        assert hand.waited == pytest.approx(slices * AT_MOST_SECONDS)
        assert gate.busy


def test_a_stop_ends_the_waiting(hand: Hand) -> None:
    gate = Gate(hand.clock)

    def stop() -> None:
        hand.stopped = True

    gate.note()
    hand.at_each = stop
    assert gate.pass_by(hand, at_most=10) is True
    assert hand.waited <= REST_SECONDS
    waited = hand.waited
    assert gate.pass_by(hand) is True
    assert hand.waited == waited


def test_keys_and_mouse_are_noted_also_in_a_window_that_comes_later(qtbot: QtBot) -> None:
    noted: list[int] = []
    gate = Gate(lambda: float(len(noted)))
    gate.note = lambda: noted.append(1)  # type: ignore[method-assign]
    first, later = QLineEdit(), QLineEdit()
    for field in (first, later):
        qtbot.addWidget(field)
    first.show()
    qtbot.waitExposed(first)
    activity = Activity(gate, first)
    assert activity.parent() is first
    handle = first.windowHandle()
    assert not noted
    for act in (
        lambda: QTest.mouseMove(handle, QPoint(3, 3)),
        lambda: QTest.mouseClick(handle, Qt.MouseButton.LeftButton),
        lambda: QTest.keyClick(handle, Qt.Key.Key_A),
    ):
        before = len(noted)
        act()
        qtbot.waitUntil(lambda before=before: len(noted) > before)
    first.repaint()
    later.show()
    later.activateWindow()
    qtbot.waitUntil(later.isActiveWindow)
    before = len(noted)
    QTest.keyClick(later.windowHandle(), Qt.Key.Key_B)
    qtbot.waitUntil(lambda: len(noted) > before)
    assert first.text() == "a"  # nothing is kept from the widgets
    assert later.text() == "b"


@pytest.fixture
def restless(context: Context) -> Iterator[QTimer]:
    """A user who never rests."""
    timer = QTimer(interval=20)
    timer.timeout.connect(context.jobs.gate.note)
    context.jobs.gate.note()
    timer.start()
    yield timer
    timer.stop()


@pytest.mark.parametrize("make", [word_forms, comparing])
def test_what_is_new_is_taken_in_also_under_a_user_who_never_rests(
    context: Context,
    add_article: Add,
    qtbot: QtBot,
    restless: QTimer,
    make: Callable[[Context], Background],
) -> None:
    article = add_article("Po wojnie pojechał do Pieskowa, a potem wrócił.")
    work = make(context)
    with qtbot.waitSignal(work.grown):
        work.begin()
    assert context.jobs.gate.busy
    if make is word_forms:
        assert list(article_ids(context.reader, Listing(parse("wojna")))) == [article]
    work.stop()


def test_a_closing_does_not_wait_for_a_rest(
    context: Context, qtbot: QtBot, restless: QTimer
) -> None:
    began = threading.Event()

    def work(stopped: Callable[[], bool]) -> int:
        began.set()
        slices = 0
        while not stopped():
            slices += 1
        return slices

    background = Background(context, work, name="work", tables=(), rest_ms=0, passed_over=OSError)
    background.begin()
    qtbot.waitUntil(began.is_set)
    background.stop()
    context.jobs.wait()
