"""Texts name the keys that the user has, and follow when they change."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Session
from desktop.ui.key_words import key_of, with_key
from desktop.ui.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    QLocale.setDefault(QLocale("en"))
    return Settings(tmp_path / "settings.ini")


def test_a_key_of_ones_own(settings: Settings) -> None:
    assert key_of(settings, "annotation.highlight") == "H"
    assert with_key(settings, "Highlight it", "annotation.highlight") == "Highlight it (H)"
    settings.set("keys", '{"annotation.highlight": ["Ctrl+B", "H"]}')
    assert key_of(settings, "annotation.highlight") == "Ctrl+B"


def test_a_verb_without_a_key_is_named(settings: Settings) -> None:
    settings.set("keys", '{"annotation.highlight": []}')
    assert key_of(settings, "annotation.highlight") == "“Highlight”"
    assert with_key(settings, "Highlight it", "annotation.highlight") == "Highlight it"


def test_what_is_shown_follows(settings: Settings, tmp_path: Path, qtbot: QtBot) -> None:
    settings.set("language", "en")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with Session(app, tmp_path / "library.db", settings) as session:
        window = session.window
        window.show()
        qtbot.waitExposed(window)
        empty = window.sidebar._none_made
        assert "press H" in _texts(empty)
        window.keymap.change("annotation.highlight", ["Ctrl+B"])
        assert "press Ctrl+B" in _texts(empty)
        window.close()


def _texts(widget: QWidget) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in widget.findChildren(QLabel))
