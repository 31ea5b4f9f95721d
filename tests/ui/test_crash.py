import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.core.errors import UserError
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
    assert "No such file" in describe(FileNotFoundError(2, "No such file", SECRET))
    assert SECRET not in describe(FileNotFoundError(2, "No such file", SECRET))
    assert "has no attribute" in describe(AttributeError("'int' object has no attribute 'x'"))


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


def test_what_led_to_an_error_is_told_too() -> None:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise RuntimeError(SECRET) from error
    except RuntimeError as error:
        said = describe(error)
    assert said.index("KeyError") < said.index("RuntimeError")
    assert SECRET not in said


def test_a_recursion_and_no_memory_are_no_second_crash(tmp_path: Path, qapp: QApplication) -> None:
    def down(n: int) -> int:
        return down(n + 1) + 1

    reporter = CrashReporter(tmp_path, qapp)
    for error in (_raised(lambda: down(0)), _raised(lambda: bytearray(1 << 62)), _SlyError()):
        reporter._note(error)
    log = reporter.log_file.read_text(encoding="utf-8")
    assert "RecursionError" in log and " more\n" in log and "MemoryError" in log
    assert "_SlyError, and ZeroDivisionError in describing it" in log
    assert len(log) < 20_000


def test_a_fault_that_comes_all_the_time_does_not_fill_the_disk(
    tmp_path: Path, qapp: QApplication
) -> None:
    reporter, error = CrashReporter(tmp_path, qapp), _error()
    for _ in range(1_000):
        reporter._note(error)
    assert reporter.log_file.read_text(encoding="utf-8").count("ValueError") == 20


def test_fifty_canaries_are_not_in_the_log(tmp_path: Path, qapp: QApplication) -> None:
    reporter = CrashReporter(tmp_path / "log", qapp)
    canaries = [f"kanarek{number}" for number in range(50)]
    for number, canary in enumerate(canaries):
        reporter._note(_raised(_WAYS[number % len(_WAYS)](canary, tmp_path)))
    log = reporter.log_file.read_text(encoding="utf-8")
    assert [canary for canary in canaries if canary in log] == []
    assert log.count("Glosa ") == 50


def test_what_kills_the_process_is_found_at_the_next_start(
    tmp_path: Path, qapp: QApplication
) -> None:
    code = (
        "import faulthandler, sys; from pathlib import Path\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from desktop.ui.crash import CrashReporter\n"
        "app = QCoreApplication([]); reporter = CrashReporter(Path(sys.argv[1]), app)\n"
        "assert reporter.watch_for_death() == ''\n"
        "faulthandler._sigsegv()"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=root, check=False)
    assert done.returncode != 0
    reporter = CrashReporter(tmp_path, qapp)
    found = reporter.watch_for_death()
    reporter.rest()
    assert "fault" in found and "<string>" in found
    assert found in reporter.log_file.read_text(encoding="utf-8")
    assert reporter.watch_for_death() == ""
    reporter.rest()


class _SlyError(Exception):
    @property
    def __cause__(self) -> BaseException:  # type: ignore[override]
        raise ZeroDivisionError


def _raised(act: Callable[[], object]) -> BaseException:
    try:
        act()
    except BaseException as error:
        return error
    raise AssertionError("nothing was raised")


def _fail(kind: type[BaseException], *given: object) -> object:
    raise kind(*given)


def _query(canary: str) -> object:
    with closing(sqlite3.connect(":memory:")) as db:
        return db.execute(f"SELECT {canary} FROM nowhere WHERE '{canary}")


_WAYS: tuple[Callable[[str, Path], Callable[[], object]], ...] = (
    lambda canary, folder: (folder / canary).read_bytes,
    lambda canary, folder: lambda: _query(canary),
    lambda canary, folder: lambda: int(canary),
    lambda canary, folder: lambda: {}[canary],
    lambda canary, folder: lambda: (canary + "\ud800").encode(),
    lambda canary, folder: lambda: _fail(RuntimeError, canary),
    lambda canary, folder: lambda: _fail(UserError, canary),
    lambda canary, folder: lambda: len(canary) + canary,  # type: ignore[operator]
    lambda canary, folder: lambda: next((folder / canary).iterdir()),
)
