"""Eight dots to choose a highlight colour with, told apart by their digits too."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.core.colours import COLOURS
from desktop.ui.controls.flow_layout import FlowLayout
from desktop.ui.texts import colour_name
from desktop.ui.theme import Theme

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class ColourDots(QWidget):
    """`chosen(colour)` when the user takes a dot; `current` is the ringed one, "" for none.

    One Tab reaches the dots, arrows move among them, Space or Enter takes one.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = ""
        self._dots = {
            colour: ColourDot(theme, colour, number, self)
            for number, colour in enumerate(COLOURS, 1)
        }
        layout = FlowLayout(self, spacing=0)
        for dot in self._dots.values():
            layout.addWidget(dot)
            dot.clicked.connect(self._on_clicked)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._set_tab_stop(self._dots[COLOURS[0]])
        self._retranslate()

    @property
    def current(self) -> str:
        """The ringed colour."""
        return self._current

    @current.setter
    def current(self, colour: str) -> None:
        self._current = colour
        for dot in self._dots.values():
            dot.setChecked(dot.colour == colour)
        self._set_tab_stop(self._dots.get(colour, self._dots[COLOURS[0]]))

    def dot(self, colour: str) -> "ColourDot":
        """Return the button of *colour*."""
        return self._dots[colour]

    def _on_clicked(self) -> None:
        dot = self.sender()
        if isinstance(dot, ColourDot):
            dot.setChecked(dot.colour == self._current)
            self.chosen.emit(dot.colour)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        dots = list(self._dots.values())
        focused = next((at for at, dot in enumerate(dots) if dot.hasFocus()), None)
        step = _STEPS.get(Qt.Key(event.key()))
        if focused is None or step is None:
            super().keyPressEvent(event)
            return
        to = dots[(focused + step) % len(dots)]
        self._set_tab_stop(to)
        to.setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _set_tab_stop(self, stop: "ColourDot") -> None:
        for dot in self._dots.values():
            tabbed = dot is stop
            dot.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tabbed else Qt.FocusPolicy.ClickFocus)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Highlight colour"))


class ColourDot(QAbstractButton):
    """One colour with its digit; checked it has a ring."""

    def __init__(self, theme: Theme, colour: str, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = colour
        self._number = number
        self._theme = theme
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._retranslate()
        self._refont()
        theme.changed.connect(self._refont)

    def sizeHint(self) -> QSize:
        side = max(21, self.fontMetrics().height() + 9)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        box = QRectF(self.rect())
        radius = box.width() / 2 - 3.5
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.accent), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self.isChecked():
            painter.setPen(QPen(QColor(palette.ink), 1.5))
            painter.drawEllipse(QPointF(box.center()), radius + 2, radius + 2)
            radius -= 0.5
        grown = 1 if self.underMouse() and not self.isChecked() else 0
        painter.setPen(QPen(QColor(palette.edges[self.colour]), 1))
        painter.setBrush(QColor(palette.marks[self.colour]))
        painter.drawEllipse(QPointF(box.center()), radius + grown, radius + grown)
        painter.setPen(QColor(palette.ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif Qt.Key(event.key()) in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        name = colour_name(self.colour)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({self._number})")

    def _refont(self) -> None:
        self.setFont(self._theme.font(size=0.78))
        self.updateGeometry()
        self.update()
