"""Find in the article: a field, the count, next and previous."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop.ui.controls.clear_button import ClearButton
from desktop.ui.reader.finder import MOST
from desktop.ui.theme import Theme


class FindBar(QFrame):
    """Asks for a text; the reader pane finds it and tells the count."""

    wanted = Signal(str)
    step = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._theme = theme
        self._field = QLineEdit()
        ClearButton(self._field)
        self._field.setObjectName("findField")
        self._count = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._count.setProperty("role", "muted")
        self._count_of: tuple[int, int] = (-1, 0)
        self._previous, self._next, self._close = QToolButton(), QToolButton(), QToolButton()
        self._lay_out()
        self._connect()
        self._retranslate()
        self._retint()
        theme.changed.connect(self._retint)
        self.hide()

    @property
    def text(self) -> str:
        """What is looked for."""
        return self._field.text()

    def open(self, text: str = "") -> None:
        """Show the bar, with *text* in its field if there is any, and take the keyboard."""
        self.show()
        if text:
            self._field.setText(text)
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wanted.emit(self._field.text())

    def finish(self) -> None:
        """Put the bar away."""
        if not self.isHidden():
            self._on_close()

    def tell(self, current: int, count: int) -> None:
        """Show that hit number *current* (from 0) of *count* is marked."""
        self._count_of = (current, count)
        if not self._field.text():
            self._count.setText("")
        elif count:
            shown = self.tr("{current} of {count}")
            many = f"{count}+" if count >= MOST else count
            self._count.setText(shown.format(current=current + 1, count=many))
        else:
            self._count.setText(self.tr("Not found"))
        for button in (self._previous, self._next):
            button.setEnabled(bool(count))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.setSpacing(4)
        layout.addWidget(self._field, 1)
        for widget in (self._count, self._previous, self._next, self._close):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self._field.textChanged.connect(self.wanted)
        self._previous.clicked.connect(lambda: self.step.emit(-1))
        self._next.clicked.connect(lambda: self.step.emit(1))
        self._close.clicked.connect(self._on_close)

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()

    def _retint(self) -> None:
        names = {self._previous: "chevron-up", self._next: "chevron-down", self._close: "close"}
        for button, name in names.items():
            button.setIcon(self._theme.icon(name))
            button.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))

    def _retranslate(self) -> None:
        self._field.setPlaceholderText(self.tr("Find in this article"))
        self._field.setAccessibleName(self.tr("Find in this article"))
        names = {
            self._previous: self.tr("Previous (Shift+Enter)"),
            self._next: self.tr("Next (Enter)"),
            self._close: self.tr("Close (Esc)"),
        }
        for button, name in names.items():
            button.setToolTip(name)
            button.setAccessibleName(name)
        self.tell(*self._count_of)
