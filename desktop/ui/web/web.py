"""The window's door to the web: everything that may end in a request goes through here."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.core.web_address import in_text
from desktop.ui.context import Context
from desktop.ui.web.add_dialog import AddFromWeb


class Web(QObject):
    """Offers addresses to be added; nothing is fetched before the user presses the button.

    `article_wanted(id)` asks the window to open an article.
    """

    article_wanted = Signal(int)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def ask(self, addresses: Sequence[str] = ()) -> AddFromWeb:
        """Show the dialog with *addresses* in it."""
        dialog = self._window.findChild(AddFromWeb)
        if dialog is None:
            dialog = AddFromWeb(self._context, self._window)
            dialog.article_wanted.connect(self.article_wanted)
        dialog.offer(addresses)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def paste(self) -> None:
        """Offer the addresses on the clipboard."""
        found = in_text(QGuiApplication.clipboard().text())
        if found:
            self.ask(found)
        else:
            self._context.tell(self.tr("There is no address of a web page to paste."), "info")
