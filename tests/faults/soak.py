"""A random user for hours: verbs, keys, clicks, imports, undo. Nothing may grow, leak or complain.

Runs the real window in a process of its own: `python -m tests.faults.soak SECONDS [SEED]`.
"""

import ctypes
import gc
import json
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QPixmapCache
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPlainTextEdit

from desktop.app import Session
from desktop.library.check import check
from desktop.library.connection import execute
from desktop.library.library import Library
from desktop.operations.import_articles import store
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import Settings
from tests.builders import all_rows, document

_OK_WARNINGS = ("This plugin does not support",)
_ARTICLES = 60
# Fewer than the steps that can be undone: after each round all is undone.
_ROUND = 300
# Verbs that leave the window (a file dialog, the browser) or end it.
_LEFT_OUT = {
    "app.quit", "library.import", "library.import_folder", "library.merge", "library.read_only",
    "view.fullscreen",
    "edit.copy", "edit.cite", "cite.plain", "cite.markdown", "cite.footnote", "cite.bibtex",
}  # fmt: skip
_KEYS = [
    Qt.Key.Key_H, Qt.Key.Key_1, Qt.Key.Key_4, Qt.Key.Key_U, Qt.Key.Key_N, Qt.Key.Key_T,
    Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_S, Qt.Key.Key_R, Qt.Key.Key_Escape, Qt.Key.Key_Return,
    Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_PageDown, Qt.Key.Key_Space,
    Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight, Qt.Key.Key_Delete, Qt.Key.Key_Backspace,
    Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_Slash,
]  # fmt: skip
_PLAIN = {"reader_size": 18, "reader_font": "serif", "theme": "light", "list_columns": False}
_QUERIES = ("", "lodz", "tag:A", '"most i"', "is:starred", "has:note", "status:unread", "tag:", '"')


