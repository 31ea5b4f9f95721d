"""A list of files: the name, and below it a sentence about it in as many lines as it needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.plain import tool_tip
from desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_PAD, _LINE_GAP = 8, 2


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file and what there is to say about it; `name` is shown in place of the file's."""

    path: Path
    text: str
    name: str = ""


class FileLineModel(QAbstractListModel):
    """The lines; the full path is in the tooltip."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[FileLine] = ()

    def set_lines(self, lines: Sequence[FileLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name or line.path.name or str(line.path)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(str(line.path))
        if role == Qt.ItemDataRole.UserRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.name or line.path.name}: {line.text}"
        return None


class FileLineDelegate(QStyledItemDelegate):
    """Draws a line of a `FileLineModel` as wide as its view."""

    def __init__(
        self,
        theme: Theme,
        view: QListView,
        *,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
    ) -> None:
        super().__init__(view)
        self._elide = elide
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        metrics = QFontMetrics(self._view.font())
        text = self._laid_out(index.data(Qt.ItemDataRole.UserRole), width - 2 * _PAD)
        high = metrics.lineSpacing() + _LINE_GAP + text.boundingRect().height() + 2 * _PAD
        return QSize(width, ceil(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        metrics = QFontMetrics(self._theme.font(bold=True))
        painter.save()
        self._paint_ground(painter, index, rect)
        inner = rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        name = metrics.elidedText(index.data(), self._elide, inner.width())
        painter.setFont(self._theme.font(bold=True))
        painter.setPen(QColor(self._theme.palette.ink))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignTop), name)
        painter.setPen(QColor(self._theme.palette.muted))
        below = inner.topLeft() + QPoint(0, metrics.lineSpacing() + _LINE_GAP)
        text = self._laid_out(index.data(Qt.ItemDataRole.UserRole), inner.width())
        text.draw(painter, QPointF(below))
        painter.restore()

    def _paint_ground(self, painter: QPainter, index: Index, rect: QRect) -> None:
        palette = self._theme.palette
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(rect, QColor(palette.selected))
        painter.setPen(QColor(palette.hairline))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _laid_out(self, text: str, width: int) -> QTextLayout:
        layout = QTextLayout(text, self._view.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout
