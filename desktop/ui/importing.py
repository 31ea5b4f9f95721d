"""Ways in: files or folders chosen, or dropped on the window; the strip does the work.

An import with choices (a table, the export of another program, many files) is shown first.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs.parts import while_there
from desktop.ui.import_strip import ImportStrip
from desktop.ui.messages import MessageBar

if TYPE_CHECKING:
    from desktop.operations.import_articles import ImportReport
    from desktop.operations.import_reports import KeptReport

BUNDLE = ".glosa"


class Importing(QObject):
    """Starts imports and says how they went; `bundle_given(path)` for what is to be merged."""

    bundle_given = Signal(object)

    def __init__(
        self, context: Context, strip: ImportStrip, messages: MessageBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._context = context
        self._strip = strip
        self._messages = messages
        self._window = window
        strip.finished.connect(self._on_finished)

    def choose_files(self, *, look: bool = False) -> None:
        """Ask for files and import them; with *look* the user sees first what is in them."""
        from desktop.formats.registry import suffixes

        readable = self.tr("Articles and documents")
        every = self.tr("All files")
        kinds = " ".join(f"*{suffix}" for suffix in sorted(suffixes()))
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Import files"),
            self._context.settings.get("last_folder"),
            f"{readable} ({kinds} *{BUNDLE});;{every} (*)",
        )
        self.start([Path(name) for name in names], look=look)

    def choose_folder(self) -> None:
        """Ask for a folder and import all that can be read in it."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Import folder"), self._context.settings.get("last_folder")
        )
        self.start([Path(name)] if name else [])

    def start(self, paths: Sequence[Path], *, look: bool = False) -> None:
        """Import *paths*, at once or (*look*) when the user has seen what is in them.

        A bundle that someone shared is merged instead.
        """
        if paths:
            self._context.settings.set("last_folder", str(paths[0].parent))
        for path in filter(_is_bundle, paths):
            self.bundle_given.emit(path)
        if others := [path for path in paths if not _is_bundle(path)]:
            self._begin(others, look=look)

    def show_reports(self) -> None:
        """Show what the imports so far did, the newest first."""
        from desktop.operations import import_reports

        library = self._context.library.path

        def newest() -> tuple[list[KeptReport], ImportReport | None]:
            kept = import_reports.kept(library)
            return kept, import_reports.load(kept[0].path) if kept else None

        def show(found: tuple[list[KeptReport], ImportReport | None]) -> None:
            kept, report = found
            if report:
                self._show_report(report, kept)
            else:
                self._context.tell(self.tr("There is no report: nothing was imported yet."), "info")

        self._context.jobs.start(newest, while_there(self._window, show))

    def _begin(self, paths: Sequence[Path], *, look: bool) -> None:
        from desktop.operations.import_survey import deserves_look

        def decided(worth: bool) -> None:
            self._show_window(paths) if worth else self._strip.start(paths)

        if look or self._context.library.read_only:
            decided(look)
        else:
            work = partial(deserves_look, paths)
            self._context.jobs.start(work, while_there(self._window, decided))

    def _show_window(self, paths: Sequence[Path]) -> None:
        from desktop.ui.dialogs.import_window import ImportWindow

        shown = ImportWindow(self._context, paths, self._window)
        shown.chosen.connect(self._strip.start)
        shown.open()

    def _on_finished(self, report: ImportReport) -> None:
        self._context.dispatch.history_changed.emit()  # the import's step has just been closed
        parts = [self.tr("%n article(s) imported", "", len(report.imported))]
        if report.duplicates:
            parts.append(self.tr("%n already there", "", report.duplicates))
        if report.attached:
            parts.append(self.tr("%n highlight(s) put in", "", report.attached))
        if report.tags:
            parts.append(texts.tags(report.tags))
        if report.updated:
            parts.append(self.tr("%n new version(s)", "", len(report.updated)))
        if report.failures:
            parts.append(self.tr("%n could not be read", "", len(report.failures)))
        if report.cancelled:
            parts.append(self.tr("stopped"))
        text = ", ".join(parts) + "."
        self._tell(text, report)
        self._keep(report)

    def _tell(self, text: str, report: ImportReport) -> None:
        shown = (self.tr("Show the report"), partial(self._show_report, report))
        undo, step = self.tr("Undo import"), self._context.library.undoable
        act = partial(self._context.dispatch.undo_if_last, step)
        if report.failures or report.remarks or report.plugin_problems or report.unplaced:
            self._messages.tell(text, "warning", action=shown[0], act=shown[1])
        elif report.imported or report.tags:
            self._messages.tell(text, action=undo, act=act, other=shown)
        else:
            self._messages.tell(text)

    def _keep(self, report: ImportReport) -> None:
        """Write the report down; that it could not be is no more than a message."""
        from desktop.operations import import_reports

        library, made = self._context.library.path, datetime.now(UTC)
        self._context.jobs.start(
            lambda: import_reports.keep(report, library, made=made), lambda _path: None
        )

    def _show_report(self, report: ImportReport, kept: Sequence[KeptReport] = ()) -> None:
        from desktop.ui.dialogs.import_report import ImportReportDialog

        ImportReportDialog(self._context, report, self._window, kept=kept).open()


def _is_bundle(path: Path) -> bool:
    return path.suffix.casefold() == BUNDLE
