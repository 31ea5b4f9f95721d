"""The open card: the current highlight with its note, tags and actions at hand.

There is one of it for the whole list, moved from row to row, so that what is being typed outlives
every refresh of the rows.
"""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop.library.annotations import Annotation
from desktop.ui.context import Context
from desktop.ui.controls.chips import TagChips
from desktop.ui.icons import pixmap
from desktop.ui.notes.backlinks import Backlinks
from desktop.ui.sidebar.card_actions import CardActions
from desktop.ui.sidebar.card_delegate import (
    CardDelegate,
    CardLook,
    paint_ground,
    paint_gutter,
    paint_label,
    paint_lost,
)
from desktop.ui.sidebar.card_face import lost_height, lost_lines
from desktop.ui.sidebar.card_type import INSET
from desktop.ui.sidebar.note_edit import NoteEdit
from desktop.ui.sidebar.quote_label import QuoteLabel
from desktop.ui.tags.tag_line import TagLine

NOTE_LINES = 10
_KEPT_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)


class AnnotationCard(QWidget):
    """Shows one highlight. `grown()` when it wants another height."""

    grown = Signal()
    tag_entered = Signal(str)
    tag_removed = Signal(int)

    def __init__(self, context: Context, delegate: CardDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._delegate = delegate
        self._one: Annotation | None = None
        self.quote = QuoteLabel(context.theme, delegate, self)
        self.note_icon = QLabel()
        self._beside = QHBoxLayout()
        self.note = NoteEdit(context, NOTE_LINES, self)
        self.backlinks = Backlinks(context, "annotation", self)
        self.chips = TagChips(context.theme, self, whole_path=False)
        self.tag_line = TagLine(context)
        self.tools = CardActions(context, self)
        self._lay_out()
        self._connect()
        self._retranslate()
        self.restyle()
        self.hide()

    @property
    def annotation(self) -> Annotation | None:
        """The highlight that is shown."""
        return self._one

    def show_annotation(self, one: Annotation | None) -> None:
        """Show *one*; another one's unsaved note is saved first, its half-typed tag is let go."""
        if one is None or self._one is None or one.id != self._one.id:
            self.tag_line.clear()
        self._one = one
        self.note.show_note(one.id if one else None, one.note if one else "")
        self.backlinks.show_for(one.uuid if one else "")
        if one:
            self.quote.set_text(one.exact)
            self.chips.set_labels(one.tags)
            self.tools.show_annotation(one)
            self.setAccessibleName(one.exact)
        self.update()

    def wanted_height(self, width: int) -> int:
        """Return the height this card takes at *width*."""
        self._set_margins(width)
        layout = self.layout()
        return layout.heightForWidth(width) if layout else 0

    def restyle(self) -> None:
        """Take the theme's fonts and colours anew."""
        type_ = self._delegate.type
        ratio = self.devicePixelRatioF()
        picture = pixmap("note", self._theme.palette.muted, type_.icon, ratio)
        self.note_icon.setPixmap(picture)
        lift = (self.note.minimumSizeHint().height() - type_.icon) // 2
        self.note_icon.setContentsMargins(0, max(0, lift), 0, 0)
        self.quote.updateGeometry()
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            handled = super().event(event)
            self.grown.emit()
            return handled
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the list from moving on with keys that a field or button had no use for."""
        focused = QApplication.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            event.setAccepted(event.key() in _KEPT_KEYS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._one is None:
            return
        palette, type_ = self._theme.palette, self._delegate.type
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        viewport = self.parentWidget()
        view = viewport.parentWidget() if viewport else None
        focused = bool(view and view.hasFocus())
        frame = palette.accent if focused else palette.hairline
        paint_ground(painter, self.rect(), CardLook(palette.raised, frame))
        paint_gutter(painter, self.rect(), self._one, type_, palette)
        at = QPoint(type_.text_left, INSET)
        lost = self._lost(self.width())
        paint_lost(painter, at, lost, type_, palette)
        below = QPoint(at.x(), at.y() + lost_height(lost, type_))
        paint_label(painter, below, self._one, self.width(), type_, palette)

    def _lay_out(self) -> None:
        self.note.setObjectName("noteEditor")
        self.tag_line.setObjectName("tagEditor")
        self.tag_line.setProperty("role", "inline")
        self.chips.set_trailing(self.tag_line)
        column = QVBoxLayout(self)
        column.setSpacing(4)
        column.addWidget(self.quote)
        self._beside.setSpacing(1)
        self._beside.addWidget(self.note_icon, 0, Qt.AlignmentFlag.AlignTop)
        self._beside.addWidget(self.note, 1)
        column.addLayout(self._beside)
        column.addWidget(self.backlinks)
        column.addWidget(self.chips)
        column.addWidget(self.tools)

    def _connect(self) -> None:
        self.note.grown.connect(self._on_grown)
        self.tag_line.tag_entered.connect(self.tag_entered)
        self.chips.removed.connect(self.tag_removed)

    def _on_grown(self) -> None:
        self._beside.invalidate()
        layout = self.layout()
        if layout:
            layout.invalidate()
        self.grown.emit()

    def _lost(self, width: int) -> tuple[str, ...]:
        type_ = self._delegate.type
        return lost_lines(self._one, type_.text_width(width), type_) if self._one else ()

    def _set_margins(self, width: int) -> None:
        type_, layout = self._delegate.type, self.layout()
        if layout:
            top = INSET + lost_height(self._lost(width), type_)
            top += type_.label_height(self._one.colour) if self._one else 0
            layout.setContentsMargins(type_.text_left, top, INSET, INSET)

    def _retranslate(self) -> None:
        self.note.set_placeholder(self.tr("Write a note…"))
        self.note.setAccessibleName(self.tr("Note on the highlight"))
        self.tag_line.set_name(self.tr("Add a tag to the highlight"))
        self.chips.setAccessibleName(self.tr("Tags of the highlight"))
