"""The top of the sidebar: what one says of the article as a whole, its tags and a note."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.library.articles import ArticleRow
from desktop.ui.context import Context
from desktop.ui.controls.chips import TagChips
from desktop.ui.notes.backlinks import Backlinks
from desktop.ui.sidebar.note_edit import NoteEdit
from desktop.ui.tags.tag_line import TagLine

NOTE_LINES = 8


class ArticlePart(QScrollArea):
    """Tags and note of one article. It scrolls by itself before it crowds the highlights out."""

    tag_entered = Signal(str)
    tag_removed = Signal(int)
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most_height = 10_000
        self.chips = TagChips(context.theme)
        self.tag_line = TagLine(context)
        self.note = NoteEdit(context, NOTE_LINES)
        self.backlinks = Backlinks(context, "article")
        self._content = QWidget()
        self._lay_out()
        self._connect()
        self._retranslate()

    def show_article(self, row: ArticleRow | None, note: str) -> None:
        """Show the tags of *row* and its note."""
        self.note.show_note(row.id if row else None, note if row else "")
        self.backlinks.show_for(row.uuid if row else "")
        self.chips.set_labels(row.tags if row else ())

    def limit_height(self, most: int) -> None:
        """Take no more than *most* pixels."""
        self._most_height = most
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        return handled

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # type: ignore[override]
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.note.setObjectName("articleNote")
        self.tag_line.setObjectName("articleTagEditor")
        self.tag_line.setProperty("role", "inline")
        self.chips.set_trailing(self.tag_line)
        self.chips.setContentsMargins(5, 0, 5, 0)
        self._content.setObjectName("articlePart")
        column = QVBoxLayout(self._content)
        column.setContentsMargins(11, 12, 11, 8)
        column.setSpacing(4)
        column.addWidget(self.chips)
        column.addWidget(self.note)
        column.addWidget(self.backlinks)
        column.addStretch(1)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._content.installEventFilter(self)
        self.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)

    def _connect(self) -> None:
        self.chips.removed.connect(self.tag_removed)
        self.tag_line.tag_entered.connect(self.tag_entered)
        self.tag_line.left.connect(self.left)
        self.note.left.connect(self.left)
        self.note.grown.connect(self._on_grown)

    def _on_grown(self) -> None:
        layout = self._content.layout()
        if layout:
            layout.invalidate()
        self._fit()

    def _fit(self) -> None:
        layout = self._content.layout()
        if layout:
            wanted, policy = layout.heightForWidth(self.width()), Qt.ScrollBarPolicy
            # A bar that is there takes width, and so may make itself needed.
            bar = policy.ScrollBarAlwaysOff if wanted <= self._most_height else None
            self.setVerticalScrollBarPolicy(bar or policy.ScrollBarAsNeeded)
            self.setFixedHeight(min(wanted, self._most_height))

    def _retranslate(self) -> None:
        self.note.set_placeholder(self.tr("Note on the article"))
        self.note.setAccessibleName(self.tr("Note on the article"))
        self.tag_line.set_name(self.tr("Add a tag to the article"))
        self.chips.setAccessibleName(self.tr("Tags of the article"))
