"""How a CSV file is to look: for which program, which columns in which order, how it is written."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from desktop.formats.exporters.csv_form import DEFAULT, DELIMITERS, PRESETS, CsvForm
from desktop.ui.dialogs.column_list import ColumnList
from desktop.ui.dialogs.csv_memory import keep_form, kept_form
from desktop.ui.dialogs.parts import SMALL_GAP, Choice, Disclosure, column, form, label
from desktop.ui.settings import Settings
from desktop.ui.theme import Theme


class CsvOptions(QWidget):
    """A preset, whether values are safe in spreadsheets, and unfolded: columns and the rest."""

    changed = Signal()

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._form = DEFAULT
        self._preset, self._delimiter = Choice(theme), Choice(theme)
        self._preset_name, self._delimiter_name = label(wrap=False), label(wrap=False)
        self._how, self._sentence = label("heading"), label("muted")
        self._values = QButtonGroup(self)
        self._safe, self._raw = QRadioButton(), QRadioButton()
        self._bom, self._per_tag = QCheckBox(), QCheckBox()
        self._columns = ColumnList(theme)
        self._more = QWidget()
        self._disclosure = Disclosure(theme, self._more)
        self._lay_out()
        self._connect()
        self._retranslate()
        self.form = kept_form(settings)

    @property
    def form(self) -> CsvForm:
        """What is chosen."""
        return self._form

    @form.setter
    def form(self, chosen: CsvForm) -> None:
        self._form = chosen
        self._show()
        self.changed.emit()

    @property
    def usable(self) -> bool:
        """Whether there is a column to write."""
        return bool(self._form.columns)

    def choose_raw(self, *, raw: bool) -> None:
        """Choose the form of values."""
        (self._raw if raw else self._safe).setChecked(True)

    def keep(self) -> None:
        """Remember what is chosen for the next time."""
        keep_form(self._settings, self._form)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._values.addButton(self._safe, 0)
        self._values.addButton(self._raw, 1)
        checks = column(self._bom, self._per_tag, gap=SMALL_GAP)
        fields = form([(self._delimiter_name, self._delimiter)])
        inner = column(self._columns, fields, checks)
        inner.setContentsMargins(20, 8, 0, 0)
        self._more.setLayout(inner)
        preset = form([(self._preset_name, self._preset)])
        values = column(self._how, preset, self._safe, self._raw, self._sentence, gap=SMALL_GAP)
        self.setLayout(column(values, column(self._disclosure, self._more, gap=SMALL_GAP)))

    def _connect(self) -> None:
        self._preset.activated.connect(self._on_preset)
        self._values.idToggled.connect(self._on_values)
        self._delimiter.activated.connect(
            lambda: self._change(delimiter=self._delimiter.currentData())
        )
        self._bom.toggled.connect(lambda on: self._change(bom=on))
        self._per_tag.toggled.connect(lambda on: self._change(per_tag=on))
        self._columns.changed.connect(self._on_columns)

    def _on_preset(self) -> None:
        if name := self._preset.currentData():
            self.form = PRESETS[name]

    def _on_values(self) -> None:
        self._change(guard=self._safe.isChecked())

    def _on_columns(self) -> None:
        names = dict(zip(self._form.columns, self._form.header, strict=True))
        chosen = self._columns.chosen
        header = tuple(names.get(one, one) for one in chosen)
        self._change(columns=chosen, names=() if header == chosen else header)

    def _change(self, **values: object) -> None:
        changed = replace(self._form, **values)  # pyright: ignore[reportArgumentType]
        if changed != self._form:
            self.form = changed

    def _show(self) -> None:
        """Show the form in all controls; none of them answers with a change."""
        chosen = self._form
        (self._safe if chosen.guard else self._raw).setChecked(True)
        self._bom.setChecked(chosen.bom)
        self._per_tag.setChecked(chosen.per_tag)
        self._delimiter.choose(chosen.delimiter)
        self._columns.show_columns(chosen.columns)
        known = next((name for name, one in PRESETS.items() if one == chosen), "")
        self._preset.choose(known)
        if not known:
            self._preset.setCurrentIndex(self._preset.count() - 1)
        self._show_sentence()

    def _show_sentence(self) -> None:
        safe = self.tr(
            "Every cell is quoted, and one that a spreadsheet would take for a formula begins with "
            "an apostrophe. Excel and LibreOffice show Polish letters right."
        )
        exact = self.tr(
            "Every value exactly as it is, also what looks like a formula. Do not open such a file "
            "in a spreadsheet when the texts come from strangers."
        )
        self._sentence.setText(safe if self._form.guard else exact)

    def _retranslate(self) -> None:
        self._how.setText(self.tr("Values"))
        self._preset_name.setText(self.tr("For"))
        self._preset.setAccessibleName(self.tr("For"))
        self._preset.offer(
            [
                (self.tr("Any program"), "glosa"),
                (self.tr("Excel in Polish (;)"), "excel-pl"),
                (self.tr("pandas and R"), "pandas"),
                ("Taguette", "taguette"),
                ("Readwise", "readwise"),
                (self.tr("Your own choice"), ""),
            ]
        )
        self._safe.setText(self.tr("Safe in spreadsheets (recommended)"))
        self._raw.setText(self.tr("Exact values, for programs"))
        self._disclosure.setText(self.tr("Columns and form"))
        self._delimiter_name.setText(self.tr("Columns are parted by"))
        self._delimiter.setAccessibleName(self.tr("Columns are parted by"))
        names = (self.tr("a comma ,"), self.tr("a semicolon ;"), self.tr("a tab"))
        self._delimiter.offer(list(zip(names, DELIMITERS.values(), strict=True)))
        self._bom.setText(self.tr("Byte-order mark, for Excel"))
        self._per_tag.setText(self.tr("A row for each tag"))
        self._show()
