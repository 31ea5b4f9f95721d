"""Sentences are looked at before they are tagged."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.library import annotations
from desktop.ui.context import Context
from desktop.ui.dialogs.autotag import AutotagDialog

TEXT = "Most stoi. Burmistrz milczy. Most płonie."


def test_what_is_ticked_is_tagged_and_undone_at_once(
    context: Context,
    qtbot: QtBot,
    show: Callable[[QDialog], None],
    add_article: Callable[..., int],
) -> None:
    first, other = add_article(TEXT), add_article("Inny most.")
    dialog = AutotagDialog(context, {"article": [first], "all": None})
    show(dialog)
    qtbot.keyClicks(dialog.words, "most")
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(dialog.chosen) == 2)
    dialog.scope.choose("all")
    qtbot.waitUntil(lambda: len(dialog.chosen) == 3)
    dialog.scope.choose("article")
    qtbot.waitUntil(lambda: len(dialog.chosen) == 2)
    line = dialog._list.topLevelItem(0)
    assert line is not None
    line.setCheckState(0, Qt.CheckState.Unchecked)
    assert [one.exact for one in dialog.chosen] == ["Most płonie."]
    assert not dialog._tag.isEnabled()
    qtbot.keyClicks(dialog.tag, "Temat/Most")
    assert dialog._tag.isEnabled()
    dialog._tag.click()
    qtbot.waitUntil(lambda: bool(annotations.of_article(context.reader, first)))
    (made,) = annotations.of_article(context.reader, first)
    assert (made.exact, [label.path for label in made.tags]) == ("Most płonie.", ["Temat/Most"])
    context.dispatch.undo()
    qtbot.waitUntil(lambda: not annotations.of_article(context.reader, first))
    assert not annotations.of_article(context.reader, other)


def test_what_cannot_be_read_is_said(
    context: Context, qtbot: QtBot, show: Callable[[QDialog], None]
) -> None:
    dialog = AutotagDialog(context, {"all": None})
    show(dialog)
    dialog.words.setText("a OR b")
    dialog.find()
    qtbot.waitUntil(lambda: "phrase in quotation marks" in dialog.problem)
