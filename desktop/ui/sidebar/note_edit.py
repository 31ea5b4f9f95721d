"""A note that grows with its text and saves itself: nothing typed is ever lost to a refresh."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from desktop.ui.sidebar.text_lines import line_count, line_height
from desktop.ui.theme import Theme

PAUSE_MS = 800


class NoteEdit(QPlainTextEdit):
    """`saving(key, text)` after a pause and when the focus goes; `left()` with Esc; `grown()`.

    A note belongs to *key*. What the library says of it replaces the text only when nothing
    unsaved stands here. What was sent and not confirmed (`saved`) is remembered, and shown again,
    also when another note was shown meanwhile.
    """

    saving = Signal(int, str)
    unsaved_changed = Signal()
    grown = Signal()
    left = Signal()

    def __init__(self, theme: Theme, most_lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._most = most_lines
        self._lines = 0
        self._key: int | None = None
        self._stored = ""
        self._sent: str | None = None
        self._waiting: dict[int, tuple[str, str]] = {}
        self._failed = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._on_text_changed)
        self._prepare()
        theme.changed.connect(self.restyle)

    @property
    def is_dirty(self) -> bool:
        """Whether something stands here that the library has not confirmed."""
        unsaved = self._sent is not None or self.toPlainText() != self._stored
        return self._key is not None and unsaved

    def show_note(self, key: int | None, text: str) -> None:
        """Show the note *text* of *key*, or what has been typed into it since."""
        text = _as_edited(text)
        if key != self._key:
            self.flush()
            self._key, self._stored, self._sent = key, text, None
            waiting = self._waiting.get(key, (text, text)) if key is not None else (text, text)
            self._put(waiting[0])
            if waiting[0] != text:
                self._pause.start()
            return
        dirty = self.is_dirty
        self._stored = text
        if text == self._sent:
            self._sent = None
        if not dirty and text != self.toPlainText():
            self._put(text)

    def flush(self) -> None:
        """Save now what is not saved."""
        self._pause.stop()
        text = self.toPlainText()
        last = self._stored if self._sent is None else self._sent
        if self._key is not None and text != last:
            self._sent = text
            self._waiting[self._key] = text, self._stored
            self.saving.emit(self._key, text)

    def saved(self, key: int, text: str) -> None:
        """Hear that *text* is in the library as the note of *key*."""
        if self._waiting.get(key, ("", ""))[0] == text:
            del self._waiting[key]
            self.unsaved_changed.emit()

    def unsaved(self) -> dict[int, tuple[str, str]]:
        """Return the notes that are not in the library yet: key -> (text, what is stored)."""
        found = dict(self._waiting)
        if self._key is not None and self.toPlainText() != self._stored:
            found[self._key] = self.toPlainText(), self._stored
        return found

    def put_back(self, key: int, text: str, stored: str) -> None:
        """Take *text* as typed and not yet saved (before the program ended)."""
        self._waiting[key] = _as_edited(text), stored
        if key == self._key:
            self._put(_as_edited(text))
            self._pause.start()
        else:
            self.saving.emit(key, text)
        self.unsaved_changed.emit()

    def retry(self) -> None:
        """Hear that saving may have failed: the next pause tries again, or `resend`."""
        self._sent = None
        self._failed = True

    def resend(self) -> None:
        """Save again what could not be saved: something else has just been."""
        if not self._failed:
            return
        self._failed = False
        self.flush()
        for key, (text, _stored) in list(self._waiting.items()):
            if key != self._key:
                self.saving.emit(key, text)

    def to_end(self) -> None:
        """Put the caret behind the text."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def set_most_lines(self, most: int) -> None:
        """Grow up to *most* lines."""
        self._most = most
        self._regrow()

    def set_placeholder(self, text: str) -> None:
        """Say *text* where no note is, on as many lines as it takes."""
        self.setPlaceholderText(text)
        self._regrow()

    def restyle(self) -> None:
        """Take the theme's font anew."""
        self.setFont(self._theme.font())
        self._lines = 0
        self._regrow()

    def heightForWidth(self, width: int) -> int:
        return self._height_of(self._count_lines(width))

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._height_of(1))

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window when there is nothing to undo here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._leaves_to_window(event):
                event.ignore()
                return False
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Without `grown`: who resizes us asks for our height, and Qt loses a resize within one.
            self._count_anew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._lines = 0
            self._regrow()

    def _leaves_to_window(self, event: QKeyEvent) -> bool:
        document, keys = self.document(), QKeySequence.StandardKey
        undo = event.matches(keys.Undo) and not document.isUndoAvailable()
        return undo or (event.matches(keys.Redo) and not document.isRedoAvailable())

    def _prepare(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle()

    def _on_text_changed(self) -> None:
        if self._key is not None and self.is_dirty:
            self._pause.start()
        self.unsaved_changed.emit()
        self._regrow()

    def _put(self, text: str) -> None:
        at = self.textCursor().position()
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(blocked)
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._pause.stop()
        self._regrow()

    def _regrow(self) -> None:
        if self._count_anew():
            self.updateGeometry()
            self.grown.emit()

    def _count_anew(self) -> bool:
        lines = self._count_lines(self.width())
        if lines == self._lines:
            return False
        self._lines = lines
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if lines >= self._most else policy.ScrollBarAlwaysOff
        )
        return True

    def _count_lines(self, width: int) -> int:
        text = self.toPlainText() or self.placeholderText()
        room = max(40, width - 2 * self.frameWidth())
        return line_count(text, self.font(), room, self._most)

    def _height_of(self, lines: int) -> int:
        return lines * line_height(self.font()) + 2 * self.frameWidth() + 1


def _as_edited(text: str) -> str:
    """Return *text* as the editor would give it back unchanged."""
    for char in ("\r\n", "\r", "\u2028", "\u2029", "\ufdd0", "\ufdd1"):
        text = text.replace(char, "\n")
    return text.replace("\u00a0", " ")
