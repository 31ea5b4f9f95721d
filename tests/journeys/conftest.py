"""The real window on a new library, as `app.run` makes it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import Session
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import Settings


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    settings = Settings(tmp_path / "settings.ini")
    settings.set("theme", "light")
    settings.set("language", "en")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with Session(app, tmp_path / "library.db", settings) as session:
        session.window.show()
        qtbot.waitExposed(session.window)
        yield session
        session.window.close()


@pytest.fixture
def window(session: Session) -> MainWindow:
    return session.window
