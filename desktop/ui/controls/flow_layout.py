"""A layout that wraps like words in a paragraph: rows of chips, dots and small buttons."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


@dataclass(frozen=True, slots=True)
class _Place:
    item: QLayoutItem
    x: int
    width: int
    height: int


class FlowLayout(QLayout):
    """Rows from the leading edge; an item that expands takes the rest of its row."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def insert_widget(self, at: int, widget: QWidget) -> None:
        """Put *widget* before the item that stands at *at*."""
        self.addWidget(widget)
        self._items.insert(at, self._items.pop())
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        rows = self._rows(width - margins.left() - margins.right())
        return self._height(rows) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() + self.spacing() for hint in hints) - self.spacing()
        height = max((hint.height() for hint in hints), default=0)
        return self._with_margins(QSize(max(0, width), height))

    def minimumSize(self) -> QSize:
        least = QSize(0, 0)
        for item in self._items:
            if not item.isEmpty():
                least = least.expandedTo(item.minimumSize())
        return self._with_margins(least)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = self.contentsRect()
        mirrored = self._direction() == Qt.LayoutDirection.RightToLeft
        y = inner.top()
        for row in self._rows(inner.width()):
            height = max(place.height for place in row)
            for place in row:
                x = inner.width() - place.x - place.width if mirrored else place.x
                top = y + (height - place.height) // 2
                place.item.setGeometry(QRect(inner.left() + x, top, place.width, place.height))
            y += height + self.spacing()

    def _direction(self) -> Qt.LayoutDirection:
        owner = self.parentWidget()
        return owner.layoutDirection() if owner else Qt.LayoutDirection.LeftToRight

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(
            margins.left() + margins.right(),
            margins.top() + margins.bottom(),
        )

    def _height(self, rows: list[list[_Place]]) -> int:
        heights = sum(max(place.height for place in row) for row in rows)
        return heights + self.spacing() * max(0, len(rows) - 1)

    def _rows(self, width: int) -> list[list[_Place]]:
        rows: list[list[_Place]] = []
        x = 0
        for item in self._shown():
            least = self._least(item)
            if not rows or x + least > width:
                rows.append([])
                x = 0
            stretches = item.expandingDirections() & Qt.Orientation.Horizontal
            taken = width - x if stretches else min(least, width)
            taken = max(0, taken)
            tall = item.hasHeightForWidth()
            height = item.heightForWidth(taken) if tall else item.sizeHint().height()
            rows[-1].append(_Place(item, x, taken, height))
            x += taken + self.spacing()
        return rows

    def _shown(self) -> Iterator[QLayoutItem]:
        return (item for item in self._items if not item.isEmpty())

    @staticmethod
    def _least(item: QLayoutItem) -> int:
        stretches = item.expandingDirections() & Qt.Orientation.Horizontal
        return item.minimumSize().width() if stretches else item.sizeHint().width()
