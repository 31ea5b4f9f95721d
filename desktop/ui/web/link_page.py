"""Help: how a page gets from the browser into Glosa with one click."""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QProcess, QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from desktop.core.errors import UserError
from desktop.core.glosa_link import BOOKMARKLET
from desktop.operations.export import write_whole
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import ErrorLine, button, buttons, column, fact, hairline, label, row
from desktop.ui.key_words import key_of

FILE = "glosa-link.desktop"
_ESCAPED = str.maketrans({c: f"\\{c}" for c in '"`$\\'})


class LinkPage(QDialog):
    """The bookmark to make, and, on Linux, a button that lets `glosa:` links come here."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("linkPage")
        self._context = context
        self._first, self._first_text = label("heading"), label()
        self.code, self._copy = fact("bookmarklet"), button()
        self._second, self._second_text = label("heading"), label()
        self.register, self._said, self._error = button(), label("muted"), ErrorLine()
        self._close = button()
        self._lay_out()
        self._retranslate()
        fit(self, characters=72)

    def register_in(self, folder: Path) -> None:
        """Write the file that tells the desktop about `glosa:` links into *folder*."""
        folder.mkdir(parents=True, exist_ok=True)
        data = desktop_file(sys.executable, _program()).encode()
        write_whole(folder / FILE, data, library=self._context.library.path)
        self._said.setText(self.tr("Done. Try the bookmark in your browser."))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.code.setText(BOOKMARKLET)
        self.code.setCursorPosition(0)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(BOOKMARKLET))
        self._close.clicked.connect(self.accept)
        self.register.clicked.connect(self._on_register)
        self.register.setVisible(sys.platform.startswith("linux"))
        line = row(self.code, self._copy)
        line.setStretch(0, 1)
        verbs = row(self.register)
        verbs.addStretch(1)
        body = column(
            column(self._first, self._first_text, line),
            hairline(),
            column(self._second, self._second_text, verbs, self._said, self._error),
            gap=16,
        )
        body.addStretch(1)
        lay_out(self, body, buttons([], [self._close]))

    def _on_register(self) -> None:
        place = QStandardPaths.StandardLocation.ApplicationsLocation
        try:
            self.register_in(Path(QStandardPaths.writableLocation(place)))
        except OSError as error:
            self._error.tell(error.strerror or str(error))
            return
        except UserError as error:
            self._error.tell(texts.error_text(error))
            return
        QProcess.startDetached("xdg-mime", ["default", FILE, "x-scheme-handler/glosa"])

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("From the browser"))
        self._first.setText(self.tr("A bookmark that sends the page to Glosa"))
        self._first_text.setText(
            self.tr(
                "Make a new bookmark in your browser, call it “To Glosa”, and paste this line in "
                "place of an address. A click on it offers the open page to Glosa, which fetches "
                "it when you say so."
            )
        )
        self._copy.setText(self.tr("Copy"))
        self.code.setAccessibleName(self.tr("Address of the bookmark"))
        self._second.setText(self.tr("Links that begin with glosa:"))
        self._second_text.setText(self._about_links())
        self.register.setText(self.tr("Open glosa: links with Glosa"))
        self._close.setText(self.tr("Close"))

    def _about_links(self) -> str:
        if self.register.isVisibleTo(self):
            return self.tr(
                "So that the bookmark finds Glosa, this computer must know who opens such links."
            )
        return self.tr(
            "Here the system decides who opens such links. Where it does not know Glosa, copy the "
            "address and paste it in the list ({key})."
        ).format(key=key_of(self._context.settings, "library.paste"))


def desktop_file(python: str, program: str) -> str:
    """Return a desktop entry that hands `glosa:` links to *program*."""
    command = " ".join(f'"{part.translate(_ESCAPED)}"'.replace("%", "%%") for part in
                       (python, program))  # fmt: skip
    return (
        "[Desktop Entry]\nType=Application\nName=Glosa\nNoDisplay=true\n"
        f"Exec={command} %u\nMimeType=x-scheme-handler/glosa;\n"
    )


def _program() -> str:
    """Return what was started: `main.py` or the installed command."""
    return str(Path(sys.argv[0]).resolve())
