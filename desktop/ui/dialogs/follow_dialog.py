"""The exports that follow the library: which there are, how they stand; add, pause, run, remove."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt
from PySide6.QtWidgets import QDialog, QListView, QWidget

from desktop.core.errors import NotFound
from desktop.library.connection import Source
from desktop.operations.follow_jobs import SEARCH, Job, name_of
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs.file_lines import FileLine, FileLineDelegate, FileLineModel
from desktop.ui.dialogs.follow_new import NewFollowDialog
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import SMALL_GAP, button, buttons, column, label, row, while_there
from desktop.ui.following import Following

_NEW_LINE = "\u2028"


class FollowDialog(QDialog):
    """Each change takes effect at once; the files that were written stay when a job goes."""

    def __init__(
        self, context: Context, following: Following, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("followDialog")
        self._context = context
        self._following = following
        self._names: dict[str, str | None] = {}
        self._hint, self._none = label("muted"), label()
        self.list = QListView()
        self._model = FileLineModel(self)
        self.run, self.pause = button(role="link"), button(role="link")
        self.remove = button(role="link")
        self._add, self._close = button(), button()
        self._lay_out()
        self._connect()
        self._retranslate()
        fit(self, characters=72, lines=26)
        self._ask_names()

    @property
    def chosen(self) -> Job | None:
        """The job that is selected."""
        at = self.list.currentIndex().row()
        jobs = self._following.jobs
        return jobs[at] if 0 <= at < len(jobs) else None

    @property
    def shown(self) -> list[str]:
        """What is said of each job."""
        return [f"{line.name}{_NEW_LINE}{line.text}" for line in self._model.lines]

    def add(self) -> None:
        """Ask for one more job."""
        asked = NewFollowDialog(self._context, self)
        asked.wanted.connect(self._following.add)
        asked.exec()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.list.setObjectName("followList")
        self.list.setProperty("role", "field")
        self.list.setModel(self._model)
        self.list.setItemDelegate(FileLineDelegate(self._context.theme, self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(9 * self.fontMetrics().lineSpacing())
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setMinimumHeight(9 * self.fontMetrics().lineSpacing())
        verbs = row(self.run, self.pause, self.remove)
        verbs.addStretch(1)
        body = column(self._hint, self.list, self._none, verbs)
        body.setStretch(1, 1)
        body.setStretch(2, 1)
        body.setSpacing(2 * SMALL_GAP)
        lay_out(self, body, buttons([self._add], [self._close]))

    def _connect(self) -> None:
        self.run.clicked.connect(self._on_run)
        self.pause.clicked.connect(self._on_pause)
        self.remove.clicked.connect(self._on_remove)
        self._add.clicked.connect(self.add)
        self._close.clicked.connect(self.accept)
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._offer())
        self._following.changed.connect(self._ask_names)

    def _ask_names(self) -> None:
        """Look up what saved searches and tags are called now."""
        wanted = [one.what for one in self._following.jobs]
        self._context.jobs.ask(
            "followed exports", lambda reader: _names(reader, wanted), while_there(self, self._show)
        )

    def _show(self, names: dict[str, str | None]) -> None:
        self._names = names
        self._fill()

    def _fill(self) -> None:
        at = self.list.currentIndex().row()
        jobs = self._following.jobs
        self._model.set_lines([self._line(one) for one in jobs])
        if jobs:
            self.list.setCurrentIndex(self._model.index(min(max(at, 0), len(jobs) - 1)))
        self.list.setVisible(bool(jobs))
        self._none.setVisible(not jobs)
        self._offer()

    def _line(self, job: Job) -> FileLine:
        name = self.tr("{what} · {format}").format(what=self._what(job), format=self._format(job))
        text = f"{job.folder}{_NEW_LINE}{self._state(job)}"
        return FileLine(Path(job.folder), text, name)

    def _what(self, job: Job) -> str:
        if not job.what:
            return self.tr("All articles")
        name = self._names.get(job.what)
        if name is None:
            return self.tr("Something that is gone")
        if job.what.startswith(SEARCH):
            return self.tr("Search “{name}”").format(name=name)
        return self.tr("Tag “{name}”").format(name=name)

    def _format(self, job: Job) -> str:
        return texts.each_names().get(job.format) or texts.format_name(job.format)

    def _state(self, job: Job) -> str:
        state = self._following.state(job.id)
        if state.running:
            return self.tr("Being written…")
        if state.error:
            return texts.error_text(state.error)
        when = ""
        if job.last:
            moment = QDateTime.fromString(job.last, Qt.DateFormat.ISODateWithMs).toLocalTime()
            when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        if job.paused:
            return (
                self.tr("Paused, last written {when}.").format(when=when)
                if when
                else self.tr("Paused.")
            )
        if not when:
            return self.tr("Will be written soon.")
        return self.tr("Up to date, {when}.").format(when=when)

    def _offer(self) -> None:
        job = self.chosen
        for one in (self.run, self.pause, self.remove):
            one.setVisible(job is not None)
        if job:
            self.pause.setText(self.tr("Go on") if job.paused else self.tr("Pause"))

    def _on_run(self) -> None:
        if job := self.chosen:
            self._following.run_now(job.id)

    def _on_pause(self) -> None:
        if job := self.chosen:
            self._following.pause(job.id, paused=not job.paused)

    def _on_remove(self) -> None:
        if job := self.chosen:
            self._following.remove(job.id)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Exports that follow the library"))
        self.list.setAccessibleName(self.tr("Exports that follow the library"))
        self._hint.setText(
            self.tr(
                "The files in these folders are written again by themselves when what is in them "
                "changes, while Glosa is open. A file that you change there is never overwritten."
            )
        )
        self._none.setText(self.tr("Nothing is exported by itself yet."))
        self.run.setText(self.tr("Run now"))
        self.remove.setText(self.tr("Remove"))
        self.remove.setToolTip(self.tr("The files that were written stay"))
        self._add.setText(self.tr("Add…"))
        self._close.setText(self.tr("Close"))
        self._fill()


def _names(source: Source, wanted: Sequence[str]) -> dict[str, str | None]:
    names: dict[str, str | None] = {}
    for one in wanted:
        names[one] = None
        with suppress(NotFound):
            names[one] = name_of(source, one)
    return names
