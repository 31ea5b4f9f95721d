"""What the View menu turns: how list, text and window are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.ui import people

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


class Switches(QObject):
    """Each turns one thing over; most are settings, which views follow by themselves."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def columns(self) -> None:
        """Show the list as a table with columns, or as two-line rows."""
        self._window.list.set_columns(not self._window.context.settings.get("list_columns"))
        self._window.state.refresh()

    def only_mine(self) -> None:
        """Hide the highlights of others, or show everyone's again."""
        settings = self._window.context.settings
        turn = people.show_everyone if people.only_mine(settings) else people.show_mine
        turn(settings)

    def sans(self) -> None:
        """Read with or without serifs."""
        serif = self._window.context.settings.get("reader_font") == "serif"
        self._window.context.settings.set("reader_font", "sans" if serif else "serif")

    def full_screen(self) -> None:
        """Fill the screen, or be a window again."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._window.state.refresh()

    def focus(self) -> None:
        """Show only the reader, or everything again."""
        self._window.focus_mode.toggle()
        self._window.state.refresh()

    def flip(self, setting: str) -> None:
        """Turn a setting that is on or off over."""
        self._window.context.settings.set(setting, not self._window.context.settings.get(setting))

    def resize_text(self, step: int) -> None:
        """Make the reader's text larger or smaller by a pixel."""
        size = self._window.context.settings.get("reader_size") + step
        self._window.context.settings.set("reader_size", min(max(size, 12), 40))
