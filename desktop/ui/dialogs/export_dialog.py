"""Take the evidence out: which articles or highlights, into which file, in which form."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QDialog, QProgressBar, QWidget

from desktop.core.portable import PortableArticle
from desktop.library.connection import Reader
from desktop.operations import templates
from desktop.ui.context import Context
from desktop.ui.dialogs import export_scopes
from desktop.ui.dialogs.export_format import FormatField
from desktop.ui.dialogs.export_scopes import Order
from desktop.ui.dialogs.export_target import TargetField
from desktop.ui.dialogs.export_what import ScopeField
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import ErrorLine, button, buttons, column
from desktop.ui.dialogs.writing import Writing
from desktop.ui.templates.live_preview import Pick


class ExportDialog(QDialog):
    """Writes in a thread of its own; closes when the file is there, else says what is wrong.

    *listed* are the entries of the notebook; *first* is the choice to begin with ("": the likely).
    """

    def __init__(
        self,
        context: Context,
        *,
        current: int | None = None,
        selected: Sequence[int] = (),
        results: Sequence[int] = (),
        searching: bool = False,
        listed: Sequence[int] = (),
        first: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self._context = context
        choices = export_scopes.selections(current, selected, results, listed)
        self._what = ScopeField(context, choices, searching=searching)
        likely = "selected" if len(selected) > 1 else "results" if searching else "article"
        wanted = (first, likely, "results", "all")
        self._what.choose(next(name for name in wanted if name in choices))
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._retranslate()
        fit(self, characters=68)
        self._what.take_focus()

    @property
    def scope(self) -> str:
        """What is chosen: one of SCOPES."""
        return self._what.scope

    @property
    def format(self) -> FormatField:
        """The choice of a format."""
        return self._format

    @property
    def running(self) -> bool:
        """Whether the file is being written."""
        return self._writing.running

    def choose(self, scope: str, *, raw: bool = False) -> None:
        """Choose what to export and the form of values."""
        self._what.choose(scope)
        self._format.csv.choose_raw(raw=raw)

    def start(self) -> None:
        """Write the file."""
        if self.running or not self._export.isEnabled():
            return
        order = Order(
            self._context.library,
            self._what.selection,
            self._target.target,
            self._format.exporter,
            self._context.settings.get("coder_name"),
        )
        self._writing.start(
            lambda stop: export_scopes.carry_out(order, stop),
            lambda written: self._on_done(order, written),
        )

    def reject(self) -> None:
        """Stop the writing first; close when nothing is being written."""
        if self._writing.stop():
            self._cancel.setEnabled(False)
        else:
            super().reject()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _make_widgets(self) -> None:
        self._format = FormatField(self._context, self._pick)
        suffix = self._format.exporter.suffix
        self._target = TargetField(suffix, self._context.settings.get("last_folder"))
        self._open = QCheckBox()
        self._error = ErrorLine()
        self._writing = Writing(
            self._context.jobs, self._error, changed=self._show_running, closed=super().reject
        )
        self._bar = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self._export, self._cancel = button(), button()

    def _lay_out(self) -> None:
        self._form = QWidget()
        place = column(self._format, self._target, self._open)
        self._form.setLayout(column(self._what, place, self._format.csv, gap=24))
        body = column(self._form, self._bar, self._error)
        body.addStretch(1)
        lay_out(self, body, buttons([], [self._export, self._cancel], role="primary"))
        kept = self._bar.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(kept)
        self._bar.hide()

    def _connect(self) -> None:
        self._what.changed.connect(self._show_ready)
        self._format.changed.connect(self._on_format)
        self._target.changed.connect(self._show_ready)
        self._export.clicked.connect(self.start)
        self._cancel.clicked.connect(self.reject)

    def _pick(self) -> Pick:
        """Return what reads the articles on which templates are tried: those that are chosen."""
        selection = self._what.selection

        def pick(reader: Reader) -> tuple[PortableArticle, ...]:
            return templates.preview_selection(reader, selection)

        return pick

    def _on_format(self) -> None:
        self._target.set_suffix(self._format.exporter.suffix)
        self._show_ready()

    def _on_done(self, order: Order, written: int) -> None:
        self._context.settings.set("last_folder", str(order.target.parent))
        self._format.keep(order.exporter)
        if self._open.isChecked():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(order.target.parent)))
        told = self.tr("%n highlight(s) exported to “{name}”.", "", written)
        if not written:
            told = self.tr("Exported to “{name}”.")
        self.accept()
        self._context.tell(told.format(name=order.target.name), "info")

    def _show_running(self) -> None:
        self._form.setEnabled(not self.running)
        self._bar.setVisible(self.running)
        self._cancel.setEnabled(True)
        self._show_ready()

    def _show_ready(self) -> None:
        ready = self._target.usable and self._format.usable and not self.running
        self._export.setEnabled(ready)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export highlights"))
        self._open.setText(self.tr("Open the folder afterwards"))
        self._bar.setAccessibleName(self.tr("The file is being written"))
        self._export.setText(self.tr("Export"))
        self._cancel.setText(self.tr("Cancel"))
        self._show_ready()
