"""What belongs under a tag: a field that stores itself."""

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.library.tags import Tag
from desktop.ui.dialogs.parts import (
    SMALL_GAP,
    column,
    label,
)

STORED_AFTER_MS = 1_000
LINES = 3


class DescriptionField(QWidget):
    """`written(tag's id, text)` a moment after the last key, and before another tag is shown."""

    written = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self._tag: Tag | None = None
        self._stored = ""
        self._title: QLabel = label()
        self._text = _Text(self)
        self._text.setObjectName("tagDescription")
        self._timer = QTimer(self, singleShot=True, interval=STORED_AFTER_MS)
        layout: QVBoxLayout = column(self._title, self._text, gap=SMALL_GAP)
        self.setLayout(layout)
        self._title.setBuddy(self._text)
        self._text.textChanged.connect(self._timer.start)
        self._text.left.connect(self.flush)
        self._timer.timeout.connect(self.flush)
        self._retranslate()

    def show_tag(self, tag: Tag | None) -> None:
        """Show a tag's description; what was typed for another tag is stored first."""
        other = (tag.id if tag else 0) != (self._tag.id if self._tag else 0)
        if other:
            self.flush()
        typing = self._text.toPlainText() != self._stored
        self._tag = tag
        if other or not typing:
            self._put(tag.description if tag else "")
        self._text.setEnabled(tag is not None)
        self._retranslate()

    def flush(self) -> None:
        """Store what was typed now."""
        self._timer.stop()
        text = self._text.toPlainText()
        if self._tag and text != self._stored:
            self._stored = text
            self.written.emit(self._tag.id, text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _put(self, text: str) -> None:
        self._stored = text
        if self._text.toPlainText() != text:
            blocked = self._text.blockSignals(True)
            self._text.setPlainText(text)
            self._text.blockSignals(blocked)

    def _retranslate(self) -> None:
        title = self.tr("What belongs under a tag")
        if self._tag:
            title = self.tr("What belongs under “{name}”").format(name=self._tag.name)
        self._title.setText(title)
        self._text.setAccessibleName(title)
        self._text.setPlaceholderText(
            self.tr("A sentence or two, for you and for those who work with you")
            if self._tag
            else self.tr("Choose a tag above to describe it")
        )


class _Text(QPlainTextEdit):
    """A few lines; Tab leaves them."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(320, LINES * self.fontMetrics().lineSpacing() + 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
