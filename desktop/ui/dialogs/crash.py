"""What a person sees when the program has a fault: plain words, nothing lost, a report at hand.

It needs nothing of the program but Qt, since what it needs might be what is broken.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    SMALL_GAP,
    button,
    buttons,
    column,
    fact,
    label,
)

COPIED_MS = 2_000


class CrashDialog(QDialog):
    """Accepted (or closed) to go on; `quit_chosen` when the user would rather leave."""

    quit_chosen = Signal()

    def __init__(self, report: str, log_file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crashDialog")
        self._report = report
        self._log_file = log_file
        self._what, self._comfort, self._where = label("heading"), label(), label("muted")
        self._details = button(role="link")
        self._details.setCheckable(True)
        self._text = QPlainTextEdit(report, readOnly=True)
        self._copy, self._quit, self._go_on = button(), button(), button()
        self._lay_out()
        self._retranslate()
        fit(self, characters=64)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._report)
        self._copy.setText(self.tr("Copied"))
        QTimer.singleShot(COPIED_MS, self, self._retranslate)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(self.font().pointSizeF())
        self._text.setFont(fixed)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setMinimumHeight(10 * self.fontMetrics().lineSpacing())
        self._text.hide()
        self._file = fact("logFile")
        self._file.setText(str(self._log_file))
        self._file.setCursorPosition(0)
        body = column(self._what, self._comfort, SMALL_GAP, self._where, self._file, gap=SMALL_GAP)
        body.addLayout(column(self._details, self._text, gap=SMALL_GAP), 1)
        body.setAlignment(self._details, Qt.AlignmentFlag.AlignLeft)
        self._details.toggled.connect(self._on_details)
        self._copy.clicked.connect(self.copy)
        self._quit.clicked.connect(self._on_quit)
        self._go_on.clicked.connect(self.accept)
        foot = buttons([self._copy], [self._go_on, self._quit], role="primary")
        lay_out(self, body, foot)
        self._go_on.setFocus()

    def _retranslate(self) -> None:
        self.setWindowTitle("Glosa")
        self._what.setText(self.tr("Something went wrong"))
        self._comfort.setText(
            self.tr(
                "This is a fault of the program, not yours. Your articles, highlights and notes "
                "are saved. You can go on; if things look odd, quit and start Glosa again."
            )
        )
        self._where.setText(
            self.tr("A report lies in this file. Please send it with a word on what you did:")
        )
        self._file.setAccessibleName(self.tr("File with the report"))
        self._details.setText(self.tr("Show details"))
        if self._details.isChecked():
            self._details.setText(self.tr("Hide details"))
        self._text.setAccessibleName(self.tr("Details of the fault"))
        self._copy.setText(self.tr("Copy report"))
        self._go_on.setText(self.tr("Continue"))
        self._quit.setText(self.tr("Quit"))

    def _on_details(self, on: bool) -> None:
        self._text.setVisible(on)
        self._retranslate()

    def _on_quit(self) -> None:
        self.quit_chosen.emit()
        self.reject()
