"""Tells a screen reader when the caret goes to a highlight or a picture: paint says nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from desktop.core.note_markdown import plain
from desktop.core.pictures import Picture
from desktop.library.annotations import Annotation
from desktop.ui.colour_names import ColourNames
from desktop.ui.reader.view import ReaderView


class CaretWords(QObject):
    """Follows the caret of *view* while something listens; `said(words)` with each announcement."""

    said = Signal(str)

    def __init__(self, view: ReaderView, names: ColourNames) -> None:
        super().__init__(view)
        self._view = view
        self._names = names
        self._annotations: Sequence[Annotation] = ()
        self._inside: set[int] = set()
        view.cursorPositionChanged.connect(self._on_moved)

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """Speak of these highlights from now on."""
        self._annotations = annotations
        if self._inside:
            self._inside &= {one.id for one in annotations}

    def _on_moved(self) -> None:
        if not self._view.hasFocus():
            return
        from PySide6.QtGui import QAccessible  # costs a start 3 ms, and has nothing to say there

        if not QAccessible.isActive():
            return
        if picture := self._view.picture_at_caret():
            self._say(self._words_for(picture))
            return
        point = self._view.caret_point()
        here = [one for one in self._annotations if one.start <= point < one.end]
        entered = [one for one in here if one.id not in self._inside]
        left = self._inside - {one.id for one in here}
        self._inside = {one.id for one in here}
        if entered:
            self._say(" ".join(self._words(one) for one in entered))
        elif left:
            self._say(self.tr("End of highlight"))

    def _words(self, one: Annotation) -> str:
        kind = self.tr("Underlined") if one.style == "underline" else self.tr("Highlight")
        parts = [f"{kind}, {self._names.whole(one.colour)}."]
        if one.tags:
            parts.append(self.tr("Tags: {tags}.").format(tags=", ".join(t.path for t in one.tags)))
        if one.note:
            parts.append(self.tr("Note: {note}").format(note=plain(one.note)))
        return " ".join(parts)

    def _words_for(self, picture: Picture) -> str:
        if not picture.alt:
            return self.tr("Picture without a description. Enter shows it large.")
        return self.tr("Picture: {alt}. Enter shows it large.").format(alt=picture.alt)

    def _say(self, words: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, words))
        self.said.emit(words)
