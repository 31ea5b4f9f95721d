"""Names the small button that empties a text field: Qt leaves it without a word."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

_QT_NAME = "_q_qlineeditclearaction"


class ClearButton(QObject):
    """Gives *field* its clear button, which speaks the window's language."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        field.setClearButtonEnabled(True)
        self._action = field.findChild(QAction, _QT_NAME)
        self._name()
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        return super().eventFilter(watched, event)

    def _name(self) -> None:
        if isinstance(self._action, QAction):
            self._action.setText(self.tr("Clear the field"))
