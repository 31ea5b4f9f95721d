"""The form of a CSV file: presets, columns and their order, and what is remembered of them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QListWidget, QRadioButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop.core.annotation_columns import COLUMNS
from desktop.formats.exporters.csv_form import DEFAULT, PRESETS
from desktop.ui.context import Context
from desktop.ui.dialogs.csv_memory import keep_form, kept_form
from desktop.ui.dialogs.csv_options import CsvOptions


@pytest.fixture
def options(qtbot: QtBot, context: Context) -> CsvOptions:
    made = CsvOptions(context.theme, context.settings)
    qtbot.addWidget(made)
    made.show()
    return made


def columns(options: CsvOptions) -> QListWidget:
    found = options.findChild(QListWidget, "csvColumns")
    assert isinstance(found, QListWidget)
    return found


def choose(options: CsvOptions, text: str) -> None:
    for box in options.findChildren(QComboBox):
        if (at := box.findText(text)) >= 0:
            box.setCurrentIndex(at)
            box.activated.emit(at)


def preset(options: CsvOptions) -> str:
    return next(b.currentText() for b in options.findChildren(QComboBox) if b.count() > 3)


def test_begins_with_the_contract(options: CsvOptions) -> None:
    assert options.form == DEFAULT
    assert preset(options) == "Any program"


@pytest.mark.parametrize(
    ("text", "name"),
    [("Excel in Polish (;)", "excel-pl"), ("pandas and R", "pandas"), ("Taguette", "taguette"),
     ("Readwise", "readwise")],
)  # fmt: skip
def test_presets(options: CsvOptions, text: str, name: str) -> None:
    choose(options, text)
    assert options.form == PRESETS[name]
    assert preset(options) == text


def test_columns_are_ticked_and_moved(qtbot: QtBot, options: CsvOptions) -> None:
    listed = columns(options)
    listed.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert options.form.columns == COLUMNS[1:]
    assert preset(options) == "Your own choice"
    listed.setCurrentRow(2)
    qtbot.keyClick(listed, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert options.form.columns[:2] == ("title", "article_uuid")
    (down,) = (t for t in options.findChildren(QToolButton) if "Down" in t.toolTip())
    down.click()
    assert options.form.columns == COLUMNS[1:]
    for number in range(listed.count()):
        listed.item(number).setCheckState(Qt.CheckState.Unchecked)
    assert not options.usable


def test_a_moved_column_keeps_its_name(options: CsvOptions) -> None:
    choose(options, "Taguette")
    columns(options).item(0).setCheckState(Qt.CheckState.Unchecked)
    assert options.form.header == ("document", "tag", "content")


def test_the_rest(options: CsvOptions) -> None:
    for box in options.findChildren(QCheckBox):
        box.click()
    choose(options, "a tab")
    (raw,) = (r for r in options.findChildren(QRadioButton) if "Exact" in r.text())
    raw.click()
    assert options.form == replace(DEFAULT, delimiter="\t", bom=False, guard=False, per_tag=True)


def test_is_remembered(qtbot: QtBot, context: Context, options: CsvOptions) -> None:
    choose(options, "Readwise")
    options.keep()
    again = CsvOptions(context.theme, context.settings)
    qtbot.addWidget(again)
    assert again.form == PRESETS["readwise"]
    choose(again, "Any program")
    again.keep()
    assert context.settings.get("csv_form") == ""


@pytest.mark.parametrize(
    "text",
    ["{", "[]", "{}", '{"columns": ["x"], "names": [], "delimiter": ","}',
     '{"columns": ["quote"], "names": [], "delimiter": "|"}',
     '{"columns": ["quote"], "names": ["a", "b"], "delimiter": ","}'],
)  # fmt: skip
def test_damaged_settings_give_the_default(context: Context, text: str) -> None:
    context.settings.set("csv_form", text)
    assert kept_form(context.settings) == DEFAULT
    keep_form(context.settings, DEFAULT)
