"""Take the evidence out: which articles, into which file, in which form."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QGridLayout,
    QProgressBar,
    QRadioButton,
    QWidget,
)

from desktop.formats import registry
from desktop.formats.exporters.csv_annotations import CsvAnnotations
from desktop.formats.registry import AnyExporter
from desktop.operations.exporters import exporters
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs import export_scopes
from desktop.ui.dialogs.csv_options import CsvOptions
from desktop.ui.dialogs.export_scopes import SCOPES, Count, Order
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
    while_there,
)
from desktop.ui.dialogs.writing import Writing


class ExportDialog(QDialog):
    """Writes in a thread of its own; closes when the file is there, else says what is wrong."""

    def __init__(
        self,
        context: Context,
        *,
        current: int | None,
        selected: Sequence[int],
        results: Sequence[int],
        searching: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self._context = context
        self._choices = export_scopes.scopes(current, selected, results)
        self._searching = searching
        self._counts: dict[str, Count] = {}
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._choose_first(len(selected))
        self._retranslate()
        fit(self, characters=68)
        self._count()
        self._radios[self.scope].setFocus()

    @property
    def scope(self) -> str:
        """The articles that are chosen: one of SCOPES."""
        return SCOPES[self._scope.checkedId()]

    @property
    def _suffix(self) -> str:
        return self._format.currentData().suffix

    @property
    def _exporter(self) -> AnyExporter:
        """The chosen format, a table in the chosen form."""
        chosen = self._format.currentData()
        return CsvAnnotations(self._csv.form) if isinstance(chosen, CsvAnnotations) else chosen

    @property
    def running(self) -> bool:
        """Whether the file is being written."""
        return self._writing.running

    def choose(self, scope: str, *, raw: bool = False) -> None:
        """Choose the articles and the form of values."""
        self._radios[scope].setChecked(True)
        self._csv.choose_raw(raw=raw)

    def start(self) -> None:
        """Write the file."""
        if self.running or not self._export.isEnabled():
            return
        order = Order(
            self._context.library,
            self._choices[self.scope],
            self._target.target,
            self._exporter,
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
        self._scope = QButtonGroup(self)
        self._what = label("heading")
        self._radios = {name: QRadioButton() for name in SCOPES}
        self._amounts = {name: label("muted", wrap=False) for name in SCOPES}
        self._format = Choice(self._context.theme)
        self._format.offer([(texts.format_name(one.name), one) for one in exporters()])
        self._loss = label("muted")
        self._format_name = label(wrap=False)
        self._target = TargetField(self._suffix, self._context.settings.get("last_folder"))
        self._csv = CsvOptions(self._context.theme, self._context.settings)
        self._open = QCheckBox()
        self._error = ErrorLine()
        self._writing = Writing(
            self._context.jobs, self._error, changed=self._show_running, closed=super().reject
        )
        self._bar = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self._export, self._cancel = button(), button()

    def _lay_out(self) -> None:
        self._form = QWidget()
        kind = column(form([(self._format_name, self._format)]), self._loss, gap=SMALL_GAP)
        place = column(kind, self._target, self._open)
        self._form.setLayout(column(self._scope_grid(), place, self._csv, gap=24))
        body = column(self._form, self._bar, self._error)
        body.addStretch(1)
        lay_out(self, body, buttons([], [self._export, self._cancel], role="primary"))
        kept = self._bar.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(kept)
        self._bar.hide()

    def _scope_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(SMALL_GAP)
        grid.addWidget(self._what, 0, 0, 1, 2)
        for number, name in enumerate(SCOPES):
            self._radios[name].setObjectName(f"export-{name}")
            self._scope.addButton(self._radios[name], number)
            self._radios[name].setEnabled(name in self._choices)
            grid.addWidget(self._radios[name], number + 1, 0)
            grid.addWidget(self._amounts[name], number + 1, 1)
        grid.setColumnStretch(0, 1)
        return grid

    def _connect(self) -> None:
        self._csv.changed.connect(self._show_ready)
        self._scope.idToggled.connect(self._show_ready)
        self._target.changed.connect(self._show_ready)
        self._format.currentIndexChanged.connect(self._on_format)
        self._export.clicked.connect(self.start)
        self._cancel.clicked.connect(self.reject)

    def _choose_first(self, selected: int) -> None:
        wanted = (
            "selected" if selected > 1 else "results" if self._searching else "article",
            "results",
            "all",
        )
        self._radios[next(name for name in wanted if name in self._choices)].setChecked(True)

    def _count(self) -> None:
        choices = self._choices
        self._context.jobs.ask(
            "export-count",
            lambda reader: export_scopes.count(reader, choices),
            while_there(self, self._on_counts),
        )

    def _on_counts(self, counts: dict[str, Count]) -> None:
        self._counts = counts
        self._show_amounts()
        self._show_ready()

    def _on_format(self) -> None:
        self._target.set_suffix(self._suffix)
        self._show_format()

    def _show_format(self) -> None:
        """Say what the format leaves out; ask for the form of values where it has a choice."""
        exporter = self._format.currentData()
        self._loss.setText(texts.loss_text(registry.losses(exporter)))
        self._csv.setVisible(isinstance(exporter, CsvAnnotations))
        self._show_ready()

    def _on_done(self, order: Order, written: int) -> None:
        self._context.settings.set("last_folder", str(order.target.parent))
        if isinstance(order.exporter, CsvAnnotations):
            self._csv.keep()
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
        chosen = self._csv.usable or not isinstance(self._format.currentData(), CsvAnnotations)
        self._export.setEnabled(self._target.usable and chosen and not self.running)

    def _show_amounts(self) -> None:
        for name, amount in self._amounts.items():
            count = self._counts.get(name)
            amount.setText(self._amount(name, count) if count else "")
            self._radios[name].setAccessibleDescription(amount.text())

    def _amount(self, name: str, count: Count) -> str:
        highlights = self.tr("%n highlight(s)", "", count.highlights)
        if name == "article":
            return highlights
        articles = self.tr("%n article(s)", "", count.articles)
        return self.tr("{articles}, {highlights}").format(articles=articles, highlights=highlights)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export highlights"))
        self._what.setText(self.tr("What to export"))
        listed = self.tr("Search result") if self._searching else self.tr("Listed articles")
        names = (self.tr("This article"), self.tr("Selected articles"), listed)
        for radio, text in zip(
            self._radios.values(), (*names, self.tr("All articles")), strict=True
        ):
            radio.setText(text)
        self._format_name.setText(self.tr("Format"))
        self._format.setAccessibleName(self.tr("Format"))
        self._open.setText(self.tr("Open the folder afterwards"))
        self._bar.setAccessibleName(self.tr("The file is being written"))
        self._export.setText(self.tr("Export"))
        self._cancel.setText(self.tr("Cancel"))
        self._show_format()
        self._show_amounts()
