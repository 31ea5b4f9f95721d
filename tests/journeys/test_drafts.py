"""Unsaved notes outlive a crash, a full disk and a change of card."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Session
from desktop.library import annotations, articles
from desktop.operations import annotate, read
from desktop.ui.draft_file import Draft, DraftFile
from desktop.ui.main_window import MainWindow
from desktop.ui.settings import Settings
from tests.journeys.hands import TEXT, add_files, highlight


@pytest.fixture(autouse=True)
def own_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def note_of(window: MainWindow, annotation_id: int) -> str:
    return annotations.get(window.context.reader, annotation_id).note


def start_again(qtbot: QtBot, qapp: QApplication, folder: Path) -> Session:
    settings = Settings(folder / "settings.ini")
    settings.set("theme", "light")
    settings.set("language", "en")
    session = Session(qapp, folder / "library.db", settings)
    session.window.show()
    session.begin()
    return session


def test_a_draft_file_keeps_the_newest(tmp_path: Path) -> None:
    file = DraftFile(tmp_path / "library.db", tmp_path / "state")
    one, two = Draft("annotation", "a", "ż\n😀", ""), Draft("article", "b", "x", "y")
    assert file.read() == []
    assert file.write([one, two], 2)
    assert file.write([one], 1)
    assert file.read() == [one, two]
    assert (tmp_path / "library.db.drafts").stat().st_mode & 0o077 == 0
    file.write([], 3)
    assert file.read() == []
    assert list(tmp_path.iterdir()) == []


def test_without_room_beside_the_library_it_lies_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "full").write_text("", encoding="utf-8")
    file = DraftFile(tmp_path / "full" / "library.db", tmp_path / "state")
    assert file.write([Draft("article", "b", "x", "y")], 1)
    assert file.read() == [Draft("article", "b", "x", "y")]
    other = DraftFile(tmp_path / "elsewhere" / "library.db", tmp_path / "state")
    assert other.read() == []  # of another library with the same name
    nowhere = DraftFile(tmp_path / "full" / "x" / "library.db", tmp_path / "full" / "y")
    assert not nowhere.write([Draft("article", "b", "x", "y")], 1)


@pytest.mark.parametrize("spoilt", [b"", b"{", b"[]", b'{"drafts": [{}]}', b"\xff"])
def test_a_spoilt_draft_file_is_no_crash(tmp_path: Path, spoilt: bytes) -> None:
    (tmp_path / "library.db.drafts").write_bytes(spoilt)
    assert DraftFile(tmp_path / "library.db", tmp_path / "state").read() == []


def test_what_is_typed_is_soon_in_the_file_and_goes_when_saved(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    add_files(window, qtbot, tmp_path, TEXT)
    made = highlight(window, qtbot, "własne plany")
    window.annotator.edit_note()
    file = tmp_path / "library.db.drafts"
    editor = window.sidebar.annotation_note
    for letter in "długa notatka":  # never a pause of 0.8 s
        editor.insertPlainText(letter)
        qtbot.wait(110)
    qtbot.waitUntil(file.exists)
    assert "dług" in json.loads(file.read_text(encoding="utf-8"))["drafts"][0]["text"]
    qtbot.waitUntil(lambda: note_of(window, made) == "długa notatka")
    qtbot.waitUntil(lambda: not file.exists())


def test_a_note_comes_back_after_a_crash(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    with start_again(qtbot, qapp, tmp_path) as first:
        add_files(first.window, qtbot, tmp_path, TEXT)
        made = highlight(first.window, qtbot, "własne plany")
        uuid = annotations.get(first.window.context.reader, made).uuid
        first.window.close()
    draft = Draft("annotation", uuid, "nie zapisana", "")
    DraftFile(tmp_path / "library.db", tmp_path / "state").write([draft], 1)
    with start_again(qtbot, qapp, tmp_path) as second:
        assert "before a note was saved" in second.window.messages.text
        editor = second.window.sidebar.annotation_note
        qtbot.waitUntil(lambda: editor.toPlainText() == "nie zapisana")
        qtbot.waitUntil(lambda: note_of(second.window, made) == "nie zapisana")
        qtbot.waitUntil(lambda: not (tmp_path / "library.db.drafts").exists())
        second.window.close()


def test_notes_of_two_kinds_come_back_and_the_newer_text_is_not_lost(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with start_again(qtbot, qapp, tmp_path) as first:
        add_files(first.window, qtbot, tmp_path, TEXT)
        article = first.window.reader.article
        assert article is not None
        first.window.context.library.run(
            read.set_article_note, article_id=article.id, note="z innego komputera"
        )
        first.window.close()
    file = DraftFile(tmp_path / "library.db", tmp_path / "state")
    gone = Draft("annotation", "nie ma", "osierocona", "")
    file.write([Draft("article", article.uuid, "moja", "dawna"), gone], 1)
    with start_again(qtbot, qapp, tmp_path) as second:
        reader = second.window.context.reader
        both = "z innego komputera\n\nmoja"
        qtbot.waitUntil(lambda: articles.note(reader, article.id) == both)
        assert "not there any" in second.window.messages.text
        second.window.messages._on_action()
        assert QApplication.clipboard().text() == "osierocona"
        second.window.close()


class _Full(sqlite3.Connection):
    """A connection on a disk that is full while `full` is set."""

    full = False

    def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
        if _Full.full and sql.startswith(("BEGIN IMMEDIATE",)):
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorname = "SQLITE_FULL"
            raise error
        return super().execute(sql, *rest)


def test_a_full_disk_keeps_the_note_also_when_another_card_is_shown(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, factory=_Full, **k))
    with start_again(qtbot, qapp, tmp_path) as session:
        window = session.window
        add_files(window, qtbot, tmp_path, TEXT)
        first = highlight(window, qtbot, "własne plany")
        second = highlight(window, qtbot, "koszt dostaw")
        window.annotator.choose(first, reveal=False)
        window.annotator.edit_note()
        editor = window.sidebar.annotation_note
        monkeypatch.setattr(_Full, "full", True)
        editor.insertPlainText("ważna uwaga")
        window.annotator.choose(second, reveal=False)
        qtbot.waitUntil(lambda: "disk is full" in window.messages.text)
        assert editor.toPlainText() == ""
        qtbot.waitUntil((tmp_path / "library.db.drafts").exists)
        window.annotator.choose(first, reveal=False)
        assert editor.toPlainText() == "ważna uwaga"
        window.annotator.choose(second, reveal=False)
        monkeypatch.setattr(_Full, "full", False)
        window.context.dispatch.do(annotate.set_colour, annotation_ids=[second], colour="green")
        qtbot.waitUntil(lambda: note_of(window, first) == "ważna uwaga")
        qtbot.waitUntil(lambda: not (tmp_path / "library.db.drafts").exists())
        window.close()


def test_the_place_is_kept_without_closing(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    add_files(window, qtbot, tmp_path, TEXT)
    window.resize(1000, 700)
    article = window.reader.article
    assert article is not None
    qtbot.waitUntil(lambda: window.context.settings.get("last_article") == article.id)
    kept = Settings(tmp_path / "settings.ini")
    assert kept.geometry("window") is not None
