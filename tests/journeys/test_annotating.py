"""The verbs on highlights, by the keys that people press."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.app import Session
from desktop.core.colours import COLOURS
from desktop.library import annotations
from desktop.library.annotations import Annotation
from desktop.ui.main_window import MainWindow
from tests.journeys.hands import (
    SHIFT,
    TEXT,
    add_files,
    count,
    give_keyboard,
    highlight,
    press,
    select,
)

WORDS = "własne plany"


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    add_files(window, qtbot, tmp_path, TEXT)
    give_keyboard(qtbot, window.reader.view)
    return window


def _all(window: MainWindow) -> list[Annotation]:
    return annotations.of_article(window.context.reader, 1)


def _soon(qtbot: QtBot, window: MainWindow, holds: Callable[[list[Annotation]], bool]) -> None:
    qtbot.waitUntil(lambda: holds(_all(window)))


@pytest.mark.parametrize(("number", "colour"), list(enumerate(COLOURS, 1)))
def test_a_number_highlights_in_its_colour(
    opened: MainWindow, qtbot: QtBot, number: int, colour: str
) -> None:
    select(opened, WORDS)
    press(qtbot, Qt.Key(Qt.Key.Key_0.value + number))
    _soon(qtbot, opened, lambda all_: [(a.exact, a.colour) for a in all_] == [(WORDS, colour)])
    assert opened.reader.view.selection() is None
    assert opened.context.settings.get("last_colour") == colour


def test_a_number_without_selection_recolours_the_one_meant(
    opened: MainWindow, qtbot: QtBot
) -> None:
    highlight(opened, qtbot, WORDS)
    press(qtbot, Qt.Key.Key_3)
    _soon(qtbot, opened, lambda all_: [a.colour for a in all_] == [COLOURS[2]])


@pytest.mark.parametrize("key", list("HNT2U"))
def test_without_a_selection_it_says_what_to_do(opened: MainWindow, qtbot: QtBot, key: str) -> None:
    opened.messages.hide()
    press(qtbot, Qt.Key(ord(key)))
    assert opened.messages.text == "Select some text to highlight first."
    assert opened.messages.isVisible()


def test_underline_makes_and_changes_the_style(opened: MainWindow, qtbot: QtBot) -> None:
    select(opened, WORDS)
    press(qtbot, Qt.Key.Key_U)
    _soon(qtbot, opened, lambda all_: [a.style for a in all_] == ["underline"])
    qtbot.waitUntil(lambda: opened.annotator.current is not None)
    press(qtbot, Qt.Key.Key_U)
    _soon(qtbot, opened, lambda all_: [a.style for a in all_] == ["highlight"])


def test_a_new_range_is_set_with_enter(opened: MainWindow, qtbot: QtBot) -> None:
    highlight(opened, qtbot, WORDS)
    press(qtbot, Qt.Key.Key_H, SHIFT)
    assert opened.annotator.changing_range
    assert opened.reader.text[slice(*opened.reader.view.selection() or ())] == WORDS
    select(opened, "burmistrz Anna Łącka")
    press(qtbot, Qt.Key.Key_Return)
    _soon(qtbot, opened, lambda all_: [a.exact for a in all_] == ["burmistrz Anna Łącka"])
    assert not opened.annotator.changing_range


def test_escape_keeps_the_old_range(opened: MainWindow, qtbot: QtBot) -> None:
    highlight(opened, qtbot, WORDS)
    press(qtbot, Qt.Key.Key_H, SHIFT)
    select(opened, "burmistrz")
    press(qtbot, Qt.Key.Key_Escape)
    assert not opened.annotator.changing_range
    press(qtbot, Qt.Key.Key_Return)
    opened.context.dispatch.settle()
    assert [a.exact for a in _all(opened)] == [WORDS]


def test_brackets_go_from_highlight_to_highlight(opened: MainWindow, qtbot: QtBot) -> None:
    ids = [highlight(opened, qtbot, words) for words in ("Rada Łodzi", WORDS, "koszt dostaw")]
    press(qtbot, Qt.Key.Key_Escape)
    assert opened.annotator.current is None
    opened.reader.go_to(0)
    seen = []
    for key in (Qt.Key.Key_BracketRight,) * 4 + (Qt.Key.Key_BracketLeft,):
        press(qtbot, key)
        assert opened.annotator.current is not None
        seen.append(opened.annotator.current.id)
    assert seen == [*ids, ids[2], ids[1]]


def test_copy_takes_the_selection_or_the_quote(opened: MainWindow, qtbot: QtBot) -> None:
    highlight(opened, qtbot, WORDS)
    ctrl = Qt.KeyboardModifier.ControlModifier
    press(qtbot, Qt.Key.Key_C, ctrl)
    assert QGuiApplication.clipboard().text() == WORDS
    select(opened, "😀 „Mamy")
    press(qtbot, Qt.Key.Key_C, ctrl)
    assert QGuiApplication.clipboard().text() == "😀 „Mamy"


def test_copy_with_source_takes_the_way_used_last(opened: MainWindow, qtbot: QtBot) -> None:
    highlight(opened, qtbot, WORDS)
    opened.verbs["cite.markdown"].trigger()
    assert QGuiApplication.clipboard().text().startswith(f"> {WORDS}\n>\n> — ")
    select(opened, "😀 „Mamy")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(qtbot, Qt.Key.Key_C, both)
    assert QGuiApplication.clipboard().text().startswith("> 😀 „Mamy\n>\n> — ")


def test_a_click_in_the_text_opens_the_card(opened: MainWindow, qtbot: QtBot) -> None:
    first = highlight(opened, qtbot, WORDS)
    highlight(opened, qtbot, "koszt dostaw")
    view = opened.reader.view
    cursor = view.textCursor()
    cursor.setPosition(view._map.position(opened.reader.text.index(WORDS) + 2))
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.cursorRect(cursor).center()
    )
    assert opened.annotator.current is not None and opened.annotator.current.id == first
    assert opened.sidebar.current_annotation() == first


def test_quick_hands_lose_nothing(opened: MainWindow, qtbot: QtBot) -> None:
    words = ("Rada Łodzi", WORDS, "koszt dostaw", "Łódź nie odpowiedziała", "w czwartek")
    for one in words:
        select(opened, one)
        press(qtbot, Qt.Key.Key_H)
    _soon(qtbot, opened, lambda all_: {a.exact for a in all_} == set(words))
    qtbot.waitUntil(lambda: len(opened.annotator.highlights) == len(words))
    assert opened.annotator.current is not None and opened.annotator.current.exact == words[-1]


def test_quick_hands_lose_nothing_beside_the_collector(
    session: Session, opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Word forms are collected, some thousands at the time, while one highlights."""
    letters = "abcdefghijklmnoprstu"
    words = " ".join(f"zl{a}{b}{c}w" for a in letters for b in letters for c in letters)
    (tmp_path / "many.txt").write_text(f"Polskie słowa, czyli {words}", encoding="utf-8")
    with qtbot.waitSignal(opened.strip.finished):
        opened.importing.start([tmp_path / "many.txt"])
    qtbot.waitUntil(lambda: count(opened, "word_form") > 0)
    opened.open_article(1)
    qtbot.waitUntil(lambda: "własne" in opened.reader.text)
    give_keyboard(qtbot, opened.reader.view)
    test_quick_hands_lose_nothing(opened, qtbot)
    assert session.window is opened


def test_verbs_follow_the_article(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    highlight(opened, qtbot, WORDS)
    add_files(opened, qtbot, tmp_path, "Zupełnie inny tekst o wodzie.")
    qtbot.waitUntil(lambda: "inny" in opened.reader.text)
    qtbot.waitUntil(lambda: opened.annotator.current is None)
    assert not opened.verbs["annotation.delete"].isEnabled()
    assert count(opened, "annotation") == 1


def test_a_verb_on_an_article_that_is_gone_says_so(opened: MainWindow, qtbot: QtBot) -> None:
    def gone() -> list[int]:
        return [4711]

    opened.curator.meant = gone
    opened.verbs["article.details"].trigger()
    assert "There is no article with the number 4711." in opened.messages.text
