"""How far coders agree, tag by tag, with the formulas named: numbers for a methods section."""

import csv
import io
import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.core.agreement import Interval
from desktop.core.coding_units import UNITS
from desktop.core.errors import Cancelled, UserError
from desktop.formats.csv_cells import guard
from desktop.operations.agreement import WITH_INTERVAL, Agreement, TagAgreement, agreement
from desktop.operations.export import write_whole
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    SMALL_GAP,
    Choice,
    Disclosure,
    ErrorLine,
    button,
    buttons,
    column,
    form,
    label,
    while_there,
)
from desktop.ui.plain import tool_tip

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_COHEN = 4
_SHOWN = ("percent", "cohen", "fleiss", "krippendorff", "unitizing", "gwet")


class AgreementDialog(QDialog):
    """Computes off the GUI thread, anew for each kind of unit; saves what it shows as CSV.

    `settle_wanted()` when the user goes on to settle what the coders differ on.
    """

    settle_wanted = Signal()

    def __init__(
        self, context: Context, article_ids: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("agreementDialog")
        self._context = context
        self._ids = article_ids
        self._found: Agreement | None = None
        self._stop = threading.Event()
        self._unit, self._unit_name = Choice(context.theme), label(wrap=False)
        self._about = label("muted")
        self._table = QTreeWidget()
        self._formulas = label("muted")
        self._how = Disclosure(context.theme, self._formulas)
        self._error = ErrorLine()
        self._save, self._settle, self._close = (button() for _ in range(3))
        self._lay_out()
        self._retranslate()
        fit(self, characters=110, lines=26)
        self._compute()

    @property
    def rows(self) -> list[list[str]]:
        """The cells of each line that is shown."""
        items = (self._table.topLevelItem(at) for at in range(self._table.topLevelItemCount()))
        width = self._table.columnCount()
        return [[item.text(at) for at in range(width)] for item in items if item]

    def done(self, result: int) -> None:
        """Close; what is still being computed is given up."""
        self._stop.set()
        super().done(result)

    def write(self, path: Path) -> None:
        """Write what is shown, with full digits and both ends of the intervals, to *path*."""
        out = io.StringIO(newline="")
        writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerows(_records(self._found) if self._found else [])
        data = out.getvalue().encode("utf-8-sig")
        write_whole(path, data, library=self._context.library.path)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        table = self._table
        table.setObjectName("agreementTable")
        table.setProperty("role", "field")
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setColumnCount(3 + len(_SHOWN))
        table.header().setStretchLastSection(False)
        table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._unit.currentIndexChanged.connect(self._compute)
        self._save.clicked.connect(self._choose_file)
        self._settle.clicked.connect(self._go_on)
        self._close.clicked.connect(self.accept)
        how = column(self._how, self._formulas, gap=SMALL_GAP)
        unit = form([(self._unit_name, self._unit)])
        body = column(unit, self._about, self._error, table, how)
        body.setStretch(3, 1)
        lay_out(self, body, buttons([self._save], [self._settle, self._close]))

    def _compute(self) -> None:
        self._stop.set()
        stop = self._stop = threading.Event()
        unit = self._unit.currentData() or UNITS[0]
        library, ids = self._context.library, self._ids
        self._save.setEnabled(False)
        self._settle.setEnabled(False)
        self._about.setText(self.tr("Comparing…"))

        def work() -> Agreement | None:
            reader = library.reader()
            try:
                return agreement(reader, ids, unit=unit, cancelled=stop.is_set)
            except Cancelled:
                return None
            finally:
                reader.close()

        self._context.jobs.start(
            work, while_there(self, self._show), while_there(self, self._on_failed)
        )

    def _show(self, found: Agreement | None) -> None:
        if found is None:
            return
        self._found = found
        self._table.clear()
        for row in found.tags:
            item = QTreeWidgetItem(self._table, self._cells(row))
            item.setToolTip(0, tool_tip(row.tag))
            for at in range(1, self._table.columnCount()):
                item.setTextAlignment(at, _RIGHT)
        self._table.setColumnHidden(_COHEN, len(found.coders) != 2)
        names = ", ".join(map(texts.coder_name, found.coders))
        articles = texts.articles(found.articles)
        self._about.setText(f"{names} · {articles}")
        self._error.tell("")
        self._save.setEnabled(True)
        self._settle.setEnabled(True)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._about.setText("")
        self._error.tell(texts.error_text(error))

    def _cells(self, row: TagAgreement) -> list[str]:
        locale = QLocale()
        counts = [locale.toString(row.units), locale.toString(row.marked)]
        return [row.tag, *counts, *(self._value(row, name) for name in _SHOWN)]

    def _value(self, row: TagAgreement, name: str) -> str:
        value = row.values[name]
        if value is None:
            return self.tr("undefined")
        if name == "percent":
            return f"{QLocale().toString(100 * value, 'f', 1)} %"
        shown = QLocale().toString(value, "f", 3)
        interval = row.intervals.get(name)
        return f"{shown}  [{_ends(interval)}]" if interval else shown

    def _go_on(self) -> None:
        self.accept()
        self.settle_wanted.emit()

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as CSV"),
            str(Path(self._context.settings.get("last_folder")) / "agreement.csv"),
            "CSV (*.csv)",
        )
        if not name:
            return
        try:
            self.write(Path(name))
        except UserError as error:
            self._error.tell(texts.error_text(error))

    def _tips(self) -> tuple[str, ...]:
        return (
            self.tr("Percent: the share of pairs of coders that say the same of a unit."),
            self.tr(
                "Cohen 1960: (Po − Pe) / (1 − Pe); Pe from each of the two coders’ own shares."
            ),
            self.tr("Fleiss 1971: (Po − Pe) / (1 − Pe); Pe = Σ p², p the mean share of a value."),
            self.tr(
                "Krippendorff 2011, nominal: α = 1 − Do / De, the disagreement observed by that "
                "expected by chance."
            ),
            self.tr(
                "Krippendorff 2004, unitizing: α = 1 − Do / De, by the squares of how far "
                "beginnings and ends are apart. Does not depend on “Compare by”."
            ),
            self.tr("Gwet 2014: (Po − Pe) / (1 − Pe); Pe = Σ p (1 − p) / (number of values − 1)."),
        )

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Agreement between coders"))
        self._unit_name.setText(self.tr("Compare by"))
        names = (self.tr("Sentences"), self.tr("Paragraphs"), self.tr("Characters"))
        self._unit.offer(list(zip(names, UNITS, strict=True)))
        self._table.setHeaderLabels(
            [
                self.tr("Tag"), self.tr("Units"), self.tr("Marked"), self.tr("Percent"),
                self.tr("Cohen’s κ"), self.tr("Fleiss’ κ"), self.tr("Krippendorff’s α"),
                self.tr("α of passages"), self.tr("Gwet’s AC1"),
            ]
        )  # fmt: skip
        for at, tip in enumerate(self._tips(), 3):
            self._table.headerItem().setToolTip(at, tool_tip(tip))
        for at in range(1, self._table.columnCount()):
            self._table.headerItem().setTextAlignment(at, _RIGHT)
        self._table.setAccessibleName(self.tr("Agreement by tag"))
        self._how.setText(self.tr("How is this computed?"))
        self._formulas.setText(
            self.tr(
                "A unit is marked when a coder’s highlight with the tag lies over any of it. A "
                "coder has judged an article when at least one highlight in it is theirs; other "
                "articles "
                "count as missing. Cohen’s κ (1960) is for two coders; Fleiss’ κ (1971) and "
                "Gwet’s AC1 (2014) take the mean of pairs; α is Krippendorff’s for nominal values "
                "(2011). In brackets: 95 % bootstrap intervals over units (1,000 resamples); for "
                "characters they are too narrow, because neighbours hang together. “α of passages” "
                "is Krippendorff’s for unitizing (2004): how near the beginnings and ends of the "
                "passages are, in the articles that all coders judged; its interval is over "
                "articles. “Undefined”: "
                "nothing was left to chance, for example when nobody used the tag."
            )
        )
        self._save.setText(self.tr("Save as CSV…"))
        self._settle.setText(self.tr("Settle differences…"))
        self._close.setText(self.tr("Close"))
        if self._found:
            self._show(self._found)


def _ends(interval: Interval) -> str:
    return "; ".join(QLocale().toString(end, "f", 2) for end in (interval.low, interval.high))


def _records(found: Agreement) -> list[list[str]]:
    head = ["tag", "unit", "coders", "articles", "units", "marked", *_SHOWN]
    head += [f"{name}_{end}" for name in WITH_INTERVAL for end in ("low", "high")]
    coders = "; ".join(found.coders)
    records = [head]
    for row in found.tags:
        cells = [guard(row.tag), found.unit, guard(coders), str(found.articles)]
        cells += [str(row.units), str(row.marked)]
        cells += [_digits(row.values[name]) for name in _SHOWN]
        for name in WITH_INTERVAL:
            interval = row.intervals[name]
            cells += [_digits(interval.low), _digits(interval.high)] if interval else ["", ""]
        records.append(cells)
    return records


def _digits(value: float | None) -> str:
    return "" if value is None else repr(round(value, 12))
