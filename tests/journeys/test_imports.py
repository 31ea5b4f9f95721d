"""Imports on the real window: stopped half-way, taken back, with a file that cannot be read."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.formats.exporters.bundle import BUNDLE
from desktop.library.portable import portable_articles, portable_tags
from desktop.operations.import_articles import ImportReport
from desktop.ui.dialogs.import_report import ImportReportDialog
from desktop.ui.main_window import MainWindow
from tests.journeys.hands import TEXT, add_files, count, highlight, verb


def _many(folder: Path, number: int) -> list[Path]:
    files = [folder / f"{n:04}.txt" for n in range(number)]
    for n, file in enumerate(files):
        file.write_text(f"Artykuł numer {n}.\n\nTreść {n}.", encoding="utf-8")
    return files


def _link(window: MainWindow, text: str) -> QPushButton:
    return next(b for b in window.messages.findChildren(QPushButton) if b.text() == text)


def test_stopped_half_way_it_leaves_whole_articles_and_goes_out_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    done: list[ImportReport] = []
    window.strip.finished.connect(done.append)
    window.importing.start(_many(tmp_path, 600))
    qtbot.waitUntil(lambda: count(window, "article") >= 25)
    window.strip.cancel()
    qtbot.waitUntil(lambda: bool(done))
    report = done[0]
    assert report.cancelled and 25 <= len(report.imported) < 600
    assert count(window, "article") == count(window, "article_text") == len(report.imported)
    qtbot.waitUntil(lambda: len(window.list.result_ids()) == len(report.imported))
    assert "stopped" in window.messages.text
    qtbot.mouseClick(_link(window, "Undo import"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: count(window, "article") == 0)
    qtbot.waitUntil(lambda: not window.list.result_ids())
    assert verb(window, "edit.redo").text() == "Redo Import"


def test_undo_of_an_older_message_takes_nothing_else_back(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    add_files(window, qtbot, tmp_path, TEXT)
    button = _link(window, "Undo import")
    highlight(window, qtbot, "własne plany")
    button.click()
    window.context.dispatch.settle()
    assert (count(window, "article"), count(window, "annotation")) == (1, 1)


def test_one_bad_file_among_good_ones_is_a_line_in_the_report(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    files = _many(tmp_path, 3)
    bad = tmp_path / "zly.txt"
    bad.write_bytes(bytes(range(256)) * 40)
    done: list[ImportReport] = []
    window.strip.finished.connect(done.append)
    window.importing.start([files[0], bad, *files[1:], tmp_path / "nie ma.txt"])
    qtbot.waitUntil(lambda: bool(done))
    assert len(done[0].imported) == 3
    assert {failure.path.name for failure in done[0].failures} == {"zly.txt", "nie ma.txt"}
    assert "2 could not be read" in window.messages.text
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ImportReportDialog)
        seen.append(dialog.windowTitle())
        dialog.reject()

    QTimer.singleShot(150, look)
    qtbot.mouseClick(_link(window, "Show the report"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(seen) == 1)


def test_undoing_the_import_of_the_open_article_closes_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    add_files(window, qtbot, tmp_path, TEXT)
    failed: list[object] = []
    window.context.dispatch.failed.connect(failed.append)
    verb(window, "edit.undo").trigger()
    qtbot.waitUntil(lambda: window.reader.article is None)
    window.context.dispatch.settle()
    qtbot.wait(30)
    assert failed == []


def test_closing_the_window_stops_the_import(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.importing.start(_many(tmp_path, 400))
    qtbot.waitUntil(lambda: count(window, "article") >= 25)
    window.close()
    assert not window.strip.running
    number = count(window, "article")
    assert number == count(window, "article_text") < 400


@pytest.mark.parametrize("again", [False, True])
def test_the_same_again_is_no_news(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, again: bool
) -> None:
    add_files(window, qtbot, tmp_path, TEXT)
    if again:
        with qtbot.waitSignal(window.strip.finished):
            window.importing.start([tmp_path / "0.txt"])
        assert "1 already there" in window.messages.text
    assert count(window, "article") == 1


def test_a_bundle_among_dropped_files_is_merged(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    add_files(window, qtbot, tmp_path, TEXT)
    highlight(window, qtbot, "własne plany")
    reader = window.context.reader
    bundle = tmp_path / "from-anna.GLOSA"
    with bundle.open("wb") as out:
        BUNDLE.write_articles(portable_articles(reader, [1]), portable_tags(reader), out)
    window.verbs["edit.undo"].trigger()
    qtbot.waitUntil(lambda: count(window, "annotation") == 0)
    other = tmp_path / "nowy.txt"
    other.write_text("Nowy artykuł.\n\nTreść.", encoding="utf-8")
    window.importing.start([bundle, other])
    qtbot.waitUntil(lambda: (count(window, "article"), count(window, "annotation")) == (2, 1))
