"""Print the open article, or save it as PDF, with its highlights and notes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QFileDialog

from desktop.core.errors import UserError
from desktop.formats.file_names import safe_name
from desktop.library import annotations, articles
from desktop.library.articles import ArticleRow
from desktop.library.connection import Reader
from desktop.operations.export import write_whole
from desktop.ui import texts
from desktop.ui.pdf import LONGEST, page_layout, pdf, print_font
from desktop.ui.print_document import Printed, lay_out, paint
from desktop.ui.reader import picture_cache

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


class Printing(QObject):
    """Made when it is used first: a start loads nothing of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._context = window.context

    def choose_pdf(self) -> None:
        """Ask for a file name, then write the open article there."""
        row = self._printable()
        if row is None:
            return
        folder = self._context.settings.get("last_folder") or str(Path.home())
        name = str(Path(folder) / f"{safe_name(row.title)}.pdf")
        chooser = QFileDialog(self._window, self.tr("Save as PDF"), name)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter("PDF (*.pdf)")
        chooser.setDefaultSuffix("pdf")
        chooser.fileSelected.connect(lambda chosen: self.save_pdf(row.id, Path(chosen)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def save_pdf(self, article_id: int, target: Path) -> None:
        """Write an article to *target*, in a thread of its own."""
        font, library = print_font(self._context.theme), self._context.library

        def work() -> int:
            reader = library.reader()
            try:
                data, pages = pdf(_read(reader, article_id, font))
            finally:
                reader.close()
            write_whole(target, data, library=library.path)
            return pages

        def done(pages: int) -> None:
            said = self.tr("Saved as “{name}”: %n page(s).", "", pages)
            self._context.tell(said.format(name=target.name), "info")

        self._context.jobs.start(work, done, self._on_failed)

    def choose_printer(self) -> None:
        """Ask for a printer, then print the open article."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        row = self._printable()
        if row is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(row.title)
        printer.setPageLayout(page_layout())
        dialog = QPrintDialog(printer, self._window)
        dialog.finished.connect(dialog.deleteLater)  # it must not outlive its printer
        if dialog.exec() == QDialog.DialogCode.Accepted:
            paint(
                lay_out(_read(self._context.reader, row.id, print_font(self._context.theme))),
                printer,
                row.title,
            )

    def _printable(self) -> ArticleRow | None:
        """Return the open article, unless it is so long that setting it would never end."""
        if len(self._window.reader.text) <= LONGEST:
            return self._window.reader.article
        self._context.tell(self.tr("This text is too long to be printed."), "info")
        return None

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._context.tell(texts.error_text(error), "error")


def _read(reader: Reader, article_id: int, font: QFont) -> Printed:
    return Printed(
        articles.get(reader, article_id),
        articles.text(reader, article_id),
        articles.note(reader, article_id),
        annotations.of_article(reader, article_id),
        font,
        lambda picture, pixels: picture_cache.read(reader, picture.sha256, pixels),
    )
