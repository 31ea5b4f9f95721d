"""A number between two buttons, which the wheel does not change by accident."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QToolButton, QWidget

from desktop.ui.dialogs.parts import row, scale_icon
from desktop.ui.theme import Theme


class NumberField(QWidget):
    """Values from *least* to *most* in steps; Up and Down step too."""

    changed = Signal(int)

    def __init__(self, theme: Theme, least: int, most: int, step: int) -> None:
        super().__init__()
        self._theme = theme
        self._number = _Number()
        self._number.setRange(least, most)
        self._number.setSingleStep(step)
        self._less, self._more = QToolButton(), QToolButton()
        self.setLayout(row(self._less, self._number, self._more, gap=4))
        self.setFocusProxy(self._number)
        self._number.valueChanged.connect(self._on_value)
        steps = ((self._less, self._number.stepDown), (self._more, self._number.stepUp))
        for button, change in steps:
            button.setAutoRepeat(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(change)
        theme.changed.connect(self._retint)
        self._retint()
        self._retranslate()
        self._on_value(self._number.value())

    @property
    def value(self) -> int:
        """The number."""
        return self._number.value()

    def set_value(self, value: int) -> None:
        """Show another number."""
        self._number.setValue(value)

    def name(self, text: str, unit: str) -> None:
        """Call the field *text* for those who cannot see it, and show *unit* behind the number."""
        self._number.setAccessibleName(text)
        self._number.setSuffix(f" {unit}")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_value(self, value: int) -> None:
        self._less.setEnabled(value > self._number.minimum())
        self._more.setEnabled(value < self._number.maximum())
        self.changed.emit(value)

    def _retint(self) -> None:
        self._less.setIcon(self._theme.icon("minus"))
        self._more.setIcon(self._theme.icon("plus"))
        scale_icon(self._theme, self._less, self._more)

    def _retranslate(self) -> None:
        for button, text in (
            (self._less, self.tr("Less (Down)")),
            (self._more, self.tr("More (Up)")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)


class _Number(QSpinBox):
    def __init__(self) -> None:
        super().__init__()
        # Its own buttons away, but not by NoButtons: under a style sheet that hides the number too.
        self.setStyleSheet(
            "QSpinBox::up-button, QSpinBox::down-button { width: 0; height: 0; border: none; }"
        )
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
