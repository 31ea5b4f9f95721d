"""Starts the window: makes library, lane, readers and look, and closes them in order."""

import argparse
import gc
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop import paths
from desktop.core.errors import LibraryBusy, LibraryDamaged, UserError
from desktop.library import places
from desktop.library.lane import WriterLane
from desktop.library.library import Library
from desktop.library.pool import ReaderPool
from desktop.ui import icons, texts
from desktop.ui.activity import Activity
from desktop.ui.afterwards import Afterwards
from desktop.ui.comparing import comparing
from desktop.ui.context import Context
from desktop.ui.crash import CrashReporter
from desktop.ui.dispatch import Dispatch
from desktop.ui.garbage import Garbage
from desktop.ui.jobs import Jobs
from desktop.ui.language import Language
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import Settings
from desktop.ui.signals import EndingSignals
from desktop.ui.theme import Theme
from desktop.ui.word_forms import end_key_process, warm_up, word_forms

if TYPE_CHECKING:
    from desktop.ui.keeper import Keeper
    from desktop.ui.pdf import PdfExporter

# How long a thread that computes may keep the window's from its turn; Python's 5 ms can be seen.
_TURN_SECONDS = 0.001
_PREPARE_MS = 2_000


class Session(AbstractContextManager["Session"]):
    """Everything behind one window; leaving it closes the library last."""

    def __init__(
        self,
        app: QApplication,
        library_file: Path,
        settings: Settings,
        *,
        read_only: bool = False,
    ) -> None:
        self._stack = ExitStack()
        self._stack.callback(Garbage(app).stop)
        self._stack.callback(sys.setswitchinterval, sys.getswitchinterval())
        sys.setswitchinterval(_TURN_SECONDS)
        self._app = app
        self._settings = settings
        self._read_only = read_only
        self.keeper: Keeper | None = None
        self.new = not library_file.exists()
        self._library = Library(library_file, read_only=read_only)
        self._stack.callback(self._library.close)
        self._lane = WriterLane()
        self._pool = ReaderPool(self._library.reader)
        self._reader = self._library.reader()
        self._stack.callback(self._reader.close)
        self.window = MainWindow(self._context)
        jobs = self.window.context.jobs
        self._forms = word_forms(self.window.context, self.window)
        self._forms.grown.connect(self.window.list.search_again)
        self.window.list.search_entered.connect(self._warm_up)
        self._comparing = comparing(self.window.context, self.window)
        self._comparing.grown.connect(self.window.sidebar.similar.refresh)
        self._stack.callback(end_key_process)
        for close in (self._delete_window, self._pool.close, self._lane.close, jobs.wait):
            self._stack.callback(close)
        self._stack.callback(self._forms.stop)
        self._stack.callback(self._comparing.stop)

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the window's threads and the library."""
        self._stack.close()

    def keep_last(self) -> None:
        """Let the keeper, if there is one by now, make its last backup."""
        if self.keeper:
            self.keeper.stop()
            self.keeper.last_backup()

    def begin(self) -> None:
        """Show the sample articles in a new library, else the article that was open last."""
        if self.new:
            self.window.add_samples()
        elif last := self._settings.get("last_article"):
            self.window.open_if_there(last)
            self.window.beside.restore()
        Activity(self.window.context.jobs.gate, self.window)
        self._forms.begin()
        self._comparing.begin()
        if self._library.read_only:
            self.window.notices.read_only(self._library.why_read_only, asked=self._read_only)
        else:
            self.window.drafts.restore()

    def prepare(self) -> None:
        """Have ready what the first change needs, so that the user does not wait for it."""
        if not self._forms.stopping:
            self.window.context.jobs.start(self._library.prepare, lambda _none: None)

    def _warm_up(self) -> None:
        if not self._forms.stopping:
            warm_up(self.window.context)

    def _context(self, tell: Callable[[str, str], None]) -> Context:
        return Context(
            library=self._library,
            reader=self._reader,
            dispatch=Dispatch(self._library, self._lane, self._app),
            jobs=Jobs(self._pool, self._app),
            settings=self._settings,
            theme=Theme(self._app, self._settings),
            tell=tell,
        )

    def _delete_window(self) -> None:
        """Delete the window with what still waits to be told to it: no thread runs now."""
        context = self.window.context
        for teller in (context.dispatch, context.jobs):
            teller.setParent(self.window)
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete.value)


def run(
    library_file: Path | None,
    *,
    theme: str | None,
    language: str | None,
    read_only: bool = False,
    link: str = "",
) -> int:
    """Open the window on *library_file* (or the default library) until it is closed.

    The addresses in a `glosa:` *link* are offered there, or in the window that is open already.
    """
    app = _application()
    settings = _settings(theme=theme, language=language)
    file = library_file or paths.default_library()
    words = Language(app, settings)
    crash = CrashReporter(paths.log_folder(), app)
    crash.install()
    code, then = 0, Afterwards(file, read_only, link=link)
    while then is not None:
        code, then = _one_window(app, settings, crash, then)
    words.remove()
    return code