@dataclass
class Figures:
    """What was done, what was said, and how the process grew (memory in kB)."""

    acts: dict[str, int] = field(default_factory=dict)
    undone: int = 0
    rounds: int = 0
    warnings: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    memory_early: int = 0
    memory_late: int = 0
    memory: list[int] = field(default_factory=list)
    threads: tuple[int, int] = (0, 0)
    files: tuple[int, int] = (0, 0)
    problems: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def growth(self) -> float:
        """By what part the memory grew from when all was warm to the end."""
        return self.memory_late / self.memory_early - 1 if self.memory_early else 0.0

    def compare(self) -> None:
        """Take the middle one of the figures after the warm fifth, and of those at the end."""
        part = max(1, len(self.memory) // 5)
        self.memory_early = int(median(self.memory[part : 2 * part] or self.memory))
        self.memory_late = int(median(self.memory[-part:]))


class User:
    """Somebody who does anything, at random."""

    def __init__(self, window: MainWindow, folder: Path, seed: int, figures: Figures) -> None:
        self._window = window
        self._folder = folder
        self._chance = Random(seed)
        self._figures = figures
        self._files = 0
        self._ways: dict[str, Callable[[], None]] = {
            "verb": self._verb,
            "key": self._key,
            "click": self._click,
            "select": self._select,
            "open": self._open,
            "search": self._search,
            "type": self._type,
            "undo": self._undo,
            "redo": window.context.dispatch.redo,
            "import": self._import,
            "resize": self._resize,
        }
        self._weights = [14, 20, 10, 14, 8, 4, 6, 3, 2, 1, 1]

    def act(self) -> None:
        """Do one thing and let the window answer."""
        name = self._chance.choices(list(self._ways), self._weights)[0]
        self._figures.acts[name] = self._figures.acts.get(name, 0) + 1
        QTimer.singleShot(120, close_what_is_modal)
        self._ways[name]()
        settle(self._chance.choice((1, 1, 3, 8)))

    def finish(self) -> None:
        """Save what is typed, wait until all is written."""
        settle(50)
        close_what_is_modal()
        while self._window.strip.running:
            settle(20)
        self._window.sidebar.flush()
        self._window.reader.save_progress()
        settle(50)
        self._window.context.dispatch.settle()
        settle(50)

    def _verb(self) -> None:
        names = [name for name in self._window.verbs if name not in _LEFT_OUT]
        action = self._window.verbs[self._chance.choice(names)]
        if action.isEnabled():
            action.trigger()

    def _key(self) -> None:
        where = QApplication.focusWidget() or self._window
        held = self._chance.choices(
            (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier), (8, 1)
        )[0]
        QTest.keyClick(where, self._chance.choice(_KEYS), held)

    def _click(self) -> None:
        panes = (self._window.list.table, self._window.reader.view, self._window.sidebar.cards)
        pane = self._chance.choice(panes)
        if not pane.isVisible():
            return
        target = pane.viewport()  # type: ignore[attr-defined]
        place = QPoint(
            self._chance.randrange(max(1, target.width())),
            self._chance.randrange(max(1, target.height())),
        )
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=place)

    def _select(self) -> None:
        text = self._window.reader.text
        if not text or not self._window.reader.view.isVisible():
            return
        low, high = self._window.reader.view.page_range
        start = self._chance.randint(low, max(low, high - 1))
        self._window.reader.view.select_range(start, min(high, start + 40))
        self._window.annotator.highlight()

    def _open(self) -> None:
        if ids := self._window.list.result_ids():
            self._window.open_article(self._chance.choice(list(ids)))

    def _search(self) -> None:
        self._window.list.set_query(self._chance.choice(_QUERIES))

    def _type(self) -> None:
        where = QApplication.focusWidget()
        text = self._chance.choice(("uwaga ", "A/B", "x", "note 12 "))
        if isinstance(where, QPlainTextEdit) and not where.isReadOnly():
            where.insertPlainText(text + "ż")
        elif isinstance(where, QLineEdit) and not where.isReadOnly():
            where.insert(text)

    def _undo(self) -> None:
        for _ in range(self._chance.randint(1, 4)):
            self._window.context.dispatch.undo()

    def _import(self) -> None:
        self._files = (self._files + 1) % 20  # the same texts come again: duplicates, and undone
        file = self._folder / f"{self._files}.txt"
        file.write_text(f"Nowy {self._files}.\n\n" + "Łódź i most. " * 200, encoding="utf-8")
        self._window.importing.start([file])

    def _resize(self) -> None:
        sizes = ((900, 600), (1280, 800), (1600, 900))
        self._window.resize(*self._chance.choice(sizes))

    def warm_up(self) -> None:
        """Fill what keeps a copy of each size and colour of the text, and no more than that."""
        settings = self._window.context.settings
        for size in range(12, 41):
            settings.set("reader_size", size)
            settle(30)
        for font in ("sans", "serif"):
            settings.set("reader_font", font)
            settle(30)
        for theme in ("dark", "sepia", "contrast", "light"):
            settings.set("theme", theme)
            settle(50)
        self.rest()

    def rest(self) -> None:
        """Go back to how the window looked at first, so that like is compared with like."""
        window = self._window
        if window.notebook.on:
            window.notebook.leave()
        for name, value in _PLAIN.items():
            window.context.settings.set(name, value)
        window.list.set_query("")
        window.resize(1280, 800)
        settle(100)
        window.open_article(1)
        settle(300)


