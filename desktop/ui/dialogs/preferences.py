"""Preferences: each one takes effect as it is changed, so there is nothing to confirm."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QWidget,
)

from desktop.ui.context import Context
from desktop.ui.dialogs.backup_plan import BackupPlanBox
from desktop.ui.dialogs.number_field import NumberField
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    SMALL_GAP,
    Choice,
    button,
    buttons,
    column,
    form,
    hairline,
    label,
    row,
    text_field,
)
from desktop.ui.dialogs.preview import ReadingPreview
from desktop.ui.dialogs.watched_folders import WatchedFolders
from desktop.ui.library_pane import search_history
from desktop.ui.settings import DEFAULTS

SCALES = (100, 110, 125, 150, 175, 200)
RESTORED = ("language", "theme", "text_scale", "reader_font", "reader_size", "reader_leading",
            "reader_measure", "reader_even")  # fmt: skip


class PreferencesDialog(QDialog):
    """Language, looks, reading, and the name that new highlights carry."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self._context = context
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show_values()
        self._fit()

    def restore(self) -> None:
        """Set all but the name back to what a new library has."""
        for name in RESTORED:
            self._context.settings.set(name, DEFAULTS[name])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._fit()
        super().changeEvent(event)

    def _make_widgets(self) -> None:
        theme = self._context.theme
        self._choices = {name: Choice(theme) for name in ("language", "theme", "text_scale")}
        self._choices["reader_font"] = Choice(theme)
        self._choices["reader_even"] = Choice(theme)
        self._numbers = {
            "reader_size": NumberField(theme, 12, 32, 1),
            "reader_leading": NumberField(theme, 120, 220, 5),
            "reader_measure": NumberField(theme, 45, 90, 1),
        }
        self._name = text_field("coderName")
        self._name.setMaxLength(80)
        self._fields = {**self._choices, **self._numbers, "coder_name": self._name}
        self._labels = {name: label(wrap=False) for name in self._fields}
        self._headings = [label("heading") for _ in range(5)]
        self._backups = BackupPlanBox(self._context)
        self._watched = WatchedFolders(self._context)
        self._hint = label("muted")
        self._forget = button()
        self._preview = ReadingPreview(self._context)
        self._restore, self._close = button(), button()

    def _lay_out(self) -> None:
        window = self._form("language", "theme", "text_scale")
        reading = self._form(*(name for name in self._fields if name.startswith("reader_")))
        for layout in (window, reading):
            layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        body = column(
            column(self._headings[0], window),
            hairline(),
            column(self._headings[1], reading, SMALL_GAP, self._preview),
            hairline(),
            column(
                self._headings[2],
                self._form("coder_name"),
                self._hint,
                SMALL_GAP,
                _at_start(self._forget),
            ),
            hairline(),
            column(self._headings[3], self._watched),
            hairline(),
            column(self._headings[4], self._backups),
            gap=16,
        )
        body.addStretch(1)
        lay_out(self, body, buttons([self._restore], [self._close]))

    def _form(self, *names: str) -> QFormLayout:
        return form([(self._labels[name], self._fields[name]) for name in names])

    def _connect(self) -> None:
        settings = self._context.settings
        for name, choice in self._choices.items():
            choice.currentIndexChanged.connect(lambda _index, name=name: self._on_choice(name))
        for name, number in self._numbers.items():
            number.changed.connect(lambda value, name=name: settings.set(name, value))
        self._name.textEdited.connect(lambda text: settings.set("coder_name", text.strip()))
        settings.changed.connect(self._show_values)
        self._context.theme.changed.connect(self._fit)
        self._restore.clicked.connect(self.restore)
        self._close.clicked.connect(self.accept)
        self._forget.clicked.connect(lambda: search_history.forget(settings))

    def _on_choice(self, name: str) -> None:
        self._context.settings.set(name, self._choices[name].currentData())

    def _show_values(self) -> None:
        settings = self._context.settings
        self._forget.setEnabled(bool(search_history.recent(settings)))
        for name, field in (*self._choices.items(), *self._numbers.items()):
            blocked = field.blockSignals(True)
            value = settings.get(name)
            if name == "text_scale":
                value = min(SCALES, key=lambda scale: abs(scale - settings.get("text_scale")))
            field.choose(value) if isinstance(field, Choice) else field.set_value(value)
            field.blockSignals(blocked)
        if self._name.text().strip() != settings.get("coder_name"):
            self._name.setText(settings.get("coder_name"))

    def _fit(self) -> None:
        fields = (*self._choices.values(), *self._numbers.values())
        width = max(field.sizeHint().width() for field in fields)
        for field in fields:
            field.setFixedWidth(width)
        labels = max(one.sizeHint().width() for one in self._labels.values())
        for one in self._labels.values():
            one.setMinimumWidth(labels)
        fit(self, characters=72)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Preferences"))
        headings = (
            self.tr("Window"),
            self.tr("Reading"),
            self.tr("You"),
            self.tr("Watched folders"),
            self.tr("Backups"),
        )
        for heading, text in zip(self._headings, headings, strict=True):
            heading.setText(text)
        for name, text in self._names().items():
            self._labels[name].setText(text)
            self._fields[name].setAccessibleName(text)
        self._offer()
        for (name, number), unit in zip(self._numbers.items(), self._units(), strict=True):
            number.name(self._labels[name].text(), unit)
        self._hint.setText(
            self.tr(
                "Each new highlight carries this name, so that several people's work can be told "
                "apart. It leaves this computer only in files that you export."
            )
        )
        self._name.setPlaceholderText(self.tr("No name"))
        self._preview.set_text(self._sample())
        self._preview.setAccessibleName(self.tr("How a paragraph looks in the reader"))
        self._forget.setText(self.tr("Forget recent searches"))
        self._restore.setText(self.tr("Restore defaults"))
        self._close.setText(self.tr("Close"))

    def _names(self) -> dict[str, str]:
        return {
            "language": self.tr("Language"),
            "theme": self.tr("Theme"),
            "text_scale": self.tr("Text size"),
            "reader_font": self.tr("Font"),
            "reader_size": self.tr("Letter size"),
            "reader_leading": self.tr("Line height"),
            "reader_measure": self.tr("Line length"),
            "reader_even": self.tr("Line ends"),
            "coder_name": self.tr("Your name"),
        }

    def _units(self) -> tuple[str, str, str]:
        return (self.tr("px"), "%", self.tr("characters"))

    def _offer(self) -> None:
        system = self.tr("As the system")
        self._choices["language"].offer([(system, ""), ("English", "en"), ("Polski", "pl")])
        themes = (
            (self.tr("Follow the system"), "system"),
            (self.tr("Light"), "light"),
            (self.tr("Sepia"), "sepia"),
            (self.tr("Dark"), "dark"),
            (self.tr("High contrast"), "contrast"),
        )
        self._choices["theme"].offer(themes)
        self._choices["text_scale"].offer([(f"{scale} %", scale) for scale in SCALES])
        fonts = ((self.tr("Serif (Literata)"), "serif"), (self.tr("Sans, as the system"), "sans"))
        self._choices["reader_font"].offer(fonts)
        ends = ((self.tr("Ragged"), False), (self.tr("Even, with hyphens"), True))
        self._choices["reader_even"].offer(ends)

    def _sample(self) -> str:
        return self.tr(
            "It was past midnight when the editor called again. The mayor had denied everything "
            "in the morning, she said, and by noon he had confirmed half of it. What he had said "
            "in between stood in nobody's notes, and that was the half they needed."
        )


def _at_start(widget: QWidget) -> QHBoxLayout:
    """Return a row in which *widget* is no wider than it needs to be."""
    line = row(widget)
    line.addStretch(1)
    return line
