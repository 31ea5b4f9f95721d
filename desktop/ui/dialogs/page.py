"""How a dialog is filled and how large it is: nothing in it is ever cut, at any size of text."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLayoutItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.dialogs.parts import GAP, MARGIN, column, hairline


def lay_out(dialog: QDialog, body: QVBoxLayout, foot: QHBoxLayout) -> None:
    """Fill *dialog*: a body that scrolls when the screen is too small for it, and its buttons.

    The dialog is deleted once it is closed.
    """
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    page = Page(body)
    foot.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
    layout = column(page, hairline(), foot, gap=0)
    layout.setStretch(0, 1)
    dialog.setLayout(layout)


def fit(dialog: QDialog, *, characters: int, lines: int = 0) -> None:
    """Give *dialog* room for so many characters a line, and for all lines (at least *lines*)."""
    page = dialog.findChild(Page)
    if page:
        page.grow_to(characters, lines)


class Page(QScrollArea):
    """A dialog's body at its full size where the screen has room for it, else scrolling downwards.

    The dialog grows when there is more in it than before; it never shrinks by itself.
    """

    def __init__(self, body: QVBoxLayout) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body = body
        self._inner = QWidget()
        body.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._inner.setLayout(body)
        self.setWidget(self._inner)
        self.viewport().setAutoFillBackground(False)
        self._inner.setAutoFillBackground(False)
        self._characters = self._lines = self._needed = 0
        self._inner.installEventFilter(self)

    def height_for(self, width: int) -> int:
        """Return the height that shows all of the body at *width*."""
        self._body.activate()
        if not self._body.hasHeightForWidth():
            return self._inner.sizeHint().height()
        return max(self._body.totalHeightForWidth(width), self._body.totalMinimumSize().height())

    def grow_to(self, characters: int, lines: int) -> None:
        """Give the dialog room for so many characters a line and lines, also once it is shown."""
        self._characters, self._lines = characters, lines
        metrics = QFontMetrics(self.font())
        text = characters * metrics.averageCharWidth() + 2 * MARGIN
        wide = min(max(self.minimumSizeHint().width(), text), self._room().width())
        self._needed = self.height_for(wide)
        high = max(self._needed + self._foot(wide), lines * metrics.lineSpacing())
        self.window().resize(wide, min(high, self._room().height()))

    def sizeHint(self) -> QSize:
        wide = self._inner.sizeHint().width()
        return QSize(wide, self.height_for(wide))

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        least = self._inner.minimumSizeHint()
        few_lines = 6 * self.fontMetrics().lineSpacing()
        return QSize(least.width() + bar, min(least.height(), few_lines))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.grow_to(self._characters, self._lines)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inner and event.type() == QEvent.Type.LayoutRequest:
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        before, self._needed = self._needed, self.height_for(self.viewport().width())
        lack = self._needed - self.viewport().height()
        if self.isVisible() and lack > 0 and self._needed > before:
            window = self.window()
            window.resize(window.width(), min(window.height() + lack, self._room().height()))

    def _foot(self, width: int) -> int:
        layout = self.window().layout()
        if layout is None:
            return 0
        items = (layout.itemAt(number) for number in range(1, layout.count()))
        return sum(_height(item, width) for item in items if item)

    def _room(self) -> QSize:
        return self.screen().availableSize() * 0.9


def _height(item: QLayoutItem, width: int) -> int:
    tall = item.hasHeightForWidth()
    return item.heightForWidth(width) if tall else item.sizeHint().height()
