"""The window's way to take in what another person shared."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.operations.merge import MergeReport
from desktop.operations.share import merge_file
from desktop.ui.context import Context
from desktop.ui.keeper import after_backup


class Sharing(QObject):
    """Asks for a bundle, merges it, and says what was new and what two people had changed."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def choose_file(self) -> None:
        """Ask for a bundle and merge it."""
        bundles, every = self.tr("Glosa bundles"), self.tr("All files")
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Merge what someone shared"),
            self._context.settings.get("last_folder"),
            f"{bundles} (*.glosa *.jsonl);;{every} (*)",
        )
        if name:
            self.merge(Path(name))

    def merge(self, path: Path) -> None:
        """Merge the bundle at *path*; undo takes it back."""
        self._context.settings.set("last_folder", str(path.parent))
        do = partial(self._context.dispatch.do, merge_file, then=self._on_merged, path=path)
        after_backup(self._context, do)

    def _on_merged(self, report: MergeReport) -> None:
        parts = [
            self.tr("%n new article(s)", "", report.new_articles),
            self.tr("%n new highlight(s)", "", report.new_annotations),
        ]
        if report.changed_annotations:
            parts.append(self.tr("%n changed", "", report.changed_annotations))
        text = self.tr("Merged: {parts}.").format(parts=", ".join(parts))
        if report.conflicts:
            both = self.tr("%n note(s) differed: both are kept.", "", len(report.conflicts))
            text = f"{text} {both} {_named(report.conflicts)}"
        if report.reopened:
            again = self.tr("%n difference(s) settled in two ways: to settle again.", "",
                            report.reopened)  # fmt: skip
            text = f"{text} {again}"
        odd = report.conflicts or report.reopened
        self._context.tell(text, "warning" if odd else "info")


def _named(names: list[str]) -> str:
    shown = [f"„{name if len(name) <= 40 else name[:39] + '…'}”" for name in names[:3]]
    return ", ".join(shown) + (" …" if len(names) > 3 else "")
