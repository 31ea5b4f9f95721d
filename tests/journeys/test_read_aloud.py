"""Reading aloud, with a voice of our own that writes down what it is given."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from tests.journeys.hands import add_files, give_keyboard, press

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a voice for Linux")
TEXT = "Pierwsze zdanie. Drugie zdanie?\n\n--help to trzecie."
VOICE = """#!/bin/sh
cat >> "{heard}"
echo >> "{heard}"
{more}
"""


@pytest.fixture
def heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    _voice(tmp_path)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    return tmp_path / "heard"


def _voice(folder: Path, more: str = "") -> None:
    program = folder / "bin" / "espeak-ng"
    program.parent.mkdir(exist_ok=True)
    program.write_text(VOICE.format(heard=folder / "heard", more=more))
    program.chmod(0o755)


def _open(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    add_files(window, qtbot, folder, TEXT)
    give_keyboard(qtbot, window.reader.view)


def test_it_reads_from_the_caret_to_the_end(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, heard: Path
) -> None:
    _open(window, qtbot, tmp_path)
    window.reader.view.reveal(window.reader.text.index("Drugie"))
    press(
        qtbot, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert window.verbs["view.aloud"].isChecked()
    qtbot.waitUntil(lambda: not window.aloud.on)
    assert heard.read_text().splitlines() == ["Drugie zdanie?", "--help to trzecie."]
    assert window.reader.view._spoken is None
    assert not window.verbs["view.aloud"].isChecked()


def test_it_stops_in_a_sentence(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, heard: Path
) -> None:
    _voice(tmp_path, "exec sleep 60")
    _open(window, qtbot, tmp_path)
    window.aloud.toggle()
    qtbot.waitUntil(heard.exists)
    start, end = window.reader.view._spoken or (0, 0)
    assert window.reader.text[start:end] in ("Pierwsze zdanie.", TEXT[:31])
    window.reader.view.grab()
    window.aloud.toggle()
    assert not window.aloud.on
    assert window.reader.view._spoken is None


def test_a_voice_that_fails_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, heard: Path
) -> None:
    _voice(tmp_path, "exit 1")
    _open(window, qtbot, tmp_path)
    window.aloud.toggle()
    qtbot.waitUntil(lambda: not window.aloud.on)
    assert "error" in window.messages.text


def test_where_there_is_no_voice_it_says_so(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    _open(window, qtbot, tmp_path)
    window.aloud.toggle()
    assert not window.aloud.on
    assert "espeak-ng" in window.messages.text


def test_it_goes_on_in_its_text_while_another_is_read(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, heard: Path
) -> None:
    _voice(tmp_path, "exec sleep 60")
    _open(window, qtbot, tmp_path)
    spoken_in = window.reader
    window.aloud.toggle()
    window.verbs["article.beside"].trigger()
    qtbot.waitUntil(lambda: window.reader is not spoken_in)
    assert window.aloud.on
    assert spoken_in.view._spoken
    assert window.reader.view._spoken is None
    window.readers.close_pane(spoken_in)
    assert not window.aloud.on
    assert spoken_in.view._spoken is None
