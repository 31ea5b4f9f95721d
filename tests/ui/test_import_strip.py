"""The strip of an import: it shows, queues, stops, and reports."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.library import articles
from desktop.operations.import_articles import ImportReport
from desktop.ui.context import Context
from desktop.ui.import_strip import Choices, ImportStrip, Run, Step


@pytest.fixture
def strip(qtbot: QtBot, context: Context) -> ImportStrip:
    made = ImportStrip(context)
    qtbot.addWidget(made)
    made.resize(600, 40)
    return made


@pytest.fixture
def reports(strip: ImportStrip) -> list[ImportReport]:
    got: list[ImportReport] = []
    strip.finished.connect(got.append)
    return got


def write(folder: Path, count: int, *, text: str = "Artykuł") -> list[Path]:
    folder.mkdir(exist_ok=True)
    files = [folder / f"{text}-{n}.txt" for n in range(count)]
    for n, file in enumerate(files):
        file.write_text(f"{text} numer {n}\n\nTreść {n}.", encoding="utf-8")
    return files


def test_imports_and_reports(
    qtbot: QtBot,
    context: Context,
    strip: ImportStrip,
    reports: list[ImportReport],
    tmp_path: Path,
) -> None:
    files = write(tmp_path / "in", 130)  # more than one batch
    changes: list[object] = []
    context.dispatch.changed.connect(changes.append)
    strip.start([tmp_path / "in", tmp_path / "nirgends.txt"])
    assert strip.running and not strip.isHidden()
    qtbot.waitUntil(lambda: len(reports) == 1)
    assert len(reports[0].imported) == len(files) == articles.count(context.reader)
    assert [one.path.name for one in reports[0].failures] == ["nirgends.txt"]
    assert not strip.running and strip.isHidden()
    assert len(changes) >= 2
    assert context.library.undoable and context.library.undoable.name == "Import"


def test_a_second_start_waits_for_the_first(
    qtbot: QtBot, strip: ImportStrip, reports: list[ImportReport], tmp_path: Path
) -> None:
    strip.start(write(tmp_path / "a", 3, text="Pierwszy"))
    strip.start(write(tmp_path / "b", 2, text="Drugi"))
    qtbot.waitUntil(lambda: len(reports) == 2)
    assert [len(report.imported) for report in reports] == [3, 2]


def test_cancel_stops_and_forgets_what_waits(
    qtbot: QtBot, strip: ImportStrip, reports: list[ImportReport], tmp_path: Path
) -> None:
    strip.start(write(tmp_path / "a", 400))
    strip.start(write(tmp_path / "b", 2, text="Drugi"))
    button = strip.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.click()
    assert not button.isEnabled()
    qtbot.waitUntil(lambda: len(reports) == 1)
    assert reports[0].cancelled and len(reports[0].imported) < 400
    assert not strip.running


def test_stop_and_wait_leaves_whole_articles_and_says_no_more(
    qtbot: QtBot,
    context: Context,
    strip: ImportStrip,
    reports: list[ImportReport],
    tmp_path: Path,
) -> None:
    strip.start(write(tmp_path / "a", 400))
    strip.stop_and_wait()
    assert not strip.running and strip.isHidden()
    stored = articles.count(context.reader)
    qtbot.wait(50)
    assert articles.count(context.reader) == stored and not reports


def test_a_library_that_cannot_be_written(
    qtbot: QtBot, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    context.library.close()
    strip = ImportStrip(replace(context, tell=lambda text, kind: told.append(f"{kind}: {text}")))
    qtbot.addWidget(strip)
    strip.start(write(tmp_path / "a", 1))
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("error: The library") and not strip.running


@pytest.mark.parametrize("width", [240, 600])
def test_long_names_are_shortened_in_the_middle(
    qtbot: QtBot, strip: ImportStrip, width: int
) -> None:
    strip.resize(width, 40)
    strip.show()
    strip._step = Step(122, 1234, "początek " + "x" * 300 + " koniec.txt")
    strip._show()
    label = strip.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert label.text().startswith("Importing 123 of 1,234 – ")
    assert label.fontMetrics().horizontalAdvance(label.text()) <= max(label.width(), 200)


@pytest.mark.parametrize(
    ("expected", "step", "pace"),
    [
        (10_000, Step(0, 1, "a.jsonl", 2_500, 20), "125 articles a second · 1 minute left"),
        (
            2_600,
            Step(0, 1, "a.jsonl", 2_500, 20),
            "125 articles a second · less than a minute left",
        ),
        (0, Step(100, 1_000, "a.txt", 100, 40), "2.5 articles a second · 6 minutes left"),
        (0, Step(1, 1_000, "a.txt", 100, 40), "2.5 articles a second"),
        (0, Step(1, 1_000, "a.txt", 100, 1), ""),
    ],
)
def test_pace(context: Context, strip: ImportStrip, expected: int, step: Step, pace: str) -> None:
    choices = Choices(expected=expected)
    strip._run = Run(context.library, context.dispatch, context.jobs, [], strip._on_step, choices)
    strip.resize(1_600, 40)
    strip.show()
    strip._on_step(strip._run, step)
    label = strip.findChild(QLabel)
    assert label
    shown = label.text().replace("minute(s)", "minute" if "1 minute" in pace else "minutes")
    assert shown.endswith(f"{step.name} · {pace}" if pace else step.name)
    strip._run = None
