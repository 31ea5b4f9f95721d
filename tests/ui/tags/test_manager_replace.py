"""Find and replace in tag names: the list follows what is typed, one step does it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.library import tags
from desktop.operations import tag as operations
from desktop.ui.context import Context
from desktop.ui.tags.manager import TagManager
from desktop.ui.tags.manager_replace import ReplaceDialog


@pytest.fixture
def dialog(context: Context, qtbot: QtBot) -> Iterator[ReplaceDialog]:
    for path in ("Spory", "Spór", "Rosja/spory <b>"):
        context.library.run(operations.create, path=path)
    made = ReplaceDialog(context)
    qtbot.addWidget(made)
    made.show()
    yield made
    context.dispatch.settle()
    qtbot.wait(20)


def paths(context: Context) -> list[str]:
    return sorted(one.path for one in tags.tree(context.reader))


def press(dialog: ReplaceDialog) -> QPushButton:
    found = [one for one in dialog.findChildren(QPushButton) if one.text().startswith("Rename")]
    assert len(found) == 1, [one.text() for one in dialog.findChildren(QPushButton)]
    return found[0]


def test_what_is_typed_is_shown_then_done_and_undone(
    dialog: ReplaceDialog, context: Context, qtbot: QtBot
) -> None:
    assert not press(dialog).isEnabled()
    qtbot.keyClicks(dialog.old, "spory")
    dialog.new.setText("Spór")
    qtbot.waitUntil(
        lambda: (
            dialog.shown == [("Spory", "Spór", "merged"), ("Rosja/spory <b>", "Rosja/Spór <b>", "")]
        )
    )
    qtbot.waitUntil(press(dialog).isEnabled)
    qtbot.keyClick(dialog.old, Qt.Key.Key_Return)
    assert press(dialog).hasFocus()
    qtbot.mouseClick(press(dialog), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: paths(context) == ["Rosja", "Rosja/Spór <b>", "Spór"])
    qtbot.waitUntil(lambda: dialog.shown == [] and not press(dialog).isEnabled())
    assert dialog.old.selectedText() == "spory"
    assert "renamed" in dialog._count.text()
    context.dispatch.undo()
    qtbot.waitUntil(lambda: len(dialog.shown) == 2)
    assert paths(context) == ["Rosja", "Rosja/spory <b>", "Spory", "Spór"]


def test_choices_count_and_mistakes_are_said(dialog: ReplaceDialog, qtbot: QtBot) -> None:
    dialog.old.setText("spory")
    dialog.new.setText("x")
    qtbot.waitUntil(lambda: len(dialog.shown) == 2)
    dialog.match_case.setChecked(True)
    qtbot.waitUntil(lambda: [one[0] for one in dialog.shown] == ["Rosja/spory <b>"])
    dialog.match_case.setChecked(False)
    dialog.where.choose("paths")
    dialog.old.setText("rosja/")
    dialog.new.setText("")
    qtbot.waitUntil(lambda: [one[1] for one in dialog.shown] == ["spory <b>"])
    dialog.pattern.setChecked(True)
    dialog.old.setText("(")
    qtbot.waitUntil(lambda: "from character 1" in dialog.problem)
    assert dialog.shown == []
    assert not press(dialog).isEnabled()
    dialog.old.setText("nic takiego")
    qtbot.waitUntil(lambda: "No tag" in dialog._count.text())
    assert dialog.problem == ""


def test_the_tag_manager_opens_it(context: Context, qtbot: QtBot) -> None:
    manager = TagManager(context)
    manager.show()
    qtbot.mouseClick(manager._replace, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(manager.findChildren(ReplaceDialog)))
    (opened,) = manager.findChildren(ReplaceDialog)
    opened.close()
    manager.close()
    context.dispatch.settle()
    qtbot.wait(20)
