"""A thin strip that shows how far an import is, how fast, how long yet, and stops it."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QWidget,
)

from desktop.core.errors import UserError
from desktop.library.library import Library
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs.parts import (
    button,
    column,
    row,
)
from desktop.ui.dispatch import Dispatch
from desktop.ui.jobs import Jobs
from desktop.ui.plain import tool_tip

if TYPE_CHECKING:
    from desktop.operations.import_articles import ImportReport

SHOWN_EVERY, PACE_AFTER, LEAST_NAME = 0.1, 3.0, 16
_GIVE_WAY_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen for an import. `expected` is how many articles it will meet, 0: not known.

    `columns` says, by file, which column of a table is which field.
    """

    whole_page: bool = False
    columns: Mapping[Path, Mapping[str, str]] = field(default_factory=dict[Path, Mapping[str, str]])
    expected: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """How far an import is: files done, files in all, the file in hand.

    `articles` are those that were stored or known, after so many `seconds`.
    """

    done: int
    total: int
    name: str
    articles: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """One import. `work` runs in its own thread and reaches the window only by `jobs.post`."""

    library: Library
    dispatch: Dispatch
    jobs: Jobs
    paths: Sequence[Path]
    show: Callable[[Run, Step], None]
    choices: Choices = field(default_factory=Choices)
    begun: float = field(default_factory=time.monotonic)
    counts: list[int] = field(default_factory=lambda: [0])
    last: list[Step] = field(default_factory=lambda: [Step(0, 0, "")])
    stop: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)
    shown: list[float] = field(default_factory=list[float])

    def work(self) -> ImportReport:
        """Import the files."""
        try:
            from desktop.operations.import_articles import import_paths

            return import_paths(
                self.library,
                self.paths,
                run=self._run,
                changed=self.dispatch.announce,
                progress=self._progress,
                counted=self._counted,
                whole_page=self.choices.whole_page,
                columns=self.choices.columns,
                cancelled=self.stop.is_set,
                waiting=self.dispatch.clicks_wait,
            )
        finally:
            self.over.set()

    def _run(self, job: Callable[[], Any]) -> Any:
        """Do *job* on the writer lane, a little later while the user scrolls or types."""
        self.jobs.gate.pass_by(self.stop, at_most=_GIVE_WAY_SECONDS)
        return self.dispatch.in_background(job)

    def _counted(self, articles: int) -> None:
        self.counts[:] = [articles]
        step = self.last[0]
        self._progress(step.done, step.total, step.name)

    def _progress(self, done: int, total: int, name: str) -> None:
        step = Step(done, total, name, self.counts[0], time.monotonic() - self.begun)
        self.last[:] = [step]
        now = time.monotonic()
        if self.shown and now - self.shown[-1] < SHOWN_EVERY:
            return
        self.shown[:] = [now]
        self.jobs.post(lambda: self.show(self, step))


