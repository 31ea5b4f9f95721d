"""Take out just the highlights that the notebook shows, in the order in which it shows them."""

import threading
from array import array
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from desktop.formats import registry
from desktop.formats.api import Exporter
from desktop.library.library import Library
from desktop.library.notebook import annotation_of
from desktop.operations.export import export_listed
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs.export_target import TargetField
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    SMALL_GAP,
    Choice,
    ErrorLine,
    button,
    buttons,
    column,
    form,
    label,
)
from desktop.ui.dialogs.writing import Writing


class NotesExportDialog(QDialog):
    """Writes in a thread of its own; closes when the file is there, else says what is wrong."""

    def __init__(
        self, context: Context, entries: "array[int]", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notesExportDialog")
        self._context = context
        self._ids = array("q", dict.fromkeys(map(annotation_of, entries)))
        self._said, self._name = label("heading"), label(wrap=False)
        self._format = Choice(context.theme)
        self._format.offer(
            [
                (texts.format_name(one.name), one)
                for one in registry.exporters()
                if isinstance(one, Exporter)
            ]
        )
        suffix = self._format.currentData().suffix
        self.target = TargetField(suffix, context.settings.get("last_folder"))
        self._error = ErrorLine()
        self._writing = Writing(
            context.jobs, self._error, changed=self._show_state, closed=super().reject
        )
        self._bar = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self._export, self._cancel = button(), button()
        self._lay_out()
        self._retranslate()
        fit(self, characters=64)

    def start(self) -> None:
        """Write the file."""
        if self._writing.running or not self._export.isEnabled():
            return
        library, target = self._context.library, self.target.target
        exporter: Exporter = self._format.currentData()
        self._writing.start(
            lambda stop: _write(library, target, exporter, self._ids, stop),
            lambda count: self._on_done(target.name, str(target.parent), count),
        )

    def reject(self) -> None:
        """Stop the writing first; close when nothing is being written."""
        if not self._writing.stop():
            super().reject()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._form = QWidget()
        kind = form([(self._name, self._format)])
        self._form.setLayout(column(self._said, kind, self.target))
        body = column(self._form, self._bar, self._error, gap=SMALL_GAP * 2)
        body.addStretch(1)
        lay_out(self, body, buttons([], [self._export, self._cancel], role="primary"))
        self._bar.hide()
        self._format.currentIndexChanged.connect(self._on_format)
        self.target.changed.connect(self._show_state)
        self._export.clicked.connect(self.start)
        self._cancel.clicked.connect(self.reject)

    def _on_format(self) -> None:
        self.target.set_suffix(self._format.currentData().suffix)

    def _show_state(self) -> None:
        self._form.setEnabled(not self._writing.running)
        self._bar.setVisible(self._writing.running)
        self._export.setEnabled(self.target.usable and not self._writing.running)

    def _on_done(self, name: str, folder: str, count: int) -> None:
        self._context.settings.set("last_folder", folder)
        self.accept()
        said = self.tr("%n highlight(s) exported to “{name}”.", "", count)
        self._context.tell(said.format(name=name), "info")

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export the highlights shown"))
        self._said.setText(self.tr("%n highlight(s), as they are listed", "", len(self._ids)))
        self._name.setText(self.tr("Format"))
        self._format.setAccessibleName(self.tr("Format"))
        self._bar.setAccessibleName(self.tr("The file is being written"))
        self._export.setText(self.tr("Export"))
        self._cancel.setText(self.tr("Cancel"))
        self._show_state()


def _write(
    library: Library, target: Path, exporter: Exporter, ids: "array[int]", stop: threading.Event
) -> int:
    reader = library.reader()
    try:
        return export_listed(
            reader,
            target,
            exporter=exporter,
            annotation_ids=ids,
            cancelled=stop.is_set,
        )
    finally:
        reader.close()
