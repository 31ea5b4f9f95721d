"""The list below the search box: what could be meant, and a word on it. It never takes focus."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.ui.controls.popups import let_float, stand_at
from desktop.ui.library_pane.row_look import row_look
from desktop.ui.theme import Theme

ROWS = 9
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Offer:
    """A row: `text` is what is filled in, `shown` how it reads, `note` a word on it."""

    text: str
    shown: str
    note: str = ""


class OfferModel(QAbstractListModel):
    """The rows of the popup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offers: list[Offer] = []

    def show(self, offers: Sequence[Offer]) -> None:
        """List *offers*."""
        self.beginResetModel()
        self.offers = list(offers)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        offer = self.offers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.shown
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{offer.shown} – {offer.note}" if offer.note else offer.shown
        return None


class SearchPopup(QListView):
    """A borderless window at the search box; no row is current until one is chosen."""

    def __init__(self, theme: Theme, box: QWidget) -> None:
        super().__init__(box)
        let_float(self)
        self.setObjectName("searchPopup")
        self._theme = theme
        self._box = box
        self.rows = OfferModel(self)
        self.setModel(self.rows)
        self._delegate = _OfferDelegate(theme, self)
        self.setItemDelegate(self._delegate)

    @property
    def current(self) -> Offer | None:
        """The highlighted row."""
        row = self.currentIndex().row()
        return self.rows.offers[row] if 0 <= row < len(self.rows.offers) else None

    def open(self, offers: Sequence[Offer]) -> None:
        """Show *offers* at the box; nothing to show closes it."""
        if not offers:
            self.hide()
            return
        self.rows.show(offers)
        self._delegate.measure(offers)
        self.setCurrentIndex(QModelIndex())
        self.scrollToTop()
        self.place()
        self.show()

    def step(self, by: int) -> None:
        """Move the highlight; past the last row comes the first."""
        row, count = self.currentIndex().row(), len(self.rows.offers)
        wanted = row + by if row >= 0 else (0 if by > 0 else -1)
        self.setCurrentIndex(self.rows.index(wanted % count))

    def place(self) -> None:
        """Stand below the box, or above it where the screen ends."""
        room = self._box.screen().availableGeometry().width()
        stand_at(self, self._box, self._wanted(self._box.width(), room))

    def _wanted(self, least: int, room: int) -> QSize:
        frame = 2 * self.frameWidth()
        row = self._delegate.size()
        rows = min(ROWS, len(self.rows.offers))
        bar = self.verticalScrollBar().sizeHint().width() * (len(self.rows.offers) > ROWS)
        most = min(room, max(least, QFontMetrics(self._theme.font()).averageCharWidth() * 72))
        wide = max(least, min(row.width() + frame + bar, most))
        return QSize(wide, rows * row.height() + frame)


class _OfferDelegate(QStyledItemDelegate):
    """The offer, and behind the widest of them the notes, muted."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = self._notes = 0

    def measure(self, offers: Sequence[Offer]) -> None:
        """Take the widths of the two columns."""
        look = row_look(self._theme)
        names, notes = QFontMetrics(look.title), QFontMetrics(look.meta)
        # A little more than Qt says: where a pixel is cut, it takes the last letters away.
        widest = max(names.horizontalAdvance(offer.shown) for offer in offers)
        self._names = widest + look.px(4)
        self._notes = max(notes.horizontalAdvance(offer.note) for offer in offers)

    def size(self) -> QSize:
        """Return the size at which nothing of a row is cut."""
        look = row_look(self._theme)
        notes = self._notes + look.px(16) if self._notes else 0
        return QSize(self._names + notes + look.px(24), look.title_height + look.px(8))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.size().height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, OfferModel):
            return
        offer, look = model.offers[index.row()], row_look(self._theme)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(look.palette.selected))
        inner = rect.adjusted(look.px(10), 0, -look.px(10), 0)
        painter.setFont(look.title)
        wide = inner.width() if not self._notes else min(self._names, inner.width() * 2 // 3)
        name = QRect(inner.left(), inner.top(), wide, inner.height())
        self._draw(painter, option, name, offer.shown, look.palette.ink)
        if offer.note:
            painter.setFont(look.meta)
            note = inner.adjusted(wide + look.px(16), 0, 0, 0)
            self._draw(painter, option, note, offer.note, look.palette.muted)
        painter.restore()

    def _draw(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        text: str,
        colour: str,
    ) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        at = QStyle.visualRect(option.direction, option.rect, rect)  # type: ignore[attr-defined]
        painter.setPen(QColor(colour))
        painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
