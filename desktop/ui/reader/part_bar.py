"""Turns the parts of a text that is too long to be shown at once."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class PartBar(QFrame):
    """“Part 2 of 9” with a button on each side; hidden for texts of one part."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("partBar")
        self._part, self._count = 0, 1
        self._label = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._previous, self._next = QPushButton(), QPushButton()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.addWidget(self._previous)
        layout.addWidget(self._label, 1, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._next)
        self._previous.clicked.connect(lambda: self.turned.emit(self._part - 1))
        self._next.clicked.connect(lambda: self.turned.emit(self._part + 1))
        self._retranslate()
        self.hide()

    def tell(self, part: int, count: int) -> None:
        """Show that part number *part* (from 0) of *count* is open."""
        self._part, self._count = part, count
        self._previous.setEnabled(part > 0)
        self._next.setEnabled(part + 1 < count)
        self._retranslate()
        self.setVisible(count > 1)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        shown = self.tr("Part {part} of {count}")
        self._label.setText(shown.format(part=self._part + 1, count=self._count))
        self._previous.setText(self.tr("Previous part"))
        self._next.setText(self.tr("Next part"))
