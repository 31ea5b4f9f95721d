"""A note as one reads it. It lies over its editor while nobody writes there."""

from math import ceil

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QMouseEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget
from shiboken6 import isValid

from desktop.core import links, note_links
from desktop.core.changes import Changes
from desktop.core.note_links import Key
from desktop.core.note_markdown import LONGEST, NoteBlock, blocks
from desktop.library.note_targets import NoteTarget, targets
from desktop.ui.context import Context
from desktop.ui.notes.note_document import NoteLook, fill, line_at
from desktop.ui.plain import PlainDocument, tool_tip

_TABLES = ("annotation", "article", "tag")


class NoteView(QTextBrowser):
    """`link_wanted(href)` with a click on a link, `edit_wanted(line)` with one elsewhere.

    It never takes the keyboard: Tab goes to the editor, where a key follows the link at the caret.
    """

    link_wanted = Signal(str)
    edit_wanted = Signal(int)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._note = ""
        self._targets: dict[Key, NoteTarget] = {}
        self._pressed_link = ""
        self._heights: dict[int, int] = {}
        self.setObjectName("noteView")
        self.setDocument(PlainDocument(self))
        self.document().setDocumentMargin(0)
        self.document().setUndoRedoEnabled(False)
        self.setReadOnly(True)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setAutoFillBackground(False)
        self.highlighted.connect(self._on_highlighted)
        context.dispatch.changed.connect(self._on_changed)
        self._retranslate()
        self.hide()

    def show_note(self, note: str) -> None:
        """Show *note* as it is read."""
        if note != self._note:
            self._note = note
            self._ask_targets()
            self.rebuild()

    def rebuild(self) -> None:
        """Set the note anew, perhaps in another font."""
        theme = self._context.theme
        fill(self.document(), self._blocks(), NoteLook(theme.font(), theme.palette, self._leads))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._heights.clear()

    def height_for(self, width: int) -> int:
        """Return the height that the whole note takes at *width*."""
        if width not in self._heights:
            # A copy: the document itself is laid out for the width at which it is seen.
            copy = self.document().clone(self)
            copy.setDocumentMargin(0)
            copy.setTextWidth(width)
            self._heights[width] = ceil(copy.size().height())
            copy.deleteLater()
        return self._heights[width]

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_link = self.anchorAt(event.position().toPoint())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        link = self.anchorAt(at)
        if link and link == self._pressed_link:
            self.link_wanted.emit(link)
        elif not link:
            self.edit_wanted.emit(self._line(at))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first click has done it all."""

    def said_of(self, href: str) -> str:
        """Return where *href* leads, in words."""
        key = note_links.key_of(href)
        if key is None:
            found = links.target(href)
            return found.shown if found else self.tr("This is no address of a web page.")
        target = self._targets.get(key)
        if target is None:
            return self.tr("What this leads to is not there any more (look in the trash).")
        return " – ".join(part for part in (target.name[:200], target.detail) if part)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The note as it reads"))

    def _line(self, at: QPoint) -> int:
        return line_at(self.cursorForPosition(at))

    def _blocks(self) -> tuple[NoteBlock, ...]:
        found = blocks(self._note)
        if len(self._note) <= LONGEST:
            return found
        return *found, *blocks(self.tr("… and more: click to see all of it."))

    def _leads(self, href: str) -> bool:
        key = note_links.key_of(href)
        return key in self._targets if key else links.target(href) is not None

    def _ask_targets(self) -> None:
        keys = [one.key for one in note_links.find(self._note[:LONGEST])]
        self._targets = targets(self._context.reader, keys) if keys else {}

    def _on_changed(self, changes: Changes) -> None:
        if isValid(self) and "[[" in self._note and changes.touches(*_TABLES):
            before = self._targets
            self._ask_targets()
            if self._targets != before:
                self.rebuild()

    def _on_highlighted(self, link: QUrl) -> None:
        href = link.toString()
        self.viewport().setToolTip(tool_tip(self.said_of(href)) if href else "")
