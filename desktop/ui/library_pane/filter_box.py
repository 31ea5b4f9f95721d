"""A filter as a chip: a combo box as wide as its choice, accented while it narrows the list."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
    QWidget,
)

from desktop.ui.controls.names import NameDelegate
from desktop.ui.icons import pixmap
from desktop.ui.library_pane.row_look import RowLook, row_look
from desktop.ui.theme import Theme

DEPTH: int = Qt.ItemDataRole.UserRole + 1
COUNT = Qt.ItemDataRole.UserRole + 2
LABEL = Qt.ItemDataRole.UserRole + 3
Index = QModelIndex | QPersistentModelIndex


class FilterBox(QComboBox):
    """The first item is "no filter". LABEL is what the closed box says, if not the item's text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setMaxVisibleItems(16)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(4)
        self.view().setItemDelegate(ItemDelegate(theme, self))
        self.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.currentIndexChanged.connect(self.updateGeometry)

    @property
    def label(self) -> str:
        """What the closed box says."""
        return self.itemData(self.currentIndex(), LABEL) or self.currentText()

    def sizeHint(self) -> QSize:
        look = row_look(self._theme)
        text = QFontMetrics(self.font()).horizontalAdvance(self.label)
        most = round(200 * max(1.0, look.scale))
        return QSize(min(text + self._around(look), most), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        look = row_look(self._theme)
        widest = self.sizeHint()
        return QSize(min(widest.width(), look.px(48) + self._around(look)), widest.height())

    def showPopup(self) -> None:
        """Make the list wide enough for its items, which the closed box is not."""
        look = row_look(self._theme)
        self.view().setMinimumWidth(max(self.width(), min(self._widest_item(look), look.px(360))))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        look = row_look(self._theme)
        colour = look.palette.accent if self.currentIndex() > 0 else look.palette.ink
        inner = self.rect().adjusted(look.px(8) + 1, 0, -look.px(28), 0)
        painter.setPen(QColor(colour))
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self.label, Qt.TextElideMode.ElideMiddle, inner.width())
        mirror = self.layoutDirection()
        place = QStyle.visualRect(mirror, self.rect(), inner)
        edge = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, edge, shown)
        self._draw_arrow(painter, look)

    def _draw_arrow(self, painter: QPainter, look: RowLook) -> None:
        size = look.px(14)
        left, top = self.width() - look.px(8) - size, (self.height() - size) // 2
        at = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(left, top, size, size))
        picture = pixmap("chevron-down", look.palette.muted, size, self.devicePixelRatioF())
        painter.drawPixmap(at.topLeft(), picture)

    def _around(self, look: RowLook) -> int:
        return look.px(8) + look.px(28) + 4

    def _widest_item(self, look: RowLook) -> int:
        metrics = QFontMetrics(self.font())
        room = look.px(64)
        return room + max(
            (
                metrics.horizontalAdvance(self.itemText(row))
                + look.px(16) * (self.itemData(row, DEPTH) or 0)
                for row in range(min(self.count(), 300))
            ),
            default=0,
        )


class ItemDelegate(NameDelegate):
    """An item of the list: indented by its depth, its number at the end."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = row_look(self._theme)
        return QSize(look.px(120), look.title_height + look.px(10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = row_look(self._theme)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, QColor(look.palette.hover))
        count = str(index.data(COUNT) or "")
        metrics = QFontMetrics(look.title)
        inner = rect.adjusted(look.px(8 + 16 * (index.data(DEPTH) or 0)), 0, -look.px(8), 0)
        painter.setFont(look.title)
        self._draw(painter, option, inner, count, look.palette.muted, right=True)
        if count:
            inner.adjust(0, 0, -metrics.horizontalAdvance(count) - look.px(12), 0)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        self._draw(painter, option, inner, shown, look.palette.ink, right=False)
        painter.restore()

    def _draw(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        text: str,
        colour: str,
        *,
        right: bool,
    ) -> None:
        edge = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        at = QStyle.visualRect(option.direction, option.rect, rect)  # type: ignore[attr-defined]
        painter.setPen(QColor(colour))
        painter.drawText(at, edge | Qt.AlignmentFlag.AlignVCenter, text)
