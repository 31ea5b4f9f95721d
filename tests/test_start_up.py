"""What a start loads before the window's first painting: it is this that makes a start slow."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

MAKE = """
import sys
from pathlib import Path
from desktop.library.library import Library
Library(Path(sys.argv[1])).close()
"""

START = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from desktop import cli
from desktop.ui.main_window import MainWindow

class Watcher(QObject):
    loaded = None

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.loaded is None:
            self.loaded = sorted(sys.modules)
            windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
            windows[0].close()
        return False

app = QApplication([])
watcher = Watcher()
app.installEventFilter(watcher)
code = cli.main(sys.argv[1:])
print(*watcher.loaded)
sys.exit(code)
"""

# Each costs from 3 to 100 ms, and nothing of it is needed to show the list and the reader.
# What `app._settle_down` loads is not here: where the machine is slow it comes before the painting.
LATER = {
    "calendar", "html", "platformdirs.windows", "sqlite_utils", "uuid",
    "chardet", "simplemma", "snowballstemmer", "trafilatura", "lxml", "numpy",
    "PySide6.QtPrintSupport", "pyphen",
    "desktop.first_start",
    "desktop.formats.registry", "desktop.operations.import_articles",
    "desktop.operations.export", "desktop.ui.dialogs.export_dialog",
    "desktop.ui.dialogs.preferences", "desktop.ui.tags.manager",
    "desktop.ui.notebook", "desktop.library.notebook", "desktop.ui.notes.link_typing",
}  # fmt: skip


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Start the program in a process of its own; return its modules at the first painting."""
    folder = tmp_path_factory.mktemp("start")
    settings = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "APPDATA": str(folder)}
    library = str(folder / "library.db")
    subprocess.run([sys.executable, "-c", MAKE, library], cwd=ROOT, check=True, timeout=120)
    done = subprocess.run(
        [sys.executable, "-c", START, "--library", library, "--language", "en"],
        cwd=ROOT,
        env={**os.environ, **settings, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return set(done.stdout.split())


def test_the_window_was_there(loaded: set[str]):
    assert {"desktop.ui.main_window", "desktop.ui.library_pane.pane"} <= loaded


def test_what_the_first_sight_does_not_need_is_loaded_later(loaded: set[str]):
    assert loaded & LATER == set()
