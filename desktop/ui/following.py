"""Keeps the exports that follow the library up to date, behind the user's back; off at first."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.core.errors import Cancelled, UserError
from desktop.core.ids import now
from desktop.library.seals import KEYS
from desktop.operations.follow import Followed, carry_out
from desktop.operations.follow_files import forget
from desktop.operations.follow_jobs import Job, as_kept, jobs_in
from desktop.ui import texts
from desktop.ui.background import Background
from desktop.ui.context import Context

SETTING = "followed_exports"
_REST_MS, _RETRY_MS = 5_000, 60_000


@dataclass(slots=True)
class State:
    """How a job stands: being done now, or what is wrong with it."""

    running: bool = False
    error: UserError | None = None
    told: set[str] = field(default_factory=set[str])


class Following(QObject):
    """`changed` when a job, or how one stands, is another."""

    changed = Signal()

    def __init__(self, context: Context, window: QWidget, *, rest_ms: int = _REST_MS) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._library = str(context.library.path.absolute())
        kept = jobs_in(context.settings.get(SETTING))
        self._others = [one for one in kept if one.library != self._library]
        self._jobs = tuple(one for one in kept if one.library == self._library)
        self._states: dict[str, State] = {}
        self._anew: frozenset[str] = frozenset()
        self._author: str = context.settings.get("coder_name")
        self._work = Background(
            context,
            self._carry_out,
            self,
            name="following",
            tables=tuple(KEYS),
            rest_ms=rest_ms,
            passed_over=Cancelled,
        )
        self._retry = QTimer(self, interval=_RETRY_MS)
        self._retry.timeout.connect(self._try_again)
        self._retry.start()
        context.settings.changed.connect(self._on_setting)
        self._begin()

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The jobs of this library."""
        return self._jobs

    def state(self, job_id: str) -> State:
        """Return how a job stands."""
        return self._states.setdefault(job_id, State())

    def add(self, job: Job) -> None:
        """Follow with one more job."""
        self._set((*self._jobs, job))
        self._begin()

    def pause(self, job_id: str, *, paused: bool) -> None:
        """Let a job rest, or go on."""
        self._change(job_id, paused=paused)
        self.state(job_id).error = None
        self._begin()

    def run_now(self, job_id: str) -> None:
        """Do a job soon, whatever its folder lacks."""
        self._anew |= {job_id}
        self.state(job_id).told.clear()
        self._work.begin()

    def remove(self, job_id: str) -> None:
        """Follow with a job no more; its files stay."""
        for job in self._jobs:
            if job.id == job_id:
                forget(Path(job.folder), job.id)
        self._set(tuple(one for one in self._jobs if one.id != job_id))

    def end(self) -> None:
        """Stop after the file at hand: the window closes."""
        self._retry.stop()
        self._work.stop()

    def show_dialog(self) -> None:
        """Show the jobs."""
        from desktop.ui.dialogs.follow_dialog import FollowDialog

        FollowDialog(self._context, self, self._window).exec()

    def _begin(self) -> None:
        if any(not one.paused for one in self._jobs):
            self._work.begin()

    def _try_again(self) -> None:
        if any(self.state(one.id).error for one in self._jobs if not one.paused):
            self._work.begin()

    def _carry_out(self, stopped: Callable[[], bool]) -> int:
        """Do all jobs that are not paused, in a thread; return how many files were written."""
        anew, self._anew = self._anew, frozenset()
        written = 0
        for job in self._jobs:
            if stopped() or (job.paused and job.id not in anew):
                continue
            self._post(self._on_begun, job.id)
            try:
                done = self._do(job, stopped, anew=job.id in anew)
            except Cancelled:
                self._post(self._on_given_up, job.id)
            except UserError as error:
                self._post(self._on_failed, job, error)
            else:
                written += done.written
                self._post(self._on_done, job, done)
        return written

    def _do(self, job: Job, stopped: Callable[[], bool], *, anew: bool) -> Followed:
        with closing(self._context.library.reader()) as reader:
            return carry_out(
                reader,
                job,
                author=self._author,
                anew=anew,
                stopped=lambda: stopped() or not self._is_wanted(job.id, anew=anew),
            )

    def _is_wanted(self, job_id: str, *, anew: bool) -> bool:
        return any(one.id == job_id and (anew or not one.paused) for one in self._jobs)

    def _post(self, call: Callable[..., None], *values: object) -> None:
        self._context.jobs.post(partial(call, *values))

    def _on_begun(self, job_id: str) -> None:
        self.state(job_id).running = True
        self.changed.emit()

    def _on_given_up(self, job_id: str) -> None:
        self.state(job_id).running = False
        self.changed.emit()

    def _on_done(self, job: Job, done: Followed) -> None:
        self._states[job.id] = State()
        self._change(job.id, begun=True, last=now())
        if done.kept:
            told = self.tr(
                "%n file(s) in “{folder}” had been changed by someone and stay as they are: "
                "{names}. What is new is beside them.",
                "",
                len(done.kept),
            )
            names = ", ".join(done.kept[:3]) + (" …" if len(done.kept) > 3 else "")
            self._context.tell(told.format(folder=job.folder, names=names), "warning")

    def _on_failed(self, job: Job, error: UserError) -> None:
        state = self.state(job.id)
        state.running, state.error = False, error
        text = texts.error_text(error)
        if text not in state.told:
            state.told.add(text)
            self._context.tell(text, "warning")
        self.changed.emit()

    def _on_setting(self, name: str) -> None:
        if name == "coder_name":
            self._author = self._context.settings.get(name)
            self._begin()

    def _change(self, job_id: str, **values: bool | str) -> None:
        self._set(tuple(replace(one, **values) if one.id == job_id else one for one in self._jobs))

    def _set(self, jobs: tuple[Job, ...]) -> None:
        self._jobs = jobs
        self._context.settings.set(SETTING, as_kept([*self._others, *jobs]))
        self.changed.emit()
