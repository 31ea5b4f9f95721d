"""The open article's highlights as rows, changed in place: selection and typing survive."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.core.folding import fold
from desktop.library.annotations import Annotation
from desktop.ui.plain import tool_tip
from desktop.ui.texts import colour_name

ANNOTATION = Qt.ItemDataRole.UserRole + 1
ID = Qt.ItemDataRole.UserRole + 2
_PART = "\x00"
Index = QModelIndex | QPersistentModelIndex


class AnnotationModel(QAbstractListModel):
    """Rows in reading order, perhaps filtered. Roles: ANNOTATION (the value), ID, texts for Qt."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Annotation] = []
        self._shown: list[Annotation] = []
        self._rows: dict[int, int] = {}
        self._words: tuple[str, ...] = ()
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
        return bool(self._words)

    def row_of(self, annotation_id: int | None) -> int:
        """Return the row of a highlight, -1 when it is not shown."""
        return self._rows.get(annotation_id, -1) if annotation_id is not None else -1

    def get(self, annotation_id: int | None) -> Annotation | None:
        """Return a highlight that is shown."""
        row = self.row_of(annotation_id)
        return self._shown[row] if row >= 0 else None

    def set_annotations(self, found: Sequence[Annotation], *, keep: int | None = None) -> None:
        """Show *found*; the highlight *keep* stays even if the filter does not know it any more."""
        old = {one.id: one for one in self._all}
        self._all = [old[one.id] if old.get(one.id) == one else one for one in found]
        self._refilter(keep)

    def set_filter(self, text: str) -> None:
        """Show only highlights with all words of *text* in quote, note, tags or colour name."""
        words = tuple(fold(text).split())
        if words != self._words:
            self._words = words
            self._refilter(None)

    def forget_words(self) -> None:
        """Look again how highlights are called: the language is another."""
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
        style = self.tr("Underlined") if one.style == "underline" else ""
        paths = ", ".join(label.path for label in one.tags)
        parts = (colour_name(one.colour), style, lost, one.exact, one.note, paths)
        return ". ".join(part for part in parts if part)

    def _refilter(self, keep: int | None) -> None:
        if not self._words:
            self._replace(list(self._all))
            return
        self._fold_all()
        self._replace([one for one in self._all if one.id == keep or self._matches(one)])

    def _matches(self, one: Annotation) -> bool:
        text = self._folded[one.id][1]
        return all(word in text for word in self._words)

    def _fold_all(self) -> None:
        """Fold what is new at once: the table of letters is made once for all, not for each."""
        known = self._folded
        new = [one for one in self._all if known.get(one.id, (None,))[0] is not one]
        spoken = [self._spoken(one).replace(_PART, " ") for one in new]
        folded = fold(_PART.join(spoken)).split(_PART)
        for one, text in zip(new, folded, strict=False):
            known[one.id] = (one, text)

    def _replace(self, new: list[Annotation]) -> None:
        old = self._shown
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        if head + tail < len(old):
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._set(old[:head] + old[len(old) - tail :])
            self.endRemoveRows()
        if head + tail < len(new):
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            before = self._shown
            self._set(before[:head] + new[head : len(new) - tail] + before[head:])
            self.endInsertRows()
        self._tell_changed(new)

    def _set(self, shown: list[Annotation]) -> None:
        self._shown = shown
        self._rows = {one.id: row for row, one in enumerate(shown)}

    def _tell_changed(self, new: list[Annotation]) -> None:
        changed = [
            row
            for row, (one, other) in enumerate(zip(self._shown, new, strict=True))
            if one is not other
        ]
        self._shown = new
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))


def _common(one: Sequence[Annotation], other: Sequence[Annotation]) -> int:
    """Return how many highlights both begin with."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left.id != right.id:
            break
        count += 1
    return count
