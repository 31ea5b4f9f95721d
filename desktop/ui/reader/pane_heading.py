"""The line above each of two texts: which one it is, which one verbs speak to, swap and close."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from desktop.ui.plain import tool_tip
from desktop.ui.reader.page import one_line
from desktop.ui.theme import Theme


class PaneHeading(QFrame):
    """`chosen()` when the user clicks it; `swap` and `close` are its buttons."""

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paneHeading")
        self._theme = theme
        self._title = ""
        self._active = False
        self._close_verb: QAction | None = None
        self._label = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.swap, self.close_button = QToolButton(), QToolButton()
        self._lay_out()
        self._restyle()
        self._retranslate()
        theme.changed.connect(self._restyle)

    def set_verbs(self, *, swap: QAction, close: QAction) -> None:
        """Give the buttons the words and keys of these verbs."""
        self.swap.setDefaultAction(swap)
        self._close_verb = close
        self._retranslate()

    def set_title(self, title: str) -> None:
        """Show which article is below."""
        self._title = one_line(title)
        self._label.setToolTip(tool_tip(self._title))
        self._label.setAccessibleName(self._title)
        self._fit()

    def set_active(self, active: bool) -> None:
        """Show whether margin and verbs speak to the text below."""
        self._active = active
        self.setProperty("active", active)
        self.style().unpolish(self)
        self.style().polish(self)
        self._restyle()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 2, 4, 2)
        layout.setSpacing(4)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.swap)
        layout.addWidget(self.close_button)

    def _fit(self) -> None:
        metrics, room = self._label.fontMetrics(), self._label.width()
        self._label.setText(metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room))

    def _restyle(self) -> None:
        for button in (self.swap, self.close_button):
            button.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
        self.close_button.setIcon(self._theme.icon("close"))
        self._label.setProperty("role", "" if self._active else "muted")
        self._label.style().polish(self._label)
        self._label.setFont(self._theme.font(bold=self._active))
        self._fit()

    def _retranslate(self) -> None:
        name, verb = self.tr("Close this text"), self._close_verb
        key = verb.shortcut().toString(QKeySequence.SequenceFormat.NativeText) if verb else ""
        self.close_button.setAccessibleName(name)
        self.close_button.setToolTip(f"{name} ({key})" if key and self._active else name)
