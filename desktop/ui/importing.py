"""Ways in: files or folders chosen, or dropped on the window; the strip does the work."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui.context import Context
from desktop.ui.import_strip import ImportStrip
from desktop.ui.messages import MessageBar

if TYPE_CHECKING:
    from desktop.operations.import_articles import ImportReport


class Importing(QObject):
    """Starts imports and says how they went."""

    def __init__(
        self, context: Context, strip: ImportStrip, messages: MessageBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._context = context
        self._strip = strip
        self._messages = messages
        self._window = window
        strip.finished.connect(self._on_finished)

    def choose_files(self) -> None:
        """Ask for files and import them."""
        texts = self.tr("Text files")
        every = self.tr("All files")
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Import files"),
            self._context.settings.get("last_folder"),
            f"{texts} (*.txt *.text *.md *.jsonl *.ndjson *.gz);;{every} (*)",
        )
        self.start([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask for a folder and import all that can be read in it."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Import folder"), self._context.settings.get("last_folder")
        )
        self.start([Path(name)] if name else [])

    def start(self, paths: Sequence[Path]) -> None:
        """Import *paths*."""
        if paths:
            self._context.settings.set("last_folder", str(paths[0].parent))
            self._strip.start(paths)

    def _on_finished(self, report: ImportReport) -> None:
        self._context.dispatch.history_changed.emit()  # the import's step has just been closed
        parts = [self.tr("%n article(s) imported", "", len(report.imported))]
        if report.duplicates:
            parts.append(self.tr("%n already there", "", report.duplicates))
        if report.failures:
            parts.append(self.tr("%n could not be read", "", len(report.failures)))
        if report.cancelled:
            parts.append(self.tr("stopped"))
        text = ", ".join(parts) + "."
        if report.failures or report.remarks:
            self._messages.tell(
                text,
                "warning",
                action=self.tr("Show the report"),
                act=partial(self._show_report, report),
            )
        elif report.imported:
            undo, step = self.tr("Undo import"), self._context.library.undoable
            act = partial(self._context.dispatch.undo_if_last, step)
            self._messages.tell(text, action=undo, act=act)
        else:
            self._messages.tell(text)

    def _show_report(self, report: ImportReport) -> None:
        from desktop.ui.dialogs.import_report import ImportReportDialog

        ImportReportDialog(self._context, report, self._window).exec()