class ImportStrip(QFrame):
    """Hidden until `start`. `finished(ImportReport)` comes once for each import that ran."""

    finished = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importStrip")
        self._context = context
        self._queue: deque[tuple[Sequence[Path], Choices]] = deque()
        self._run: Run | None = None
        self._step: Step | None = None
        self._text = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._bar = QProgressBar(textVisible=False)
        self._cancel = button(role="link")
        self._lay_out()
        self._retranslate()
        self.hide()

    @property
    def running(self) -> bool:
        """Whether an import is under way."""
        return self._run is not None

    def start(self, paths: Sequence[Path], choices: Choices | None = None) -> None:
        """Import files and folders, after those that are being imported already."""
        self._queue.append((tuple(paths), choices or Choices()))
        if not self.running:
            self._next()

    def cancel(self) -> None:
        """Stop the import and forget those that wait; what went in stays."""
        self._queue.clear()
        if self._run:
            self._run.stop.set()
            self._cancel.setEnabled(False)
            self._show()

    def stop_and_wait(self) -> None:
        """Stop the import, wait until its last article is written, and tell no more of it."""
        self.cancel()
        run, self._run = self._run, None
        if run:
            run.over.wait()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _lay_out(self) -> None:
        self._bar.setFixedHeight(4)
        self._cancel.clicked.connect(self.cancel)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line = row(self._text, self._cancel, gap=16)
        line.setContentsMargins(16, 4, 16, 4)
        line.setStretch(0, 1)
        self._cancel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # The style sheet gives a link its frame only with the focus: without this its text is cut.
        self._cancel.setStyleSheet("QPushButton:!focus { border: 1px solid transparent; }")
        self.setLayout(column(self._bar, line, gap=0))

    def _retranslate(self) -> None:
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel the import"))
        self._bar.setAccessibleName(self.tr("Import"))
        self._show()

    def _next(self) -> None:
        context = self._context
        paths, choices = self._queue.popleft()
        run = Run(context.library, context.dispatch, context.jobs, paths, self._on_step, choices)
        self._run, self._step = run, None
        self._cancel.setEnabled(True)
        self.show()
        self._show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._text.text()))
        context.jobs.start(
            run.work,
            lambda report: self._on_done(run, report),
            lambda error: self._on_failed(run, error),
        )

    def _on_step(self, run: Run, step: Step) -> None:
        if run is self._run:
            self._step = step
            self._show()

    def _on_done(self, run: Run, report: ImportReport) -> None:
        if self._ends(run):
            self.finished.emit(report)

    def _on_failed(self, run: Run, error: Exception) -> None:
        if not self._ends(run):
            return
        if not isinstance(error, UserError):
            raise error
        self._context.tell(texts.error_text(error), "error")

    def _ends(self, run: Run) -> bool:
        if run is not self._run:
            return False
        self._run = None
        if self._queue:
            self._next()
        else:
            self.hide()
        return True

    def _show(self) -> None:
        step = self._step
        expected = self._run.choices.expected if self._run else 0
        if step and expected:
            self._bar.setRange(0, expected)
            self._bar.setValue(min(step.articles, expected))
        else:
            self._bar.setRange(0, step.total if step else 0)
            self._bar.setValue(step.done if step else 0)
        self._text.setText(self._sentence(step))
        self._text.setToolTip(tool_tip(step.name if step else ""))

    def _sentence(self, step: Step | None) -> str:
        if self._run and self._run.stop.is_set():
            return self.tr("Stopping after the article in hand…")
        if step is None:
            return self.tr("Looking for articles to import…")
        number = QLocale()
        done, total = number.toString(min(step.done + 1, step.total)), number.toString(step.total)
        if not step.name:
            return self.tr("Storing the last articles…")
        bare = self.tr("Importing {done} of {total} – {name}")
        metrics = self._text.fontMetrics()
        for sentence in (bare + self._pace(step), bare):  # the name goes before the pace
            fixed = metrics.horizontalAdvance(sentence.format(done=done, total=total, name=""))
            room = max(0, self._text.width() - fixed)
            if room >= LEAST_NAME * metrics.averageCharWidth():
                break
        name = metrics.elidedText(step.name, Qt.TextElideMode.ElideMiddle, room)
        return sentence.format(done=done, total=total, name=name)

    def _pace(self, step: Step) -> str:
        """Return how fast it goes and how long yet, as far as that can be told."""
        if step.seconds < PACE_AFTER or not step.articles:
            return ""
        rate = step.articles / step.seconds
        said = self.tr("{number} articles a second")
        shown = QLocale().toString(round(rate)) if rate >= 10 else QLocale().toString(rate, "f", 1)
        parts = [said.format(number=shown)]
        if (left := self._seconds_left(step, rate)) is not None:
            minutes = round(left / 60)
            soon = self.tr("less than a minute left")
            parts.append(self.tr("%n minute(s) left", "", minutes) if minutes else soon)
        return "".join(f" · {part}" for part in parts)

    def _seconds_left(self, step: Step, rate: float) -> float | None:
        expected = self._run.choices.expected if self._run else 0
        if expected:
            return max(0, expected - step.articles) / rate
        if step.done < step.total / 50:
            return None
        return step.seconds * (step.total - step.done) / step.done if step.done else None
