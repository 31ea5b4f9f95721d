"""A field that shows the key one presses in it; Qt's own tells a screen reader nothing."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

_LEAVE = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_ALONE = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta,
          Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_unknown)  # fmt: skip


class KeyField(QLineEdit):
    """`pressed(key)` as portable text ("Ctrl+Shift+S"); Tab and Esc leave the field as ever."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._key = ""

    @property
    def key(self) -> str:
        """The key that was pressed last, "" when none was."""
        return self._key

    def set_key(self, key: str) -> None:
        """Show *key*."""
        self._key = key
        self.setText(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))
        self.pressed.emit(key)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and Qt.Key(event.key()) not in _LEAVE:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                if Qt.Key(event.key()) not in _ALONE:
                    self.set_key(_written(event))
                return True
        return super().event(event)


def _written(event: QKeyEvent) -> str:
    """Return the key as shortcuts have it: a sign that needs Shift is the sign itself."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.text().strip() and event.text().isprintable() and not event.text().isalnum():
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    combined = QKeySequence(modifiers.value | event.key())
    return combined.toString(QKeySequence.SequenceFormat.PortableText)
