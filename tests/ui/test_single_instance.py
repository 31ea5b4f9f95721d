from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.ui.single_instance import Doorbell, raise_running


def _ring(library: Path, link: str = "") -> list[bool]:
    answers: list[bool] = []
    thread = Thread(target=lambda: answers.append(raise_running(library, link)))
    thread.start()
    return answers


def test_a_second_start_rings_at_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    parent, rung = QObject(), []
    Doorbell(tmp_path / "library.db", lambda: rung.append(1), parent)
    first, second = _ring(tmp_path / "library.db"), _ring(tmp_path / "library.db")
    qtbot.waitUntil(lambda: first + second == [True, True] and rung == [1, 1])


def test_nobody_is_at_home(tmp_path: Path) -> None:
    assert raise_running(tmp_path / "library.db") is False


def test_another_library_is_another_door(qtbot: QtBot, tmp_path: Path) -> None:
    parent, rung = QObject(), []
    Doorbell(tmp_path / "one.db", lambda: rung.append(1), parent)
    answers = _ring(tmp_path / "two.db")
    qtbot.waitUntil(lambda: answers == [False])
    assert rung == []


def test_the_same_file_by_another_name_is_the_same_door(qtbot: QtBot, tmp_path: Path) -> None:
    parent, rung = QObject(), []
    (tmp_path / "folder").mkdir()
    Doorbell(tmp_path / "library.db", lambda: rung.append(1), parent)
    answers = _ring(tmp_path / "folder" / ".." / "library.db")
    qtbot.waitUntil(lambda: answers == [True] and rung == [1])


def test_a_link_is_handed_over(qtbot: QtBot, tmp_path: Path) -> None:
    parent, rung, taken = QObject(), [], []
    door = tmp_path / "library.db"
    Doorbell(door, lambda: rung.append(1), parent, take=taken.append)
    link = "glosa:add?url=https%3A%2F%2Fa.pl%2F%C5%82"
    _ring(door, link)
    _ring(door)
    qtbot.waitUntil(lambda: taken == [link] and rung == [1, 1])
