"""The open article's highlights as rows, changed in place: selection and typing survive."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.core.changes import common_ends
from desktop.core.folding import fold
from desktop.library.annotations import Annotation, reading_order
from desktop.ui.plain import tool_tip
from desktop.ui.texts import colour_name

ANNOTATION = Qt.ItemDataRole.UserRole + 1
ID = Qt.ItemDataRole.UserRole + 2
_PART = "\x00"
Index = QModelIndex | QPersistentModelIndex


class AnnotationModel(QAbstractListModel):
    """Rows in reading order, perhaps filtered. Roles: ANNOTATION (the value), ID, texts for Qt.

    *names* says what a colour is called.
    """

    def __init__(
        self, parent: QObject | None = None, *, names: Callable[[str], str] = colour_name
    ) -> None:
        super().__init__(parent)
        self._names = names
        self._colours: frozenset[str] = frozenset()
        self._all: list[Annotation] = []
        self._shown: list[Annotation] = []
        self._by_id: dict[int, Annotation] = {}  # those that are shown
        self._words: tuple[str, ...] = ()
        self._patterns: list[re.Pattern[str]] = []
        self._lost = (0, 0)
        self._lost_only = False
        self._folded: dict[int, tuple[Annotation, str]] = {}

    @property
    def total(self) -> int:
        """The number of highlights, shown or not."""
        return len(self._all)

    @property
    def shown(self) -> Sequence[Annotation]:
        """The highlights that are shown, in order."""
        return self._shown

    @property
    def filtered(self) -> bool:
        """Whether a filter is on."""
        return bool(self._words or self._colours) or self._lost_only

    @property
    def lost(self) -> tuple[int, int]:
        """How many highlights have no place, and how many one that is in doubt."""
        return self._lost

    def row_of(self, annotation_id: int | None) -> int:
        """Return the row of a highlight, -1 when it is not shown."""
        one = self.get(annotation_id)
        return bisect_left(self._shown, reading_order(one), key=reading_order) if one else -1

    def get(self, annotation_id: int | None) -> Annotation | None:
        """Return a highlight that is shown."""
        return self._by_id.get(annotation_id) if annotation_id is not None else None

    def set_annotations(self, found: Sequence[Annotation], *, keep: int | None = None) -> None:
        """Show *found*; the highlight *keep* stays even if the filter does not know it any more."""
        head, tail = common_ends(self._all, found)
        old = {one.id: one for one in self._all[head : len(self._all) - tail]}
        new = found[head : len(found) - tail]
        middle = [old[one.id] if old.get(one.id) == one else one for one in new]
        counts = zip(self._lost, _lost(old.values()), _lost(middle), strict=True)
        orphans, doubtful = (known - gone + come for known, gone, come in counts)
        self._lost = (orphans, doubtful)
        ends = None if self.filtered or self._shown is not self._all else (head, tail)
        self._all = [*found[:head], *middle, *found[len(found) - tail :]]
        self._refilter(keep, ends)

    def set_filter(self, text: str, forms: Sequence[Sequence[str]] = ()) -> None:
        """Show only highlights with all words of *text* in quote, note, tags or colour name.

        *forms* has for each word the folded forms that count as well.
        """
        words = tuple(fold(text).split())
        others = forms if len(forms) == len(words) else [()] * len(words)
        patterns = [_pattern(*one) for one in zip(words, others, strict=True)]
        if patterns != self._patterns:
            self._words, self._patterns = words, patterns
            self._refilter(None)

    def set_lost_only(self, on: bool) -> None:
        """Show only highlights that lost their place or may be at a wrong one."""
        if on != self._lost_only:
            self._lost_only = on
            self._refilter(None)

    def set_colours(self, colours: frozenset[str]) -> None:
        """Show only highlights in these colours; none stands for all."""
        if colours != self._colours:
            self._colours = colours
            self._refilter(None)

    def forget_words(self) -> None:
        """Look again what highlights are called: the language or a label is another."""
        self._folded.clear()
        self._refilter(None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.exact
        if role == ANNOTATION:
            return one
        if role == ID:
            return one.id
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip("\n".join(label.path for label in one.tags)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(one)
        return None

    def _spoken(self, one: Annotation) -> str:
        lost = self.tr("Lost its place") if one.orphaned else ""
        lost = lost or (self.tr("Carried over: check its place") if one.confidence < 1 else "")
        style = self.tr("Underlined") if one.style == "underline" else ""
        paths = ", ".join(label.path for label in one.tags)
        parts = (self._names(one.colour), style, lost, one.exact, one.note, paths)
        return ". ".join(part for part in parts if part)

    def _refilter(self, keep: int | None, ends: tuple[int, int] | None = None) -> None:
        """Show what the filter leaves; *ends*: so many at both ends are shown already."""
        if not self.filtered:
            self._replace(self._all, ends)
            return
        self._fold_all()
        self._replace([one for one in self._all if one.id == keep or self._matches(one)])

    def _matches(self, one: Annotation) -> bool:
        if self._lost_only and not (one.orphaned or one.confidence < 1):
            return False
        if self._colours and one.colour not in self._colours:
            return False
        text = self._folded[one.id][1]
        return all(pattern.search(text) for pattern in self._patterns)

    def _fold_all(self) -> None:
        """Fold what is new at once: the table of letters is made once for all, not for each."""
        known = self._folded
        new = [one for one in self._all if known.get(one.id, (None,))[0] is not one]
        spoken = [self._spoken(one).replace(_PART, " ") for one in new]
        folded = fold(_PART.join(spoken)).split(_PART)
        for one, text in zip(new, folded, strict=False):
            known[one.id] = (one, text)

    def _replace(self, new: list[Annotation], ends: tuple[int, int] | None = None) -> None:
        old = self._shown
        same, same_end = ends or common_ends(old, new)
        head = same + _common(old[same:], new[same:])
        behind, new_behind = max(head, len(old) - same_end), max(head, len(new) - same_end)
        tail = len(old) - behind + _common(old[head:behind][::-1], new[head:new_behind][::-1])
        if head + tail < len(old):
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            for one in old[head : len(old) - tail]:
                del self._by_id[one.id]
            self._shown = old[:head] + old[len(old) - tail :]
            self.endRemoveRows()
        if head + tail < len(new):
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            come, before = new[head : len(new) - tail], self._shown
            self._by_id.update((one.id, one) for one in come)
            self._shown = before[:head] + come + before[head:]
            self.endInsertRows()
        self._tell_changed(new, same, len(new) - same_end)

    def _tell_changed(self, new: list[Annotation], first: int, behind: int) -> None:
        """Tell of the rows from *first* to *behind* that hold something else now."""
        shown, self._shown = self._shown, new
        changed = [row for row in range(first, behind) if shown[row] is not new[row]]
        self._by_id.update((new[row].id, new[row]) for row in changed)
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))


def _pattern(word: str, forms: Sequence[str]) -> re.Pattern[str]:
    """Match *word* anywhere, also in a word, and its other *forms* as whole words."""
    whole = "|".join(map(re.escape, forms))
    return re.compile(re.escape(word) + (rf"|(?<![^\W_])(?:{whole})(?![^\W_])" if whole else ""))


def _lost(some: Iterable[Annotation]) -> tuple[int, int]:
    """Return how many of *some* have no place, and how many one that is in doubt."""
    lost = [one.orphaned for one in some if one.orphaned or one.confidence < 1]
    return sum(lost), len(lost) - sum(lost)


def _common(one: Sequence[Annotation], other: Sequence[Annotation]) -> int:
    """Return how many highlights both begin with."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left.id != right.id:
            break
        count += 1
    return count
