"""Which column of a table is which part of an article: a guess, changed at will, with a preview."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.operations.import_survey import TableFound
from desktop.ui.context import Context
from desktop.ui.dialogs.parts import GAP, MARGIN, SMALL_GAP, Choice, column, label

FIELDS = ("title", "text", "published", "author", "outlet", "url", "tags", "agency", "language")
_LONGEST_NAME = 28


class ColumnChooser(QWidget):
    """`changed` when another column was chosen; tables with the same columns are one table here."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("columnChooser")
        self._context = context
        self._tables: list[TableFound] = []
        self._chosen: dict[tuple[str, ...], dict[str, str]] = {}
        self._heading, self._hint = label("heading"), label("muted")
        self._table = Choice(context.theme)
        self._names = {field: QLabel(textFormat=Qt.TextFormat.PlainText) for field in FIELDS}
        self._fields = {field: Choice(context.theme) for field in FIELDS}
        self._rows = QTableWidget()
        self._rows.setTabKeyNavigation(False)  # Tab goes on to the next control
        self._lay_out()
        self._retranslate()

    @property
    def chosen(self) -> dict[Path, Mapping[str, str]]:
        """The choices by file; only of tables where the user chose otherwise than the guess."""
        return {
            table.path: self._chosen[table.look.columns]
            for table in self._tables
            if table.look.columns in self._chosen
        }

    def set_tables(self, tables: Sequence[TableFound]) -> None:
        """Show other tables, keeping what was chosen."""
        self._tables = list(tables)
        self._offer_tables()
        self._show_table()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(8)
        self._table.setParent(self)  # Tab goes in the order in which these come here
        for field in FIELDS:
            name, choice = self._names[field], self._fields[field]
            choice.setParent(self)
            name.setBuddy(choice)
            choice.setObjectName(f"column-{field}")
            choice.setMinimumContentsLength(9)
            choice.setSizeAdjustPolicy(
                Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.currentIndexChanged.connect(lambda _n, field=field: self._on_choice(field))
        self._table.currentIndexChanged.connect(lambda _n: self._show_table())
        self._set_up_rows()
        body = column(self._heading, self._hint, self._table, gap=SMALL_GAP)
        body.addSpacing(GAP)
        body.addLayout(self._grid)
        body.addSpacing(GAP)
        body.addWidget(self._rows)
        self.setLayout(body)

    def _arrange(self) -> None:
        """Put the fields in two columns where the screen is wide enough, else in one."""
        names = max(name.sizeHint().width() for name in self._names.values())
        choices = max(choice.minimumSizeHint().width() for choice in self._fields.values())
        room = self.screen().availableSize().width() * 0.9 - 3 * MARGIN
        high = len(FIELDS) if 2 * (names + choices + 2 * GAP) > room else len(FIELDS) // 2 + 1
        for number, field in enumerate(FIELDS):
            side, line = divmod(number, high)
            self._grid.addWidget(self._names[field], line, 3 * side)
            self._grid.addWidget(self._fields[field], line, 3 * side + 1)
            self._grid.setColumnStretch(3 * side + 1, 1)
        self._grid.setColumnMinimumWidth(2, GAP)

    def _set_up_rows(self) -> None:
        rows = self._rows
        rows.setProperty("role", "field")
        rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        rows.setWordWrap(False)
        rows.setShowGrid(False)
        rows.setStyleSheet("QTableWidget::item { padding-left: 8px; }")
        rows.verticalHeader().hide()
        rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        rows.horizontalHeader().setStretchLastSection(True)
        rows.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    def _retranslate(self) -> None:
        names = {
            "title": self.tr("Title"),
            "text": self.tr("Text"),
            "published": self.tr("Date"),
            "author": self.tr("Author"),
            "outlet": self.tr("Outlet"),
            "url": self.tr("Web address"),
            "tags": self.tr("Tags"),
            "agency": self.tr("Agency"),
            "language": self.tr("Language"),
        }
        for field, name in names.items():
            self._names[field].setText(name)
            self._fields[field].setAccessibleName(self.tr("Column with: {name}").format(name=name))
        self._heading.setText(self.tr("Columns"))
        self._table.setAccessibleName(self.tr("Table"))
        self._rows.setAccessibleName(self.tr("The first rows as they will come in"))
        self._arrange()
        self._offer_tables()
        self._show_table()

    def _offer_tables(self) -> None:
        files: dict[tuple[str, ...], list[Path]] = {}
        for one in self._tables:
            files.setdefault(one.look.columns, []).append(one.path)
        self._table.offer([(self._named(paths), _key(columns)) for columns, paths in files.items()])
        self._table.setVisible(len(files) > 1)

    def _named(self, paths: Sequence[Path]) -> str:
        if len(paths) == 1:
            return paths[0].name
        return self.tr("{name} and %n more", "", len(paths) - 1).format(name=paths[0].name)

    def _current(self) -> TableFound | None:
        wanted = self._table.currentData()
        return next((one for one in self._tables if _key(one.look.columns) == wanted), None)

    def _taken(self, table: TableFound) -> Mapping[str, str]:
        return self._chosen.get(table.look.columns, table.look.guess)

    def _show_table(self) -> None:
        table = self._current()
        self.setEnabled(table is not None)
        if table is None:
            return
        taken = self._taken(table)
        none = self.tr("(none)")
        columns = [(_short(name), name) for name in table.look.columns]
        for field, choice in self._fields.items():
            blocked = choice.blockSignals(True)
            choice.offer([(none, ""), *columns])
            choice.choose(taken.get(field, ""))
            choice.blockSignals(blocked)
        self._hint.setText(
            self.tr("The rest of the columns is left out and named in the report.")
            if taken.get("text")
            else self.tr("Choose the column that has the text of the articles.")
        )
        self._show_rows(table, taken)

    def _show_rows(self, table: TableFound, taken: Mapping[str, str]) -> None:
        shown = [(field, taken[field]) for field in FIELDS if taken.get(field)]
        rows, place = self._rows, table.look.columns.index
        rows.setColumnCount(len(shown))
        rows.setRowCount(len(table.look.rows))
        rows.setHorizontalHeaderLabels([self._names[field].text() for field, _ in shown])
        for column_number, (_, name) in enumerate(shown):
            for row_number, cells in enumerate(table.look.rows):
                text = " ".join(cells[place(name)].split())
                rows.setItem(row_number, column_number, QTableWidgetItem(text))
        line = self.fontMetrics().lineSpacing()
        wide = self.fontMetrics().averageCharWidth()
        for column_number, (field, _) in enumerate(shown):
            rows.setColumnWidth(column_number, wide * (26 if field in ("title", "text") else 16))
        for row_number in range(rows.rowCount()):
            rows.setRowHeight(row_number, line + 8)
        bar = rows.horizontalScrollBar().sizeHint().height()
        head = rows.horizontalHeader().sizeHint().height()
        rows.setFixedHeight(head + rows.rowCount() * (line + 8) + bar + 4)
        rows.setVisible(bool(shown and table.look.rows))

    def _on_choice(self, field: str) -> None:
        table = self._current()
        if table is None:
            return
        taken = {name: self._fields[name].currentData() or "" for name in FIELDS}
        wanted = taken[field]
        for other in FIELDS:  # one column is one part of an article
            if other != field and wanted and taken[other] == wanted:
                taken[other] = ""
        self._chosen[table.look.columns] = taken
        self._show_table()
        self.changed.emit()


def _key(columns: Sequence[str]) -> str:
    return "\x1f".join(columns)


def _short(name: str) -> str:
    """Return a column's name for a list, of which some are as long as a text."""
    plain = " ".join(name.split()) or "—"
    return plain if len(plain) <= _LONGEST_NAME else f"{plain[: _LONGEST_NAME - 1]}…"
