"""The trash and the history: what they list, and the way back."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.library import annotations, articles, trash
from desktop.operations import annotate, read
from desktop.ui.context import Context
from desktop.ui.dialogs.history import HistoryDialog
from desktop.ui.dialogs.trash import TrashDialog

Show = Callable[[QDialog], None]
TEXT = "Rada przyjęła plan mostu."


@pytest.fixture
def filled(context: Context, add_article: Callable[..., int]) -> int:
    """Delete a highlight and put another article into the trash; return the first one's id."""
    kept, gone = add_article(TEXT), add_article("Woda w porcie.")
    made = context.library.run(annotate.highlight_quote, article_id=kept, quote="plan mostu")
    context.library.run(annotate.delete, annotation_ids=[made.result])
    context.library.run(read.trash, article_ids=[gone])
    return kept


def test_all_comes_back(context: Context, qtbot: QtBot, show: Show, filled: int) -> None:
    dialog = TrashDialog(context)
    show(dialog)
    qtbot.waitUntil(lambda: dialog.shown == ["Woda w porcie.", "plan mostu"])
    dialog.select_all()
    dialog.put_back()
    qtbot.waitUntil(lambda: dialog.shown == [])
    assert len(annotations.of_article(context.reader, filled)) == 1
    assert articles.count(context.reader) == 2


def test_it_is_emptied_by_hand_and_undone(
    context: Context, qtbot: QtBot, show: Show, filled: int
) -> None:
    dialog = TrashDialog(context)
    show(dialog)
    qtbot.waitUntil(lambda: len(dialog.shown) == 2)
    dialog.empty()
    qtbot.waitUntil(lambda: dialog.shown == [])
    assert trash.everything(context.reader) == ([], [])
    context.dispatch.undo()
    qtbot.waitUntil(lambda: len(dialog.shown) == 2)


def test_only_what_is_selected_is_deleted(
    context: Context, qtbot: QtBot, show: Show, filled: int
) -> None:
    dialog = TrashDialog(context)
    show(dialog)
    qtbot.waitUntil(lambda: len(dialog.shown) == 2)
    dialog.delete()
    dialog._list.topLevelItem(1).child(0).setSelected(True)  # type: ignore[union-attr]
    dialog.delete()
    qtbot.waitUntil(lambda: dialog.shown == ["Woda w porcie."])


def test_history_goes_to_any_point_and_back(
    context: Context, qtbot: QtBot, show: Show, filled: int
) -> None:
    dialog = HistoryDialog(context)
    show(dialog)
    names = ["Move to trash", "Delete highlight", "Add highlight", "Import", "Import",
             "The beginning of this session"]  # fmt: skip
    assert [name for name, _ in dialog.shown][:3] == names[:3]
    dialog.choose(2)
    dialog.go()
    qtbot.waitUntil(lambda: [back for _, back in dialog.shown][:3] == [-2, -1, 0])
    assert len(annotations.of_article(context.reader, filled)) == 1
    assert dialog.shown[0][0] == "Move to trash (undone)"
    dialog.choose(0)
    dialog.go()
    qtbot.waitUntil(lambda: dialog.shown[0] == ("Move to trash", 0))
    assert annotations.of_article(context.reader, filled) == []
