"""Keeps the library while the window is open, in threads of its own: backups and checks."""

import logging
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer

from desktop.core.errors import Cancelled, LibraryBusy, UserError
from desktop.ui import texts
from desktop.ui.context import Context

_FIRST_MS, _EACH_MS = 20_000, 5 * 60_000
_BETWEEN_BACKUPS = timedelta(minutes=30)
_BETWEEN_CHECKS = timedelta(days=30)
_GIVE_WAY_SECONDS = 0.1
_MANY = 10
_log = logging.getLogger("glosa")


def after_backup(context: Context, act: Callable[[], None], *, of: int = _MANY) -> None:
    """Call *act*, which changes *of* things, after a backup if that is many; not if it fails."""
    from desktop.library import backup

    library = context.library
    if of < _MANY or library.read_only:
        act()
        return

    def failed(error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        context.tell(texts.error_text(error), "error")

    context.jobs.start(
        lambda: backup.make_if_due(library.path, after=backup.NOW), lambda _made: act(), failed
    )


class Keeper(QObject):
    """Looks soon after the start, then each five minutes, what is due.

    Once a month, when nobody changes anything, a backup is put to the test.
    """

    def __init__(self, context: Context, say_damaged: Callable[[], None], parent: QObject):
        super().__init__(parent)
        self._context = context
        self._say_damaged = say_damaged
        self._stopped = threading.Event()
        self._no_backup = threading.Event()
        self._changed = True
        self._timer = QTimer(self, interval=_EACH_MS)
        self._timer.timeout.connect(lambda: self.look())
        context.dispatch.changed.connect(self._on_changed)
        if context.library.ended_badly:
            self.look_quickly()
        QTimer.singleShot(_FIRST_MS, self, self._begin)

    def look(self, after: timedelta = _BETWEEN_BACKUPS) -> None:
        """Make a backup if the library changed and the last is older than *after*.

        Once a month, when nobody changes anything, all of the library is looked at.
        """
        if self._context.library.read_only:
            return
        from desktop.library import backup

        idle, self._changed = not self._changed, False
        path, stopped = self._context.library.path, self._asked(self._no_backup)
        self._start(lambda: backup.make_if_due(path, after=after, stopped=stopped))
        if idle:
            self._start(self._monthly)
            self._start(self._test_a_backup)

    def look_quickly(self) -> None:
        """Look at pages and search index: the last end was none of ours."""
        from desktop.operations import upkeep

        stopped = self._asked(self._stopped)
        self._start(lambda: upkeep.look_quickly(self._context.library, stopped))

    def stop(self) -> None:
        """Let no thread of ours go on, but for a backup that cannot wait."""
        from desktop.library import closing

        self._stopped.set()
        self._timer.stop()
        if closing.can_wait(self._context.library.path):
            self._no_backup.set()

    def last_backup(self) -> None:
        """Make a backup after the window was closed, if one is due and cannot wait.

        Failures go to the log.
        """
        if self._context.library.read_only or self._no_backup.is_set():
            return
        from desktop.library import backup

        try:
            backup.make_if_due(self._context.library.path, after=_BETWEEN_BACKUPS)
        except UserError as error:
            _log.warning("no backup on closing: %s", type(error).__name__)

    def _begin(self) -> None:
        self._timer.start()
        self._tell_of_place()
        self.look(timedelta(hours=24))

    def _tell_of_place(self) -> None:
        from desktop.library import backup, places

        path = self._context.library.path
        if places.is_on_network(path):
            self._context.tell(
                self.tr(
                    "This library lies on a network share: that is slower, and less safe than a "
                    "disk of this computer. Never open it on two computers at once."
                ),
                "warning",
            )

        def is_older() -> bool:
            found = backup.found_in(places.backups_of(path))
            return bool(found) and backup.seq_of(path) < found[0].seq

        self._context.jobs.start(is_older, self._on_older, self._on_failed)

    def _on_older(self, older: bool) -> None:
        if older:
            self._context.tell(
                self.tr(
                    "This library is older than its newest backup. Was it copied without the file "
                    "that ends in “-wal”? Look into File › Backups."
                ),
                "warning",
            )

    def _monthly(self) -> object:
        from desktop.library import check
        from desktop.operations import upkeep

        library = self._context.library
        last = check.last_time(library.path)
        if last and abs(datetime.now(UTC) - last) < _BETWEEN_CHECKS:
            return None
        return upkeep.look_over(library, is_stopped=self._asked(self._stopped))

    def _test_a_backup(self) -> object:
        from desktop.operations import upkeep

        stopped = self._asked(self._stopped)
        return upkeep.test_backup(self._context.library.path, is_stopped=stopped)

    def _asked(self, stop: threading.Event) -> Callable[[], bool]:
        """Return what work asks whether to stop, and what lets it wait for a rest of the user's."""
        return partial(self._context.jobs.gate.pass_by, stop, _GIVE_WAY_SECONDS)

    def _start(self, work: Callable[[], object]) -> None:
        self._context.jobs.start(work, self._on_done, self._on_failed)

    def _on_done(self, result: object) -> None:
        if getattr(result, "damaged", ()) and not self._stopped.is_set():
            self._say_damaged()

    def _on_changed(self) -> None:
        self._changed = True

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled | LibraryBusy):
            return
        if not isinstance(error, UserError):
            raise error
        self._context.tell(texts.error_text(error), "warning")
