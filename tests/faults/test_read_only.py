"""A library that can only be read: it opens, says so, and each verb that writes says why not."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Session
from desktop.library.library import Library
from desktop.operations.import_articles import store
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import Settings
from tests.builders import document
from tests.journeys.hands import give_keyboard, press, select


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    with closing(Library(tmp_path / "library.db")) as library:
        library.run(store, documents=[document("Tekst tylko do czytania. " * 200)])
    settings = Settings(tmp_path / "settings.ini")
    settings.set("theme", "light")
    settings.set("last_article", 1)
    with Session(qapp, tmp_path / "library.db", settings, read_only=True) as session:
        session.window.show()
        session.begin()
        qtbot.waitUntil(lambda: session.window.reader.article is not None)
        yield session.window
        session.window.close()


def test_it_says_so_and_the_words_stay(window: MainWindow, qtbot: QtBot) -> None:
    assert "can only be read" in window.messages.text
    assert not window.messages._timer.isActive()


def test_reading_alone_is_no_error(window: MainWindow, qtbot: QtBot) -> None:
    said = window.messages.text
    bar = window.reader.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    window.reader.save_progress()
    qtbot.wait(50)
    assert window.messages.text == said


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_H, Qt.Key.Key_4, Qt.Key.Key_N, Qt.Key.Key_S, Qt.Key.Key_R]
)
def test_a_verb_that_writes_says_why_not(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    give_keyboard(qtbot, window.reader.view)
    select(window, "tylko do czytania")
    press(qtbot, key)
    qtbot.waitUntil(lambda: "for reading only" in window.messages.text)


def test_an_import_says_why_not(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nowy.", encoding="utf-8")
    window.importing.start([tmp_path / "a.txt"])
    qtbot.waitUntil(lambda: "for reading only" in window.messages.text)
    assert not window.strip.running
