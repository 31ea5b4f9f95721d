"""The window's way to what goes out: the export dialog, and the templates for text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from desktop.core.portable import PortableArticle
from desktop.formats.text_templates.template import TextTemplate
from desktop.library.connection import Reader
from desktop.operations.selection import Selection
from desktop.operations.templates import preview_selection
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.notebook.page import NotebookPage
from desktop.ui.templates.dialog import TemplatesDialog

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


class Exporting(QObject):
    """Made when it is used first: a start loads nothing of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def show(self, template: TextTemplate | None = None) -> None:
        """Ask what to export and where to; in the form of *template*, if there is one."""
        window = self._window
        article = window.reader.article
        dialog = ExportDialog(
            window.context,
            current=article.id if article else None,
            selected=window.list.selected_ids(),
            results=window.list.result_ids(),
            searching=window.list.searching,
            listed=self._listed(),
            parent=window,
        )
        if template:
            dialog.format.choose_template(template)
        dialog.exec()

    def show_templates(self) -> None:
        """Open the templates; one that is to be used is exported with."""
        article = self._window.reader.article
        ids = [article.id] if article else None

        def pick(reader: Reader) -> tuple[PortableArticle, ...]:
            return preview_selection(reader, Selection(articles=ids))

        name = self._window.context.settings.get("export_template")
        dialog = TemplatesDialog(self._window.context, pick, self._window, name=name)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.show(dialog.chosen)

    def _listed(self) -> Sequence[int]:
        page = self._window.findChild(NotebookPage)
        return page.model.entries if page else ()
