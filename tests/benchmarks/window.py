"""The real window on a library: start, memory, sorting, scrolling, typing. A fresh process."""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import Session
from desktop.library.search import SORTS
from desktop.ui.library_pane.pane import LibraryPane
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import Settings
from tests.benchmarks.measure import peak_memory, spread

_FRAMES, _SETTLED_MS = 300, 300
_TYPED = ("komunikat", "uchwała", "kolubryna", "komunikat uchwała")


def main(library: Path) -> None:
    """Print what the window on *library* took; STARTED is the time before the process began."""
    app = QApplication(["glosa"])
    with TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.ini")
        with Session(app, library, settings) as session:
            session.window.show()
            session.begin()
            print(json.dumps(_measured(session.window)))
            session.window.close()


def _measured(window: MainWindow) -> dict[str, Any]:
    pane: LibraryPane = window.list
    _wait(lambda: bool(pane.result_ids()))
    pane.table.repaint()
    start = time.time() - float(os.environ["STARTED"])
    if len(pane.result_ids()) < 100:
        return {"start": start}
    _settle(pane)
    memory = peak_memory()
    return {
        "start": start,
        "memory": memory,
        "sort": spread([_sorted(pane, sort) for sort in SORTS for _ in range(2)]),
        "frame": spread(_frames(pane)),
        "typing": spread(_typing(pane)),
        "articles": len(pane.result_ids()),
    }


def _sorted(pane: LibraryPane, sort: str) -> float:
    """Return how many ms pass until the list shows its first rows by another order."""
    model = pane._list.model
    arrived: list[bool] = []
    model.modelReset.connect(lambda: arrived.append(True))
    started = time.perf_counter()
    model.sort_asked.emit(sort, _sorted.__name__ not in _turns)
    _turns.symmetric_difference_update({_sorted.__name__})
    _wait(lambda: bool(arrived))
    pane.table.repaint()
    took = (time.perf_counter() - started) * 1000
    _settle(pane)
    return took


_turns: set[str] = set()


def _frames(pane: LibraryPane) -> list[float]:
    """Return the ms of each frame while the list is scrolled by pages, and by jumps."""
    bar = pane._list.table.verticalScrollBar()
    times: list[float] = []
    for number in range(_FRAMES):
        jump = number % 3 == 0
        value = (number * 7_919 * bar.pageStep()) % max(1, bar.maximum())
        _move_the_mouse(pane, number)
        bar.setValue(value if jump else bar.value() + bar.pageStep())
        started = time.perf_counter()
        pane.table.repaint()
        QApplication.sendPostedEvents()
        times.append((time.perf_counter() - started) * 1000)
    return times


def _move_the_mouse(pane: LibraryPane, number: int) -> None:
    """Let the window know of a user: work behind his back waits for a rest of his."""
    QTest.mouseMove(pane.window().windowHandle(), QPoint(20 + number % 9, 300))
    QApplication.sendPostedEvents()


def _typing(pane: LibraryPane) -> list[float]:
    """Return for how many ms the GUI thread does not answer, while letters are typed."""
    gaps: list[float] = []
    last = [time.perf_counter()]

    def beat() -> None:
        now = time.perf_counter()
        gaps.append((now - last[0]) * 1000)
        last[0] = now

    timer = QTimer(interval=1)
    timer.timeout.connect(beat)
    timer.start()
    for word in _TYPED:
        for end in range(1, len(word) + 1):
            _move_the_mouse(pane, end)
            pane.set_query(word[:end])
            _pause(90)
    timer.stop()
    pane.set_query("")
    _settle(pane)
    return gaps


def _settle(pane: LibraryPane) -> None:
    _wait(lambda: not pane._list._asking.busy)
    _pause(_SETTLED_MS)


def _wait(ready: Callable[[], bool]) -> None:
    loop = QEventLoop()
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: ready() and loop.quit())
    timer.start()
    loop.exec()
    timer.stop()


def _pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
