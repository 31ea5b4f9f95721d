"""The open article as a PDF file."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from tests.journeys.hands import TEXT, add_files


def test_the_open_article_is_saved(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    add_files(window, qtbot, tmp_path, TEXT)
    target = tmp_path / "article.pdf"
    window.opens.printing().save_pdf(1, target)
    qtbot.waitUntil(lambda: "article.pdf" in window.messages.text)
    assert target.read_bytes().startswith(b"%PDF-")


def test_a_file_that_cannot_be_written_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    add_files(window, qtbot, tmp_path, TEXT)
    window.opens.printing().save_pdf(1, tmp_path / "nowhere" / "article.pdf")
    qtbot.waitUntil(lambda: "could not be written" in window.messages.text)


def test_the_dialog_for_printing_goes_with_its_printer(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    add_files(window, qtbot, tmp_path, TEXT)
    seen: list[QPrintDialog] = []

    def close() -> None:
        seen.extend(window.findChildren(QPrintDialog))
        for dialog in seen:
            dialog.reject()

    QTimer.singleShot(200, close)
    window.opens.printing().choose_printer()
    assert len(seen) == 1
    qtbot.waitUntil(lambda: window.findChildren(QPrintDialog) == [])
