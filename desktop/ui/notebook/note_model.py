"""The notebook's list as a table model of one column: all entries, but only the rows on screen."""

from array import array
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.core.hits import Term
from desktop.core.note_links import readable
from desktop.library.notebook import annotation_of, tag_of
from desktop.library.notebook_rows import NoteRow
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.notebook.note_pages import NotePages

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole


class NoteModel(QAbstractTableModel):
    """`group` is how the entries are grouped: article, day or tag."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries = array("q")
        self.group = "article"
        self.terms: tuple[Term, ...] = ()
        self.paths: dict[int, str] = {}
        self._colours = context.theme.colours
        self.pages = NotePages(context, self)
        self.pages.arrived.connect(self.repaint_rows)

    def show_entries(
        self,
        entries: "array[int]",
        *,
        group: str,
        terms: tuple[Term, ...],
        paths: dict[int, str],
    ) -> None:
        """List *entries*, grouped so; mark *terms*; *paths* are those of the tags, by id."""
        self.beginResetModel()
        self.entries, self.group, self.terms, self.paths = entries, group, terms, paths
        self.pages.show(entries)
        self.endResetModel()

    def annotation(self, row: int) -> int:
        """Return the annotation that stands in *row*."""
        return annotation_of(self.entries[row])

    def note(self, row: int) -> NoteRow | None:
        """Return the highlight in *row*; None while it is read, and when it is gone."""
        return self.pages.row(row) if 0 <= row < len(self.entries) else None

    def row_of(self, entry: int) -> int:
        """Return the row of an entry, -1 when it is not listed."""
        try:
            return self.entries.index(entry)
        except ValueError:
            return -1

    def is_first(self, row: int) -> bool:
        """Tell whether a group begins in *row*, as far as that is known."""
        if row == 0:
            return True
        if self.group == "tag":
            return tag_of(self.entries[row]) != tag_of(self.entries[row - 1])
        here, above = self.note(row), self.note(row - 1)
        return bool(here and above and self._key(here) != self._key(above))

    def group_name(self, row: int) -> str:
        """Return the name of the group that *row* is in."""
        note = self.note(row)
        if self.group == "tag":
            tag = tag_of(self.entries[row])
            return self.paths.get(tag, "") if tag else self.tr("Without a tag")
        if note is None:
            return ""
        return note.title if self.group == "article" else texts.date_text(note.created)

    def repaint_rows(self) -> None:
        """Tell the view that rows look different."""
        if self.entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.entries) - 1, 0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid() or role not in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return None
        note = self.pages.row_now(index.row())
        return self._spoken(note) if note else None

    def _key(self, note: NoteRow) -> object:
        return note.article_id if self.group == "article" else note.created[:10]

    def _spoken(self, note: NoteRow) -> str:
        parts = (
            note.exact,
            self.tr("note: {note}").format(note=readable(note.note)) if note.note else "",
            self._colours.whole(note.colour),
            ", ".join(label.path for label in note.tags),
            note.title,
            note.outlet,
            self.tr("without a place in the text") if note.orphaned else "",
        )
        return ", ".join(part for part in parts if part)
