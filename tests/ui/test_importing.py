"""Imports start at once or after a look; their reports are kept and shown again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.library import articles
from desktop.operations import import_reports
from desktop.ui.context import Context
from desktop.ui.dialogs.import_report import ImportReportDialog
from desktop.ui.dialogs.import_window import ImportWindow
from desktop.ui.dialogs.parts import Choice
from desktop.ui.import_strip import ImportStrip
from desktop.ui.importing import Importing
from desktop.ui.messages import MessageBar

LONG = "Most na rzece zamknięto wczoraj o świcie z powodu remontu, który potrwa do końca roku. " * 6


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.strip = ImportStrip(context, made)  # type: ignore[attr-defined]
    made.messages = MessageBar(context.theme, made)  # type: ignore[attr-defined]
    made.show()
    yield made
    for dialog in made.findChildren(ImportReportDialog):
        dialog.close()
    context.jobs.wait()
    qtbot.wait(1)


@pytest.fixture
def importing(context: Context, window: QWidget) -> Importing:
    return Importing(context, window.strip, window.messages, window)  # type: ignore[attr-defined]


def test_plain_files_go_in_at_once(
    qtbot: QtBot, context: Context, importing: Importing, window: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Tekst.")
    importing.start([tmp_path / "a.txt"])
    qtbot.waitUntil(lambda: articles.count(context.reader) == 1)
    assert not window.findChildren(ImportWindow)
    qtbot.waitUntil(lambda: bool(import_reports.kept(context.library.path)))


def test_a_table_is_shown_first(
    qtbot: QtBot, context: Context, importing: Importing, window: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text("title,text\nA,Tekst artykułu\n")
    importing.start([tmp_path / "a.csv"])
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportWindow)))
    (shown,) = window.findChildren(ImportWindow)
    assert articles.count(context.reader) == 0
    shown.accept()
    qtbot.waitUntil(lambda: articles.count(context.reader) == 1)
    qtbot.waitUntil(lambda: bool(import_reports.kept(context.library.path)))


def test_by_choice_any_file_is(
    qtbot: QtBot, importing: Importing, window: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Tekst.")
    importing.start([tmp_path / "a.txt"], look=True)
    (shown,) = window.findChildren(ImportWindow)
    shown.reject()


def test_no_report_yet(qtbot: QtBot, context: Context, importing: Importing) -> None:
    told: list[str] = []
    object.__setattr__(context, "tell", lambda text, _kind: told.append(text))
    importing.show_reports()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("There is no report")


def test_reports_of_earlier_imports(
    qtbot: QtBot, context: Context, importing: Importing, window: QWidget, tmp_path: Path
) -> None:
    for number, name in enumerate(("a.txt", "b.pdf"), 1):
        (tmp_path / name).write_text("Tekst.")
        importing.start([tmp_path / name])
        qtbot.waitUntil(lambda n=number: len(import_reports.kept(context.library.path)) == n)
    importing.show_reports()
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportReportDialog)))
    (dialog,) = window.findChildren(ImportReportDialog)
    assert dialog.text.startswith("0 imported, 0 already there, 1 failed")
    (chosen,) = dialog.findChildren(Choice)
    assert chosen.count() == 2
    chosen.setCurrentIndex(1)
    chosen.activated.emit(1)
    qtbot.waitUntil(lambda: dialog.text.startswith("1 imported"))
    import_reports.kept(context.library.path)[0].path.write_text("{")
    chosen.setCurrentIndex(0)
    chosen.activated.emit(0)
    qtbot.waitUntil(lambda: chosen.count() == 1)


def test_near_duplicates_are_in_the_report(
    qtbot: QtBot,
    context: Context,
    importing: Importing,
    window: QWidget,
    add_article: Callable[..., int],
    tmp_path: Path,
) -> None:
    from desktop.library.similar import put, signatures

    add_article(LONG, title="Pierwszy")
    (tmp_path / "a.txt").write_text(f"Prawie ten sam\n\n{LONG} I jedno zdanie więcej.")
    importing.start([tmp_path / "a.txt"])
    messages = window.messages  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "1 article" in messages.text)
    while found := signatures(context.reader):
        context.library.with_writer(lambda db, new=found: put(db, new))
    report = [b for b in messages.findChildren(QPushButton) if b.text() == "Show the report"]
    report[0].click()
    (dialog,) = window.findChildren(ImportReportDialog)
    qtbot.waitUntil(lambda: "Nearly the same as another article (1)" in dialog.text)
    assert "% the same as “Pierwszy”" in dialog.text
    assert articles.count(context.reader) == 2