def _one_window(
    app: QApplication, settings: Settings, crash: CrashReporter, plan: Afterwards
) -> tuple[int, Afterwards | None]:
    """Do what *plan* says and open the window until it is closed; return what is to follow."""
    if plan.copy or plan.recover or (not plan.read_only and places.is_marked(plan.file)):
        from desktop.ui.dialogs import recovery

        if not plan.copy:
            return 0, recovery.ask(app, settings, plan.file)
        plan = replace(plan, copy=None, text=recovery.restore(app, plan.file, plan.copy))
    try:
        session = Session(app, plan.file, settings, read_only=plan.read_only)
    except LibraryBusy as error:
        from desktop.ui.single_instance import raise_running

        return (0 if raise_running(plan.file, plan.link) else _refuse(error)), None
    except LibraryDamaged:
        from desktop.ui.dialogs import recovery

        return 1, recovery.ask(app, settings, plan.file)
    except UserError as error:
        return _refuse(error), None
    try:
        return _until_closed(app, crash, session, plan), session.window.afterwards
    finally:
        session.close()
        if plan.folder:
            plan.folder.cleanup()


def _until_closed(
    app: QApplication, crash: CrashReporter, session: Session, plan: Afterwards
) -> int:
    signals = EndingSignals(session.window.close, app)
    crash.crashed.connect(session.window.drafts.write_now)
    died = crash.watch_for_death()
    session.window.show()
    session.begin()
    if died:
        session.window.notices.ended_badly(died)
    if plan.text:
        session.window.messages.tell(plan.text, stay=True)
    if plan.link:
        session.window.outside.offer_link(plan.link)
    QTimer.singleShot(0, session.window, partial(_settle_down, session, plan.file))
    code = app.exec()
    signals.stop()
    session.keep_last()
    crash.rest()
    return code


def screenshot(options: argparse.Namespace) -> int:
    """Render the real window, as `main.py screenshot` asks for it, to a PNG file."""
    app = _application()
    with TemporaryDirectory(prefix="glosa-") as folder:
        return _render(app, Settings(Path(folder) / "settings.ini"), options)


def pdf_exporter(language: str | None) -> "PdfExporter":
    """Return what writes PDF without a window, in the typeface of the settings."""
    from desktop.ui.pdf import PdfExporter, print_font

    app = _application()
    settings = _settings(theme=None, language=language)
    Language(app, settings)
    return PdfExporter(print_font(Theme(app, settings)))


def _render(app: QApplication, settings: Settings, options: argparse.Namespace) -> int:
    settings.override("text_scale", round(options.font_scale * 100))
    settings.override("theme", options.theme or "light")
    settings.override("language", options.language or "en")
    Language(app, settings)
    with Session(app, options.library or paths.default_library(), settings) as session:
        window = session.window
        window.resize(*options.size)
        window.show()
        session.begin()
        if options.search:
            window.list.set_query(options.search)
        if options.article:
            window.open_article(options.article)
        _let_settle(900)
        if not window.grab().save(str(options.output), "PNG"):
            print(f"glosa: {options.output} could not be written", file=sys.stderr)
            return 1
        window.close()
    return 0


def _settle_down(session: Session, file: Path) -> None:
    """Do what the first sight of the window need not wait for."""
    from desktop.ui.keeper import Keeper
    from desktop.ui.single_instance import Doorbell

    window, settings = session.window, session.window.context.settings
    session.keeper = Keeper(window.context, window.notices.damaged, window)
    if settings.get("feeds_minutes"):
        window.outside.web()  # the clock of the feeds begins to run
    if settings.get("watched_folders") != "[]":
        window.outside.watching()
    if settings.get("followed_exports") != "[]":
        window.outside.following()
    if settings.get("watch_clipboard"):
        window.outside.watch_clipboard()
    Doorbell(file, window.come_to_front, window, take=window.outside.offer_link)
    QTimer.singleShot(_PREPARE_MS, window, session.prepare)
    gc.freeze()


def _application() -> QApplication:
    app = QApplication.instance() or QApplication(["glosa"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Glosa")
    app.setDesktopFileName("glosa")
    app.setWindowIcon(icons.application_icon())
    return app


def _settings(*, theme: str | None, language: str | None) -> Settings:
    settings = Settings(paths.settings_file())
    for name, value in (("theme", theme), ("language", language)):
        if value:
            settings.override(name, value)
    return settings


def _refuse(error: UserError) -> int:
    """Say why the window does not open, in a terminal and on the screen."""
    print(f"glosa: {error}", file=sys.stderr)
    box = QMessageBox(QMessageBox.Icon.Warning, "Glosa", texts.error_text(error))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()
    return 1


def _let_settle(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
