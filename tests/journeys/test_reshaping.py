"""Where a highlight begins and ends, by keys and by mouse; one of two and two of one."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from desktop.library import annotations
from desktop.operations import annotate
from desktop.ui.main_window import MainWindow
from tests.journeys.hands import add_files, give_keyboard, press

TEXT = "Ala ma kota i psa. Ola ma konia oraz kozę. Ewa nie ma nikogo."
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    add_files(window, qtbot, tmp_path, TEXT)
    give_keyboard(qtbot, window.reader.view)
    return window


def _add(window: MainWindow, qtbot: QtBot, words: str, **looks: object) -> int:
    start = window.reader.text.index(words)
    made: list[int] = []
    window.context.dispatch.do(
        annotate.add_highlight,
        then=made.append,
        article_id=1,
        start=start,
        end=start + len(words),
        **looks,
    )
    qtbot.waitUntil(lambda: bool(made) and window.annotator.knows(made[0]))
    window.annotator.choose(made[0], reveal=True)
    return made[0]


def _quotes(window: MainWindow) -> list[str]:
    return [one.exact for one in annotations.of_article(window.context.reader, 1)]


def _shown(window: MainWindow, qtbot: QtBot, *quotes: str) -> None:
    qtbot.waitUntil(lambda: [one.exact for one in window.annotator.highlights] == list(quotes))
    assert _quotes(window) == list(quotes)


def test_keys_move_the_ends_by_words(opened: MainWindow, qtbot: QtBot) -> None:
    _add(opened, qtbot, "ma kota")
    for verb, quote in (
        ("annotation.end_later", "ma kota i"),
        ("annotation.end_earlier", "ma kota"),
        ("annotation.start_earlier", "Ala ma kota"),
        ("annotation.start_later", "ma kota"),
    ):
        opened.verbs[verb].trigger()
        _shown(opened, qtbot, quote)
    press(qtbot, Qt.Key.Key_Comma, ALT)
    _shown(opened, qtbot, "Ala ma kota")


def test_split_at_the_caret_and_merged_again(opened: MainWindow, qtbot: QtBot) -> None:
    one = _add(opened, qtbot, "Ala ma kota i psa", note="uwaga", tag_paths=["A"])
    opened.reader.view.reveal(opened.reader.text.index("i psa"))
    press(qtbot, Qt.Key.Key_X)
    _shown(opened, qtbot, "Ala ma kota", "i psa")
    assert opened.annotator.current
    assert opened.annotator.current.id != one
    press(qtbot, Qt.Key.Key_M)
    _shown(opened, qtbot, "Ala ma kota i psa")
    assert opened.annotator.current.id == one
    opened.context.dispatch.undo()
    _shown(opened, qtbot, "Ala ma kota", "i psa")


def test_what_stands_apart_is_not_merged(opened: MainWindow, qtbot: QtBot) -> None:
    _add(opened, qtbot, "Ala ma kota")
    _add(opened, qtbot, "Ewa nie")
    press(qtbot, Qt.Key.Key_M)
    assert "next to one" in opened.messages.text
    assert _quotes(opened) == ["Ala ma kota", "Ewa nie"]


def test_the_mouse_pulls_an_end(opened: MainWindow, qtbot: QtBot) -> None:
    _add(opened, qtbot, "ma kota")
    view = opened.reader.view
    view.grab()
    port, end = view.viewport(), _corner(opened, "ma kota", last=True)
    goal = _corner(opened, "i psa", last=True)
    assert view._handles.end_at(view._in_document(end.toPointF())) == 1
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=end)
    _drag_to(opened, goal)
    view.grab()
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=goal)
    _shown(opened, qtbot, "ma kota i psa")
    assert view.selection() is None


def test_one_that_is_longer_than_the_view_has_the_handle_that_is_seen(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    add_files(opened, qtbot, tmp_path, "\n\n".join(f"Akapit {n}." for n in range(200)))
    view = opened.reader.view
    qtbot.waitUntil(lambda: "Akapit 199" in opened.reader.text)
    made: list[int] = []
    article, end = opened.reader.article, len(opened.reader.text)
    assert article
    opened.context.dispatch.do(
        annotate.add_highlight, then=made.append, article_id=article.id, start=0, end=end
    )
    qtbot.waitUntil(lambda: bool(made) and opened.annotator.knows(made[0]))
    opened.annotator.choose(made[0], reveal=True)
    view.grab()
    assert list(view._handles._places) == [0]
    opened.reader.go_to(end)
    view.grab()
    assert list(view._handles._places) == [1]


def test_esc_lets_go_of_an_end(opened: MainWindow, qtbot: QtBot) -> None:
    _add(opened, qtbot, "ma kota")
    view = opened.reader.view
    view.grab()
    qtbot.mousePress(
        view.viewport(), Qt.MouseButton.LeftButton, pos=_corner(opened, "ma kota", last=False)
    )
    _drag_to(opened, _corner(opened, "Ala", last=False))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view._handles.dragging
    assert _quotes(opened) == ["ma kota"]


def test_a_key_shows_note_and_tags_at_the_caret(opened: MainWindow, qtbot: QtBot) -> None:
    _add(opened, qtbot, "ma kota", note="uwaga", tag_paths=["Zwierzęta/Kot"])
    opened.reader.view.reveal(opened.reader.text.index("kota"))
    press(qtbot, Qt.Key.Key_I)
    qtbot.waitUntil(lambda: QToolTip.text() == "Zwierzęta/Kot\nuwaga")
    QToolTip.hideText()


def _drag_to(window: MainWindow, place: QPoint) -> None:
    """Move the mouse with its button down (QTest moves it without)."""
    left = Qt.MouseButton.LeftButton
    port = window.reader.view.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place.toPointF(),
        port.mapToGlobal(place).toPointF(),
        left,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.sendEvent(port, event)


def _corner(window: MainWindow, words: str, *, last: bool) -> QPoint:
    """Return where the knob at an end of *words* is, in the viewport."""
    view = window.reader.view
    start = window.reader.text.index(words)
    cursor = view.textCursor()
    cursor.setPosition(view._map.position(start + (len(words) if last else 0)))
    rect = view.cursorRect(cursor)
    return rect.center() + QPoint(0, (rect.height() // 2 + 2) * (1 if last else -1))
