"""Find next at an article's last hit goes on to the next article of the list that has any."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.operations import read
from desktop.ui.main_window import MainWindow
from tests.journeys.hands import SHIFT, add_files, give_keyboard, press

TEXTS = ("Aleja w Łodzi. Druga łódź.", "Bez tego słowa.", "Cały dzień w Łodzi.")


@pytest.fixture
def searched(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """The list has all three, the second only for its star."""
    add_files(window, qtbot, tmp_path, *TEXTS)
    (starred,) = [row["id"] for row in window.context.reader.rows(
        "SELECT id FROM article WHERE title LIKE 'Bez%'")]  # fmt: skip
    window.context.library.run(read.set_starred, article_ids=[starred], starred=True)
    window.list._on_sort("title", False)
    window.list.set_query("lodz* OR is:starred")
    window.list._on_sort("title", False)
    qtbot.waitUntil(lambda: [_title(window, one)[:3] for one in window.list.result_ids()]
                    == ["Ale", "Bez", "Cał"])  # fmt: skip
    window.open_article(window.list.result_ids()[0])
    qtbot.waitUntil(lambda: _at(window) == ("Ale", -1) and len(window.reader.hits) == 2)
    give_keyboard(qtbot, window.reader.view)
    press(qtbot, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: _at(window) == ("Ale", 0))
    return window


def _title(window: MainWindow, article: int) -> str:
    return window.context.reader.rows("SELECT title FROM article WHERE id = ?", (article,))[0][
        "title"
    ]


def _at(window: MainWindow) -> tuple[str, int]:
    article = window.reader.article
    return (article.title[:3], window.reader._hit) if article else ("", -1)


def test_there_and_back(searched: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: _at(searched) == ("Ale", 1))
    press(qtbot, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: _at(searched) == ("Cał", 0))
    assert searched.messages.text == "Next article: Cały dzień w Łodzi"
    assert searched.list.current_id() == searched.reader.article.id  # type: ignore[union-attr]
    press(qtbot, Qt.Key.Key_F3, SHIFT)
    qtbot.waitUntil(lambda: _at(searched) == ("Ale", 1))
    assert searched.messages.text.startswith("Back in: Aleja")


def test_the_lists_end_is_told_and_the_hits_come_round(searched: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_F3, SHIFT)
    qtbot.waitUntil(lambda: _at(searched) == ("Ale", 1))
    assert searched.messages.text == "No article further up the list has hits."


def test_an_article_without_hits_leads_on(searched: MainWindow, qtbot: QtBot) -> None:
    searched.open_article(searched.list.result_ids()[1])
    qtbot.waitUntil(lambda: _at(searched) == ("Bez", -1))
    press(qtbot, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: _at(searched) == ("Cał", 0))
    assert searched.reader.find_bar.isHidden()


def test_with_the_find_bar_hits_come_round_in_the_article(
    searched: MainWindow, qtbot: QtBot
) -> None:
    searched.reader.find()
    qtbot.keyClicks(searched.reader.find_bar._field, "lod")
    qtbot.waitUntil(lambda: len(searched.reader.hits) == 2)
    for hit in (1, 0, 1):
        searched.reader.find_next(1)
        assert _at(searched) == ("Ale", hit)
