"""A note that grows with its text and saves itself: nothing typed is ever lost to a refresh.

It is Markdown. While nobody writes in it, it is shown as it reads (`NoteView`).
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from desktop.core.note_links import link_at
from desktop.ui.context import Context
from desktop.ui.notes.link_look import LinkLook
from desktop.ui.notes.note_view import NoteView
from desktop.ui.sidebar.text_lines import line_count, line_height

if TYPE_CHECKING:
    from desktop.ui.notes.link_typing import LinkTyping

PAUSE_MS = 800
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FOCUS = Qt.FocusReason


class NoteEdit(QPlainTextEdit):
    """`saving(key, text)` after a pause and when the focus goes; `left()` with Esc; `grown()`.

    `link_wanted(href)` for a link in the note that was clicked, or is at the caret with Ctrl+Enter.

    A note belongs to *key*. What the library says of it replaces the text only when nothing
    unsaved stands here. What was sent and not confirmed (`saved`) is remembered, and shown again,
    also when another note was shown meanwhile.
    """

    saving = Signal(int, str)
    unsaved_changed = Signal()
    grown = Signal()
    left = Signal()
    link_wanted = Signal(str)

    def __init__(self, context: Context, most_lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = context.theme
        self._most = most_lines
        self._height = 0
        self._view = NoteView(context, self)
        self._look = LinkLook(context.theme, self.document())
        self._key: int | None = None
        self._stored = ""
        self._sent: str | None = None
        self._waiting: dict[int, tuple[str, str]] = {}
        self._failed = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._on_text_changed)
        self._view.link_wanted.connect(self.link_wanted)
        self._view.edit_wanted.connect(self._edit_at)
        self._prepare()
        self._theme.changed.connect(self.restyle)

    @cached_property
    def _links(self) -> "LinkTyping":
        from desktop.ui.notes.link_typing import LinkTyping

        return LinkTyping(self._context, self)

    @property
    def is_dirty(self) -> bool:
        """Whether something stands here that the library has not confirmed."""
        unsaved = self._sent is not None or self.toPlainText() != self._stored
        return self._key is not None and unsaved

    @property
    def is_read(self) -> bool:
        """Whether the note is shown as it reads, not as it is written."""
        return not self._view.isHidden()

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
        self._view.rebuild()
        self._height = 0
        self._regrow()

    def heightForWidth(self, width: int) -> int:
        if not self.is_read:
            return self._height_of(self._count_lines(width))
        return min(self._view.height_for(self._room(width)) + self._frame, self._most_height)

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
        if self._links.takes(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.left.emit()
        elif event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._follow()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return (forward and self._links.complete()) or super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._links.close()  # it is made by now, and sees what is typed
        self._read_or_write()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._links.close()
        self.flush()
        if event.reason() not in (_FOCUS.ActiveWindowFocusReason, _FOCUS.PopupFocusReason):
            self._read_or_write()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_read:
            super().paintEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.is_read:
            event.ignore()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._view.setGeometry(self.viewport().geometry())
        if event.size().width() != event.oldSize().width():
            # Without `grown`: who resizes us asks for our height, and Qt loses a resize within one.
            self._count_anew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._height = 0
            self._regrow()
        elif event.type() == QEvent.Type.LanguageChange and self.is_read:
            self._view.rebuild()

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
        self._read_or_write()

    def _regrow(self) -> None:
        if self._count_anew():
            self.updateGeometry()
            self.grown.emit()

    def _count_anew(self) -> bool:
        height = self.heightForWidth(self.width())
        if height == self._height:
            return False
        self._height = height
        policy, cut = Qt.ScrollBarPolicy, height >= self._most_height
        for area, shown in ((self, not self.is_read), (self._view, self.is_read)):
            bar = policy.ScrollBarAsNeeded if cut and shown else policy.ScrollBarAlwaysOff
            area.setVerticalScrollBarPolicy(bar)
        return True

    def _count_lines(self, width: int) -> int:
        text = self.toPlainText() or self.placeholderText()
        return line_count(text, self.font(), self._room(width), self._most)

    def _room(self, width: int) -> int:
        return max(40, width - 2 * self.frameWidth())

    @property
    def _frame(self) -> int:
        return 2 * self.frameWidth() + 1

    @property
    def _most_height(self) -> int:
        return self._height_of(self._most)

    def _height_of(self, lines: int) -> int:
        return lines * line_height(self.font()) + self._frame

    def _read_or_write(self) -> None:
        """Show the note as it reads unless someone is at it, or there is none."""
        text = self.toPlainText()
        read = bool(text.strip()) and not self.hasFocus()
        if read:
            self._view.show_note(text)
        if read != self.is_read:
            self._view.setGeometry(self.viewport().geometry())
            self._view.setVisible(read)
            self.viewport().update()
            self._height = 0
        self._regrow()

    def _edit_at(self, line: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        block = self.document().findBlockByNumber(line)
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(cursor)

    def _follow(self) -> None:
        before = QTextCursor(self.document())
        before.setPosition(self.textCursor().position(), QTextCursor.MoveMode.KeepAnchor)
        at = len(_as_edited(before.selectedText()))
        if link := link_at(self.toPlainText(), at):
            self.flush()
            self.link_wanted.emit(link.address)


def _as_edited(text: str) -> str:
    """Return *text* as the editor would give it back unchanged."""
    for char in ("\r\n", "\r", "\u2028", "\u2029", "\ufdd0", "\ufdd1"):
        text = text.replace(char, "\n")
    return text.replace("\u00a0", " ")
