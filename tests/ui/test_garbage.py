"""Cyclic garbage ends on the window's thread."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.ui.garbage import Garbage


class _Knot:
    """Refers to itself, and says in which thread it ended."""

    ended: threading.Thread | None = None

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        type(self).ended = threading.current_thread()


@pytest.fixture
def garbage(qapp: QObject) -> Iterator[Garbage]:
    made = Garbage(qapp)
    _Knot.ended = None
    yield made
    made.stop()


def _make_much() -> None:
    kept = [[number] for number in range(20_000)]
    assert kept


def test_another_thread_collects_nothing(qtbot: QtBot, garbage: Garbage) -> None:
    _Knot()
    work = threading.Thread(target=_make_much)
    work.start()
    work.join()
    assert _Knot.ended is None
    qtbot.waitUntil(lambda: _collected(garbage))
    assert _Knot.ended is threading.main_thread()


def test_afterwards_python_collects_again(qapp: QObject) -> None:
    made = Garbage(qapp)
    assert not gc.isenabled()
    made.stop()
    assert gc.isenabled()


def _collected(garbage: Garbage) -> bool:
    kept = [[number] for number in range(20_000)]  # what is there makes a collection due
    garbage.collect_due()
    return bool(kept) and _Knot.ended is not None
