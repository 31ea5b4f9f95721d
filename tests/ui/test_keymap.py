"""Keys of one's own: kept, shown everywhere, and never two things at one place."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui import actions
from desktop.ui.context import Context
from desktop.ui.controls.key_field import KeyField
from desktop.ui.dialogs.keys import KeysDialog
from desktop.ui.keymap import Keymap
from desktop.ui.settings import Settings

KEYS = Qt.KeyboardModifier
CTRL, SHIFT, NONE = KEYS.ControlModifier, KEYS.ShiftModifier, KEYS.NoModifier


@pytest.fixture
def verbs(qapp: QApplication) -> dict[str, QAction]:
    made: dict[str, QAction] = {}
    for row in actions.rows():
        made[row.id] = QAction(row.id)
        made[row.id].setObjectName(row.id)
        made[row.id].setProperty("group", row.menu)
        made[row.id].setShortcuts([QKeySequence(key) for key in row.keys])
    actions.label(made)
    return made


@pytest.fixture
def keymap(verbs: dict[str, QAction], tmp_path: Path) -> Keymap:
    return Keymap(Settings(tmp_path / "keys.ini"), verbs, verbs["help.keys"])


def test_a_key_is_changed_shown_and_kept(
    keymap: Keymap, verbs: dict[str, QAction], tmp_path: Path
) -> None:
    keymap.change("annotation.note", ["Ctrl+Alt+N"])
    assert verbs["annotation.note"].shortcut().toString() == "Ctrl+Alt+N"
    assert verbs["annotation.note"].toolTip() == "Note (Ctrl+Alt+N)"
    parent = QObject()
    later = Keymap(Settings(tmp_path / "keys.ini"), verbs, parent)
    assert later.keys("annotation.note") == ("Ctrl+Alt+N",) and later.any_changed


def test_a_key_goes_from_one_action_to_the_other(keymap: Keymap, verbs: dict[str, QAction]) -> None:
    assert keymap.clashes("annotation.note", "t") == ["annotation.tag"]
    keymap.change("annotation.note", ["T"])
    assert keymap.keys("annotation.tag") == () and verbs["annotation.tag"].shortcuts() == []
    assert keymap.clashes("annotation.note", "T") == []
    keymap.reset("annotation.tag")
    assert keymap.keys("annotation.tag") == ()  # the other has it
    keymap.reset("annotation.note")
    keymap.reset("annotation.tag")
    assert (keymap.keys("annotation.note"), keymap.keys("annotation.tag")) == (("N",), ("T",))
    assert not keymap.any_changed


def test_the_same_key_may_do_two_things_at_two_places(keymap: Keymap) -> None:
    assert keymap.clashes("article.trash", "Del") == []
    assert keymap.clashes("annotation.note", "Del") == ["article.trash", "annotation.delete"]


@pytest.mark.parametrize("stored", ["no json", "[1]", '{"gone": ["X"]}', '{"edit.undo": 3}'])
def test_settings_that_make_no_sense_change_nothing(
    verbs: dict[str, QAction], tmp_path: Path, stored: str
) -> None:
    settings = Settings(tmp_path / "keys.ini")
    settings.set("keys", stored)
    assert not Keymap(settings, verbs, verbs["help.keys"]).any_changed


def test_the_sheet_changes_a_key(
    keymap: Keymap, verbs: dict[str, QAction], context: Context, qtbot: QtBot
) -> None:
    dialog = KeysDialog(verbs.values(), {}, context, keymap=keymap)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._filter.setText("note annotation")
    top = dialog._sheet.topLevelItem(0)
    line = top.child(0) if top else None
    assert line is not None
    dialog._sheet.setCurrentItem(line)
    change = dialog._change
    assert change is not None
    qtbot.keyClick(change.field, Qt.Key.Key_T)
    assert change.warning == "This is the key of: Tag. It would lose it."
    change.take.click()
    assert keymap.keys("annotation.note") == ("T",)
    assert ("annotation", "Note", "T") in dialog.shown
    change.none.click()
    assert keymap.keys("annotation.note") == ()
    change.reset.click()
    assert keymap.keys("annotation.note") == ("N",)
    change.all.click()
    assert not keymap.any_changed and keymap.keys("annotation.tag") == ("T",)


@pytest.mark.parametrize(
    ("key", "modifiers", "written"),
    [
        (Qt.Key.Key_S, CTRL | SHIFT, "Ctrl+Shift+S"),
        (Qt.Key.Key_F5, NONE, "F5"),
        (Qt.Key.Key_Question, SHIFT, "?"),
        (Qt.Key.Key_Return, CTRL, "Ctrl+Return"),
        (Qt.Key.Key_Shift, SHIFT, ""),
        (Qt.Key.Key_Escape, NONE, ""),
    ],
)
def test_a_pressed_key_is_written_as_shortcuts_are(
    qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, written: str
) -> None:
    field = KeyField()
    qtbot.addWidget(field)
    qtbot.keyClick(field, key, modifiers)
    assert field.key == written
