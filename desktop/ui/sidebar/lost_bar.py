"""The orphan tray: how many highlights have no place, or a doubtful one, and only them."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.context import Context
from desktop.ui.controls.flow_layout import FlowLayout
from desktop.ui.dialogs.parts import button, label
from desktop.ui.key_words import key_of

_SIDE = 16


class LostBar(QWidget):
    """Hidden while all is well. `toggled(on)`: show only those; `attach_wanted()`: the one key."""

    toggled = Signal(bool)
    attach_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lostBar")
        self._theme, self._settings = context.theme, context.settings
        self._counts = (0, 0)
        self._room = True
        self._icon = QLabel()
        self._text = label()
        self._hint = label("muted")
        self._only: QPushButton = button(role="link")
        self._only.setCheckable(True)
        self._only.toggled.connect(self._on_toggled)
        self._attach: QPushButton = button(role="link")
        self._attach.clicked.connect(self.attach_wanted)
        self._lay_out()
        self._retranslate()
        self._restyle()
        self._theme.changed.connect(self._restyle)
        self.hide()

    def show_counts(self, lost: int, doubtful: int) -> None:
        """Say how many there are; nothing to say hides the tray and shows all highlights."""
        if (lost, doubtful) == self._counts:
            return
        told = lost > self._counts[0]
        self._counts = (lost, doubtful)
        self._retranslate()
        self.setVisible(self._room and bool(lost or doubtful))
        if not lost and not doubtful:
            self._only.setChecked(False)
        elif told:
            event = QAccessibleAnnouncementEvent(self, self._text.text())
            QAccessible.updateAccessibility(event)

    def set_room(self, *, enough: bool, any_at_all: bool) -> None:
        """Leave the explanation out, or all of it, where there is no room."""
        self._room = any_at_all
        self._hint.setVisible(enough)
        self.setVisible(any_at_all and self._counts != (0, 0))

    def show_all(self) -> None:
        """Let go of the filter."""
        self._only.setChecked(False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_toggled(self, on: bool) -> None:
        self._retranslate()
        self.toggled.emit(on)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._icon)
        first.addWidget(self._text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 4)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self._hint)
        links = FlowLayout(spacing=8)
        links.addWidget(self._only)
        links.addWidget(self._attach)
        column.addLayout(links)

    def _restyle(self) -> None:
        side = round(_SIDE * self._theme.scale)
        picture = self._theme.icon("orphan", colour=self._theme.palette.accent)
        self._icon.setPixmap(picture.pixmap(QSize(side, side)))

    def _retranslate(self) -> None:
        lost, doubtful = self._counts
        parts = [
            self.tr("Without a place: {count}").format(count=lost) if lost else "",
            self.tr("To check: {count}").format(count=doubtful) if doubtful else "",
        ]
        self._text.setText("\n".join(part for part in parts if part))
        keys = {
            "attach": key_of(self._settings, "annotation.reattach"),
            "discard": key_of(self._settings, "annotation.delete"),
        }
        text = self.tr("Select where it belongs and press {attach}. {discard} discards it.")
        text = text.format(**keys)
        self._hint.setText(text)
        self.setToolTip(text)
        self._only.setText(self.tr("Show all") if self._only.isChecked() else self.tr("Show these"))
        self._attach.setText(self.tr("Re-attach"))
