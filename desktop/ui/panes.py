"""The three panes beside each other: how wide, which folded away, which has the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

WIDTH = 1280  # of a window at first
_LIST, _MARGIN = 340, 320
_TIGHT = 600  # for three panes, in pixels at a text scale of 1
_TIGHT_LIST = 0.4  # of the width, beside the reader alone


class Panes(QObject):
    """Lays list, *middle* and margin out in *splitter*; settings keep what the user changes."""

    def __init__(self, window: MainWindow, splitter: QSplitter, middle: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._context = window.context
        self._splitter = splitter
        self._moved = self._tight = self._margin_waits = False
        self._lay_out(middle)

    def go_to(self, step: int) -> None:
        """Give the keyboard to the next pane that is shown."""
        if self._window.notebook.on:
            self._window.notebook.page().go_to_part(step)
            return
        panes: tuple[tuple[QWidget, Callable[[], None]], ...] = (
            (self._window.list, self.enter_list),
            *((pane, pane.take_focus) for pane in self._window.readers.panes),
            (self._window.sidebar, self._enter_sidebar),
        )
        shown = [(pane, enter) for pane, enter in panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        held = (n for n, (pane, _) in enumerate(shown) if focus and pane.isAncestorOf(focus))
        here = next(held, None)
        if shown:  # none while the notebook has the window
            shown[0 if here is None else (here + step) % len(shown)][1]()

    def toggle_list(self) -> None:
        """Fold the list away, or back."""
        self._window.list.setVisible(not self._window.list.isVisible())
        self._window.state.refresh()

    def toggle_sidebar(self) -> None:
        """Fold the margin away, or back."""
        self._window.sidebar.setVisible(not self._window.sidebar.isVisible())
        self._window.state.refresh()

    def focus_search(self) -> None:
        """Show the list and search."""
        self._window.list.show()
        self._window.list.focus_search()

    def save_search(self) -> None:
        """Keep the search that narrows the list."""
        self._window.list.show()
        self._window.list.save_search()

    def focus_filter(self) -> None:
        """Show the margin and filter its highlights."""
        self._window.sidebar.show()
        self._window.sidebar.focus_filter()

    def focus_article_tags(self) -> None:
        """Tag the open article."""
        self._window.sidebar.show()
        self._window.sidebar.focus_article_tags()

    def focus_article_note(self) -> None:
        """Write on the open article."""
        self._window.sidebar.show()
        self._window.sidebar.focus_article_note()

    def show_similar(self) -> None:
        """Show the margin and, in it, the articles like the open one."""
        self._window.sidebar.show()
        self._window.sidebar.similar.unfold()

    def enter_list(self) -> None:
        """Give the keyboard to the list, or to its search while nothing is listed."""
        if self._window.list.table.isVisible():
            self._window.list.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._window.list.focus_search()

    def fold_if_tight(self) -> None:
        """Fold the margin away while large texts leave no room for three panes; F8 shows it."""
        tight = self._window.width() < _TIGHT * self._context.theme.scale
        if tight and not self._tight:
            self._margin_waits = not self._window.sidebar.isHidden()
            self._window.sidebar.hide()
        elif self._tight and not tight and self._margin_waits:
            self._window.sidebar.show()
        self._tight = tight
        self._window.state.refresh()

    def restore(self) -> None:
        """Show the panes as they were kept."""
        kept = self._context.settings.geometry("panes")
        if isinstance(kept, QByteArray):
            self._moved = self._splitter.restoreState(kept)
        folded = str(self._context.settings.geometry("folded") or "").split()
        for name, pane in self._foldable():
            pane.setVisible(name not in folded)
        self.fold_if_tight()
        self.enter_list()

    def resized(self) -> None:
        """Fit the panes to the window's new width."""
        self.fold_if_tight()
        if not self._moved:
            self._share_width()

    def keep(self) -> None:
        """Keep how wide the panes are and which are folded away, not what hides them for now."""
        if self._window.focus_mode.on:
            return
        if self._moved:
            self._context.settings.keep_geometry("panes", self._splitter.saveState())
        folded = [name for name, pane in self._foldable() if pane.isHidden()]
        if self._tight and self._margin_waits and "sidebar" in folded:
            folded.remove("sidebar")
        if self._window.beside.folded and "list" in folded:
            folded.remove("list")
        self._context.settings.keep_geometry("folded", " ".join(folded))

    def _lay_out(self, middle: QWidget) -> None:
        window, splitter = self._window, self._splitter
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for pane, least in ((window.list, 240), (middle, 320), (window.sidebar, 240)):
            pane.setMinimumWidth(least)
            splitter.addWidget(pane)
        splitter.setStretchFactor(1, 1)
        splitter.splitterMoved.connect(self._on_moved)

    def _share_width(self) -> None:
        """Give the panes their shares of the window, until the user moves one."""
        width = self._window.width()
        sides = [round(min(most, width * most / WIDTH)) for most in (_LIST, _MARGIN)]
        if self._tight:
            sides[0] = round(width * _TIGHT_LIST)
        self._splitter.setSizes([sides[0], width - sum(sides), sides[1]])

    def _on_moved(self) -> None:
        self._moved = True

    def _enter_sidebar(self) -> None:
        if self._window.sidebar.cards.isVisible():
            self._window.sidebar.cards.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._window.sidebar.focus_article_tags()

    def _foldable(self) -> tuple[tuple[str, QWidget], ...]:
        return ("list", self._window.list), ("sidebar", self._window.sidebar)
