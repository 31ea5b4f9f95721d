"""The notebook over a million highlights: `python -m tests.benchmarks.notebook [FOLDER]`.

Prints how long the list takes to paint once its entries are there, how long a step of scrolling
takes, and how long the counts of all facets take off the GUI thread, beside the bare equivalents:
an empty table of a million rows, and one walk over an index. The library is kept in FOLDER.
"""

import os
import statistics
import sys
import tempfile
import time
from array import array
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from desktop.library.connection import Reader
from desktop.library.lane import WriterLane
from desktop.library.library import Library
from desktop.library.notebook import FACETS, Notes, entries
from desktop.library.notebook_facets import facet_counts
from desktop.library.pool import ReaderPool
from desktop.ui.context import Context
from desktop.ui.dispatch import Dispatch
from desktop.ui.jobs import Jobs
from desktop.ui.notebook.page import NotebookPage
from desktop.ui.settings import Settings
from desktop.ui.theme import Theme
from tests.benchmarks.notebook_corpus import corpus

_STEPS = 300


class Bare(QAbstractTableModel):
    """A million rows with nothing in them."""

    def rowCount(self, *_: object) -> int:  # noqa: N802
        return 1_000_000

    def columnCount(self, *_: object) -> int:  # noqa: N802
        return 1

    def data(self, *_: object) -> None:
        return None


def main() -> int:
    """Print the figures."""
    path = corpus(Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.gettempdir()))
    library = Library(path, read_only=True)
    reader = library.reader()
    listed = _median(lambda: entries(reader, Notes()), 3)
    print(f"list of {len(entries(reader, Notes())):,} entries: {listed:.2f} s (off the GUI thread)")
    _facets(reader)
    _window(library, entries(reader, Notes()))
    reader.close()
    library.close()
    return 0


def _facets(reader: Reader) -> None:
    walk = _median(
        lambda: reader.ids(
            "SELECT sum(length(colour)) FROM annotation INDEXED BY annotation_facet"
        ),
        3,
    )
    quick = tuple(name for name in FACETS if name != "tag")
    for title, notes in (
        ("everything", Notes()),
        ("one outlet", Notes(outlet="Kurier 3")),
        ("one tag", Notes(tag="Teza")),
        ("one colour", Notes(colour="green")),
    ):
        tags = _median(lambda n=notes: facet_counts(reader, n, ["tag"]), 3)
        others = _median(lambda n=notes: facet_counts(reader, n, quick), 3)
        print(
            f"facets of {title}: tags {tags:.2f} s, beside them the others {others:.2f} s; "
            f"a bare walk over the index {walk:.2f} s: {max(tags, others) / walk:.1f} x"
        )


def _window(library: Library, found: "array[int]") -> None:
    app = QApplication([])
    lane, pool = WriterLane(), ReaderPool(library.reader)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.ini")
        context = Context(
            library, library.reader(), Dispatch(library, lane), Jobs(pool), settings,
            Theme(app, settings), lambda *_: None,
        )  # fmt: skip
        page = NotebookPage(context)
        page.resize(1280, 800)
        page.show()
        _wait(200)
        begun = time.perf_counter()
        page.model.show_entries(found, group="article", terms=(), paths={})
        page._lists.setCurrentWidget(page.table)
        page.table.fit()
        while not page.model.pages.loaded:
            _wait(1)
        page.table.viewport().grab()
        print(f"first paint with its texts: {1000 * (time.perf_counter() - begun):.0f} ms")
        ours, bare = _scroll(page.table), _scroll(_bare())
        print(
            f"scroll step: median {statistics.median(ours):.1f} ms, p95 {_p95(ours):.1f} ms; "
            f"an empty table p95 {_p95(bare):.1f} ms: {_p95(ours) / _p95(bare):.1f} x"
        )
        page.close()
        lane.close()
        pool.close()
        context.reader.close()


def _bare() -> QTableView:
    table = QTableView()
    table.setModel(Bare(table))
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(90)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.resize(1000, 700)
    table.show()
    _wait(100)
    return table


def _scroll(table: QTableView) -> list[float]:
    """Scroll a wheel's step at a time, with jumps between; return milliseconds to the painting."""
    bar, times = table.verticalScrollBar(), list[float]()
    for step in range(_STEPS):
        to = bar.value() + 120 if step % 30 else bar.maximum() * step // _STEPS
        begun = time.perf_counter()
        bar.setValue(to)
        _wait(0)
        times.append(1000 * (time.perf_counter() - begun))
        _wait(4)
    return times


def _wait(milliseconds: int) -> None:
    """Let events and answers come in (QTest.qWait keeps the readers' threads from running)."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _median(work: Callable[[], object], rounds: int) -> float:
    times: list[float] = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main())
