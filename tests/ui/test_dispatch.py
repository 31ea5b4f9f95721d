from collections.abc import Callable

from pytestqt.qtbot import QtBot

from desktop.operations import read
from desktop.ui.context import Context


def test_an_older_step_is_not_undone_by_its_button(
    context: Context, add_article: Callable[..., int], qtbot: QtBot
) -> None:
    article = add_article("Tekst.")
    context.library.run(read.set_starred, article_ids=[article], starred=True)
    starred = context.library.undoable
    context.library.run(read.set_status, article_ids=[article], status="read")
    context.dispatch.undo_if_last(starred)
    context.dispatch.settle()
    assert context.library.redoable is None
    context.dispatch.undo_if_last(context.library.undoable)
    context.dispatch.settle()
    assert context.library.undoable == starred
