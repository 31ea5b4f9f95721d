"""The only way out to the browser: a link is opened once the user has seen where it goes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.links import Target, target
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import SMALL_GAP, button, buttons, column, label


def open_link(
    context: Context,
    url: str,
    parent: QWidget,
    *,
    open_url: Callable[[QUrl], object] = QDesktopServices.openUrl,
) -> None:
    """Ask whether to open *url* in the browser (or mail program), and do so."""
    found = target(url)
    if found is None:
        context.tell(texts.error_text(_refused()), "warning")
        return
    if LinkDialog(found, parent).exec() == QDialog.DialogCode.Accepted:
        open_url(QUrl(found.url))


class LinkDialog(QDialog):
    """Shows the host and the whole address; accepted when it is to be opened."""

    def __init__(self, found: Target, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("linkDialog")
        self._found = found
        self._what, self._place = label(), label("heading")
        self._written, self._whole = label("muted"), label("muted")
        self._copy, self._open, self._cancel = button(), button(), button()
        self._lay_out()
        self._retranslate()
        fit(self, characters=56)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._place.setText(self._found.place)
        # A long address has no spaces to break it at.
        self._whole.setText("\u200b".join(self._found.shown))
        flags = Qt.TextInteractionFlag
        self._whole.setTextInteractionFlags(flags.TextSelectableByMouse)
        self._written.setVisible(bool(self._found.written))
        body = column(self._what, self._place, self._written, SMALL_GAP, self._whole, gap=SMALL_GAP)
        body.addStretch(1)
        self._copy.clicked.connect(self._on_copy)
        self._open.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        lay_out(self, body, buttons([self._copy], [self._open, self._cancel], role="primary"))
        self._cancel.setFocus()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Open a link"))
        mail = self._found.url.startswith("mailto:")
        self._what.setText(
            self.tr("Write a mail to this address?")
            if mail
            else self.tr("Open this page in your browser?")
        )
        self._written.setText(
            self.tr("Its name for computers: {name}").format(name=self._found.written)
        )
        self._whole.setAccessibleName(self.tr("Whole address"))
        self._copy.setText(self.tr("Copy address"))
        self._open.setText(self.tr("Open"))
        self._cancel.setText(self.tr("Cancel"))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._found.url)


def _refused() -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "This link was not opened: only addresses of web pages (http, https) and mail "
            "addresses are.",
        )
    )
