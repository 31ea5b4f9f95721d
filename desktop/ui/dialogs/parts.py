"""What dialogs are put together from, so that they look alike and cut no word at any text size."""

from collections.abc import Callable, Sequence
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import icons
from desktop.ui.theme import Theme

MARGIN, GAP, SMALL_GAP, ICON = 24, 12, 4, 16


def label(role: str = "", *, wrap: bool = True) -> QLabel:
    """Return a plain-text label; *role* is "heading", "muted", "error" or ""."""
    made = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=wrap)
    if role:
        made.setProperty("role", role)
    return made


def hairline() -> QFrame:
    """Return a thin line between two parts of a dialog."""
    line = QFrame()
    line.setProperty("role", "hairline")
    line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return line


def column(*parts: QWidget | QLayout | int, gap: int = GAP) -> QVBoxLayout:
    """Return *parts* one below the other; a number is that much more space."""
    layout = QVBoxLayout()
    layout.setSpacing(gap)
    layout.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        if isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return layout


def row(*parts: QWidget | int, gap: int = 8) -> QHBoxLayout:
    """Return *parts* side by side; a number is that much more space."""
    layout = QHBoxLayout()
    layout.setSpacing(gap)
    layout.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        layout.addWidget(part) if isinstance(part, QWidget) else layout.addSpacing(part)
    return layout


def form(rows: Sequence[tuple[QLabel, QWidget]], *, gap: int = 8) -> QFormLayout:
    """Return names with their fields beside them, or below them where that is too narrow."""
    layout = QFormLayout()
    layout.setHorizontalSpacing(16)
    layout.setVerticalSpacing(gap)
    layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    for name, field in rows:
        name.setBuddy(field)
        layout.addRow(name, field)
    return layout


def text_field(name: str, *, clearable: bool = False) -> QLineEdit:
    """Return a line to type into, with *name* as its objectName."""
    made = QLineEdit()
    made.setObjectName(name)
    made.setClearButtonEnabled(clearable)
    return made


def button(*, role: str = "") -> QPushButton:
    """Return a push button that Enter presses only while it has the focus; *role* may be "link"."""
    made = QPushButton()
    made.setAutoDefault(False)
    if role:
        made.setProperty("role", role)
    return made


def while_there(widget: QWidget, call: Callable[[Any], None]) -> Callable[[Any], None]:
    """Return *call* for an answer that may come when *widget* is gone: then it is passed over."""

    def answer(result: Any) -> None:
        if shiboken6.isValid(widget):
            call(result)

    return answer


def scale_icon(theme: Theme, *tools: QAbstractButton) -> None:
    """Let the icons of *tools* grow with the window's texts."""
    side = round(ICON * max(1.0, theme.scale))
    for tool in tools:
        tool.setIconSize(QSize(side, side))


def buttons(left: Sequence[QWidget], right: Sequence[QWidget], *, role: str = "") -> QHBoxLayout:
    """Return the buttons at a dialog's foot; *role* "primary" marks the first on the right."""
    layout = row(*left)
    layout.addStretch(1)
    for widget in right:
        layout.addWidget(widget)
    if right and isinstance(right[0], QPushButton):
        right[0].setDefault(True)
        right[0].setProperty("role", role or None)
    return layout


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


def fact(name: str = "") -> QLineEdit:
    """Return one line that can be selected and copied whole, but not changed (a path, a number)."""
    line = text_field(name)
    line.setReadOnly(True)
    line.setStyleSheet(
        "QLineEdit { background: transparent; border: 1px solid transparent; padding: 0; }"
        "QLineEdit:focus { border-bottom-color: palette(accent); }"
    )
    line.setTextMargins(-3, 0, 0, 0)
    return line


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
        high = max(self._needed + self._foot(), lines * metrics.lineSpacing())
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

    def _foot(self) -> int:
        layout = self.window().layout()
        if layout is None:
            return 0
        items = (layout.itemAt(number) for number in range(1, layout.count()))
        return sum(item.sizeHint().height() for item in items if item)

    def _room(self) -> QSize:
        return self.screen().availableSize() * 0.9


class ErrorLine(QLabel):
    """One line under what it is about, hidden while there is nothing wrong; is read out."""

    def __init__(self) -> None:
        super().__init__(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.setProperty("role", "error")
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hide()

    def tell(self, text: str) -> None:
        """Show *text*; "" hides the line."""
        self.setText(text)
        self.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))


class Disclosure(QToolButton):
    """A line with a small arrow that shows and hides another widget."""

    opened = Signal(bool)

    def __init__(self, theme: Theme, body: QWidget) -> None:
        super().__init__()
        self.setCheckable(True)
        self._theme = theme
        self._body = body
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setStyleSheet("QToolButton:checked:!hover { background: transparent; }")
        self.toggled.connect(self._on_toggled)
        theme.changed.connect(self._retint)
        body.hide()
        self._retint()

    def _on_toggled(self, on: bool) -> None:
        self._body.setVisible(on)
        self._retint()
        self.opened.emit(on)

    def _retint(self) -> None:
        self.setIcon(self._theme.icon("chevron-down" if self.isChecked() else "chevron-right"))
        scale_icon(self._theme, self)


class Choice(QComboBox):
    """Values under their names, with an arrow; the wheel scrolls the dialog, not the value."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def offer(self, values: Sequence[tuple[str, object]]) -> None:
        """Replace the names and values, keeping the chosen value; says nothing of it."""
        chosen = self.currentData()
        blocked = self.blockSignals(True)
        self.clear()
        for name, value in values:
            self.addItem(name, value)
        self.choose(chosen)
        self.blockSignals(blocked)

    def choose(self, value: object) -> None:
        """Choose *value*; the first when it is not on offer."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def sizeHint(self) -> QSize:
        more = round(ICON * (self._theme.scale - 1))
        return super().sizeHint() + QSize(max(0, more), 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        palette = self._theme.palette
        colour = palette.ink if self.isEnabled() else palette.border
        side = round(ICON * max(1.0, self._theme.scale))
        picture = icons.pixmap("chevron-down", colour, side, self.devicePixelRatioF())
        place = QPoint(self.width() - side - 6, (self.height() - side) // 2)
        with QPainter(self) as painter:
            painter.drawPixmap(place, picture)
