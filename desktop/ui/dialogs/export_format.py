"""The choice of a format with what belongs to it: a text template, the form of a table."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.formats import registry
from desktop.formats.exporters.csv_annotations import CsvAnnotations
from desktop.formats.exporters.text_template import TemplateExporter
from desktop.formats.registry import AnyExporter
from desktop.formats.text_templates.template import TextTemplate
from desktop.operations import templates
from desktop.operations.exporters import exporters
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs.csv_options import CsvOptions
from desktop.ui.dialogs.parts import (
    SMALL_GAP,
    Choice,
    button,
    column,
    form,
    label,
    row,
)
from desktop.ui.pdf import PdfExporter, print_font
from desktop.ui.templates.live_preview import Pick
from desktop.ui.templates.shelf import templates_folder

TEMPLATE = QT_TRANSLATE_NOOP("Formats", "Text, by a template")
_BY_TEMPLATE = "template"


class FormatField(QWidget):
    """`changed()` when another file would be written; *pick* reads articles to try templates on.

    `csv` has the form of tables and is shown with CSV alone: put it where there is room.
    """

    changed = Signal()

    def __init__(self, context: Context, pick: Callable[[], Pick]) -> None:
        super().__init__()
        self._context = context
        self._pick = pick
        self._pdf = PdfExporter(print_font(context.theme))
        self.csv = CsvOptions(context.theme, context.settings)
        self._name, self._template_name = label(wrap=False), label(wrap=False)
        self._format, self._template = Choice(context.theme), Choice(context.theme)
        self._format.setObjectName("exportFormat")
        self._template.setObjectName("exportTemplate")
        self._template.narrow(12)
        self._edit = button(role="link")
        self._loss = label("muted")
        self._templates = QWidget()
        self._lay_out()
        self._retranslate()
        self.offer_templates(context.settings.get("export_template"))
        self._format.currentIndexChanged.connect(self._on_format)
        self._template.currentIndexChanged.connect(self._on_format)
        self._edit.clicked.connect(self.edit_templates)
        self.csv.changed.connect(self.changed)

    @property
    def exporter(self) -> AnyExporter:
        """The chosen format, in the chosen form."""
        chosen = self._format.currentData()
        if chosen == _BY_TEMPLATE:
            return templates.exporter(self._template.currentData())
        return CsvAnnotations(self.csv.form) if isinstance(chosen, CsvAnnotations) else chosen

    @property
    def usable(self) -> bool:
        """Whether there is anything to write."""
        return self.csv.usable or not isinstance(self._format.currentData(), CsvAnnotations)

    def choose_template(self, template: TextTemplate) -> None:
        """Choose the form of a template."""
        self.offer_templates(template.name)
        self._format.choose(_BY_TEMPLATE)
        self._on_format()

    def offer_templates(self, name: str) -> None:
        """Offer the templates that there are now, with the one called *name* chosen."""
        known = templates.all_templates(templates_folder(self._context))
        self._template.offer([(texts.template_name(one), one) for one in known])
        self._template.choose(next((one for one in known if one.name == name), known[0]))

    def edit_templates(self) -> None:
        """Open the templates; one that is to be used is chosen."""
        from desktop.ui.templates.dialog import TemplatesDialog

        name = self._template.currentData().name
        dialog = TemplatesDialog(self._context, self._pick(), self.window(), name=name)

        def on_closed(result: int) -> None:
            if result == QDialog.DialogCode.Accepted:
                self.choose_template(dialog.chosen)
            else:
                self.offer_templates(name)
                self._on_format()

        dialog.finished.connect(on_closed)
        dialog.open()

    def keep(self, written: AnyExporter) -> None:
        """Remember what was used, for the next time."""
        if isinstance(written, CsvAnnotations):
            self.csv.keep()
        if isinstance(written, TemplateExporter):
            self._context.settings.set("export_template", written.template.name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        line = row(self._template, self._edit)
        line.setStretch(0, 1)
        self._templates.setLayout(line)
        self._form = form([(self._name, self._format), (self._template_name, self._templates)])
        self._template_name.setBuddy(self._template)
        self.setLayout(column(self._form, self._loss, gap=SMALL_GAP))

    def _on_format(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        """Say what the format leaves out; ask for the form of values where it has a choice."""
        chosen = self._format.currentData()
        by_template = chosen == _BY_TEMPLATE
        self._form.setRowVisible(self._templates, by_template)
        self.csv.setVisible(isinstance(chosen, CsvAnnotations))
        losses = (TemplateExporter.leaves_out,) if by_template else registry.losses(chosen)
        self._loss.setText(texts.loss_text(losses))

    def _retranslate(self) -> None:
        known = [(texts.format_name(one.name), one) for one in (*exporters(), self._pdf)]
        self._format.offer([*known, (texts.format_name(TEMPLATE), _BY_TEMPLATE)])
        self._name.setText(self.tr("Format"))
        self._format.setAccessibleName(self.tr("Format"))
        self._template_name.setText(self.tr("Template"))
        self._template.setAccessibleName(self.tr("Template"))
        self._edit.setText(self.tr("Edit templates…"))
        if self._template.count():
            self.offer_templates(self._template.currentData().name)
        self._show()
