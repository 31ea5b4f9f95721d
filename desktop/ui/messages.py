"""The message bar: what happened, for a moment, with undo at hand; errors stay until closed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from desktop.ui.theme import Theme

SHOWN_MS = 6_000


class MessageBar(QFrame):
    """Hidden until `tell`; kind is "info", "warning" or "error"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._theme = theme
        self._act: Callable[[], object] | None = None
        self._other_act: Callable[[], object] | None = None
        self._stays = False
        self._text = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton()
        self._action.setProperty("role", "link")
        self._other = QPushButton()
        self._other.setProperty("role", "link")
        self._close = QToolButton()
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._lay_out()
        self._retranslate()
        theme.changed.connect(self._retint)
        self.hide()

    @property
    def text(self) -> str:
        """The message that is shown."""
        return self._text.text()

    def tell(
        self,
        text: str,
        kind: str = "info",
        *,
        action: str = "",
        act: Callable[[], object] | None = None,
        other: tuple[str, Callable[[], None]] | None = None,
        stay: bool = False,
    ) -> None:
        """Show *text*, with a button *action* that calls *act*; errors stay, others with *stay*.

        *other* is a second button's text and what it calls.
        """
        self._stays = stay or kind == "error"
        self._text.setText(text)
        self._act = act
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._other_act = other[1] if other else None
        self._other.setText(other[0] if other else "")
        self._other.setVisible(other is not None)
        self.setProperty("kind", kind)
        self.style().polish(self)
        self.show()
        self._timer.stop() if self._stays else self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def enterEvent(self, event: QEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)  # type: ignore[arg-type]

    def leaveEvent(self, event: QEvent) -> None:
        if not self._stays:
            self._timer.start()
        super().leaveEvent(event)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        for widget in (self._text, self._action, self._other, self._close):
            layout.addWidget(widget)
        self._timer.timeout.connect(self.hide)
        self._close.clicked.connect(self.hide)
        self._action.clicked.connect(self._on_action)
        self._other.clicked.connect(self._on_other)
        self._retint()

    def _retint(self) -> None:
        self._close.setIcon(self._theme.icon("close"))
        self._close.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))

    def _retranslate(self) -> None:
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))

    def _on_action(self) -> None:
        self.hide()
        if self._act:
            self._act()

    def _on_other(self) -> None:
        self.hide()
        if self._other_act:
            self._other_act()
