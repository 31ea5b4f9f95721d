"""Two texts side by side: each with its place and marks, verbs for the one with the focus."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Session
from desktop.operations import annotate, read
from desktop.ui.main_window import MainWindow
from desktop.ui.reader.pane import ReaderPane
from desktop.ui.reader.pane_heading import PaneHeading
from tests.journeys.hands import CTRL, add_files, give_keyboard, highlight, press, select

LONG = "\n\n".join(f"Akapit {number} o rzece, moście i zaporze." for number in range(120))
TEXTS = (f"Pierwszy artykuł.\n\n{LONG}", f"Drugi artykuł.\n\n{LONG}", f"Trzeci artykuł.\n\n{LONG}")


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """The first article is open and has the keyboard."""
    window.resize(1280, 800)
    add_files(window, qtbot, tmp_path, *TEXTS)
    qtbot.waitUntil(lambda: len(window.list.result_ids()) == 3)
    give_keyboard(qtbot, window.reader.view)
    return window


@pytest.fixture
def two(opened: MainWindow, qtbot: QtBot) -> MainWindow:
    """The first article on the left; the second on the right is active."""
    opened.open_article(_id(opened, "Drugi"))
    qtbot.waitUntil(lambda: _titles(opened) == ["Drugi"])
    press(qtbot, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: _titles(opened) == ["Pierwszy", "Drugi"])
    qtbot.waitUntil(lambda: opened.reader is opened.readers.panes[1])
    return opened


def test_a_key_puts_an_article_beside_the_one_read_before(two: MainWindow, qtbot: QtBot) -> None:
    left, right = two.readers.panes
    qtbot.waitUntil(right.view.hasFocus)
    assert left.x() == right.x() == 0
    assert left.mapTo(two, QPoint()).x() < right.mapTo(two, QPoint()).x()
    assert two.list.current_id() == right.article.id  # type: ignore[union-attr]
    assert two.windowTitle().startswith("Drugi")


def test_verbs_speak_to_the_text_with_the_focus(two: MainWindow, qtbot: QtBot) -> None:
    left, right = two.readers.panes
    highlight(two, qtbot, "Drugi artykuł")
    QTest.mouseClick(left.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 400))
    assert two.reader is left
    assert two.list.current_id() == left.article.id  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not two.annotator.highlights)
    highlight(two, qtbot, "Pierwszy artykuł")
    assert [one.exact for one in two.annotator.highlights] == ["Pierwszy artykuł"]
    assert _marked(left) == ["Pierwszy artykuł"]
    assert _marked(right) == ["Drugi artykuł"]
    press(qtbot, Qt.Key.Key_F6)
    assert two.reader is right
    qtbot.waitUntil(lambda: [one.exact for one in two.annotator.highlights] == ["Drugi artykuł"])


def test_the_bar_at_a_selection_is_only_where_verbs_go(two: MainWindow, qtbot: QtBot) -> None:
    left, right = two.readers.panes
    right.view.select_range(0, 5)
    qtbot.waitUntil(right.selection_bar.isVisible)
    give_keyboard(qtbot, left.view)
    assert not right.selection_bar.isVisible()
    right.view.verticalScrollBar().setValue(3)
    assert not right.selection_bar.isVisible()
    give_keyboard(qtbot, right.view)
    assert right.selection_bar.isVisible()


def test_the_same_article_twice_stays_the_same(opened: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: _titles(opened) == ["Pierwszy", "Pierwszy"])
    left, right = opened.readers.panes
    made = highlight(opened, qtbot, "Pierwszy artykuł")
    qtbot.waitUntil(lambda: _marked(left) == _marked(right) == ["Pierwszy artykuł"])
    opened.context.dispatch.do(annotate.set_colour, annotation_ids=[made], colour="blue")
    qtbot.waitUntil(lambda: _colours(left) == _colours(right) == ["blue"])
    press(qtbot, Qt.Key.Key_Z, CTRL, times=2)
    qtbot.waitUntil(lambda: _marked(left) == _marked(right) == [])


def test_each_remembers_its_place(two: MainWindow, qtbot: QtBot) -> None:
    left, right = two.readers.panes
    for pane, point in ((left, 2_000), (right, 3_000)):
        pane.view.scroll_to_top(point)
        pane.save_progress()
    two.context.dispatch.settle()
    found = two.context.reader.rows("SELECT article_id, position FROM reading_progress")
    places = {row["article_id"]: row["position"] for row in found}
    for pane, point in ((left, 2_000), (right, 3_000)):
        assert pane.article
        assert abs(places[pane.article.id] - point) < 100


def test_each_finds_for_itself(two: MainWindow, qtbot: QtBot) -> None:
    left, right = two.readers.panes
    press(qtbot, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "zaporze")
    qtbot.waitUntil(lambda: len(right.hits) == 120)
    assert not left.hits
    assert not left.find_bar.isVisible()
    assert two.reader is right


def test_a_search_of_the_library_marks_both(two: MainWindow, qtbot: QtBot) -> None:
    two.list.set_query("zaporze")
    qtbot.waitUntil(lambda: [len(pane.hits) for pane in two.readers.panes] == [120, 120])


def test_the_list_makes_room_and_comes_back(two: MainWindow, qtbot: QtBot) -> None:
    assert two.list.isHidden()
    assert not two.readers.stacked
    two.panes.keep()
    assert two.context.settings.geometry("folded") == ""
    press(qtbot, Qt.Key.Key_W, CTRL)
    assert _titles(two) == ["Pierwszy"]
    assert not two.list.isHidden()
    assert two.reader is two.readers.panes[0]
    assert not two.verbs["view.close_text"].isEnabled()


def test_without_room_one_lies_above_the_other(two: MainWindow, qtbot: QtBot) -> None:
    two.resize(900, 600)
    qtbot.waitUntil(lambda: two.readers.stacked)
    above, below = two.readers.panes
    assert above.mapTo(two, QPoint()).y() < below.mapTo(two, QPoint()).y()
    two.resize(1280, 800)
    qtbot.waitUntil(lambda: not two.readers.stacked)


def test_either_can_be_closed_and_another_opened(two: MainWindow, qtbot: QtBot) -> None:
    left = two.readers.panes[0]
    _heading(left).close_button.click()
    assert _titles(two) == ["Drugi"]
    assert two.reader is not left
    two.beside.open(_id(two, "Trzeci"))
    qtbot.waitUntil(lambda: _titles(two) == ["Drugi", "Trzeci"])
    qtbot.waitUntil(lambda: two.reader is two.readers.panes[1])
    highlight(two, qtbot, "Trzeci artykuł")
    assert two.reader.selection_bar.isHidden()


def test_they_change_places(two: MainWindow, qtbot: QtBot) -> None:
    right = two.reader
    two.verbs["view.swap"].trigger()
    assert _titles(two) == ["Drugi", "Pierwszy"]
    assert two.reader is right
    assert two.beside.kept() == f"{_id(two, 'Drugi')} {_id(two, 'Pierwszy')}"


def test_the_middle_button_in_the_list(opened: MainWindow, qtbot: QtBot) -> None:
    table = opened.list.table
    third = list(opened.list.result_ids()).index(_id(opened, "Trzeci"))
    at = table.visualRect(table.model().index(third, 0)).center()  # type: ignore[attr-defined]
    QTest.mouseClick(table.viewport(), Qt.MouseButton.MiddleButton, pos=at)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: _titles(opened) == ["Pierwszy", "Trzeci"])
    qtbot.waitUntil(lambda: opened.list.current_id() == _id(opened, "Trzeci"))


def test_a_click_in_the_list_is_for_the_active_text(two: MainWindow, qtbot: QtBot) -> None:
    give_keyboard(qtbot, two.readers.panes[0].view)
    two.open_article(_id(two, "Trzeci"))
    qtbot.waitUntil(lambda: _titles(two) == ["Trzeci", "Drugi"])


def test_an_article_that_goes_takes_its_text_along(two: MainWindow, qtbot: QtBot) -> None:
    first = _id(two, "Pierwszy")
    two.context.library.run(read.trash, article_ids=[first])
    two.context.dispatch.do(read.delete_for_good, article_ids=[first])
    qtbot.waitUntil(lambda: _titles(two) == ["Drugi"])


def test_a_search_that_hides_the_other_text_leaves_it_open(two: MainWindow, qtbot: QtBot) -> None:
    two.list.set_query("title:Drugi")
    qtbot.waitUntil(lambda: list(two.list.result_ids()) == [_id(two, "Drugi")])
    give_keyboard(qtbot, two.readers.panes[0].view)
    assert two.list.current_id() is None
    assert two.curator.meant() == [_id(two, "Pierwszy")]
    assert two.list.searching
    two.list.set_query("title:D*")
    qtbot.waitUntil(lambda: two.list.searching)
    assert _titles(two) == ["Pierwszy", "Drugi"]


def test_two_texts_are_there_again_at_the_next_start(
    two: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    two.verbs["view.swap"].trigger()
    two.close()
    settings = two.context.settings
    assert settings.get("last_article") == _id(two, "Drugi")
    session.close()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with Session(app, tmp_path / "library.db", settings) as again:
        window = again.window
        window.show()
        again.begin()
        qtbot.waitUntil(lambda: _titles(window) == ["Drugi", "Pierwszy"])
        assert window.reader is window.readers.panes[0]
        window.close()


def test_what_is_selected_in_one_is_highlighted_there(two: MainWindow, qtbot: QtBot) -> None:
    left, right = two.readers.panes
    select(two, "Akapit 1 o rzece")
    give_keyboard(qtbot, left.view)
    press(qtbot, Qt.Key.Key_H)
    assert two.messages.text == "Select some text to highlight first."
    give_keyboard(qtbot, right.view)
    press(qtbot, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: _marked(right) == ["Akapit 1 o rzece"])


def _id(window: MainWindow, title: str) -> int:
    rows = window.context.reader.rows("SELECT id FROM article WHERE title LIKE ?", (f"{title} %",))
    return rows[0]["id"]


def _titles(window: MainWindow) -> list[str]:
    found = [pane.article.title for pane in window.readers.panes if pane.article]
    return [title.split()[0] for title in found]


def _marked(pane: ReaderPane) -> list[str]:
    return [mark.annotation.exact for mark in pane.view._marks.between(0, len(pane.text))]


def _colours(pane: ReaderPane) -> list[str]:
    return [mark.annotation.colour for mark in pane.view._marks.between(0, len(pane.text))]


def _heading(pane: ReaderPane) -> PaneHeading:
    side = pane.parentWidget()
    assert side
    found = side.findChild(PaneHeading)
    assert found
    return found
