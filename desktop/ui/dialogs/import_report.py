"""What an import did: how many went in, which files did not and why, what is worth knowing.

Reports of earlier imports are kept, and can be chosen here. Near-duplicates are looked for when the
report is shown: they are found in the background after an import, and nothing waits for them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QListView, QPushButton, QWidget

from desktop.library import articles, similar
from desktop.library.connection import Reader
from desktop.operations import import_reports
from desktop.operations.import_articles import ImportReport
from desktop.operations.import_reports import KeptReport
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs.file_lines import FileLine, FileLineDelegate, FileLineModel
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    GAP,
    SMALL_GAP,
    Choice,
    buttons,
    column,
    label,
    while_there,
)

COPIED_MS = 2_000
_AT_ONCE, _COMPARED, _ALIKE = 5, 500, 3


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading, what to do about the lines below it, and the lines."""

    heading: QLabel
    hint: QLabel
    view: QListView
    model: FileLineModel


@dataclass(frozen=True, slots=True)
class _Near:
    """An article that came in, and one that is nearly the same."""

    article_id: int
    title: str
    other: similar.Similar


class ImportReportDialog(QDialog):
    """One report; with more than one *kept* a list of them, of which *report* is the first."""

    def __init__(
        self,
        context: Context,
        report: ImportReport,
        parent: QWidget | None = None,
        *,
        kept: Sequence[KeptReport] = (),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("importReport")
        self._context = context
        self._report = report
        self._kept = tuple(kept)
        self._near: list[_Near] = []
        self._waiting = 0
        self._chosen = Choice(context.theme)
        self._summary, self._stopped = label("heading"), label()
        self._failures, self._unplaced = self._section(), self._section()
        self._alike, self._remarks = self._section(), self._section()
        self._sections = (self._failures, self._unplaced, self._alike, self._remarks)
        self._copy, self._close = QPushButton(), QPushButton()
        self._lay_out()
        self._retranslate()
        context.theme.changed.connect(self._retint)
        self._retint()
        self._look_for_near()

    @property
    def text(self) -> str:
        """The whole report, as it is copied."""
        parts = [self._summary.text(), self._stopped.text() if self._report.cancelled else ""]
        for section in self._sections:
            if section.model.lines:
                parts += ["", section.heading.text()]
                parts += [f"{line.name or line.path}\t{line.text}" for line in section.model.lines]
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
        first = next((one for one in self._sections if one.model.lines), None)
        first.view.setFocus() if first else self._close.setFocus()

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
        self._chosen.setVisible(len(self._kept) > 1)
        self._chosen.activated.connect(self._on_chosen)
        body = column(self._chosen, self._summary, self._stopped, gap=SMALL_GAP)
        for section in self._sections:
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
        self._offer_kept()
        self._fill_all()
        self._close.setText(self.tr("Close"))
        self._name_copy()

    def _offer_kept(self) -> None:
        self._chosen.setAccessibleName(self.tr("Import"))
        self._chosen.offer([(texts.moment_text(one.made), str(one.path)) for one in self._kept])

    def _fill_all(self) -> None:
        report = self._report
        failures = [FileLine(one.path, texts.error_text(one.reason)) for one in report.failures]
        failures += [
            FileLine(Path(str(one.fields.get("name", ""))), texts.error_text(one))
            for one in report.plugin_problems
        ]
        remarks = [FileLine(one.path, texts.remark_text(one.remark)) for one in report.remarks]
        unplaced = [FileLine(Path(), one.words, one.title) for one in report.unplaced]
        alike = [FileLine(Path(), self._likeness(one), one.title) for one in self._near]
        self._fill(self._failures, self.tr("Not imported"), failures)
        self._fill(self._unplaced, self.tr("Highlights without a place"), unplaced)
        self._fill(self._alike, self.tr("Nearly the same as another article"), alike)
        self._fill(self._remarks, self.tr("Worth knowing"), remarks)
        self._failures.hint.setText(
            self.tr("Mend these and import them again. What is there already is not doubled.")
        )
        self._unplaced.hint.setText(
            self.tr(
                "Their words are not in the article. They wait in its margin to be re-attached."
            )
        )
        alike_hint = self.tr(
            "All of them are kept. “Similar articles” in the margin compares them."
        )
        if self._waiting:
            alike_hint += " " + self.tr(
                "%n article(s) are still being compared.", "", self._waiting
            )
        self._alike.hint.setText(alike_hint)
        self._remarks.hint.setText(self.tr("These went in. Have a look whether all is right."))

    def _likeness(self, near: _Near) -> str:
        where = ", ".join(filter(None, (near.other.outlet, texts.date_text(near.other.published))))
        said = self.tr("{percent} % the same as “{title}”").format(
            percent=int(near.other.share * 100), title=near.other.title
        )
        return f"{said} ({where})" if where else said

    def _look_for_near(self) -> None:
        """Compare the articles that came in, a few at a time."""
        self._near = []
        self._compare(self._report, list(self._report.imported[:_COMPARED]))

    def _compare(self, report: ImportReport, ids: list[int]) -> None:
        if not ids or report is not self._report:
            return
        self._context.jobs.ask(
            "importReport",
            partial(_near_of, ids=ids[:_AT_ONCE]),
            while_there(self, partial(self._on_compared, report, ids[_AT_ONCE:])),
        )

    def _on_compared(
        self, report: ImportReport, ids: list[int], found: tuple[list[_Near], int]
    ) -> None:
        if report is not self._report:
            return
        pairs = {frozenset((one.article_id, one.other.article_id)) for one in self._near}
        fresh: list[_Near] = []
        for one in found[0]:
            pair = frozenset((one.article_id, one.other.article_id))
            if pair not in pairs:
                pairs.add(pair)
                fresh.append(one)
        self._near += fresh
        self._waiting = found[1]
        if fresh:
            self._fill_all()
            self._retint()
        self._compare(report, ids)

    def _on_chosen(self) -> None:
        path = Path(self._chosen.currentData())
        show = while_there(self, partial(self._on_loaded, path))
        self._context.jobs.start(partial(import_reports.load, path), show)

    def _on_loaded(self, path: Path, report: ImportReport | None) -> None:
        if str(path) != self._chosen.currentData():
            return
        if report is None:
            self._kept = tuple(one for one in self._kept if one.path != path)
            self._offer_kept()
            return
        self._report, self._near = report, []
        self._retranslate()
        self._retint()
        self._look_for_near()

    def _name_copy(self) -> None:
        self._copy.setText(self.tr("Copy report"))

    def _sentence(self) -> str:
        return ", ".join(
            (
                self.tr("%n imported", "", len(self._report.imported)),
                *self._updated(),
                *([texts.tags(self._report.tags)] if self._report.tags else []),
                self.tr("%n already there", "", self._report.duplicates),
                self.tr("%n failed", "", len(self._report.failures)),
            )
        )

    def _updated(self) -> tuple[str, ...]:
        number = len(self._report.updated)
        return (self.tr("%n new version(s)", "", number),) if number else ()

    def _fill(self, section: _Section, name: str, lines: list[FileLine]) -> None:
        section.model.set_lines(lines)
        section.heading.setText(self.tr("{name} ({count})").format(name=name, count=len(lines)))
        section.view.setAccessibleName(name)
        for widget in (section.heading, section.hint, section.view):
            widget.setVisible(bool(lines))

    def _retint(self) -> None:
        for section in self._sections:
            section.view.doItemsLayout()
            line = self.fontMetrics().lineSpacing()
            rows = range(len(section.model.lines[:9]))
            few = sum(section.view.sizeHintForRow(row) for row in rows)
            section.view.setMinimumHeight(min(few + 2, 9 * line))
            section.view.setMaximumHeight(few + 2 if len(section.model.lines) < 9 else 100 * line)
        fit(self, characters=76)


def _near_of(reader: Reader, *, ids: Sequence[int]) -> tuple[list[_Near], int]:
    """Return the near-duplicates of some articles, and how many articles are not compared yet."""
    found = [
        _Near(row.id, row.title, other)
        for row in articles.rows(reader, ids)
        for other in similar.also_published(reader, row.id, limit=_ALIKE)
    ]
    return found, similar.pending(reader)
