"""Edit the text of an article: saved as a new version, with the highlights carried along."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QMessageBox, QPlainTextEdit, QWidget

from desktop.core.article_edit import editable
from desktop.core.errors import UserError
from desktop.core.text_diff import LONGEST
from desktop.library import articles
from desktop.operations.versions import Carriage, edit_text
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    ErrorLine,
    button,
    buttons,
    column,
    label,
    while_there,
)

_LINES = 16


class EditTextDialog(QDialog):
    """Plain text, with an empty line between paragraphs. Closes when the version is stored."""

    LONGEST = LONGEST

    def __init__(self, context: Context, article_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editTextDialog")
        self._context = context
        self._row = articles.get(context.reader, article_id)
        self._saving = False
        self._heading, self._hint = label("heading"), label("muted")
        self.editor = QPlainTextEdit()
        self._error = ErrorLine()
        self._save, self._cancel = button(), button()
        self._lay_out()
        self._retranslate()
        text = articles.text(context.reader, article_id)
        self.editor.setPlainText(editable(text.text, text.blocks))
        self.editor.document().setModified(False)
        fit(self, characters=80, lines=34)
        self.editor.setFocus()

    @property
    def typed(self) -> str:
        """What the editor holds. (Its `toPlainText` would turn no-break spaces into spaces.)"""
        return self.editor.document().toRawText().replace("\u2029", "\n")

    def save(self) -> None:
        """Store the text as a new version; unchanged text just closes."""
        if self._saving:
            return
        if not self.editor.document().isModified():
            self.accept()
            return
        self._saving = True
        self._error.tell("")
        self._context.dispatch.do(
            edit_text,
            then=while_there(self, self._on_saved),
            article_id=self._row.id,
            typed=self.typed,
        )

    def reject(self) -> None:
        """Close; what was typed is not thrown away unasked, for undo could not bring it back."""
        if self.editor.document().isModified() and not self._saving:
            answer = self._ask()
            if answer == QMessageBox.StandardButton.Cancel:
                return
            if answer == QMessageBox.StandardButton.Save:
                self.save()
                return
        super().reject()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _ask(self) -> QMessageBox.StandardButton:
        kinds = QMessageBox.StandardButton
        box = QMessageBox(self)
        box.setObjectName("keepTyped")
        box.setWindowTitle(self.tr("Edit text"))
        box.setText(self.tr("Save what you changed in the text?"))
        box.setStandardButtons(kinds.Save | kinds.Discard | kinds.Cancel)
        names = {
            kinds.Save: self.tr("Save"),
            kinds.Discard: self.tr("Discard"),
            kinds.Cancel: self.tr("Go on editing"),
        }
        for kind, name in names.items():
            box.button(kind).setText(name)
        box.setDefaultButton(kinds.Save)
        return kinds(box.exec())

    def _lay_out(self) -> None:
        self.editor.setObjectName("editText")
        self.editor.setFont(self._context.theme.reading_font())
        self.editor.setTabChangesFocus(True)
        line = QFontMetrics(self.editor.font()).lineSpacing()
        self.editor.setMinimumHeight(_LINES * line // 2)
        self._save.clicked.connect(self.save)
        self._cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, self.save)
        self._context.dispatch.failed.connect(self._on_failed)
        body = column(self._heading, self._hint, self.editor, self._error)
        body.setStretch(2, 1)
        lay_out(self, body, buttons([], [self._save, self._cancel], role="primary"))
        self._heading.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)

    def _on_saved(self, report: Carriage | None) -> None:
        self.editor.document().setModified(False)
        self.accept()
        if report:
            self._context.tell(texts.carriage(report), "warning" if report.lost else "info")

    def _on_failed(self, error: UserError) -> None:
        if self._saving:
            self._saving = False
            self._error.tell(texts.error_text(error))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Edit text"))
        self._heading.setText(self._row.title)
        self._hint.setText(
            self.tr(
                "An empty line parts paragraphs. The text as it is now stays as an older version."
            )
        )
        self.editor.setAccessibleName(self.tr("Text of the article"))
        self._save.setText(self.tr("Save as a new version"))
        self._cancel.setText(self.tr("Cancel"))
