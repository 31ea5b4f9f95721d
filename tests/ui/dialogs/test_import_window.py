"""The window before an import: what it finds, its choices, and what it starts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from desktop.operations.import_articles import import_paths
from desktop.ui.context import Context
from desktop.ui.dialogs.import_window import ImportWindow
from desktop.ui.dialogs.parts import Choice
from desktop.ui.import_strip import Choices
from tests.formats import document_samples, library_samples

Show = Callable[[QDialog], None]
ROW = "Nagłówek;Lead;Treść strony\nPierwszy;Krótko;Długi tekst artykułu\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    (made / "a.txt").write_text("Zwykły tekst.")
    (made / "b.html").write_bytes(document_samples.all_samples()["page.html"])
    (made / "c.csv").write_text(ROW)
    (made / "d.csv").write_bytes(library_samples.raindrop())
    return made


@pytest.fixture
def window(qtbot: QtBot, show: Show, context: Context, folder: Path) -> ImportWindow:
    import_paths(context.library, [folder / "a.txt"])
    made = ImportWindow(context, [folder])
    show(made)
    qtbot.waitUntil(lambda: looked(made))
    return made


def looked(window: ImportWindow) -> bool:
    return window._survey is not None and window._looking is None


def said(window: ImportWindow) -> str:
    return "\n".join(f"{line.name}: {line.text}" for line in window._model.lines)


def field(window: ImportWindow, name: str) -> Choice:
    found = window.findChild(Choice, f"column-{name}")
    assert isinstance(found, Choice)
    return found


def test_says_what_was_found(window: ImportWindow) -> None:
    text = said(window)
    assert "Plain text – a.txt: 1 article" in text and "1 there already" in text
    assert "Raindrop.io – d.csv" in text and "cover" in text
    assert text.splitlines()[-1].startswith("Cannot be read (1)")
    assert window._heading.text().startswith("4 article")


def test_the_chosen_column_is_looked_at_and_imported(
    qtbot: QtBot, window: ImportWindow, folder: Path
) -> None:
    got: list[tuple[tuple[Path, ...], Choices]] = []
    window.chosen.connect(lambda paths, choices: got.append((paths, choices)))
    text = field(window, "text")
    text.setCurrentIndex(text.findData("Treść strony"))
    qtbot.waitUntil(lambda: looked(window) and "Table of articles – c.csv" in said(window))
    rows = window.findChild(QTableWidget)
    assert rows
    item = rows.item(0, 1)
    assert item and item.text() == "Długi tekst artykułu"
    button = next(b for b in window.findChildren(QPushButton) if b.text() == "Import")
    button.click()
    ((paths, choices),) = got
    assert paths == (folder,) and choices.expected == 5 and not choices.whole_page
    assert choices.columns[folder / "c.csv"]["text"] == "Treść strony"


def test_one_column_is_one_part(qtbot: QtBot, window: ImportWindow) -> None:
    text, title = field(window, "text"), field(window, "title")
    assert title.currentData() == "Nagłówek"
    text.setCurrentIndex(text.findData("Nagłówek"))
    assert title.currentData() == ""
    qtbot.waitUntil(lambda: looked(window))


def test_whole_pages(qtbot: QtBot, window: ImportWindow) -> None:
    box = window.findChild(QCheckBox)
    assert box and box.isVisible()
    box.setChecked(True)
    qtbot.waitUntil(lambda: looked(window))
    assert window.choices.whole_page


def test_nothing_to_import(qtbot: QtBot, show: Show, context: Context, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(ROW)
    window = ImportWindow(context, [tmp_path / "x.csv"])
    show(window)
    qtbot.waitUntil(lambda: looked(window))
    assert not window._import.isEnabled()
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert field(window, "text").currentData() == ""


def test_closing_stops_the_look(qtbot: QtBot, show: Show, context: Context, tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number}.html").write_text(f"<p>Tekst numer {number} jest tu.</p>")
    window = ImportWindow(context, [tmp_path])
    show(window)
    looking = window._looking
    window.reject()
    assert looking and looking.stop.is_set()


def test_a_library_that_cannot_be_read(
    qtbot: QtBot, show: Show, context: Context, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context.library.path.rename(context.library.path.with_name("moved.db"))
    window = ImportWindow(context, [folder])
    show(window)
    qtbot.waitUntil(lambda: window._looking is None)
    assert window._error.text()
    context.library.path.with_name("moved.db").rename(context.library.path)
