"""What one person said of a passage: their marks in the text, tags, notes, and a button to take."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.core.coder_differences import Passage
from desktop.core.portable import PortableAnnotation
from desktop.ui import texts
from desktop.ui.dialogs.parts import ICON, SMALL_GAP, button, column, label, row
from desktop.ui.settle.excerpt import Excerpt
from desktop.ui.theme import Theme

_QUOTE = 40


class Voice(QWidget):
    """`taken()` when the user decides for this; *key* is the key that does so, too.

    *agreed*: it is not a person's but what the agreed layer has here.
    """

    taken = Signal()

    def __init__(self, theme: Theme, author: str, key: str, *, agreed: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._author, self._key, self._agreed = author, key, agreed
        self._name = label("heading")
        self._take = button()
        self._take.clicked.connect(self.taken)
        self._excerpt = Excerpt(theme)
        self._excerpt.quiet()
        self._nothing = label("muted")
        self._marks: Sequence[PortableAnnotation] = ()
        self._lines: list[tuple[QLabel, str, str]] = []
        head = row(self._name, self._take)
        head.setStretch(0, 1)
        self._said = column(gap=SMALL_GAP)
        self.setLayout(column(head, self._excerpt, self._nothing, self._said, gap=SMALL_GAP))
        theme.changed.connect(self._retint)
        self._retranslate()

    @property
    def said(self) -> list[str]:
        """The lines below the text."""
        return [line.text() for line in self.findChildren(QLabel) if line.property("said")]

    @property
    def words(self) -> str:
        """The words that are shown."""
        return self._excerpt.words if self._marks else ""

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops, in order."""
        return self._take, self._excerpt

    def take(self) -> None:
        """Decide for this, as a click on the button does."""
        self._take.click()

    def enable(self, on: bool) -> None:
        """Let this be taken or not."""
        self._take.setEnabled(on)

    def show_marks(self, text: str, passage: Passage, marks: Sequence[PortableAnnotation]) -> None:
        """Show *marks*, which lie in *passage* of an article's *text*."""
        self._marks = marks
        self._excerpt.setVisible(bool(marks))
        self._nothing.setVisible(not marks)
        start = min([passage.start, *(mark.start for mark in marks)])
        end = max([passage.end, *(mark.end for mark in marks)])
        self._excerpt.show_passage(text, start, end, marks)
        for mark in marks:
            tags = ", ".join(mark.tags) or texts.colour_name(mark.colour)
            quote = f"{_short(mark.exact)}: " if len(marks) > 1 else ""
            self._add_line("unread", mark.colour, quote + tags)
            if mark.note:
                self._add_line("note", "", mark.note)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _add_line(self, icon: str, colour: str, text: str) -> None:
        picture, words = QLabel(), label("" if colour else "muted")
        words.setText(text)
        words.setProperty("said", True)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = row(picture, words)
        line.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        line.setContentsMargins(SMALL_GAP, 0, 0, 0)
        self._said.addLayout(line)
        self._lines.append((picture, icon, colour))
        self._retint()

    def _retint(self) -> None:
        palette = self._theme.palette
        side = round(ICON * max(1.0, self._theme.scale))
        for picture, icon, colour in self._lines:
            shown = self._theme.icon(icon, colour=palette.edges.get(colour, palette.muted))
            picture.setPixmap(shown.pixmap(side, side))

    def _retranslate(self) -> None:
        name = self.tr("Agreed so far") if self._agreed else texts.coder_name(self._author)
        self._name.setText(name)
        take = self.tr("Keep") if self._agreed else self.tr("Take")
        self._take.setText(f"{take} ({self._key})" if self._key else take)
        self._take.setAccessibleName(f"{take}: {name}")
        self._excerpt.setAccessibleName(self.tr("The text as marked by {name}").format(name=name))
        self._nothing.setText(self.tr("Marked nothing here."))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return f"„{line if len(line) <= _QUOTE else line[: _QUOTE - 1] + '…'}”"
