"""The real window on a new library, as `app.run` makes it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from desktop.app import Session
from desktop.ui.language import Language
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import Settings


@pytest.fixture(autouse=True)
def plain_language(qapp: QApplication) -> Iterator[None]:
    """Take translations back that a test has installed: the application outlives it."""
    yield
    for language in qapp.findChildren(Language):
        delete(language)
    QLocale.setDefault(QLocale("en"))


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    settings = Settings(tmp_path / "settings.ini")
    settings.set("theme", "light")
    settings.set("language", "en")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with Session(app, tmp_path / "library.db", settings) as session:
        session.window.show()
        qtbot.waitExposed(session.window)
        yield session
        if isValid(session.window):
            session.window.close()


@pytest.fixture
def window(session: Session) -> MainWindow:
    return session.window
