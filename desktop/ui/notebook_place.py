"""The notebook's place in the window: it takes that of the panes, and gives it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow
    from desktop.ui.notebook.page import NotebookPage


class NotebookPlace(QObject):
    """`on` while the notebook is shown in *rows* instead of *panes*; made when first asked for."""

    def __init__(self, window: MainWindow, panes: QWidget, rows: QVBoxLayout) -> None:
        super().__init__(window)
        self._window = window
        self._panes = panes
        self._rows = rows

    @property
    def on(self) -> bool:
        """Whether the notebook is shown in place of the panes."""
        return self._panes.isHidden()

    def toggle(self) -> None:
        """Show every highlight of the library in place of the reader, or the reader again."""
        if self.on:
            self.leave()
        else:
            self._show().show_list()

    def show_statistics(self) -> None:
        """Show pictures of the library's highlights."""
        self._show().show_pictures()

    def leave(self) -> None:
        """Show the list, the reader and the margin again."""
        if self.on:
            self.page().hide()
            self._panes.show()
            self._window.reader.take_focus()
            self._window.state.refresh()

    def page(self) -> NotebookPage:
        """Return the notebook."""
        from desktop.ui.notebook.page import NotebookPage

        page = self._window.findChild(NotebookPage)
        if page is None:
            page = NotebookPage(self._window.context, self._rows.parentWidget())
            self._rows.insertWidget(0, page, 1)
            page.left.connect(self.leave)
            page.jumped.connect(self._open_highlight)
        return page

    def _show(self) -> NotebookPage:
        page = self.page()
        self._window.sidebar.flush()
        self._panes.hide()
        page.show()
        self._window.state.refresh()
        return page

    def _open_highlight(self, article_id: int, start: int, annotation_id: int) -> None:
        self._window.open_article(article_id, at=start)
        self._window.annotator.choose_when_there(annotation_id)
