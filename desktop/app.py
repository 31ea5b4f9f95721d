"""Starts the window: makes library, lane, readers and look, and closes them in order."""

import argparse
import gc
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop import paths
from desktop.core.errors import LibraryBusy, UserError
from desktop.library.lane import WriterLane
from desktop.library.library import Library
from desktop.library.pool import ReaderPool
from desktop.ui import icons, texts
from desktop.ui.context import Context
from desktop.ui.crash import CrashReporter
from desktop.ui.dispatch import Dispatch
from desktop.ui.jobs import Jobs
from desktop.ui.language import Language
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import Settings
from desktop.ui.signals import EndingSignals
from desktop.ui.theme import Theme


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
        self._app = app
        self._settings = settings
        self.new = not library_file.exists()
        self._library = Library(library_file, read_only=read_only)
        self._stack.callback(self._library.close)
        self._lane = WriterLane()
        self._pool = ReaderPool(self._library.reader)
        self._reader = self._library.reader()
        self._stack.callback(self._reader.close)
        self.window = MainWindow(self._context)
        jobs = self.window.context.jobs
        for close in (self._delete_window, self._pool.close, self._lane.close, jobs.wait):
            self._stack.callback(close)

    def __exit__(self, *_exc: object) -> None:
        self._stack.close()

    def begin(self) -> None:
        """Show the sample articles in a new library, else the article that was open last."""
        if self.new:
            self.window.add_samples()
        elif last := self._settings.get("last_article"):
            self.window.open_if_there(last)
        if self._library.read_only:
            self.window.say_read_only()
        else:
            self.window.drafts.restore()

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


def run(library_file: Path | None, *, theme: str | None, language: str | None) -> int:
    """Open the window on *library_file* (or the default library) until it is closed."""
    app = _application()
    settings = _settings(theme=theme, language=language)
    file = library_file or paths.default_library()
    Language(app, settings)
    crash = CrashReporter(paths.log_folder(), app)
    crash.install()
    try:
        session = Session(app, file, settings)
    except LibraryBusy as error:
        from desktop.ui.single_instance import raise_running

        return 0 if raise_running(file) else _refuse(error)
    except UserError as error:
        return _refuse(error)
    signals = EndingSignals(session.window.close, app)
    crash.crashed.connect(session.window.drafts.write_now)
    with session:
        died = crash.watch_for_death()
        session.window.show()
        session.begin()
        if died:
            session.window.say_ended_badly(died)
        QTimer.singleShot(0, session.window, partial(_settle_down, session, file))
        code = app.exec()
        signals.stop()
        crash.rest()
        return code


def screenshot(options: argparse.Namespace) -> int:
    """Render the real window, as `main.py screenshot` asks for it, to a PNG file."""
    app = _application()
    with TemporaryDirectory(prefix="glosa-") as folder:
        return _render(app, Settings(Path(folder) / "settings.ini"), options)


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
    from desktop.ui.single_instance import Doorbell

    Doorbell(file, session.window.come_to_front, session.window)
    gc.freeze()
    gc.enable()


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
