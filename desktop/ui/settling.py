"""The window's way to settle what several people marked in different ways."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.context import Context
from desktop.ui.settle.dialog import SettleDialog


class Settling(QObject):
    """Keeps one `SettleDialog` beside the window; it closes with the window.

    `place_wanted(article id, code point)` asks the window to show a place.
    """

    place_wanted = Signal(int, int)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        window.installEventFilter(self)

    def show(self, article_ids: Sequence[int]) -> SettleDialog:
        """Show the differences in *article_ids*, anew if they were shown."""
        for older in self._dialogs():
            older.close()
        dialog = SettleDialog(self._context, article_ids, self._window)
        dialog.place_wanted.connect(self.place_wanted)
        dialog.show()
        return dialog

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Close:
            for dialog in self._dialogs():
                dialog.close()
        return super().eventFilter(watched, event)

    def _dialogs(self) -> list[SettleDialog]:
        return self._window.findChildren(SettleDialog)
