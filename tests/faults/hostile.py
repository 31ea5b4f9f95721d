"""Articles with every known trick, in the real window: no request, no local read, no waiting.

The child (`python -m tests.faults.hostile show FOLDER`) imports what `registry` takes of the folder
and shows each article with its title, tags and notes; the parent listens on a socket that the
tricks name, and reads strace's list of what was opened.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.formats import registry
from tests.faults.shim import ROOT

_TRICKS = Path(__file__).with_name("tricks.txt")
_OPENED = re.compile(r'(?:open|openat|openat2|readlink|stat)\([^"]*"([^"]*)"')
_CONNECTED = re.compile(r"(?:connect|sendto)\(.*AF_INET")


@dataclass
class Figures:
    """Articles shown, requests and local reads counted, the slowest showing in seconds."""

    articles: int = 0
    tricks: int = 0
    requests: list[str] = field(default_factory=list)
    local_reads: list[str] = field(default_factory=list)
    traced: bool = False
    slowest: float = 0.0
    problems: list[str] = field(default_factory=list)


def write_pages(folder: Path, web: str, local: Path) -> int:
    """Write the tricks in every format that an importer takes; return how many tricks there are."""
    given = {"web": web, "host": web.removeprefix("http://"), "local": local.as_uri()}
    tricks = [
        line for line in _TRICKS.read_text(encoding="utf-8").format(**given).splitlines() if line
    ]
    suffixes = {one for importer in registry.importers() for one in importer.suffixes}
    for suffix in sorted(suffixes & {".txt", ".md", ".html", ".htm", ".xhtml", ".markdown"}):
        page = "<html><head><title>Strona</title></head><body><p>" + "</p>\n\n<p>".join(tricks)
        (folder / f"all{suffix}").write_text(page + "</p></body></html>", encoding="utf-8")
        for number, trick in enumerate(tricks):
            text = f"{trick}\n\n<p>Artykuł {number}{suffix}</p>"
            (folder / f"trick{number}{suffix}").write_text(text, encoding="utf-8")
        huge = f'<p>Duży</p>\n\n<p title="{"a" * 10_000_000}">tekst</p>'
        (folder / f"huge{suffix}").write_text(huge, encoding="utf-8")
        deep = "<div>" * 20_000 + "głęboko" + "</div>" * 20_000
        (folder / f"deep{suffix}").write_text(deep, encoding="utf-8")
        entities = "<!DOCTYPE x [" + "".join(
            f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(9)
        )
        (folder / f"bomb{suffix}").write_text(f"{entities}]><p>&e8;</p>", encoding="utf-8")
    return len(tricks)


def run() -> Figures:
    """Show the pages twice: timed, and (where there is strace) watched.

    One label of the watched run does read a file of its own, `control.png`: that must be seen.
    """
    figures = Figures()
    with TemporaryDirectory(prefix="glosa-hostile-") as name, listening(figures) as web:
        base = Path(name)
        canary = base / "elsewhere" / "canary.png"
        canary.parent.mkdir()
        control = canary.with_name("control.png")
        for file in (canary, control):
            shutil.copy(ROOT / "resources" / "pictures" / "window.png", file)
        pages = base / "pages"
        pages.mkdir()
        figures.tricks = write_pages(pages, web, canary)
        shown = json.loads(_show(base / "timed", pages, ()))
        figures.articles, figures.slowest = shown["articles"], shown["slowest"]
        figures.problems = shown["problems"]
        if shutil.which("strace"):
            log = base / "strace.log"
            kinds = "trace=open,openat,openat2,connect,sendto"
            tracer = ("strace", "-f", "-qq", "-e", kinds, "-s", "400", "-o", str(log))
            _show(base / "traced", pages, tracer, str(control))
            figures.traced = _read_trace(log, figures)
            if not figures.traced:
                figures.problems.append("the control was not seen")
    return figures


def _show(place: Path, pages: Path, tracer: tuple[str, ...], control: str = "") -> str:
    place.mkdir()
    command = [
        *tracer,
        sys.executable,
        "-m",
        "tests.faults.hostile",
        "show",
        str(place),
        str(pages),
        control,
    ]
    given = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "HOME": str(place)}
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **given}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    return done.stdout


def _read_trace(log: Path, figures: Figures) -> bool:
    """Note what was asked and read; tell whether the control was among it."""
    control = False
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        if _CONNECTED.search(line):
            figures.requests.append(line[:200])
        found = _OPENED.search(line)
        if found and ("canary" in found[1] or "unc.png" in found[1]):
            figures.local_reads.append(found[1])
        control = control or bool(found and "control.png" in found[1])
    return control


@contextmanager
def listening(figures: Figures) -> Generator[str]:
    """Listen on this computer; whatever comes is a request that must not be."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        over = threading.Event()

        def listen() -> None:
            while not over.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                with connection:
                    figures.requests.append(repr(connection.recv(100)))

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}"
        finally:
            over.set()
            thread.join()


def show(place: Path, pages: Path, control: str = "") -> dict[str, object]:
    """Import *pages* into a new library and look at each of them with all that hangs on it."""
    from PySide6.QtWidgets import QApplication, QLabel

    from desktop.app import Session
    from desktop.operations import annotate, tag
    from desktop.operations.import_articles import import_paths
    from desktop.ui.settings import Settings
    from tests.faults.soak import settle

    app = QApplication(["glosa", "-platform", "offscreen"])
    settings = Settings(place / "settings.ini")
    problems: list[str] = []
    slowest = 0.0
    with Session(app, place / "library.db", settings) as session:
        window, library = session.window, session.window.context.library
        window.show()
        report = import_paths(library, [pages])
        trick = (pages / "all.txt").read_text(encoding="utf-8")[:4_000]
        for article_id in report.imported:
            given = {"article_id": article_id, "start": 0, "end": 60, "note": trick}
            library.run(annotate.add_highlight, **given)
            name = trick[60:120].replace("/", "∕").replace("\n", " ")
            library.run(tag.tag_articles, article_ids=[article_id], add=[name])
        window.list.set_query("")
        for article_id in report.imported:
            begin = time.monotonic()
            window.open_article(article_id)
            while window.reader.article is None or window.reader.article.id != article_id:
                settle(5)
                if time.monotonic() - begin > 30:
                    problems.append(f"article {article_id} does not open")
                    break
            window.grab()
            slowest = max(slowest, time.monotonic() - begin)
            _hover(window)
        if control:
            QLabel(f'<img src="{control}">').grab()
        settle(200)
        window.close()
    return {"articles": len(report.imported), "slowest": slowest, "problems": problems}


def _hover(window: object) -> None:
    """Show each tool tip and label that the window has, as a mouse would."""
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QApplication, QToolTip, QWidget

    from tests.faults.soak import settle

    assert isinstance(window, QWidget)
    for tip in [one.toolTip() for one in window.findChildren(QWidget) if one.isVisible()]:
        if tip:
            QToolTip.showText(QPoint(5, 5), tip, window)
    for view in (window.list.table, window.sidebar.cards):  # type: ignore[attr-defined]
        model = view.model()
        for row in range(min(3, model.rowCount())):
            tip = model.index(row, 0).data(3)  # Qt.ItemDataRole.ToolTipRole
            if tip:
                QToolTip.showText(QPoint(5, 5), tip, view)
                settle(5)
    QToolTip.hideText()
    assert QApplication.instance()


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["show"]:
        print(json.dumps(show(Path(arguments[1]), Path(arguments[2]), arguments[3])))
        return 0
    figures = run()
    print(json.dumps(asdict(figures), indent=1))
    return 1 if figures.requests or figures.local_reads or figures.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
