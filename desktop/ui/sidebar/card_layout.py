"""How high each card is: exactly for what was in view, about for all others, kept by highlight."""

from collections.abc import Iterable, Sequence

from desktop.core.changes import common_ends
from desktop.library.annotations import Annotation
from desktop.ui.sidebar.annotation_card import AnnotationCard
from desktop.ui.sidebar.annotation_model import AnnotationModel
from desktop.ui.sidebar.card_delegate import GAP, SIDE, CardDelegate
from desktop.ui.sidebar.heights import Heights


class CardLayout:
    """Heights of the rows at one width; the row of the open card is as high as that wants."""

    def __init__(self, rows: AnnotationModel, delegate: CardDelegate, card: AnnotationCard) -> None:
        self._rows = rows
        self._delegate = delegate
        self._card = card
        self._width = 0
        self._estimator = delegate.estimator(0)
        self._known: dict[int, int] = {}
        self._measured: set[int] = set()
        self._laid: Sequence[Annotation] = ()
        self.heights = Heights()

    def set_width(self, width: int) -> None:
        """Lay rows out for *width* from now on."""
        if width != self._width:
            self._width = width
            self.forget_all()

    def forget(self, changed: Iterable[Annotation]) -> None:
        """Measure these anew."""
        for one in changed:
            self._known.pop(one.id, None)
            self._measured.discard(one.id)

    def forget_all(self) -> None:
        """Measure all anew, perhaps in other fonts."""
        self._estimator = self._delegate.estimator(self._width)
        self._known.clear()
        self._measured.clear()
        self.heights.replace(0, self.heights.count, ())
        self._laid = ()

    def reset(self) -> None:
        """Take the rows that are there now; those that are as they were keep their heights."""
        shown = self._rows.shown
        head, tail = common_ends(self._laid, shown)
        heights = [self._height(one) for one in shown[head : len(shown) - tail]]
        self.heights.replace(head, len(self._laid) - tail, heights)
        self._laid = shown

    def measure(self, row: int) -> int:
        """Make sure of a row's height; return by how much it grew."""
        return self.heights.change(row, self._height(self._rows.shown[row], exact=True))

    def measure_view(self, top: int, height: int) -> int:
        """Make sure of the rows in view; return how far the first one pushes the others down."""
        first = self.heights.row_at(top)
        push = self.measure(first) if self.heights.top(first) < top else 0
        measured: list[int] = []
        y, shown = self.heights.top(first), self._rows.shown
        for row in range(first, self.heights.count):
            if y >= top + height + push:
                break
            measured.append(self._height(shown[row], exact=True))
            y += measured[-1]
        if measured != [self.heights.height(first + at) for at in range(len(measured))]:
            self.heights.replace(first, first + len(measured), measured)
        return push

    def rows_between(self, top: int, bottom: int) -> range:
        """Return the rows that reach into this part of the list."""
        if not self.heights.count:
            return range(0)
        return range(self.heights.row_at(top), self.heights.row_at(bottom) + 1)

    def _height(self, one: Annotation, *, exact: bool = False) -> int:
        if self._card.annotation and self._card.annotation.id == one.id:
            return self._card.wanted_height(self._width - 2 * SIDE) + GAP
        if exact and one.id not in self._measured:
            self._known[one.id] = self._delegate.height(one, self._width)
            self._measured.add(one.id)
        if one.id not in self._known:
            self._known[one.id] = self._estimator.height(one) + GAP
        return self._known[one.id]
