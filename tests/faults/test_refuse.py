"""A library that cannot be opened: words and what to do, in the terminal and in a window."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from desktop import app as application
from desktop import paths
from desktop.library.library import Library
from desktop.library.lock import WriteLock
from desktop.ui.dialogs.recovery import RecoveryDialog


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE t (x)")
        db.commit()


def _newer(path: Path) -> None:
    Library(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 999")


def _no_database(path: Path) -> None:
    path.write_text("Drogi pamiętniku, " * 20, encoding="utf-8")


def _folder(path: Path) -> None:
    path.mkdir()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    assert paths.settings_file().is_relative_to(tmp_path)
    return tmp_path


@pytest.fixture
def said(qapp: QApplication) -> Iterator[list[str]]:
    """Close each message box that comes; the texts they had."""
    texts: list[str] = []
    timer = QTimer(qapp, interval=20)

    def look() -> None:
        for box in QApplication.topLevelWidgets():
            if isinstance(box, QMessageBox) and box.isVisible():
                texts.append(box.text())
                box.accept()
            elif isinstance(box, RecoveryDialog) and box.isVisible():
                texts.append("\n".join(label.text() for label in box.findChildren(QLabel)))
                box.reject()

    timer.timeout.connect(look)
    timer.start()
    yield texts
    timer.stop()
    timer.deleteLater()


@pytest.mark.parametrize(
    ("spoil", "word"),
    [
        (_foreign, "another program"),
        (_newer, "newer version"),
        (_folder, "library.db"),
    ],
)
def test_it_says_why_and_what_to_do(
    home: Path,
    said: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[Path], None],
    word: str,
) -> None:
    monkeypatch.setattr("sys.excepthook", None)
    monkeypatch.setattr("threading.excepthook", None)
    file = home / "library.db"
    spoil(file)
    before = file.read_bytes() if file.is_file() else b""
    assert application.run(file, theme=None, language="en") == 1
    assert len(said) == 1 and word in said[0]
    assert "Traceback" not in (err := capsys.readouterr().err)
    assert word in err
    assert (file.read_bytes() if file.is_file() else b"") == before


@pytest.mark.parametrize("spoil", [_no_database, _empty])
def test_a_damaged_library_is_left_as_it_is_until_the_user_decides(
    home: Path,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[Path], None],
) -> None:
    monkeypatch.setattr("sys.excepthook", None)
    monkeypatch.setattr("threading.excepthook", None)
    file = home / "library.db"
    spoil(file)
    before = file.read_bytes()
    assert application.run(file, theme=None, language="en") in (0, 1)
    assert len(said) == 1
    assert "library.db" in said[0]
    assert file.read_bytes() == before


def test_a_library_that_a_command_holds_is_not_opened_twice(
    home: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.excepthook", None)
    monkeypatch.setattr("threading.excepthook", None)
    file = home / "library.db"
    Library(file).close()
    lock = WriteLock(file)
    try:
        assert application.run(file, theme=None, language="en") == 1
    finally:
        lock.release()
    assert "in use" in said[0]
