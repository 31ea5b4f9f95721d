"""A decision of one's own: other ends, tags, colour and note than anybody's."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.core.canonical import clean
from desktop.core.coder_differences import Agreed, Passage
from desktop.core.colours import COLOURS
from desktop.core.errors import UserError
from desktop.core.selector import trim
from desktop.library import tags
from desktop.library.tags import TagLabel
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.controls.chips import TagChips
from desktop.ui.controls.colour_dots import ColourDots
from desktop.ui.dialogs.parts import SMALL_GAP, ErrorLine, button, buttons, column, form, label
from desktop.ui.settle.excerpt import Excerpt
from desktop.ui.tags import tag_match
from desktop.ui.tags.tag_line import TagLine

_NOTE_LINES = 3


class OwnForm(QWidget):
    """`decided(Agreed)` when it is to be settled so, `left()` when it was given up."""

    decided = Signal(object)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._text = ""
        self._heading, self._hint = label("heading"), label("muted")
        self.words = Excerpt(context.theme)
        self.words.setProperty("role", "field")
        self.tags, self.tag_line = TagChips(context.theme), TagLine(context)
        self.colours = ColourDots(context.theme)
        self._colour = COLOURS[0]
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self._names = [label(wrap=False) for _ in range(3)]
        self._error = ErrorLine()
        self._take, self._cancel = button(), button()
        self._lay_out()
        self._connect()
        self._restyle()
        self._retranslate()

    def begin(self, text: str, passage: Passage) -> None:
        """Start from all that was said of *passage* in an article's *text*."""
        self._text = text
        self._error.tell("")
        self.words.show_passage(text, passage.start, passage.end, passage.marks)
        self.words.select(passage.start, passage.end)
        colours = {tag.path: tag.colour for tag in tags.tree(self._context.reader)}
        self._set_tags([(path, colours.get(path, "")) for path in passage.tags])
        self._choose_colour(passage.marks[0].colour)
        notes = dict.fromkeys(mark.note for mark in passage.marks if mark.note)
        self.note.setPlainText("\n\n".join(notes))
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> None:
        """Decide, if some words are selected."""
        start, end = trim(self._text, *self.words.selection)
        if start >= end:
            self._error.tell(self.tr("Select the words first."))
            return
        if self.tag_line.text().strip():
            self._add_tag(self.tag_line.text())
        paths = tuple(tag.path for tag in self.tags.labels)
        note = clean(self.note.toPlainText()).text
        self.decided.emit(Agreed(start, end, paths, note, self._colour))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.tags.set_trailing(self.tag_line)
        fields = (self.tags, self.colours, self.note)
        below = form(list(zip(self._names, fields, strict=True)))
        foot = buttons([], [self._take, self._cancel], role="primary")
        self._take.setDefault(False)
        top = column(self._heading, self._hint, self.words, gap=SMALL_GAP)
        self.setLayout(column(top, below, self._error, foot))

    def _connect(self) -> None:
        self._context.theme.changed.connect(self._restyle)
        self.tags.removed.connect(self._remove_tag)
        self.tag_line.tag_entered.connect(self._add_tag)
        self.tag_line.left.connect(self.left)
        self.colours.chosen.connect(self._choose_colour)
        self._take.clicked.connect(self.take)
        self._cancel.clicked.connect(self.left)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (("Ctrl+Return", self.take), ("Ctrl+Enter", self.take),
                          ("Esc", self.left.emit)):  # fmt: skip
            QShortcut(QKeySequence(keys), self, act, context=within)

    def _choose_colour(self, colour: str) -> None:
        self._colour = colour
        self.colours.checked = frozenset({colour})

    def _set_tags(self, found: list[tuple[str, str]]) -> None:
        self.tags.set_labels(tuple(TagLabel(n, *one) for n, one in enumerate(found)))

    def _add_tag(self, typed: str) -> None:
        self.tag_line.clear()
        try:
            path = tag_match.tidy(typed)
        except UserError as error:
            self._error.tell(texts.error_text(error))
            return
        known = [(tag.path, tag.colour) for tag in self.tags.labels]
        if path not in [name for name, _ in known]:
            colours = {tag.path: tag.colour for tag in tags.tree(self._context.reader)}
            self._set_tags([*known, (path, colours.get(path, ""))])

    def _remove_tag(self, number: int) -> None:
        self._set_tags([(t.path, t.colour) for t in self.tags.labels if t.id != number])

    def _restyle(self) -> None:
        self.note.setFixedHeight(_NOTE_LINES * self.fontMetrics().lineSpacing() + 20)

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Your own decision"))
        self._hint.setText(self.tr("Select the words that the highlight is to cover."))
        names = (self.tr("Tags"), self.tr("Colour"), self.tr("Note"))
        for one, name in zip(self._names, names, strict=True):
            one.setText(name)
        self.words.setAccessibleName(self.tr("Words of the highlight"))
        self.note.setAccessibleName(names[2])
        self.tag_line.set_name(self.tr("Add a tag to the decision"))
        self._take.setText(self.tr("Settle so"))
        keys = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        self._take.setToolTip(f"{self._take.text()} ({keys})")
        self._cancel.setText(self.tr("Cancel"))
