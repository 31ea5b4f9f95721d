"""The sample articles: there on a first start, out in one step, and back."""

from pytestqt.qtbot import QtBot

from desktop.app import Session
from tests.journeys.hands import count, verb


def test_they_come_go_and_come_back(session: Session, qtbot: QtBot) -> None:
    window = session.window
    assert session.new
    assert not verb(window, "samples.remove").isEnabled()
    session.begin()
    qtbot.waitUntil(lambda: window.reader.article is not None)
    number, marks = count(window, "article"), count(window, "annotation")
    assert number >= 6 and marks >= 3
    qtbot.waitUntil(lambda: len(window.list.result_ids()) == number)
    qtbot.waitUntil(lambda: verb(window, "samples.remove").isEnabled())
    verb(window, "samples.remove").trigger()
    qtbot.waitUntil(lambda: count(window, "article") == 0)
    qtbot.waitUntil(lambda: window.reader.article is None)
    assert count(window, "tag") == 0
    qtbot.waitUntil(lambda: not verb(window, "samples.remove").isEnabled())
    verb(window, "edit.undo").trigger()
    qtbot.waitUntil(
        lambda: (count(window, "article"), count(window, "annotation")) == (number, marks)
    )
    qtbot.waitUntil(lambda: verb(window, "samples.remove").isEnabled())
