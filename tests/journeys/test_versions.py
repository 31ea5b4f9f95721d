"""A text changes under highlights: the window follows, the lost one is attached again by a key."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.core.article_edit import editable
from desktop.library import annotations, articles, versions
from desktop.operations.versions import edit_text
from desktop.ui.main_window import MainWindow
from tests.journeys.hands import TEXT, add_files, give_keyboard, highlight, press, select, verb

CONTEXT = " Radni z Łodzi obradowali nad nią przez cały dzień i całą noc, aż do świtu."


def change(window: MainWindow, old: str, new: str) -> None:
    """Edit the open article's text as the dialog does."""
    article = window.reader.article
    assert article is not None
    text = articles.text(window.context.reader, article.id)
    typed = editable(text.text, text.blocks)
    assert old in typed
    window.context.dispatch.do(edit_text, article_id=article.id, typed=typed.replace(old, new, 1))


def test_a_lost_highlight_is_attached_with_one_key(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    add_files(window, qtbot, tmp_path, TEXT)
    kept = highlight(window, qtbot, "Mamy własne plany")
    lost = highlight(window, qtbot, "koszt dostaw stali")
    change(window, " o koszt dostaw stali", " redakcji w tej sprawie")
    qtbot.waitUntil(lambda: "redakcji w tej sprawie" in window.reader.text)
    qtbot.waitUntil(lambda: window.annotator.has_lost)
    reader = window.context.reader
    assert annotations.get(reader, lost).orphaned
    assert not annotations.get(reader, kept).orphaned
    assert verb(window, "annotation.reattach").isEnabled()
    give_keyboard(qtbot, window.reader.view)
    select(window, "redakcji w tej sprawie")
    press(qtbot, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: not window.annotator.has_lost)
    assert annotations.get(reader, lost).exact == "redakcji w tej sprawie"
    for _ in range(2):
        window.context.dispatch.undo()
    qtbot.waitUntil(lambda: "koszt dostaw stali" in window.reader.text)
    assert annotations.get(reader, lost).exact == "koszt dostaw stali"
    assert len(versions.of_article(reader, 1)) == 1


def test_a_doubtful_place_is_confirmed_with_the_same_key(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    add_files(window, qtbot, tmp_path, TEXT)
    one = highlight(window, qtbot, "przyjęła uchwałę w sprawie mostu")
    change(window, "uchwałę w", "uchwały w")
    qtbot.waitUntil(lambda: window.annotator.has_lost)
    give_keyboard(qtbot, window.reader.view)
    press(qtbot, Qt.Key.Key_L, times=2)
    qtbot.waitUntil(lambda: not window.annotator.has_lost)
    assert annotations.get(window.context.reader, one).confidence == 1.0


def test_new_articles_are_compared_in_the_background(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    from desktop.ui.background import Background

    body = TEXT.replace("\n\nKurier/NAW\n", CONTEXT)
    add_files(window, qtbot, tmp_path, body + "\n\nKurier/NAW\n", body + " Dopisek.\n\nPrasa/PAP\n")
    comparing = window.findChild(Background, "comparing")
    assert comparing is not None
    window.panes.show_similar()
    qtbot.waitUntil(lambda: window.sidebar.similar.line.text() == "Also published: 1")
    with qtbot.waitSignal(window.reader.opened):
        press(qtbot, Qt.Key.Key_Return)
    assert window.reader.article is not None and window.reader.article.id == 2
