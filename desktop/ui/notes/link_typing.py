"""`[[` in a note offers what can be linked to; what is chosen becomes a link in one step."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListView, QPlainTextEdit, QWidget

from desktop.core.note_links import begun, written
from desktop.library.note_targets import NoteTarget, suggestions
from desktop.ui.context import Context
from desktop.ui.controls.popups import let_float, stand_at
from desktop.ui.dialogs.parts import while_there
from desktop.ui.plain import tool_tip
from desktop.ui.theme import Theme

_MOST = 5
_ROWS = 9
_ICONS = {"annotation": "quote", "article": "article", "tag": "tag"}
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Index = QModelIndex | QPersistentModelIndex


class LinkTyping(QObject):
    """Watches an editor: what stands behind a `[[` before the caret is what is looked for."""

    def __init__(self, context: Context, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._context = context
        self._editor = editor
        self._typed: str | None = None
        self._refused = ""
        self.popup = LinkPopup(context.theme, editor)
        self.popup.clicked.connect(self._on_clicked)
        editor.cursorPositionChanged.connect(self._look)
        editor.textChanged.connect(self._look)

    def takes(self, event: QKeyEvent) -> bool:
        """Tell whether a key is for the list, and do what it means."""
        if not self.popup.isVisible() or event.modifiers():
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.popup.step(1 if event.key() == Qt.Key.Key_Down else -1)
            said = self.popup.currentIndex().data()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._editor, said))
        elif event.key() in _TAKE:
            self.complete()
        elif event.key() == Qt.Key.Key_Escape:
            self._refused = self._typed or ""
            self.close()
        else:
            return False
        return True

    def complete(self) -> bool:
        """Put the link to the highlighted line in; False when nothing is offered."""
        target = self.popup.current if self.popup.isVisible() else None
        if target is None:
            return False
        self._insert(target)
        return True

    def close(self) -> None:
        """Offer nothing."""
        self._typed = None
        self.popup.hide()

    def _look(self) -> None:
        typed = begun(self._before()) if self._editor.hasFocus() else None
        if typed is None:
            self._refused = ""
        if typed is None or (self._refused and typed.startswith(self._refused)):
            self.close()
        elif typed != self._typed:
            self._typed = typed
            self._context.jobs.ask(
                "note links",
                lambda reader: suggestions(reader, typed, _MOST),
                while_there(self._editor, lambda found: self._offer(typed, found)),
            )

    def _offer(self, typed: str, found: Sequence[NoteTarget]) -> None:
        if typed == self._typed and self._editor.hasFocus():
            self.popup.offer(found)

    def _before(self) -> str:
        """Return what stands before the caret in its line."""
        cursor = self._editor.textCursor()
        cursor.setPosition(cursor.position())
        move = QTextCursor.MoveOperation.StartOfBlock
        cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()[-100:]

    def _on_clicked(self, index: QModelIndex) -> None:
        self._insert(self.popup.rows.found[index.row()])

    def _insert(self, target: NoteTarget) -> None:
        cursor = self._editor.textCursor()
        rest = cursor.block().text()
        rest = rest.encode("utf-16-le")[2 * cursor.positionInBlock() :].decode("utf-16-le")
        back = len((self._typed or "").encode("utf-16-le")) // 2 + 2
        start = cursor.position() - back
        end = cursor.position() + (2 if rest.startswith("]]") else 0)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.close()
        cursor.insertText(written(target.name, target.kind, target.uuid))


class LinkModel(QAbstractListModel):
    """The lines of the list: quote, title or path, and where it is from."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.found: list[NoteTarget] = []

    def show(self, found: Sequence[NoteTarget]) -> None:
        """List *found*."""
        self.beginResetModel()
        self.found = list(found)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        target = self.found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(target.name[:200].split())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return tool_tip("\n".join(filter(None, (target.name[:400], target.detail))))
        if role == Qt.ItemDataRole.DecorationRole:
            return self._theme.icon(_ICONS[target.kind], colour=self._theme.palette.muted)
        return None


class LinkPopup(QListView):
    """A borderless list below the editor."""

    def __init__(self, theme: Theme, editor: QWidget) -> None:
        super().__init__(editor)
        let_float(self)
        self.setObjectName("linkPopup")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._theme = theme
        self._editor = editor
        self.rows = LinkModel(theme, self)
        self.setModel(self.rows)

    @property
    def current(self) -> NoteTarget | None:
        """The highlighted line."""
        row = self.currentIndex().row()
        return self.rows.found[row] if 0 <= row < len(self.rows.found) else None

    def offer(self, found: Sequence[NoteTarget]) -> None:
        """Show *found*, the first highlighted; nothing closes the list."""
        if not found:
            self.hide()
            return
        self.setFont(self._theme.font())
        self.setAccessibleName(self.tr("What can be linked to"))
        side = round(16 * max(1.0, self._theme.scale))
        self.setIconSize(QSize(side, side))
        self.rows.show(found)
        self.setCurrentIndex(self.rows.index(0))
        rows = min(_ROWS, len(found))
        height = rows * max(self.sizeHintForRow(0), self.fontMetrics().height()) + 2
        width = max(self._editor.width(), self.fontMetrics().averageCharWidth() * 44)
        stand_at(self, self._editor, QSize(width, height + 2 * self.frameWidth()))
        self.show()
        self.scrollTo(self.currentIndex())

    def step(self, by: int) -> None:
        """Move the highlight; past the last row comes the first."""
        count = len(self.rows.found)
        self.setCurrentIndex(self.rows.index((self.currentIndex().row() + by) % count))
