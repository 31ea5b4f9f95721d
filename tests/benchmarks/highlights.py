"""One more highlight in 1 MB with 20,000 of them: `python -m tests.benchmarks.highlights`.

Prints how long it takes from the press of a key until the highlight is committed and both reader
and margin have painted it, and how long a step of scrolling takes, beside the same for an article
without highlights: what Qt itself needs. The window is the real one. Beside the time on the clock
stands what the processor worked for it in all threads, which a busy machine does not lengthen.
"""

import gc
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import Session
from desktop.core.article import Block, Document
from desktop.core.colours import COLOURS
from desktop.core.selector import select
from desktop.library import annotations, articles
from desktop.library.library import Library
from desktop.library.transaction import Transaction
from desktop.operations.import_articles import store
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import Settings

_HIGHLIGHTS = 20_000
_PRESSES = 60
_STEPS = 300
_SENTENCE = "Rada miasta przyjęła w czwartek uchwałę w sprawie mostu przez Wisłę. "

Times = tuple[float, float]


class Painted(QObject):
    """Calls *then* once, when what was asked of both widgets has been painted."""

    def __init__(self, window: MainWindow, wanted: Callable[[], bool], loop: QEventLoop) -> None:
        super().__init__()
        self._wanted, self._loop = wanted, loop
        window.reader.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint and self._wanted():
            QTimer.singleShot(0, self._loop.quit)  # when this painting is over
        return super().eventFilter(watched, event)


def main() -> int:
    """Print the figures."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "library.db"
        full, bare = _library(file)
        settings = Settings(Path(folder) / "settings.ini")
        with Session(app, file, settings) as session:
            window = session.window
            window.show()
            session.prepare()  # these two as the program does once its window has come to rest
            gc.freeze()
            _open(window, bare, 0)
            without = _presses(window, 20), _scroll(window)
            _open(window, full, _HIGHLIGHTS)
            with_all = _presses(window, _PRESSES), _scroll(window)
            window.close()
    for title, (presses, steps) in (("no others", without), (f"{_HIGHLIGHTS:,}", with_all)):
        print(f"{title}: key to painted and committed {_figures(presses)}")
        print(f"{title}: scroll step {_figures(steps)}")
    return 0


def _library(file: Path) -> tuple[int, int]:
    """Make two articles of 1 MB; return the one with highlights and the one without."""
    paragraphs = [f"{number}. {_SENTENCE * 10}".strip() for number in range(1_000_000 // 700)]
    text, blocks, at = "\n".join(paragraphs), list[Block](), 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", at, at + len(paragraph)))
        at += len(paragraph) + 1
    with closing(Library(file)) as library:
        documents = [
            Document(title, text + end, tuple(blocks), "text")
            for title, end in (("With highlights", ""), ("Without", " "))
        ]
        full, bare = library.run(store, documents=documents).result.imported
        library.run(_mark, article_id=full)
    return full, bare


def _mark(tx: Transaction, *, article_id: int) -> None:
    text = articles.text(tx, article_id)
    places = random.Random(5)
    for _ in range(_HIGHLIGHTS):
        start = places.randrange(len(text.text) - 200)
        annotations.insert(
            tx,
            article_id,
            select(text.text, start, start + places.randint(8, 120)),
            version=text.version,
            colour=places.choice(COLOURS),
            style="highlight",
            note="Sprawdzić" if places.random() < 0.1 else "",
        )


def _open(window: MainWindow, article_id: int, count: int) -> None:
    window.open_article(article_id)
    while window.reader.article is None or window.reader.article.id != article_id:
        _wait(20)
    while len(window.annotator.highlights) != count:
        _wait(20)
    _wait(2_000)


def _presses(window: MainWindow, number: int) -> list[Times]:
    """Highlight here and there; return milliseconds."""
    view, times, places = window.reader.view, list[Times](), random.Random(7)
    for _ in range(number):
        start = places.randrange(len(window.reader.text) - 200)
        window.reader.go_to(start)
        view.select_range(start, start + 60)
        view.setFocus()
        _wait(300)
        before, loop = len(window.annotator.highlights), QEventLoop()
        painted = Painted(
            window, lambda before=before: len(window.annotator.highlights) > before, loop
        )
        begun = _now()
        QTest.keyClick(view, Qt.Key.Key_H)
        loop.exec()
        times.append(_since(begun))
        view.viewport().removeEventFilter(painted)
        _wait(100)
    return times


def _scroll(window: MainWindow) -> list[Times]:
    """Scroll a wheel's step at a time, with jumps between; return milliseconds to the painting."""
    bar, times = window.reader.view.verticalScrollBar(), list[Times]()
    for step in range(_STEPS):
        to = bar.value() + 120 if step % 30 else bar.maximum() * step // _STEPS
        begun = _now()
        bar.setValue(to)
        _wait(0)
        times.append(_since(begun))
        _wait(4)
    return times


def _wait(milliseconds: int) -> None:
    """Let events and answers come in (QTest.qWait keeps the readers' threads from running)."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _now() -> Times:
    return 1000 * time.perf_counter(), 1000 * time.process_time()


def _since(begun: Times) -> Times:
    clock, worked = _now()
    return clock - begun[0], worked - begun[1]


def _figures(times: list[Times]) -> str:
    clock, worked = zip(*times, strict=True)
    return f"clock {_spread(clock)}; worked {_spread(worked)}"


def _spread(times: Sequence[float]) -> str:
    p95 = statistics.quantiles(times, n=20)[-1]
    return f"median {statistics.median(times):.1f} ms, p95 {p95:.1f} ms"


if __name__ == "__main__":
    sys.exit(main())
