"""What dialogs are put together from, so that they look alike and cut no word at any text size."""

from collections.abc import Callable, Sequence
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import icons
from desktop.ui.controls.clear_button import ClearButton
from desktop.ui.controls.flow_layout import FlowLayout
from desktop.ui.theme import Theme

MARGIN, GAP, SMALL_GAP, ICON = 24, 12, 4, 16
_MANY = 3


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
    if clearable:
        ClearButton(made)
    return made


def button(*, role: str = "") -> QPushButton:
    """Return a push button that Enter presses only while it has the focus; *role* may be "link"."""
    made = QPushButton()
    made.setAutoDefault(False)
    if role:
        made.setProperty("role", role)
    return made


def while_there(asker: QObject, call: Callable[[Any], None]) -> Callable[[Any], None]:
    """Return *call* for an answer that may come when *asker* is gone: then it is passed over."""

    def answer(result: Any) -> None:
        if shiboken6.isValid(asker):
            call(result)

    return answer


def scale_icon(theme: Theme, *tools: QAbstractButton) -> None:
    """Let the icons of *tools* grow with the window's texts."""
    side = round(ICON * max(1.0, theme.scale))
    for tool in tools:
        tool.setIconSize(QSize(side, side))


def buttons(left: Sequence[QWidget], right: Sequence[QWidget], *, role: str = "") -> QHBoxLayout:
    """Return the buttons at a dialog's foot; *role* "primary" marks the first on the right.

    Many on the left take further lines where one has no room for all.
    """
    layout = row(*left) if len(left) < _MANY else row()
    if len(left) < _MANY:
        layout.addStretch(1)
    else:
        layout.addLayout(_flowing(left), 1)
    for widget in right:
        layout.addWidget(widget)
    if right and isinstance(right[0], QPushButton):
        right[0].setDefault(True)
        right[0].setProperty("role", role or None)
    return layout


def _flowing(widgets: Sequence[QWidget]) -> FlowLayout:
    flow = FlowLayout(spacing=8)
    for widget in widgets:
        flow.addWidget(widget)
    return flow


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

    def narrow(self, letters: int) -> None:
        """Take no more room than *letters* need, where there is no more."""
        self.setMinimumContentsLength(letters)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

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
