"""Makes backups by itself while the window is open, in a thread of its own."""

from datetime import timedelta

from PySide6.QtCore import QObject, QTimer

from desktop.core.errors import UserError
from desktop.ui import texts
from desktop.ui.context import Context

_FIRST_MS, _EACH_MS = 20_000, 5 * 60_000


class Keeper(QObject):
    """Looks soon after the start, then each five minutes, whether a backup is due."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._timer = QTimer(self, interval=_EACH_MS)
        self._timer.timeout.connect(lambda: self.look())
        QTimer.singleShot(_FIRST_MS, self, self._begin)

    def look(self, after: timedelta = timedelta(minutes=30)) -> None:
        """Make a backup if the library changed and the last is older than *after*."""
        if not self._context.library.read_only:
            from desktop.library import backup

            path = self._context.library.path
            self._context.jobs.start(
                lambda: backup.make_if_due(path, after=after), lambda _made: None, self._on_failed
            )

    def _begin(self) -> None:
        self._timer.start()
        self.look(timedelta(hours=24))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._context.tell(texts.error_text(error), "warning")
