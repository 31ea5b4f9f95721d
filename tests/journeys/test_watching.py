"""Files put into a watched folder come in by themselves, once; without one nothing is watched."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.operations.import_articles import ImportReport
from desktop.ui.dialogs.watched_folders import WatchedFolders
from desktop.ui.main_window import MainWindow
from desktop.ui.watching import folders
from tests.journeys.hands import count
from tests.operations.test_watch import put


def test_a_new_file_comes_in_once(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    put(folder / "before.txt", "Był tu wcześniej.")
    box = WatchedFolders(window.context)
    qtbot.addWidget(box)
    reports: list[ImportReport] = []
    window.strip.finished.connect(reports.append)
    box.add(folder)
    box.add(folder)
    assert box.shown == folders(window.context.settings) == [folder]
    watching = window.outside.watching()
    assert watching.active
    qtbot.waitUntil(lambda: count(window, "article") == 1)
    put(folder / "new.txt", "Nowy artykuł.")
    put(folder / "broken.pdf", "this is no PDF")
    qtbot.waitUntil(lambda: count(window, "article") == 2)
    qtbot.waitUntil(lambda: count(window, "watched_file") == 3)
    assert sum(len(one.failures) for one in reports) == 1
    seen = len(reports)
    for _ in range(2):
        watching.look()
        qtbot.waitUntil(lambda: not watching._looking)
    assert len(reports) == seen and not watching._waiting
    box._list.setCurrentRow(0)
    box.remove()
    assert not watching.active and box.shown == []


def test_nothing_is_watched_unless_it_was_chosen(window: MainWindow) -> None:
    assert folders(window.context.settings) == []
    assert not window.outside.watching().active
    window.outside.watching().look()
    assert not window.outside.watching()._looking
    window.context.settings.set("watched_folders", "nonsense")
    assert folders(window.context.settings) == []
