"""The rows of the similar articles: a title, and below it what one wants to know of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.ui import texts

if TYPE_CHECKING:
    from desktop.library.similar import Similar

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class SimilarModel(QAbstractListModel):
    """Near-duplicates first, then kin; UserRole is the line below the title."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Similar] = []
        self._near = 0

    def set_articles(self, near: Sequence[Similar], kin: Sequence[Similar]) -> None:
        """Show other articles."""
        if [*near, *kin] != self._rows or len(near) != self._near:
            self.beginResetModel()
            self._rows, self._near = [*near, *kin], len(near)
            self.endResetModel()

    def article_at(self, index: Index) -> int | None:
        """Return the id of the article in a row."""
        return self._rows[index.row()].article_id if index.isValid() else None

    def row_of(self, article_id: int | None) -> int:
        """Return the row of an article, -1 when it is not there."""
        keys = [one.article_id for one in self._rows]
        return keys.index(article_id) if article_id in keys else -1

    def retranslate(self) -> None:
        """Say everything again, in another language."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.title
        if role == Qt.ItemDataRole.UserRole:
            return self._about(one, near=index.row() < self._near)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{one.title}\n{self._about(one, near=index.row() < self._near)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{one.title}: {self._about(one, near=index.row() < self._near)}"
        return None

    def _about(self, one: Similar, *, near: bool) -> str:
        date = texts.date_text(one.published) if one.published else ""
        parts = [one.outlet, date]
        if near:
            share = self.tr("{percent} the same").format(percent=f"{one.share * 100:.0f}\u00a0%")
            parts += [share, self._order(one)]
        elif one.words:
            parts.append(self.tr("both: {words}").format(words=", ".join(one.words[:4])))
        return "  ·  ".join(part for part in parts if part)

    def _order(self, one: Similar) -> str:
        if one.earlier is None:
            return ""
        return self.tr("came first") if one.earlier else self.tr("came later")
