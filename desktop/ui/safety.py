"""The verbs that keep a library safe: backups, the check, and opening for reading only."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.afterwards import Afterwards
from desktop.ui.context import Context

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


class Safety(QObject):
    """Some of it needs the library for itself: the window closes, and opens again after it."""

    def __init__(self, context: Context, window: "MainWindow") -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def show_backups(self) -> None:
        """Look into the backups."""
        from desktop.ui.dialogs.backups import BackupsDialog

        dialog = BackupsDialog(self._context, self._window)
        dialog.restore_chosen.connect(self.go_back_to)
        dialog.exec()

    def check(self) -> None:
        """Look at all of the library."""
        from desktop.ui.dialogs.library_check import CheckDialog

        CheckDialog(self._context, self.recover, self._window).exec()

    def go_back_to(self, copy: Path) -> None:
        """Put a backup in the library's place."""
        self._leave(Afterwards(self._context.library.path, copy=copy))

    def recover(self) -> None:
        """Offer what can be done about a damaged library."""
        self._leave(Afterwards(self._context.library.path, recover=True))

    def toggle_read_only(self) -> None:
        """Open the library again, so that nothing in it can be changed, or can again."""
        library = self._context.library
        self._leave(Afterwards(library.path, read_only=not library.read_only))

    def _leave(self, afterwards: Afterwards) -> None:
        self._window.afterwards = afterwards
        self._window.close()
