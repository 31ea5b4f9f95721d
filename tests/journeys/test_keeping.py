"""The window closes, a backup takes the library's place, and it opens again."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop import app as application
from desktop.library import backup, places, self_test
from desktop.library.library import Library
from desktop.operations import annotate
from desktop.operations.import_articles import store
from desktop.ui.afterwards import Afterwards
from desktop.ui.crash import CrashReporter
from desktop.ui.dialogs.recovery import RecoveryDialog
from desktop.ui.keeper import Keeper
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import Settings
from tests.builders import document


@pytest.fixture
def library_file(tmp_path: Path) -> Path:
    path = tmp_path / "own" / "library.db"
    with closing(Library(path)) as library:
        library.run(store, documents=[document("Ala ma kota")])
        library.run(annotate.add_highlight, article_id=1, start=0, end=3, note="dawna")
        backup.make(path)
        library.run(annotate.set_note, annotation_id=1, note="nowa")
    return path


def open_window(
    qapp: QApplication, tmp_path: Path, plan: Afterwards, act: Callable[[MainWindow], object]
) -> tuple[int, Afterwards | None]:
    """Open what *plan* says; *act* is called with the window, which is closed after it."""
    settings = Settings(tmp_path / "settings.ini")
    settings.set("language", "en")
    crash = CrashReporter(tmp_path / "logs", qapp)

    ended: list[bool] = []

    def look() -> None:
        if ended:
            return
        windows = [w for w in qapp.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]
        if windows:
            act(windows[0])
            windows[0].close()
        else:
            QTimer.singleShot(50, look)

    QTimer.singleShot(50, look)
    try:
        return application._one_window(qapp, settings, crash, plan)
    finally:
        ended.append(True)


def note(path: Path) -> str:
    with closing(Library(path, read_only=True)) as library, closing(library.reader()) as reader:
        return reader.rows("SELECT note FROM annotation")[0]["note"]


def test_going_back_to_a_whole_backup(qapp: QApplication, tmp_path: Path, library_file: Path):
    (made,) = backup.found_in(places.backups_of(library_file))
    code, then = open_window(
        qapp, tmp_path, Afterwards(library_file), lambda w: w.opens.safety().go_back_to(made.path)
    )
    assert (code, then) == (0, Afterwards(library_file, copy=made.path))
    said: list[str] = []
    assert then
    code, then = open_window(qapp, tmp_path, then, lambda w: said.append(w.messages.text))
    assert (code, then) == (0, None)
    assert said[0].startswith("The library is as it was on")
    assert note(library_file) == "dawna"
    assert len(backup.found_in(made.path.parent)) == 2


def test_open_for_reading_only_and_back(qapp: QApplication, tmp_path: Path, library_file: Path):
    plan: Afterwards | None = Afterwards(library_file)
    states: list[tuple[bool, bool]] = []

    def turn(window: MainWindow) -> None:
        verb = window.verbs["library.read_only"]
        states.append((window.context.library.read_only, verb.isChecked()))
        verb.trigger()

    for _ in range(2):
        assert plan
        _, plan = open_window(qapp, tmp_path, plan, turn)
    assert states == [(False, False), (True, True)]
    assert plan and not plan.read_only


def test_a_damaged_library_is_recovered_before_a_window_opens(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, library_file: Path
):
    library_file.write_bytes(b"nothing of it is left")

    def press() -> None:
        dialogs = [w for w in qapp.topLevelWidgets() if isinstance(w, RecoveryDialog)]
        buttons = dialogs[0].findChildren(QPushButton)
        next(one for one in buttons if one.text().startswith("Restore the backup")).click()

    QTimer.singleShot(300, press)
    code, then = open_window(qapp, tmp_path, Afterwards(library_file), lambda _w: None)
    assert code == 1 and then and then.file == library_file
    said: list[str] = []
    code, after = open_window(qapp, tmp_path, then, lambda w: said.append(w.messages.text))
    assert (code, after) == (0, None)
    assert "was restored" in said[0] and "damaged" in said[0]
    assert note(library_file) == "dawna"


def test_damage_found_while_working_is_said_with_what_can_be_done(qtbot: QtBot, window: MainWindow):
    window.notices.damaged()
    assert "damaged" in window.messages.text
    next(
        one for one in window.messages.findChildren(QPushButton) if one.text().startswith("What")
    ).click()
    assert window.afterwards == Afterwards(window.context.library.path, recover=True)


def test_the_keeper_makes_the_first_backup_and_the_last(qtbot: QtBot, window: MainWindow):
    context = window.context
    keeper = Keeper(context, window.notices.damaged, window)
    folder = places.backups_of(context.library.path)
    keeper.look()
    qtbot.waitUntil(lambda: len(backup.found_in(folder)) == 1)
    keeper.last_backup()
    assert len(backup.found_in(folder)) == 1, "it is not older than half an hour"
    keeper.stop()


def close_after_a_change(qapp: QApplication, tmp_path: Path, file: Path) -> int:
    """Open the window on *file*, write a note and close at once; return how many backups are."""

    def act(window: MainWindow) -> None:
        window.context.dispatch.do(annotate.set_note, annotation_id=1, note="ostatnia")

    code, then = open_window(qapp, tmp_path, Afterwards(file), act)
    assert (code, then) == (0, None)
    assert note(file) == "ostatnia"
    folder = places.backups_of(file)
    assert not list(folder.glob(".tmp*"))
    return len(backup.found_in(folder))


def test_a_large_library_closes_without_a_backup_and_what_was_saved_is_there(
    qapp: QApplication, tmp_path: Path, library_file: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("desktop.ui.keeper._BETWEEN_BACKUPS", backup.NOW)
    monkeypatch.setattr("desktop.library.closing.LARGE", 1_000)
    assert close_after_a_change(qapp, tmp_path, library_file) == 1
    monkeypatch.setattr("desktop.library.closing.LARGE", 1_000_000_000)
    assert close_after_a_change(qapp, tmp_path, library_file) == 2, "a small one gets its backup"


def test_a_large_library_without_a_backup_gets_one_on_closing(
    qapp: QApplication, tmp_path: Path, library_file: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("desktop.library.closing.LARGE", 1_000)
    for one in backup.found_in(places.backups_of(library_file)):
        one.path.unlink()
    assert close_after_a_change(qapp, tmp_path, library_file) == 1


def test_when_nobody_changes_anything_a_backup_is_put_to_the_test(qtbot: QtBot, window: MainWindow):
    context = window.context
    keeper = Keeper(context, window.notices.damaged, window)
    folder = places.backups_of(context.library.path)
    made = backup.make(context.library.path)
    keeper.look()
    context.jobs.wait()
    assert self_test.verified(folder) == {}, "somebody may be at work"
    keeper.look()
    qtbot.waitUntil(lambda: made.path.name in self_test.verified(folder))
    keeper.stop()


def test_a_backup_that_is_damaged_is_told_of_and_replaced(qtbot: QtBot, window: MainWindow):
    context = window.context
    keeper = Keeper(context, window.notices.damaged, window)
    made = backup.make(context.library.path)
    with made.path.open("r+b") as file:
        file.truncate(5_000)
    keeper._start(keeper._test_a_backup)
    qtbot.waitUntil(lambda: "not whole any more" in window.messages.text)
    (another,) = backup.found_in(made.path.parent)
    assert another.size > 5_000
    keeper.stop()


def test_the_keeper_looks_after_a_bad_end(qtbot: QtBot, window: MainWindow):
    said: list[bool] = []
    context = window.context
    keeper = Keeper(context, lambda: said.append(True), window)
    places.mark_damaged(context.library.path, [])
    keeper.look_quickly()
    context.jobs.wait()
    qtbot.wait(10)
    assert said == []
    keeper.stop()
