"""The export dialog: what it offers, what it writes, what it says when it cannot."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from desktop.operations import annotate, saved_search
from desktop.operations.annotate import add_highlight
from desktop.ui.context import Context
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.dialogs.parts import Choice, ErrorLine
from desktop.ui.templates.dialog import TemplatesDialog

Show = Callable[[QDialog], None]


@pytest.fixture
def told(context: Context) -> list[str]:
    return []


@pytest.fixture
def articles(context: Context, add_article: Callable[..., int]) -> list[int]:
    ids = [add_article(f"Zażółć gęślą jaźń {n}\n\nDrugi akapit.") for n in range(3)]
    for article_id in ids[:2]:
        context.library.run(add_highlight, article_id=article_id, start=0, end=6)
    return ids


def open_dialog(
    show: Show, context: Context, told: list[str], articles: list[int], **choice: object
) -> ExportDialog:
    given = {"current": articles[0], "selected": [], "results": articles, "searching": False}
    dialog = ExportDialog(
        replace(context, tell=lambda text, kind: told.append(f"{kind}: {text}")),
        **{**given, **choice},  # type: ignore[arg-type]
    )
    show(dialog)
    return dialog


def field(dialog: ExportDialog) -> QLineEdit:
    found = dialog.findChild(QLineEdit, "exportTarget")
    assert isinstance(found, QLineEdit)
    return found


def button(dialog: ExportDialog, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)


def shows(dialog: ExportDialog, text: str) -> bool:
    return any(text in one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def test_offers_what_there_is(
    qtbot: QtBot, show: Show, context: Context, told: list[str], articles: list[int]
) -> None:
    dialog = open_dialog(show, context, told, articles, current=None)
    enabled = {
        one.objectName(): one.isEnabled()
        for one in dialog.findChildren(QRadioButton)
        if one.objectName()
    }
    assert enabled == {
        "export-article": False,
        "export-selected": False,
        "export-results": True,
        "export-saved": False,
        "export-tag": False,
        "export-notebook": False,
        "export-all": True,
    }
    qtbot.waitUntil(lambda: shows(dialog, "3 article(s), 2 highlight(s)"))


@pytest.mark.parametrize(
    ("choice", "scope"),
    [
        ({}, "article"),
        ({"searching": True}, "results"),
        ({"current": None, "results": []}, "all"),
        ({"current": None}, "results"),
    ],
)
def test_begins_with_the_likely_choice(
    show: Show,
    context: Context,
    told: list[str],
    articles: list[int],
    choice: dict[str, object],
    scope: str,
) -> None:
    assert open_dialog(show, context, told, articles, **choice).scope == scope


def test_several_selected_articles_come_first(
    show: Show, context: Context, told: list[str], articles: list[int]
) -> None:
    dialog = open_dialog(show, context, told, articles, selected=articles[:2], searching=True)
    assert dialog.scope == "selected"


@pytest.mark.parametrize(
    ("scope", "rows"), [("article", 1), ("selected", 1), ("results", 2), ("all", 2)]
)
def test_writes_the_file_and_tells_of_it(
    qtbot: QtBot,
    show: Show,
    context: Context,
    told: list[str],
    articles: list[int],
    tmp_path: Path,
    scope: str,
    rows: int,
) -> None:
    dialog = open_dialog(show, context, told, articles, selected=articles[1:])
    dialog.choose(scope)
    field(dialog).setText(str(tmp_path / "wynik.csv"))
    with qtbot.waitSignal(dialog.accepted):
        dialog.start()
    qtbot.waitUntil(lambda: told == [f"info: {rows} highlight(s) exported to “wynik.csv”."])
    with (tmp_path / "wynik.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["quote"] for row in csv.DictReader(file)] == ["Zażółć"] * rows
    assert context.settings.get("last_folder") == str(tmp_path)


def test_adds_the_suffix_and_keeps_raw_values(
    qtbot: QtBot,
    show: Show,
    context: Context,
    told: list[str],
    add_article: Callable[..., int],
    tmp_path: Path,
) -> None:
    article_id = add_article("=1+1 to nie wzór")
    context.library.run(add_highlight, article_id=article_id, start=0, end=4)
    for raw, quote in ((False, "'=1+1"), (True, "=1+1")):
        dialog = open_dialog(show, context, told, [article_id])
        dialog.choose("article", raw=raw)
        field(dialog).setText(str(tmp_path / f"raw-{raw}"))
        with qtbot.waitSignal(dialog.accepted):
            dialog.start()
        text = (tmp_path / f"raw-{raw}.csv").read_text(encoding="utf-8-sig")
        assert (quote in text) and (("'=" in text) is not raw)


def test_says_what_will_happen_to_the_file(
    show: Show, context: Context, told: list[str], articles: list[int], tmp_path: Path
) -> None:
    dialog = open_dialog(show, context, told, articles)
    export = button(dialog, "Export")
    (tmp_path / "da.csv").write_text("x")
    for text, note, usable in (
        (str(tmp_path / "da.csv"), "will be replaced", True),
        (str(tmp_path / "neu.csv"), "A new file", True),
        (str(tmp_path / "nirgends" / "a.csv"), "no such folder", False),
        (str(tmp_path), "This is a folder", False),
        ("  ", "Write a file name", False),
    ):
        field(dialog).setText(text)
        assert shows(dialog, note)
        assert export.isEnabled() is usable


def test_shows_errors_inside_and_stays_open(
    qtbot: QtBot, show: Show, context: Context, told: list[str], articles: list[int], tmp_path: Path
) -> None:
    dialog = open_dialog(show, context, told, articles)
    target = tmp_path / ("n" * 300 + ".csv")
    field(dialog).setText(str(tmp_path / "a.csv"))
    field(dialog).setText(str(target))
    error = dialog.findChild(ErrorLine)
    assert isinstance(error, ErrorLine)
    dialog.start()
    qtbot.waitUntil(error.isVisible)
    assert "could not be written" in error.text()
    assert dialog.isVisible() and not dialog.running and not told
    assert list(tmp_path.glob("*.csv")) == []


def test_escape_closes(
    qtbot: QtBot, show: Show, context: Context, told: list[str], articles: list[int]
) -> None:
    dialog = open_dialog(show, context, told, articles)
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_cancelling_stops_the_job_before_it_closes(
    qtbot: QtBot, show: Show, context: Context, told: list[str], articles: list[int], tmp_path: Path
) -> None:
    dialog = open_dialog(show, context, told, articles)
    field(dialog).setText(str(tmp_path / "a.csv"))
    with qtbot.waitSignal(dialog.finished):
        dialog.start()
        assert dialog.running
        dialog.reject()
        dialog.reject()
    assert list(tmp_path.glob(".*part")) == []


def test_saved_searches_tags_and_the_notebook_can_be_exported(
    qtbot: QtBot, show: Show, context: Context, told: list[str], articles: list[int], tmp_path: Path
) -> None:
    library = context.library
    library.run(saved_search.save, name="Gęśle", query="gęślą")
    library.run(annotate.add_tag, annotation_ids=[2], path="Rosja/dyplomacja")
    dialog = open_dialog(
        show, context, told, articles, listed=[1, 2, 1 << 40 | 1], first="notebook"
    )
    assert dialog.scope == "notebook"
    qtbot.waitUntil(lambda: shows(dialog, "2 article(s), 2 highlight(s)"))
    radio = dialog.findChild(QRadioButton, "export-tag")
    assert isinstance(radio, QRadioButton)
    qtbot.waitUntil(radio.isEnabled)
    dialog.choose("tag")
    choice = dialog.findChild(Choice, "export-tag-name")
    assert isinstance(choice, Choice) and choice.isVisible()
    assert [choice.itemText(at) for at in range(choice.count())] == ["Rosja", "Rosja/dyplomacja"]
    choice.setCurrentIndex(1)
    qtbot.waitUntil(lambda: shows(dialog, "1 article(s), 1 highlight(s)"))
    field(dialog).setText(str(tmp_path / "wynik.csv"))
    with qtbot.waitSignal(dialog.accepted):
        dialog.start()
    qtbot.waitUntil(lambda: told == ["info: 1 highlight(s) exported to “wynik.csv”."])


def test_what_the_notebook_lists_goes_out_in_any_format(
    qtbot: QtBot, show: Show, context: Context, told: list[str], articles: list[int], tmp_path: Path
) -> None:
    dialog = open_dialog(
        show, context, told, articles, current=None, results=[], listed=[2], first="notebook"
    )
    formats = dialog.findChild(Choice, "exportFormat")
    assert isinstance(formats, Choice)
    names = [formats.itemText(at) for at in range(formats.count())]
    assert "SQLite, for Datasette" in names and dialog.format.csv.isVisible()
    formats.setCurrentIndex(names.index("SQLite, for Datasette"))
    assert field(dialog).text().endswith(".sqlite") and not dialog.format.csv.isVisible()
    field(dialog).setText(str(tmp_path / "wynik.sqlite"))
    with qtbot.waitSignal(dialog.accepted):
        dialog.start()
    qtbot.waitUntil(lambda: told == ["info: 1 highlight(s) exported to “wynik.sqlite”."])
    assert (tmp_path / "wynik.sqlite").read_bytes().startswith(b"SQLite format 3")


def test_a_text_in_the_form_of_a_template(
    qtbot: QtBot, show: Show, context: Context, told: list[str], articles: list[int], tmp_path: Path
) -> None:
    dialog = open_dialog(show, context, told, articles)
    formats, names = (
        dialog.findChild(Choice, "exportFormat"),
        dialog.findChild(Choice, "exportTemplate"),
    )
    assert isinstance(formats, Choice) and isinstance(names, Choice)
    assert not names.isVisible()
    formats.setCurrentIndex(formats.count() - 1)
    assert names.isVisible() and field(dialog).text().endswith(".txt")
    assert shows(dialog, "What the template does not name")
    dialog.format.edit_templates()
    editor = dialog.findChild(TemplatesDialog)
    assert isinstance(editor, TemplatesDialog)
    editor.new()
    editor.accept()
    qtbot.waitUntil(lambda: names.currentText() == "My template")
    field(dialog).setText(str(tmp_path / "wynik.txt"))
    with qtbot.waitSignal(dialog.accepted):
        dialog.start()
    qtbot.waitUntil(lambda: told == ["info: 1 highlight(s) exported to “wynik.txt”."])
    assert "„Zażółć”" in (tmp_path / "wynik.txt").read_text(encoding="utf-8")
    later = open_dialog(show, context, told, articles)
    chosen = later.findChild(Choice, "exportTemplate")
    assert isinstance(chosen, Choice) and chosen.currentText() == "My template"
