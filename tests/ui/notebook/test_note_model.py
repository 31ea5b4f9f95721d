"""The notebook's model holds all entries but only the rows that were looked at."""

from array import array
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.operations import annotate
from desktop.ui.context import Context
from desktop.ui.notebook.note_model import NoteModel
from desktop.ui.notebook.note_pages import KEPT, PAGE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def ids(context: Context, add_article: Callable[..., int]) -> list[int]:
    article = add_article("Pierwsze zdanie o rzece. Drugie zdanie.", title="Rzeka")
    return [
        context.library.run(
            annotate.add_highlight, article_id=article, start=at, end=at + 8, note="Uwaga"
        ).result
        for at in (0, 9, 15)
    ]


def show(model: NoteModel, entries: "array[int]") -> None:
    model.show_entries(entries, group="article", terms=(), paths={})


def test_is_a_sound_model(context: Context, ids: list[int], qtmodeltester) -> None:
    model = NoteModel(context)
    qtmodeltester.check(model)
    show(model, array("q", ids))
    show(model, array("q", ids[1:]))


def test_rows_arrive_after_they_were_asked_for(
    context: Context, ids: list[int], qtbot: QtBot
) -> None:
    model = NoteModel(context)
    show(model, array("q", ids))
    assert model.note(0) is None
    with qtbot.waitSignal(model.dataChanged):
        pass
    note = model.note(0)
    assert note is not None and note.exact == "Pierwsze"
    assert model.is_first(0) and not model.is_first(1)
    assert model.group_name(1) == "Rzeka"


def test_speaks_a_highlight_whole(context: Context, ids: list[int]) -> None:
    model = NoteModel(context)
    show(model, array("q", ids))
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Pierwsze, note: Uwaga, Yellow, Rzeka"


def test_a_million_rows_cost_only_what_is_seen(
    context: Context, ids: list[int], qtbot: QtBot
) -> None:
    model = NoteModel(context)
    show(model, array("q", ids[:1]) * 1_000_000)
    for page in range(KEPT + 3):
        model.note(page * PAGE)
        with qtbot.waitSignal(model.pages.arrived):
            pass
    assert model.rowCount() == 1_000_000
    assert model.pages.loaded <= KEPT


def test_what_is_gone_is_an_empty_row(context: Context, ids: list[int]) -> None:
    model = NoteModel(context)
    show(model, array("q", [999]))
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) is None
