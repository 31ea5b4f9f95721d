"""What a start has to say in the message bar: a library that is damaged or can only be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.core.errors import UserError
from desktop.ui import texts

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


class Notices(QObject):
    """Each says what can be done about it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def read_only(self, why: UserError | None = None, *, asked: bool = False) -> None:
        """Say that nothing can be changed, and why; *asked*: the user wants it so."""
        if why:
            self._window.messages.tell(texts.error_text(why), "warning", stay=True)
            return
        reason = self.tr(
            "This library can only be read: the file or its folder is write-protected. "
            "You can read, search and export."
        )
        if asked:
            reason = self.tr(
                "This library can only be read, as you asked: nothing in it can change."
            )
        self._window.messages.tell(reason, "info" if asked else "warning", stay=True)

    def damaged(self) -> None:
        """Say that a check found damage, with what can be done about it at hand."""
        self._window.messages.tell(
            self.tr("The library is damaged. Nothing was changed, and its backups are kept."),
            "error",
            action=self.tr("What can be done…"),
            act=self._window.opens.safety().recover,
        )

    def ended_badly(self, report: str) -> None:
        """Say that the program died last time, with the report at hand."""
        self._window.messages.tell(
            self.tr("Glosa ended unexpectedly last time. What was saved is there."),
            "warning",
            action=self.tr("Copy report"),
            act=lambda: QApplication.clipboard().setText(report),
            stay=True,
        )