def close_what_is_modal() -> None:
    """Close the dialogs and menus that are open."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, (QDialog, QMenu)) and widget.isVisible():
            widget.close()


def settle(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def memory(library: Library) -> int:
    """Return the memory this process holds, in kB, without caches that have a limit of their own.

    (SQLite's of 32 MB, Qt's of 10 MB for pictures, and what malloc keeps for the next time.)
    """
    gc.collect()
    QPixmapCache.clear()
    library.with_writer(lambda db: execute(db, "PRAGMA shrink_memory"))
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss_Anon:"):
            return int(line.split()[1])
    raise OSError("no Pss_Anon")


def open_files() -> list[str]:
    """Return what this process has open."""
    found: list[str] = []
    for one in Path("/proc/self/fd").iterdir():
        try:
            found.append(str(one.readlink()))
        except OSError:
            continue
    return found


def _status_aside(library: Library) -> dict[str, Any]:
    """Return all rows, without what reading alone changes (the place, unread to reading)."""
    rows = all_rows(library)
    rows.pop("reading_progress")
    for row in rows["article"]:
        if row["status"] == "reading":
            row["status"] = "unread"
    return rows


def run(seconds: float, seed: int = 1) -> Figures:
    """Let the user work for *seconds* in rounds, each undone; the first fifth only warms up."""
    figures = Figures()
    app = QApplication.instance() or QApplication(["glosa", "-platform", "offscreen"])
    assert isinstance(app, QApplication)
    before = qInstallMessageHandler(lambda kind, _c, text: _hear(figures, kind, text))
    hook, sys.excepthook = sys.excepthook, lambda _k, error, _t: _failed(figures, error)
    try:
        with TemporaryDirectory(prefix="glosa-soak-") as name:
            _prepare(Path(name))
            threads, files = threading.active_count(), len(open_files())
            _soak(app, Path(name), seconds, seed, figures)
            gc.collect()
            settle(100)
            figures.threads = threads, threading.active_count()
            left = [one for one in open_files() if "/library.db" in one]
            figures.files = files, len(open_files())
            if figures.threads[1] > threads:
                figures.problems.append(f"threads left: {threading.enumerate()}")
            if left:
                figures.problems.append(f"files left open: {left}")
            with closing(Library(Path(name) / "library.db")) as library:
                figures.problems += library.with_writer(check)
    finally:
        sys.excepthook = hook
        qInstallMessageHandler(before)
    return figures


def _soak(app: QApplication, folder: Path, seconds: float, seed: int, figures: Figures) -> None:
    settings = Settings(folder / "settings.ini")
    settings.set("theme", "light")
    settings.set("language", "en")
    (folder / "files").mkdir()
    with Session(app, folder / "library.db", settings) as session:
        window = session.window
        window.show()
        session.begin()
        user = User(window, folder / "files", seed, figures)
        user.warm_up()
        user.finish()
        library = window.context.library
        first = _status_aside(library)
        begin = time.monotonic()
        while figures.seconds < seconds and not figures.errors:
            for _ in range(_ROUND):
                user.act()
            user.finish()
            if not window.isVisible():
                figures.problems.append("the window was closed")
                break
            figures.undone += _undo_all(window)
            if library.undoable is None and _status_aside(library) != first:
                figures.problems.append(f"not the first state: {_difference(library, first)}")
                break
            figures.rounds += 1
            figures.seconds = time.monotonic() - begin
            user.rest()
            figures.memory.append(memory(library))
        if figures.memory:
            figures.compare()
        window.close()


def _undo_all(window: MainWindow) -> int:
    """Undo step by step, as with Ctrl+Z, until there is nothing left."""
    library, count = window.context.library, 0
    while library.undoable is not None and count < 5_000:
        window.context.dispatch.undo()
        window.context.dispatch.settle()
        settle(1)
        count += 1
    settle(100)
    return count


def _difference(library: Library, first: dict[str, Any]) -> str:
    now = _status_aside(library)
    for table, rows in first.items():
        if now[table] != rows:
            gone = [row for row in rows if row not in now[table]]
            new = [row for row in now[table] if row not in rows]
            return f"{table}: gone {gone[:2]}, new {new[:2]}"[:600]
    return ""


def _prepare(folder: Path) -> None:
    with closing(Library(folder / "library.db")) as library:
        texts = [f"Artykuł {n}.\n\n" + f"Łódź i most {n}. 😀 " * 150 for n in range(_ARTICLES)]
        library.run(store, documents=[document(text, tags=("A/B",)) for text in texts])


def _hear(figures: Figures, kind: QtMsgType, text: str) -> None:
    if kind != QtMsgType.QtDebugMsg and not text.startswith(_OK_WARNINGS):
        figures.warnings.append(text)


def _failed(figures: Figures, error: BaseException) -> None:
    import traceback

    figures.errors.append("".join(traceback.format_exception(error))[-1500:])


def main(arguments: list[str]) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    figures = run(float(arguments[0]), int((arguments[1:] or ["1"])[0]))
    print(json.dumps({**asdict(figures), "growth": figures.growth}, ensure_ascii=False, indent=1))
    return 1 if figures.problems or figures.errors or figures.warnings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
