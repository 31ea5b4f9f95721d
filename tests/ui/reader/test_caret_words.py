"""What a screen reader hears as the caret goes through highlights."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from desktop.library import annotations
from desktop.operations import annotate
from desktop.ui.context import Context
from desktop.ui.reader.pane import ReaderPane

TEXT = "Ala ma kota, a kot ma Alę."


@pytest.fixture
def pane(qtbot: QtBot, context: Context, add_article: Callable[..., int]) -> Iterator[ReaderPane]:
    QAccessible.setActive(True)
    key = add_article(TEXT)
    for words, more in (("kota", {"note": "jaki?", "tag_paths": ["Zwierzęta"]}), ("Alę", {})):
        start = TEXT.index(words)
        context.library.run(
            annotate.add_highlight, article_id=key, start=start, end=start + len(words), **more
        )
    pane = ReaderPane(context)
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitExposed(pane)
    pane.open(key)
    qtbot.waitUntil(lambda: pane.text == TEXT)
    pane.set_annotations(annotations.of_article(context.reader, key))
    pane.view.setFocus()
    qtbot.waitUntil(pane.view.hasFocus)
    pane.view.reveal(0)
    yield pane
    QAccessible.setActive(False)


def _go(qtbot: QtBot, pane: ReaderPane, words: str) -> list[str]:
    """Go with the arrow key to where *words* begin; return what was said on the way."""
    heard: list[str] = []
    pane.caret_words.said.connect(heard.append)
    while pane.view.caret_point() < TEXT.index(words):
        qtbot.keyClick(pane.view, Qt.Key.Key_Right)
    pane.caret_words.said.disconnect(heard.append)
    return heard


def test_it_says_what_begins_and_what_ends(qtbot: QtBot, pane: ReaderPane) -> None:
    assert _go(qtbot, pane, "ma kota") == []
    assert _go(qtbot, pane, "kota") == ["Highlight, Yellow. Tags: Zwierzęta. Note: jaki?"]
    assert _go(qtbot, pane, "ta,") == []
    assert _go(qtbot, pane, "a kot ma") == ["End of highlight"]
    assert _go(qtbot, pane, "Alę") == ["Highlight, Yellow."]


def test_nothing_is_said_where_nobody_listens(qtbot: QtBot, pane: ReaderPane) -> None:
    QAccessible.setActive(False)
    assert _go(qtbot, pane, "Alę") == []
