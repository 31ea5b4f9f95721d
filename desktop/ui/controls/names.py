"""Names edited in place: what is being typed stays when the row is shown anew."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

_FILLED = "glosaFilled"


class NameDelegate(QStyledItemDelegate):
    """Fills an editor once; Qt would fill it again with each change of the row, a count too."""

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if not editor.property(_FILLED):
            super().setEditorData(editor, index)
            editor.setProperty(_FILLED, True)
