"""The list of templates: one's own, and those that come with Glosa."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from desktop.formats.text_templates.template import TextTemplate
from desktop.ui import texts
from desktop.ui.controls.rows import as_list
from desktop.ui.theme import Theme

_TEMPLATE = Qt.ItemDataRole.UserRole


class TemplateList(QTreeWidget):
    """`chosen(TextTemplate)`; `deleting()` when the key for it is pressed."""

    chosen = Signal(object)
    deleting = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("templateList")
        self._theme = theme
        as_list(self)
        self.setIndentation(0)
        self.setMinimumWidth(26 * self.fontMetrics().averageCharWidth())
        self.currentItemChanged.connect(self._on_current)

    def show_templates(self, templates: Sequence[TextTemplate], current: TextTemplate) -> None:
        """Show *templates* with *current* chosen; says nothing of it."""
        blocked = self.blockSignals(True)
        self.setAccessibleName(self.tr("Templates"))
        self.clear()
        for title, built_in in ((self.tr("Your own"), False), (self.tr("With Glosa"), True)):
            some = [one for one in templates if one.built_in == built_in]
            if some:
                self._add(title, some, current)
        self.expandAll()
        self.blockSignals(blocked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self.deleting.emit()
        else:
            super().keyPressEvent(event)

    def _add(self, title: str, some: Sequence[TextTemplate], current: TextTemplate) -> None:
        group = QTreeWidgetItem(self, [title])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setFirstColumnSpanned(True)
        group.setFont(0, self._theme.font(bold=True))
        for one in some:
            name, ending = texts.template_name(one), one.text_suffix
            line = QTreeWidgetItem(group, [name, ending])
            line.setData(0, _TEMPLATE, one)
            line.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{name} {ending}")
            line.setForeground(1, QColor(self._theme.palette.muted))
            if one.file_name == current.file_name and one.built_in == current.built_in:
                self.setCurrentItem(line)

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item and item.data(0, _TEMPLATE):
            self.chosen.emit(item.data(0, _TEMPLATE))
