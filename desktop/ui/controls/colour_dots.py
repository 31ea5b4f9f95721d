"""Eight dots to choose highlight colours with, told apart by their digits too."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.core.colours import COLOURS
from desktop.ui.controls.flow_layout import FlowLayout
from desktop.ui.plain import tool_tip
from desktop.ui.theme import Theme

_WIDEST = 6  # of a label, in sides of its dot
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class ColourDots(QWidget):
    """`chosen(colour)` when the user takes a dot; `checked` are the ringed ones.

    With `labelled` the user's word for a colour stands beside its dot. One Tab reaches the dots,
    arrows move among them, Space or Enter takes one.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, labelled: bool = False
    ) -> None:
        super().__init__(parent)
        self._checked: frozenset[str] = frozenset()
        self._dots = {
            colour: ColourDot(theme, colour, number, self, labelled=labelled)
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
    def checked(self) -> frozenset[str]:
        """The ringed colours."""
        return self._checked

    @checked.setter
    def checked(self, colours: frozenset[str]) -> None:
        self._checked = colours
        for dot in self._dots.values():
            dot.setChecked(dot.colour in colours)
        first = next((dot for dot in self._dots.values() if dot.isChecked()), None)
        self._set_tab_stop(first or self._dots[COLOURS[0]])

    def dot(self, colour: str) -> "ColourDot":
        """Return the button of *colour*."""
        return self._dots[colour]

    def set_trailing(self, widget: QWidget) -> None:
        """Let *widget* stand behind the last dot."""
        layout = self.layout()
        if layout:
            layout.addWidget(widget)

    def _on_clicked(self) -> None:
        dot = self.sender()
        if isinstance(dot, ColourDot):
            dot.setChecked(dot.colour in self._checked)
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

    def __init__(
        self, theme: Theme, colour: str, number: int, parent: QWidget, *, labelled: bool = False
    ) -> None:
        super().__init__(parent)
        self.colour = colour
        self._labelled = labelled
        self._number = number
        self._theme = theme
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._refont()
        self._retranslate()
        theme.changed.connect(self._refont)
        theme.colours.changed.connect(self._retranslate)

    def sizeHint(self) -> QSize:
        side = self._side
        label = self._label
        words = min(QFontMetrics(self._words).horizontalAdvance(label), _WIDEST * side)
        return QSize(side + (words + 12 if label else 0), side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        box = QRectF(0, 0, self.height(), self.height())
        radius = box.width() / 2 - 3.5
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.accent), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self.isChecked():
            painter.setPen(QPen(QColor(palette.ink), 1.5))
            painter.drawEllipse(QPointF(box.center()), radius + 2, radius + 2)
            radius -= 0.5
        grown = 1 if self.underMouse() and not self.isChecked() else 0
        painter.setPen(QPen(QColor(palette.edges[self.colour]), 1))
        painter.setBrush(QColor(palette.marks[self.colour]))
        painter.drawEllipse(QPointF(box.center()), radius + grown, radius + grown)
        painter.setPen(QColor(palette.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))
        self._paint_label(painter)

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

    @property
    def _side(self) -> int:
        return max(21, self.fontMetrics().height() + 9)

    @property
    def _label(self) -> str:
        return self._theme.colours.labels.get(self.colour, "") if self._labelled else ""

    def _paint_label(self, painter: QPainter) -> None:
        if not self._label:
            return
        place = QRect(self.height() + 2, 0, self.width() - self.height() - 6, self.height())
        painter.setFont(self._words)
        metrics, right = painter.fontMetrics(), Qt.TextElideMode.ElideRight
        shown = metrics.elidedText(self._label, right, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _retranslate(self) -> None:
        name = self._theme.colours.whole(self.colour)
        self.setAccessibleName(name)
        self.setToolTip(tool_tip(f"{name} ({self._number})"))
        self.updateGeometry()
        self.update()

    def _refont(self) -> None:
        self.setFont(self._theme.font(size=0.78))
        self._words = self._theme.font(size=0.9)
        self.updateGeometry()
        self.update()


def dot_icon(theme: Theme, colour: str, side: int) -> QIcon:
    """Return a dot in a highlight colour with its digit: told apart without the colour too."""
    picture = QPixmap(2 * side, 2 * side)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.palette.edges[colour]))
        painter.setBrush(QColor(theme.palette.marks[colour]))
        painter.drawEllipse(1, 1, side - 2, side - 2)
        font = theme.font()
        font.setPixelSize(round(side * 0.62))
        painter.setFont(font)
        painter.setPen(QColor(theme.palette.ink))
        digit = str(COLOURS.index(colour) + 1)
        left = (side - QFontMetrics(font).horizontalAdvance(digit)) / 2
        painter.drawText(round(left), round(side * 0.73), digit)
    return QIcon(picture)
