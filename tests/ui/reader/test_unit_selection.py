"""Keys that select in the real reader."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.context import Context
from desktop.ui.reader.pane import ReaderPane

TEXT = "Pierwsze zdanie, krótkie. Drugie 😀 zdanie.\n\nW 2023 r. Rada spała. Koniec."


@pytest.fixture
def pane(context: Context, add_article: Callable[..., int], qtbot: QtBot) -> ReaderPane:
    made = ReaderPane(context)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    with qtbot.waitSignal(made.opened):
        made.open(add_article(TEXT, title="Tytuł", language="pl"))
    made.view.reveal(0)
    return made


def _selected(pane: ReaderPane) -> str:
    return pane.text[slice(*(pane.view.selection() or (0, 0)))]


def test_the_same_key_takes_the_next_one_as_well(pane: ReaderPane):
    seen: list[str] = []
    for _ in range(4):
        pane.select_unit("sentence")
        seen.append(_selected(pane))
    assert seen[0] == "Pierwsze zdanie, krótkie."
    assert seen[1].endswith("Drugie 😀 zdanie.")
    assert seen[2].endswith("W 2023 r. Rada spała.")
    assert seen[3] == pane.text


def test_growing_and_shrinking_come_back_to_the_word(pane: ReaderPane):
    pane.resize_selection(1)
    assert _selected(pane) == "Pierwsze"
    for expected in ("Pierwsze zdanie", "Pierwsze zdanie, krótkie."):
        pane.resize_selection(1)
        assert _selected(pane) == expected
    pane.resize_selection(-1)
    pane.resize_selection(-1)
    assert _selected(pane) == "Pierwsze"
    pane.resize_selection(-1)
    assert pane.view.selection() is None


def test_a_selection_by_hand_forgets_what_growing_passed_through(pane: ReaderPane):
    pane.resize_selection(1)
    pane.resize_selection(1)
    pane.view.select_range(17, 24)
    pane.resize_selection(-1)
    assert pane.view.selection() is None


def test_no_quotation_at_the_caret_selects_nothing(pane: ReaderPane):
    pane.select_unit("quotation")
    assert pane.view.selection() is None
