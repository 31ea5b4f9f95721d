"""The verbs that change where highlights begin and end: by words, by mouse, split and merge."""

from PySide6.QtCore import QObject

from desktop.core.word_steps import are_neighbours, moved_end, moved_start
from desktop.library.annotations import Annotation
from desktop.operations import annotate, reshape
from desktop.ui.annotator import Annotator
from desktop.ui.context import Context
from desktop.ui.reader.pane import ReaderPane
from desktop.ui.reader.readers import Readers


class Reshaper(QObject):
    """Works on the highlights that the annotator means."""

    def __init__(
        self, context: Context, annotator: Annotator, readers: Readers, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._annotator = annotator
        self._readers = readers
        readers.range_pulled.connect(self.pull_range)

    def pull_range(self, annotation_id: int, start: int, end: int) -> None:
        """Let a highlight cover another range."""
        self._context.dispatch.do(
            annotate.set_range, annotation_id=annotation_id, start=start, end=end
        )

    def move_end(self, step: int, *, first: bool = False) -> None:
        """Move the last end of the highlight that is meant, or its *first*, by a word."""
        one, text = self._meant(), self._reader.text
        if one is None:
            return
        start = moved_start(text, one.start, one.end, step) if first else one.start
        end = one.end if first else moved_end(text, one.start, one.end, step)
        if (start, end) != (one.start, one.end):
            self.pull_range(one.id, start, end)

    def split(self) -> None:
        """Cut the highlight that is meant, else one at the caret, in two at the caret."""
        point, one = self._reader.view.caret_point(), self._annotator.current
        if one is None or not one.start < point < one.end:
            here = (o for o in self._annotator.highlights if o.start < point < o.end)
            one = next((o for o in here if not o.orphaned), one)
        if one is None:
            self._ask_for_one()
        else:
            self._context.dispatch.do(
                reshape.split, then=self._annotator.made, annotation_id=one.id, at=point
            )

    def join(self) -> None:
        """Make one of the highlights that are chosen, or of the one meant and its neighbour."""
        ids = self._annotator.meant()
        if len(ids) < 2:
            if (one := self._meant()) is None:
                return
            ids = [one.id, *self._neighbour(one)]
        if len(ids) < 2:
            self._context.tell(
                self.tr("Choose a highlight that overlaps another or stands next to one."), "info"
            )
            return
        self._context.dispatch.do(reshape.join, then=self._annotator.made, annotation_ids=ids)

    @property
    def _reader(self) -> ReaderPane:
        return self._readers.active

    def _meant(self) -> Annotation | None:
        """Return the highlight that is meant, if it has a place in the text."""
        one = self._annotator.current
        if one is None:
            self._ask_for_one()
        return one if one and not one.orphaned else None

    def _neighbour(self, one: Annotation) -> list[int]:
        """Return the next highlight if *one* touches it, else the last one if it does."""
        placed = [other for other in self._annotator.highlights if not other.orphaned]
        at, text = placed.index(one), self._reader.text
        for other in (*placed[at + 1 : at + 2], *placed[max(0, at - 1) : at]):
            first, second = sorted((one, other), key=lambda each: (each.start, each.end))
            if are_neighbours(text, first.end, second.start):
                return [other.id]
        return []

    def _ask_for_one(self) -> None:
        self._context.tell(self.tr("Choose a highlight first."), "info")
