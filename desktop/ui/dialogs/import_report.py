"""What an import did: how many went in, which files did not and why, what is worth knowing."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QListView, QPushButton, QWidget

from desktop.operations.import_articles import ImportReport
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs.file_lines import FileLine, FileLineDelegate, FileLineModel
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    GAP,
    SMALL_GAP,
    buttons,
    column,
    label,
)

COPIED_MS = 2_000


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading, what to do about the lines below it, and the lines."""

    heading: QLabel
    hint: QLabel
    view: QListView
    model: FileLineModel


class ImportReportDialog(QDialog):
    """Shown after an import that has something to tell."""

    def __init__(
        self, context: Context, report: ImportReport, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("importReport")
        self._context = context
        self._report = report
        self._summary, self._stopped = label("heading"), label()
        self._failures, self._remarks = self._section(), self._section()
        self._copy, self._close = QPushButton(), QPushButton()
        self._lay_out()
        self._retranslate()
        context.theme.changed.connect(self._retint)
        self._retint()

    @property
    def text(self) -> str:
        """The whole report, as it is copied."""
        parts = [self._summary.text(), self._stopped.text() if self._report.cancelled else ""]
        for section in (self._failures, self._remarks):
            if section.model.lines:
                parts += ["", section.heading.text()]
                parts += [f"{line.path}\t{line.text}" for line in section.model.lines]
        return "\n".join(part for at, part in enumerate(parts) if part or at > 1).strip()

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.text)
        self._copy.setText(self.tr("Copied"))
        QTimer.singleShot(COPIED_MS, self, self._name_copy)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self._failures if self._failures.model.lines else self._remarks
        first.view.setFocus() if first.model.lines else self._close.setFocus()

    def _section(self) -> _Section:
        model = FileLineModel(self)
        view = QListView()
        view.setModel(model)
        view.setItemDelegate(FileLineDelegate(self._context.theme, view))
        view.setProperty("role", "field")
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        return _Section(label("heading"), label("muted"), view, model)

    def _lay_out(self) -> None:
        body = column(self._summary, self._stopped, gap=SMALL_GAP)
        for section in (self._failures, self._remarks):
            body.addSpacing(GAP)
            for widget in (section.heading, section.hint):
                body.addWidget(widget)
            body.addWidget(section.view, 1)
        self._copy.clicked.connect(self.copy)
        self._close.clicked.connect(self.accept)
        lay_out(self, body, buttons([self._copy], [self._close]))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Import"))
        self._summary.setText(self._sentence())
        self._stopped.setText(
            self.tr("The import was stopped before the end. What had gone in stays.")
        )
        self._stopped.setVisible(self._report.cancelled)
        failures = [(one.path, texts.error_text(one.reason)) for one in self._report.failures]
        failures += [
            (Path(str(one.fields.get("name", ""))), texts.error_text(one))
            for one in self._report.plugin_problems
        ]
        remarks = [(one.path, texts.remark_text(one.remark)) for one in self._report.remarks]
        self._fill(self._failures, self.tr("Not imported"), failures)
        self._fill(self._remarks, self.tr("Worth knowing"), remarks)
        self._failures.hint.setText(
            self.tr("Mend these and import them again. What is there already is not doubled.")
        )
        self._remarks.hint.setText(self.tr("These went in. Have a look whether all is right."))
        self._close.setText(self.tr("Close"))
        self._name_copy()

    def _name_copy(self) -> None:
        self._copy.setText(self.tr("Copy report"))

    def _sentence(self) -> str:
        return ", ".join(
            (
                self.tr("%n imported", "", len(self._report.imported)),
                *self._updated(),
                self.tr("%n already there", "", self._report.duplicates),
                self.tr("%n failed", "", len(self._report.failures)),
            )
        )

    def _updated(self) -> tuple[str, ...]:
        number = len(self._report.updated)
        return (self.tr("%n new version(s)", "", number),) if number else ()

    def _fill(self, section: _Section, name: str, lines: list[tuple[Path, str]]) -> None:
        section.model.set_lines([FileLine(path, text) for path, text in lines])
        section.heading.setText(self.tr("{name} ({count})").format(name=name, count=len(lines)))
        section.view.setAccessibleName(name)
        for widget in (section.heading, section.hint, section.view):
            widget.setVisible(bool(lines))

    def _retint(self) -> None:
        for section in (self._failures, self._remarks):
            section.view.doItemsLayout()
            line = self.fontMetrics().lineSpacing()
            rows = range(len(section.model.lines[:9]))
            few = sum(section.view.sizeHintForRow(row) for row in rows)
            section.view.setMinimumHeight(min(few + 2, 9 * line))
            section.view.setMaximumHeight(few + 2 if len(section.model.lines) < 9 else 100 * line)
        fit(self, characters=76)
