"""Asks feeds for what is new, one run at a time: by hand, or by the clock if the user wants it."""

import threading
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.core.errors import UserError
from desktop.library import feeds
from desktop.library.feeds import Feed
from desktop.operations.feeds import Refreshed, refresh
from desktop.ui import texts
from desktop.ui.context import Context

LOOK_MS = 60_000


class Refresher(QObject):
    """`told(Refreshed)` after each feed, `finished(list)` after a run.

    Never asks unasked: the clock runs only while the setting `feeds_minutes` is above 0.
    """

    started = Signal()
    told = Signal(object)
    finished = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stop: threading.Event | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        context.settings.changed.connect(self._on_setting)
        self._on_setting("feeds_minutes")

    @property
    def running(self) -> bool:
        """Whether feeds are being asked."""
        return self._stop is not None

    @property
    def by_clock(self) -> bool:
        """Whether feeds are asked by themselves."""
        return self._timer.isActive()

    def look(self) -> None:
        """Ask the feeds that have not been asked for the time that the user chose."""
        minutes = self._context.settings.get("feeds_minutes")
        if minutes <= 0 or self.running:
            return
        before = (datetime.now(UTC) - timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%SZ")
        found = feeds.all_feeds(self._context.reader)
        self.start([feed for feed in found if feed.refreshed < before])

    def start(self, wanted: Sequence[Feed]) -> None:
        """Ask *wanted*; nothing happens while others are being asked."""
        if self.running or not wanted:
            return
        context, stop = self._context, threading.Event()
        self._stop = stop

        def work() -> list[Refreshed]:
            return refresh(
                context.library,
                wanted,
                run=context.dispatch.in_background,
                changed=context.dispatch.announce,
                told=lambda one: context.jobs.post(lambda: self.told.emit(one)),
                cancelled=stop.is_set,
            )

        context.jobs.start(work, self._on_done, self._on_failed)
        self.started.emit()

    def stop(self) -> None:
        """Stop after what is at hand; the clock, too, when the window closes."""
        if self._stop:
            self._stop.set()

    def end(self) -> None:
        """Stop for good: the window closes."""
        self._timer.stop()
        self.stop()

    def _on_done(self, found: list[Refreshed]) -> None:
        self._stop = None
        self._context.dispatch.history_changed.emit()  # the step has just been closed
        self.finished.emit(found)

    def _on_failed(self, error: Exception) -> None:
        self._stop = None
        self.finished.emit([])
        if not isinstance(error, UserError):
            raise error
        self._context.tell(texts.error_text(error), "error")

    def _on_setting(self, name: str) -> None:
        if name != "feeds_minutes":
            return
        if self._context.settings.get(name) > 0 and not self._context.library.read_only:
            self._timer.start()
        else:
            self._timer.stop()
