"""Exports that follow the library, in the window: after a rest, in the background, told once."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.operations import annotate
from desktop.operations.follow_files import note_of
from desktop.operations.follow_jobs import EACH_MARKDOWN, Job, as_kept, jobs_in, new_job
from desktop.ui.context import Context
from desktop.ui.dialogs.follow_dialog import FollowDialog
from desktop.ui.dialogs.follow_new import NewFollowDialog
from desktop.ui.following import SETTING, Following

AddArticle = Callable[..., int]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Notatki"
    made.mkdir()
    return made


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def _job(context: Context, folder: Path) -> Job:
    return new_job(context.library.path, format=EACH_MARKDOWN, what="", folder=folder)


def _following(context: Context, window: QWidget) -> Following:
    return Following(context, window, rest_ms=0)


def test_files_follow_the_library(
    qtbot: QtBot, context: Context, window: QWidget, folder: Path, add_article: AddArticle
):
    article = add_article("Ala ma kota.", title="Raz")
    following = _following(context, window)
    job = _job(context, folder)
    following.add(job)
    qtbot.waitUntil((folder / "Raz.md").exists)
    qtbot.waitUntil(lambda: bool(following.jobs[0].last))
    (kept,) = jobs_in(context.settings.get(SETTING))
    assert kept.begun
    context.dispatch.do(
        annotate.add_highlight, article_id=article, start=0, end=3, note="uwaga na to"
    )
    qtbot.waitUntil(lambda: "uwaga na to" in (folder / "Raz.md").read_text("utf-8"))
    following.remove(job.id)
    assert (folder / "Raz.md").exists()
    assert not note_of(folder, job.id).exists()
    assert jobs_in(context.settings.get(SETTING)) == []
    following.end()


def test_a_folder_that_is_away_is_told_once_and_tried_again(
    qtbot: QtBot, context: Context, window: QWidget, folder: Path, add_article: AddArticle
):
    add_article("Ala ma kota.", title="Raz")
    told: list[str] = []
    following = _following(replace(context, tell=lambda text, _kind: told.append(text)), window)
    away = folder / "dysk"
    job = _job(context, away)
    following.add(job)
    qtbot.waitUntil(lambda: following.state(job.id).error is not None)
    following._try_again()  # pyright: ignore[reportPrivateUsage]
    with qtbot.waitSignal(following.changed):
        pass
    qtbot.waitUntil(lambda: not following.state(job.id).running)
    assert len(told) == 1
    away.mkdir()
    following._try_again()  # pyright: ignore[reportPrivateUsage]
    qtbot.waitUntil(lambda: following.state(job.id).error is None and bool(following.jobs[0].last))
    assert (away / "Raz.md").exists()
    following.end()


def test_a_file_that_someone_changed_is_named(
    qtbot: QtBot, context: Context, window: QWidget, folder: Path, add_article: AddArticle
):
    article = add_article("Ala ma kota.", title="Raz")
    told: list[str] = []
    following = _following(replace(context, tell=lambda text, _kind: told.append(text)), window)
    following.add(_job(context, folder))
    qtbot.waitUntil(lambda: bool(following.jobs[0].last))
    (folder / "Raz.md").write_text("moje", "utf-8")
    context.dispatch.do(annotate.add_highlight, article_id=article, start=0, end=3)
    qtbot.waitUntil(lambda: bool(told))
    assert "Raz.md" in told[0]
    assert (folder / "Raz.md").read_text("utf-8") == "moje"
    assert (folder / "Raz (2).md").exists()
    following.end()


def test_a_job_of_another_library_rests_and_is_kept(
    qtbot: QtBot, context: Context, window: QWidget, folder: Path, add_article: AddArticle
):
    add_article("Ala ma kota.", title="Raz")
    other = replace(_job(context, folder), library="/elsewhere/library.db")
    paused = replace(_job(context, folder), paused=True)
    context.settings.set(SETTING, as_kept([other, paused]))
    following = _following(context, window)
    assert [one.id for one in following.jobs] == [paused.id]
    following.run_now(paused.id)
    qtbot.waitUntil(lambda: bool(following.jobs[0].last))
    assert (folder / "Raz.md").exists()
    assert other in jobs_in(context.settings.get(SETTING))
    following.end()


def test_the_dialog_shows_and_changes_jobs(
    qtbot: QtBot, context: Context, window: QWidget, folder: Path, add_article: AddArticle
):
    add_article("Ala ma kota.", title="Raz")
    following = _following(context, window)
    dialog = FollowDialog(context, following, window)
    dialog.show()
    assert dialog.chosen is None
    assert dialog.list.isHidden()
    following.add(_job(context, folder))
    qtbot.waitUntil(lambda: any("Up to date" in line for line in dialog.shown))
    assert "All articles" in dialog.shown[0]
    assert str(folder) in dialog.shown[0]
    dialog.list.repaint()
    picture = dialog.list.viewport().grab().toImage()
    scale = picture.devicePixelRatio()
    ground = picture.pixelColor(round(2 * scale), round(2 * scale)).name()
    assert ground == context.theme.palette.selected.lower(), "one sees which is chosen"
    dialog.pause.click()
    qtbot.waitUntil(lambda: "Paused" in dialog.shown[0])
    assert following.jobs[0].paused
    dialog.run.click()
    qtbot.waitUntil(lambda: not following.state(following.jobs[0].id).running)
    dialog.pause.click()
    qtbot.waitUntil(lambda: "Up to date" in dialog.shown[0])
    dialog.remove.click()
    qtbot.waitUntil(lambda: not dialog.shown)
    following.end()
    dialog.close()


def test_one_more_is_asked_for(
    qtbot: QtBot, context: Context, folder: Path, add_article: AddArticle
):
    add_article("Ala ma kota.", title="Raz", tags=("Temat/Korea",))
    dialog = NewFollowDialog(context)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.what.findText("Tag “Temat/Korea”") > 0)
    wanted: list[Job] = []
    dialog.wanted.connect(wanted.append)
    dialog.folder.setText(str(folder / "nie ma"))
    dialog.begin()
    assert not wanted
    dialog.what.setCurrentIndex(dialog.what.findText("Tag “Temat/Korea”"))
    dialog.format.choose("CSV")
    dialog.folder.setText(str(folder))
    dialog.begin()
    (job,) = wanted
    assert (job.format, job.folder) == ("CSV", str(folder))
    assert job.what.startswith("tag:")
