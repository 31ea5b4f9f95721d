import threading
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.crash import CrashReporter, describe
from desktop.ui.dialogs.crash import CrashDialog

SECRET = "Tajny cytat z artykułu"


def _error(text: str = SECRET) -> BaseException:
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def _dialogs() -> list[CrashDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog)]


def test_the_report_says_where_but_not_what_the_user_reads() -> None:
    said = describe(_error())
    assert "ValueError" in said and "test_crash.py" in said
    assert SECRET not in said


def test_a_harmless_message_is_told() -> None:
    assert "No such file" in describe(OSError("No such file"))


def test_one_fault_is_logged_and_told_once(
    qtbot: QtBot, tmp_path: Path, qapp: QApplication
) -> None:
    reporter = CrashReporter(tmp_path / "log", qapp)
    seen: list[int] = []

    def close() -> None:
        seen.append(len(_dialogs()))
        for dialog in _dialogs():
            dialog.accept()

    QTimer.singleShot(150, close)
    error = _error()
    for _ in range(3):
        reporter.report(error)
    qtbot.waitUntil(lambda: bool(seen))
    reporter.report(error)
    qtbot.wait(30)
    assert seen == [1]
    assert not any(dialog.isVisible() for dialog in _dialogs())
    log = reporter.log_file.read_text(encoding="utf-8")
    assert log.count("\nValueError\n") == 4
    assert SECRET not in log


def test_a_fault_in_a_thread_is_told(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> None:
    reporter = CrashReporter(tmp_path, qapp)
    QTimer.singleShot(100, lambda: [dialog.accept() for dialog in _dialogs()])
    with qtbot.waitSignal(reporter.crashed):
        threading.Thread(target=lambda: reporter.report(_error())).start()
    qtbot.waitUntil(lambda: not any(dialog.isVisible() for dialog in _dialogs()))


def test_a_long_log_is_set_aside(tmp_path: Path, qapp: QApplication) -> None:
    reporter = CrashReporter(tmp_path, qapp)
    reporter.log_file.write_text("x" * 600_000)
    reporter._write("neu")
    assert reporter.log_file.stat().st_size < 10
    assert (tmp_path / "crash.old.log").stat().st_size == 600_000


def test_a_log_that_cannot_be_written_is_no_second_crash(
    tmp_path: Path, qapp: QApplication, capsys: object
) -> None:
    (tmp_path / "file").write_text("")
    CrashReporter(tmp_path / "file" / "log", qapp)._write("text")
