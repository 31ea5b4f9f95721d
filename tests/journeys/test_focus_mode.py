"""Only the text, and everything again; how highlights look."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop.operations import annotate, tag
from desktop.ui.main_window import MainWindow
from tests.journeys.hands import TEXT, add_files, give_keyboard, press


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    add_files(window, qtbot, tmp_path, TEXT)
    give_keyboard(qtbot, window.reader.view)
    return window


def test_a_key_leaves_only_the_text_and_brings_all_back(opened: MainWindow, qtbot: QtBot) -> None:
    opened.panes.toggle_sidebar()
    press(qtbot, Qt.Key.Key_F9)
    parts = (opened.list, opened.sidebar, opened.reader_bar)
    assert not any(part.isVisible() for part in parts)
    assert opened.menuBar().height() == 0
    assert opened.verbs["view.focus"].isChecked()
    assert "F9" in opened.messages.text
    press(qtbot, Qt.Key.Key_F9)
    assert [part.isVisible() for part in parts] == [True, False, True]
    assert opened.menuBar().maximumHeight() > 1000


def test_a_window_closed_in_it_opens_whole(opened: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_F9)
    opened.close()
    assert opened.context.settings.geometry("folded") == ""


def test_a_highlight_takes_the_colour_of_its_tag(opened: MainWindow, qtbot: QtBot) -> None:
    run = opened.context.dispatch.do
    run(annotate.add_highlight, article_id=1, start=0, end=8, colour="yellow", tag_paths=["A"])
    qtbot.waitUntil(lambda: len(opened.annotator.highlights) == 1)
    label = opened.annotator.highlights[0].tags[0]
    run(tag.recolour, tag_id=label.id, colour="blue")
    qtbot.waitUntil(lambda: opened.annotator.highlights[0].tags[0].colour == "blue")
    marks = opened.context.theme.palette.marks
    assert _has(opened, marks["yellow"])
    opened.verbs["view.by_tag"].trigger()
    assert _has(opened, marks["blue"])
    assert not _has(opened, marks["yellow"])
    opened.verbs["view.by_tag"].trigger()
    assert _has(opened, marks["yellow"])


def test_digits_tell_colours_apart(opened: MainWindow, qtbot: QtBot) -> None:
    opened.context.dispatch.do(annotate.add_highlight, article_id=1, start=4, end=9)
    qtbot.waitUntil(lambda: len(opened.annotator.highlights) == 1)
    edge = opened.context.theme.palette.edges["yellow"]
    assert not _has(opened, edge)
    opened.verbs["view.digits"].trigger()
    assert _has(opened, edge)


def _has(window: MainWindow, colour: str) -> bool:
    image: QImage = window.reader.view.viewport().grab().toImage()
    wanted = QColor(colour).rgb()
    pixel: Callable[[int, int], int] = image.pixel
    return any(pixel(x, y) == wanted for y in range(image.height()) for x in range(image.width()))
