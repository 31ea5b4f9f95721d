"""What this program is, in which versions, and where its data lies."""

import platform
import sqlite3
from importlib.metadata import version

import PySide6
from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from desktop import __version__
from desktop.ui import icons
from desktop.ui.context import Context
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    SMALL_GAP,
    button,
    buttons,
    column,
    fact,
    form,
    hairline,
    label,
    row,
)
from desktop.ui.plain import tool_tip

COPIED_MS = 2_000
ICON = 56


class AboutDialog(QDialog):
    """Everything that a report of a problem should say."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self._context = context
        self._name, self._what = label("heading"), label()
        self._values = {name: label() for name in self._facts()}
        self._folder = button()
        self._licences = label("muted")
        self._library = label("muted", wrap=False)
        self._copy, self._close = button(), button()
        self._lay_out()
        self._retranslate()
        context.theme.changed.connect(self._fit)
        self._fit()
        self._close.setFocus()

    @property
    def text(self) -> str:
        """The versions and the library's place, as they are copied."""
        lines = [
            f"Glosa {__version__}",
            *(f"{name} {value}" for name, value in self._facts().items()),
        ]
        return "\n".join([*lines, str(self._context.library.path)])

    def copy(self) -> None:
        """Put it on the clipboard."""
        QGuiApplication.clipboard().setText(self.text)
        self._copy.setText(self.tr("Copied"))
        QTimer.singleShot(COPIED_MS, self, self._name_copy)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _facts(self) -> dict[str, str]:
        return {
            "Python": platform.python_version(),
            "PySide6": PySide6.__version__,
            "SQLite": sqlite3.sqlite_version,
            "sqlite-utils": version("sqlite-utils"),
        }

    def _lay_out(self) -> None:
        picture = QLabel()
        picture.setPixmap(icons.application_icon().pixmap(ICON, ICON))
        title = row(gap=16)
        title.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        title.addLayout(column(self._name, self._what, gap=SMALL_GAP), 1)
        versions = form([self._version(name) for name in self._values], gap=SMALL_GAP)
        self._path = fact("libraryPath")
        self._path.setText(str(self._context.library.path))
        self._path.setCursorPosition(0)
        self._path.setToolTip(tool_tip(self._path.text()))
        place = column(self._library, self._path, gap=SMALL_GAP)
        body = column(title, hairline(), versions, hairline(), place, hairline(), self._licences)
        body.addStretch(1)
        self._folder.clicked.connect(self._on_folder)
        self._copy.clicked.connect(self.copy)
        self._close.clicked.connect(self.accept)
        lay_out(self, body, buttons([self._copy, self._folder], [self._close]))

    def _version(self, name: str) -> tuple[QLabel, QLabel]:
        title = label("muted", wrap=False)
        title.setText(name)
        self._values[name].setText(self._facts()[name])
        return title, self._values[name]

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("About Glosa"))
        self._name.setText(self.tr("Glosa {version}").format(version=__version__))
        self._what.setText(
            self.tr(
                "Read articles in comfort, mark what matters, and take the evidence out. "
                "Everything stays on this computer."
            )
        )
        self._library.setText(self.tr("Your library"))
        self._path.setAccessibleName(self._library.text())
        self._licences.setText(
            self.tr(
                "Glosa is free software under the MIT licence. It uses Qt for Python (LGPL 3), "
                "sqlite-utils (Apache 2.0), the typeface Literata (OFL 1.1) and the icons of "
                "Lucide (ISC)."
            )
        )
        self._folder.setText(self.tr("Open folder"))
        self._close.setText(self.tr("Close"))
        self._name_copy()

    def _name_copy(self) -> None:
        self._copy.setText(self.tr("Copy"))
        self._copy.setAccessibleDescription(self.tr("Copies the versions and the library's place"))

    def _fit(self) -> None:
        self._name.setFont(self._context.theme.font(size=1.4, bold=True))
        fit(self, characters=60)

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._context.library.path.parent)))
