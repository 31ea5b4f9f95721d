"""How long a start takes beside an empty PySide6 window: `python tests/benchmarks/start_up.py`.

Both are fresh processes, taken in turns; the time runs from before the process starts until the
window has painted (the empty one) or lists its articles and is ready for the keyboard (Glosa).
All panes are built by then; not in it is `app._settle_down`, which no user waits for.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 9
LIMIT = 1.6

EMPTY = """
import os, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QListView, QMainWindow, QSplitter, QTableView, QTextEdit
app = QApplication([])
window = QMainWindow()
panes = QSplitter()
for pane in (QTableView(), QTextEdit(), QListView()):
    panes.addWidget(pane)
window.setCentralWidget(panes)
window.resize(1280, 800)
window.show()
QTimer.singleShot(0, lambda: (print(time.time() - float(os.environ["STARTED"])), app.quit()))
app.exec()
"""

GLOSA = """
import gc, os, sys, time
gc.disable()  # as desktop.cli does before it imports the window
from desktop import app as glosa
from desktop.ui.main_window import MainWindow
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

def watch():
    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
    if windows and windows[0].isVisible() and len(windows[0].list.result_ids()) == 10:
        print(time.time() - float(os.environ["STARTED"]))
        windows[0].close()
    else:
        QTimer.singleShot(1, watch)

original = glosa.Session.begin
def begin(self):
    original(self)
    watch()
glosa.Session.begin = begin
from desktop import cli
sys.exit(cli.main(["--library", os.environ["LIBRARY"], "--theme", "light", "--language", "en"]))
"""


def main() -> int:
    """Print the medians and their ratio; 1 when the ratio is above the limit."""
    with tempfile.TemporaryDirectory() as folder:
        library = _library(Path(folder))
        times: dict[str, list[float]] = {"empty": [], "glosa": []}
        for _ in range(ROUNDS):
            times["empty"].append(_run(EMPTY, folder, library))
            times["glosa"].append(_run(GLOSA, folder, library))
    empty, glosa = (statistics.median(times[name][1:]) for name in ("empty", "glosa"))
    print(
        f"empty window {empty:.3f} s, Glosa with 10 articles {glosa:.3f} s: {glosa / empty:.2f} x"
    )
    return int(glosa / empty > LIMIT)


def _library(folder: Path) -> Path:
    from desktop.core.article import Block, Document
    from desktop.library.library import Library
    from desktop.operations.import_articles import store

    file = folder / "library.db"
    text = "Rada miasta przyjęła uchwałę w sprawie mostu. " * 60
    documents = [
        Document(f"Artykuł {n}", f"{n}. {text}", (Block("paragraph", 0, len(text) + 3),), "text")
        for n in range(10)
    ]
    with closing(Library(file)) as library:
        library.run(store, documents=documents)
    return file


def _run(script: str, folder: str, library: Path) -> float:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "HOME": folder,
        "XDG_CONFIG_HOME": folder,
        "LIBRARY": str(library),
        "STARTED": str(time.time()),
    }
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as users have it
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[-1])


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
