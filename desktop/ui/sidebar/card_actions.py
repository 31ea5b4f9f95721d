"""The row of actions on the open card: colour, underline, copy, delete."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from desktop.library.annotations import Annotation
from desktop.ui.context import Context
from desktop.ui.controls.colour_dots import ColourDots
from desktop.ui.controls.flow_layout import FlowLayout
from desktop.ui.key_words import with_key


class CardActions(QWidget):
    """Tells what was asked for; does nothing itself."""

    colour_chosen = Signal(str)
    style_chosen = Signal(str)
    copy_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._settings = context.theme, context.settings
        self.dots = ColourDots(context.theme, self)
        self.underline = QToolButton()
        self.underline.setCheckable(True)
        self.copy = QToolButton()
        self.delete = QToolButton()
        self._lay_out()
        self._connect()
        self._retranslate()
        self._restyle()
        self._theme.changed.connect(self._restyle)

    def show_annotation(self, one: Annotation) -> None:
        """Show what a highlight is like now."""
        self.dots.checked = frozenset((one.colour,))
        self.underline.setChecked(one.style == "underline")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.setObjectName("cardActions")
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.underline, self.copy, self.delete):
            row.addWidget(button)
        flow = FlowLayout(self, spacing=0)
        flow.addWidget(self.dots)
        flow.addWidget(tools)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _connect(self) -> None:
        self.dots.chosen.connect(self.colour_chosen)
        self.underline.clicked.connect(self._on_underline)
        self.copy.clicked.connect(self.copy_wanted)
        self.delete.clicked.connect(self.delete_wanted)

    def _on_underline(self, checked: bool) -> None:
        self.style_chosen.emit("underline" if checked else "highlight")

    def _restyle(self) -> None:
        for button, name in (
            (self.underline, "underline"),
            (self.copy, "copy"),
            (self.delete, "delete"),
        ):
            button.setIcon(self._theme.icon(name))
            side = max(16, round(16 * self._theme.scale))
            button.setIconSize(QSize(side, side))

    def _retranslate(self) -> None:
        delete = self.tr("Delete this highlight")
        delete = with_key(self._settings, delete, "annotation.delete")
        for button, name, tip in (
            (self.underline, self.tr("Underline"), self.tr("Underline instead of marking")),
            (self.copy, self.tr("Copy quote"), self.tr("Copy the quote")),
            (self.delete, self.tr("Delete highlight"), delete),
        ):
            button.setAccessibleName(name)
            button.setToolTip(tip)
