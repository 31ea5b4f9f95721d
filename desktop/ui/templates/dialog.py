"""Write, try out and keep templates for text exports."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QLayout, QSplitter, QWidget

from desktop.core.errors import UserError
from desktop.formats.text_templates.template import TextTemplate
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    GAP,
    SMALL_GAP,
    ErrorLine,
    button,
    buttons,
    column,
    label,
    row,
    text_field,
)
from desktop.ui.templates.editor import CodeField, TemplateField
from desktop.ui.templates.field_tree import FieldTree
from desktop.ui.templates.live_preview import LivePreview, Pick
from desktop.ui.templates.shelf import Shelf
from desktop.ui.templates.template_list import TemplateList

_KEEP_MS = 1_000
_NEW = """{% for article in articles %}
{{ article.title }}

{% for highlight in article.highlights %}
„{{ highlight.quote }}”
{% if highlight.note %}
{{ highlight.note }}
{% endif %}

{% endfor %}
{% endfor %}
"""


class TemplatesDialog(QDialog):
    """What is typed is kept by itself. Accepted: export in the form of `chosen`."""

    def __init__(
        self, context: Context, pick: Pick, parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName("templatesDialog")
        self._context = context
        self._shelf = Shelf(context)
        self._gone: TextTemplate | None = None
        self._make_widgets()
        self._preview = LivePreview(context, pick, self)
        self._keeping = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show(next((one for one in self._shelf.all if one.name == name), self._shelf.all[0]))
        self._list.show_templates(self._shelf.all, self.chosen)
        fit(self, characters=136, lines=40)
        self._list.setFocus()

    @property
    def chosen(self) -> TextTemplate:
        """The template that is shown."""
        return self._shelf.current

    def copy(self) -> None:
        """Make a copy of the template and show that."""
        self._do(lambda: self._shelf.add(self.chosen))

    def new(self) -> None:
        """Make a small template to begin with."""
        made = TextTemplate(self.tr("My template"), ".txt", _NEW)
        if self._do(lambda: self._shelf.add(made)):
            self._name.setFocus()
            self._name.selectAll()

    def delete(self) -> None:
        """Delete the template; it can be put back while the window is open."""
        if not self.chosen.built_in:
            self._keep()
            self._gone = self._shelf.delete()
            self._list.show_templates(self._shelf.all, self.chosen)
            self._show(self.chosen)

    def undo_delete(self) -> None:
        """Put back what was deleted last."""
        gone, self._gone = self._gone, None
        if gone:
            self._do(lambda: self._shelf.add(gone))

    def take_in(self, path: Path) -> None:
        """Take in a template that someone handed on."""
        self._do(lambda: self._shelf.read(path))

    def hand_on(self, path: Path) -> None:
        """Write the template to a file."""
        self._keep()
        self._do(lambda: self._shelf.write(path))

    def done(self, result: int) -> None:
        """Close; what was typed is kept, or the window stays and says why it cannot be."""
        if self._keep() and self._rename():
            self._preview.stop()
            super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _make_widgets(self) -> None:
        theme = self._context.theme
        self._list = TemplateList(theme)
        self._new, self._copy, self._delete = button(), button(), button()
        self._undone, self._undo = label("muted"), button(role="link")
        self._name_of, self._ending_of = label(wrap=False), label(wrap=False)
        self._name, self._ending = text_field("templateName"), text_field("templateEnding")
        self._hint = label("muted")
        self._editor = TemplateField(theme)
        self._editor.setObjectName("templateText")
        self._fields_title = label("heading")
        self._fields = FieldTree(theme)
        self._preview_title = label("heading")
        self._shown = CodeField(theme, read_only=True)
        self._shown.setObjectName("templatePreview")
        self._error, self._wrong = ErrorLine(), ErrorLine()
        self._import, self._hand_on = button(), button()
        self._use, self._close = button(), button()

    def _lay_out(self) -> None:
        left = column(
            self._list, row(self._new, self._copy, self._delete), self._undone, self._undo
        )
        left.setStretch(0, 1)
        named = row(self._name_of, self._name, self._ending_of, self._ending)
        named.setStretch(1, 1)
        letters = self.fontMetrics().averageCharWidth()
        self._ending.setMaximumWidth(9 * letters)
        self._name.setMinimumWidth(16 * letters)
        for name, field in ((self._name_of, self._name), (self._ending_of, self._ending)):
            name.setBuddy(field)
        written = column(self._editor, self._wrong)
        written.setStretch(0, 1)
        fields = column(self._fields_title, self._fields, gap=SMALL_GAP)
        made = column(self._preview_title, self._shown, gap=SMALL_GAP)
        upper = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        upper.addWidget(_boxed(written, below=GAP))
        upper.addWidget(_boxed(fields, above=GAP))
        upper.setSizes([300, 220])
        middle = column(named, self._error, self._hint, upper)
        middle.setStretch(3, 1)
        whole = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        whole.addWidget(_boxed(left, right=GAP))
        whole.addWidget(_boxed(middle, left=GAP, right=GAP))
        whole.addWidget(_boxed(made, left=GAP))
        for number, wide in enumerate((0, 5, 4)):
            whole.setStretchFactor(number, wide)
        lines = self.fontMetrics().lineSpacing()
        self._editor.setMinimumHeight(6 * lines)
        self._fields.setMinimumHeight(4 * lines)
        self._shown.setMinimumWidth(24 * letters)
        body = column(whole)
        body.setStretch(0, 1)
        foot = buttons([self._import, self._hand_on], [self._use, self._close], role="primary")
        lay_out(self, body, foot)

    def _connect(self) -> None:
        self._list.chosen.connect(self._on_chosen)
        self._list.deleting.connect(self.delete)
        self._new.clicked.connect(self.new)
        self._copy.clicked.connect(self.copy)
        self._delete.clicked.connect(self.delete)
        self._undo.clicked.connect(self.undo_delete)
        self._name.editingFinished.connect(self._rename)
        self._ending.editingFinished.connect(self._rename)
        self._editor.textChanged.connect(self._on_typed)
        self._fields.chosen.connect(self._on_field)
        self._keeping.timeout.connect(self._keep)
        self._preview.shown.connect(self._on_preview)
        self._preview.failed.connect(self._on_failed)
        self._import.clicked.connect(self._choose_import)
        self._hand_on.clicked.connect(self._choose_export)
        self._use.clicked.connect(self.accept)
        self._close.clicked.connect(self.reject)

    def _show(self, template: TextTemplate) -> None:
        self._shelf.choose(template)
        own = not template.built_in
        blocked = self._editor.blockSignals(True)
        self._editor.setPlainText(template.source)
        self._editor.blockSignals(blocked)
        self._editor.setReadOnly(not own)
        self._editor.mark(0)
        self._name.setText(texts.template_name(template))
        self._name.setCursorPosition(0)
        self._ending.setText(template.text_suffix)
        for field in (self._name, self._ending):
            field.setReadOnly(not own)
        self._delete.setEnabled(own)
        self._hint.setVisible(not own)
        self._undone.setVisible(self._gone is not None)
        self._undo.setVisible(self._gone is not None)
        if self._gone:
            self._undone.setText(self.tr("“{name}” was deleted.").format(name=self._gone.name))
        self._error.tell("")
        self._wrong.tell("")
        self._preview.ask(template, soon=True)

    def _do(self, change: Callable[[], None]) -> bool:
        """Do *change* to the shelf and show what it leads to, or say why it cannot be."""
        if not self._keep():
            return False
        try:
            change()
        except UserError as error:
            self._error.tell(texts.error_text(error))
            return False
        self._list.show_templates(self._shelf.all, self.chosen)
        self._show(self.chosen)
        return True

    def _keep(self) -> bool:
        self._keeping.stop()
        try:
            self._shelf.keep()
        except UserError as error:
            self._error.tell(texts.error_text(error))
            return False
        return True

    def _rename(self) -> bool:
        template = self.chosen
        name, suffix = self._name.text(), self._ending.text().strip()
        if template.built_in or (name, suffix) == (template.name, template.text_suffix):
            return True
        if suffix and not suffix.startswith("."):
            suffix = f".{suffix}"
        return self._do(lambda: self._shelf.rename(name, suffix))

    def _on_chosen(self, template: TextTemplate) -> None:
        if self._keep():
            self._show(self._shelf.same(template))

    def _on_typed(self) -> None:
        self._shelf.type(self._editor.typed)
        self._keeping.start()
        self._preview.ask(self.chosen)

    def _on_field(self, text: str) -> None:
        if not self.chosen.built_in:
            self._editor.insert(text)

    def _on_preview(self, text: str) -> None:
        self._wrong.tell("")
        self._editor.mark(0)
        if self._preview.empty:
            text = self.tr("There are no articles to show a template on yet.")
        place = self._shown.verticalScrollBar().value()
        self._shown.setPlainText(text)
        self._shown.verticalScrollBar().setValue(place)

    def _on_failed(self, error: UserError) -> None:
        self._wrong.tell(texts.error_text(error))
        self._editor.mark(int(error.fields.get("line", 0)))

    def _choose_import(self) -> None:
        every = self.tr("All files")
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Import a template"),
            self._context.settings.get("last_folder"),
            f"{self.tr('Templates')} (*.jinja *.j2 *.txt *.md *.html);;{every} (*)",
        )
        if name:
            self.take_in(Path(name))

    def _choose_export(self) -> None:
        folder = self._context.settings.get("last_folder") or str(Path.home())
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the template as a file"),
            str(Path(folder) / self.chosen.file_name),
            f"{self.tr('Templates')} (*.jinja)",
        )
        if name:
            self.hand_on(Path(name))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Text templates"))
        self._new.setText(self.tr("New"))
        self._copy.setText(self.tr("Copy"))
        self._delete.setText(self.tr("Delete"))
        self._undo.setText(self.tr("Put it back"))
        self._name_of.setText(self.tr("Name"))
        self._name.setAccessibleName(self.tr("Name of the template"))
        self._ending_of.setText(self.tr("Ending"))
        self._ending.setAccessibleName(self.tr("How the files end that it makes"))
        self._hint.setText(self.tr("This one comes with Glosa. Make a copy to change it."))
        self._editor.setAccessibleName(self.tr("Text of the template"))
        self._fields_title.setText(self.tr("What it can name (Enter puts it in)"))
        self._preview_title.setText(self.tr("What it makes of the first articles"))
        self._shown.setAccessibleName(self._preview_title.text())
        self._import.setText(self.tr("Import…"))
        self._hand_on.setText(self.tr("Save as a file…"))
        self._use.setText(self.tr("Export with it"))
        self._close.setText(self.tr("Close"))
        self._list.show_templates(self._shelf.all, self.chosen)


def _boxed(
    layout: QLayout, *, left: int = 0, above: int = 0, right: int = 0, below: int = 0
) -> QWidget:
    box = QWidget()
    layout.setContentsMargins(left, above, right, below)
    box.setLayout(layout)
    return box
