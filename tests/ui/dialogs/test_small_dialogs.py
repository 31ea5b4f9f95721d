"""Keys, about, crash: what they say and how they are left."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop import __version__
from desktop.ui.context import Context
from desktop.ui.dialogs.about import AboutDialog
from desktop.ui.dialogs.crash import CrashDialog
from desktop.ui.dialogs.keys import KeysDialog

Show = Callable[[QDialog], None]

TITLES = {"file": "Plik", "view": "Widok"}


def action(group: str, text: str, *keys: str) -> QAction:
    made = QAction(text)
    made.setProperty("group", group)
    made.setShortcuts([QKeySequence(key) for key in keys])
    return made


def press(widget: CrashDialog | AboutDialog, text: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if one.text() == text)


@pytest.fixture
def keys(show: Show, context: Context) -> KeysDialog:
    actions = [
        action("file", "&Importuj…", "Ctrl+I"),
        action("view", "Mowa && druk", "F5", "Ctrl+R"),
        action("file", "Łódź", "Ctrl+L"),
        action("file", "Bez klawisza"),
    ]
    dialog = KeysDialog(actions, TITLES, context)
    dialog.kept = actions  # type: ignore[attr-defined]
    show(dialog)
    return dialog


def test_keys_by_menu(keys: KeysDialog) -> None:
    assert keys.shown == [
        ("Plik", "Importuj", "Ctrl+I"),
        ("Plik", "Łódź", "Ctrl+L"),
        ("Widok", "Mowa & druk", "F5, Ctrl+R"),
    ]


@pytest.mark.parametrize(("text", "found"), [("lodz", 1), ("ctrl", 3), ("plik ctrl", 2), ("q", 0)])
def test_keys_are_found(keys: KeysDialog, text: str, found: int) -> None:
    field = keys.findChild(QLineEdit, "keysFilter")
    assert isinstance(field, QLineEdit)
    field.setText(text)
    assert len(keys.shown) == found
    assert not keys.grab().isNull()


def test_about(qtbot: QtBot, show: Show, context: Context) -> None:
    dialog = AboutDialog(context)
    show(dialog)
    dialog.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"Glosa {__version__}\nPython 3.")
    assert "SQLite 3." in copied and str(context.library.path) in copied
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.fixture
def crash(show: Show, qapp: QApplication) -> CrashDialog:
    dialog = CrashDialog("Traceback: KeyError", Path("/tmp/glosa.log"))
    show(dialog)
    return dialog


def test_crash_goes_on(qtbot: QtBot, crash: CrashDialog) -> None:
    with qtbot.assertNotEmitted(crash.quit_chosen), qtbot.waitSignal(crash.accepted):
        press(crash, "Continue").click()


def test_crash_quits(qtbot: QtBot, crash: CrashDialog) -> None:
    with qtbot.waitSignal(crash.quit_chosen):
        press(crash, "Quit").click()


def test_crash_details_are_folded(crash: CrashDialog) -> None:
    text = crash.findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit) and not text.isVisible()
    press(crash, "Show details").click()
    assert text.isVisible() and text.toPlainText() == "Traceback: KeyError"
    crash.copy()
    assert QGuiApplication.clipboard().text() == "Traceback: KeyError"


def test_words_follow_the_language(crash: CrashDialog, keys: KeysDialog) -> None:
    for dialog in (crash, keys):
        QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
        assert dialog.windowTitle()
