"""What stands in place of the notebook's list when nothing is listed, and what to do next."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.context import Context
from desktop.ui.dialogs.parts import button, label
from desktop.ui.icons import pixmap
from desktop.ui.key_words import key_of


class BlankNotes(QWidget):
    """`cleared()` to show all highlights, `retried()` to read them again."""

    cleared = Signal()
    retried = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._settings = context.theme, context.settings
        self._kind, self._detail = "loading", ""
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title, self._text = label("heading"), label("muted")
        self._button: QPushButton = button(role="link")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        layout.addStretch(2)
        for widget in (self._icon, self._title, self._text):
            layout.addWidget(widget)
        for said in (self._title, self._text):
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self._button.clicked.connect(self._on_button)
        self._theme.changed.connect(self._draw)
        self._draw()

    @property
    def texts(self) -> str:
        """The words that are shown."""
        return "\n".join(part for part in (self._title.text(), self._text.text()) if part)

    def say(self, kind: str, detail: str) -> None:
        """Say why nothing is listed: loading, empty, hidden, narrowed, failed (*detail*: why)."""
        self._kind, self._detail = kind, detail
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._draw()
        super().changeEvent(event)

    def _on_button(self) -> None:
        self.retried.emit() if self._kind == "failed" else self.cleared.emit()

    def _draw(self) -> None:
        icon, title, text, way_out = self._words()
        self._title.setText(title)
        self._title.setFont(self._theme.font(size=1.1, bold=True))
        self._text.setText(text)
        self._button.setText(way_out)
        self._button.setVisible(bool(way_out))
        self._icon.setVisible(bool(icon))
        if icon:
            side = round(40 * max(1.0, (1 + self._theme.scale) / 2))
            colour = self._theme.palette.border
            self._icon.setPixmap(pixmap(icon, colour, side, self.devicePixelRatioF()))
        self.setAccessibleName(self.texts)

    def _words(self) -> tuple[str, str, str, str]:
        if self._kind == "loading":
            return "", "", self.tr("Reading the highlights…"), ""
        if self._kind == "failed":
            title = self.tr("The highlights cannot be shown")
            return "warning", title, self._detail, self.tr("Try again")
        if self._kind == "empty":
            text = self.tr(
                "Select some words in an article and press {key}. All your highlights come "
                "together here."
            ).format(key=key_of(self._settings, "annotation.highlight"))
            return "highlight", self.tr("There are no highlights yet"), text, ""
        if self._kind == "hidden":
            title = self.tr("The people shown have no highlights yet")
            return "eye", title, self.tr("Others are hidden: see the button with the eye."), ""
        title = self.tr("No highlight matches")
        if self._detail:
            title = self.tr("No highlight matches “{query}”").format(query=self._detail)
        text = self.tr("Use fewer words, or narrow less.")
        return "search", title, text, self.tr("Show all highlights")
