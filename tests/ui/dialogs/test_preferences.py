"""Preferences take effect at once."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from desktop.ui.context import Context
from desktop.ui.dialogs.preferences import PreferencesDialog
from desktop.ui.settings import DEFAULTS

Show = Callable[[QDialog], None]


@pytest.fixture
def dialog(show: Show, context: Context) -> PreferencesDialog:
    made = PreferencesDialog(context)
    show(made)
    return made


def combo(dialog: PreferencesDialog, name: str) -> QComboBox:
    return next(one for one in dialog.findChildren(QComboBox) if one.accessibleName() == name)


def number(dialog: PreferencesDialog, name: str) -> QSpinBox:
    return next(one for one in dialog.findChildren(QSpinBox) if one.accessibleName() == name)


@pytest.mark.parametrize(
    ("name", "setting", "value"),
    [
        ("Language", "language", "pl"),
        ("Theme", "theme", "sepia"),
        ("Text size", "text_scale", 150),
        ("Font", "reader_font", "sans"),
    ],
)
def test_a_choice_is_stored_at_once(
    qtbot: QtBot,
    context: Context,
    dialog: PreferencesDialog,
    name: str,
    setting: str,
    value: object,
) -> None:
    field = combo(dialog, name)
    with qtbot.waitSignal(context.settings.changed, check_params_cb=lambda n: n == setting):
        field.setCurrentIndex(field.findData(value))
    assert context.settings.get(setting) == value
    assert field.currentData() == value


@pytest.mark.parametrize(
    ("name", "setting", "value"),
    [
        ("Letter size", "reader_size", 24),
        ("Line height", "reader_leading", 180),
        ("Line length", "reader_measure", 80),
    ],
)
def test_a_number_is_stored_at_once(
    context: Context, dialog: PreferencesDialog, name: str, setting: str, value: int
) -> None:
    number(dialog, name).setValue(value)
    assert context.settings.get(setting) == value


def test_the_name_of_new_highlights(
    qtbot: QtBot, context: Context, dialog: PreferencesDialog
) -> None:
    field = dialog.findChild(QLineEdit, "coderName")
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "Ewa Zielona ")
    assert context.settings.get("coder_name") == "Ewa Zielona"
    assert field.text() == "Ewa Zielona "


def test_restoring_keeps_the_name(context: Context, dialog: PreferencesDialog) -> None:
    for setting, value in (("reader_size", 30), ("theme", "dark"), ("coder_name", "Ewa")):
        context.settings.set(setting, value)
    dialog.restore()
    assert context.settings.get("reader_size") == DEFAULTS["reader_size"]
    assert context.settings.get("theme") == "system"
    assert context.settings.get("coder_name") == "Ewa"
    assert number(dialog, "Letter size").value() == DEFAULTS["reader_size"]


def test_follows_settings_changed_elsewhere(context: Context, dialog: PreferencesDialog) -> None:
    context.settings.set("reader_size", 21)
    context.settings.set("text_scale", 120)
    assert number(dialog, "Letter size").value() == 21
    assert combo(dialog, "Text size").currentData() in (110, 125)
    assert context.settings.get("text_scale") == 120


@pytest.mark.parametrize("theme", ["light", "sepia", "dark", "contrast"])
@pytest.mark.parametrize("scale", [100, 200])
def test_is_painted(context: Context, dialog: PreferencesDialog, theme: str, scale: int) -> None:
    context.settings.set("theme", theme)
    context.settings.set("text_scale", scale)
    assert not dialog.grab().isNull()
    context.settings.set("text_scale", 100)
