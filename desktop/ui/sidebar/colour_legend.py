"""What the colours mean, always at hand: a click shows only those, a pencil lets one name them."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.core.colours import COLOURS
from desktop.operations import colour_label
from desktop.ui.context import Context
from desktop.ui.controls.colour_dots import ColourDots, dot_icon
from desktop.ui.plain import tool_tip
from desktop.ui.texts import colour_name

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ColourLegend(QWidget):
    """`filtered(colours)` with the colours that are to be shown, none for all."""

    filtered = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("colourLegend")
        self._theme = context.theme
        self.dots = ColourDots(context.theme, self, labelled=True)
        self.edit = QToolButton(self)
        self.edit.setCheckable(True)
        self.names = _Names(context, self)
        self._lay_out()
        self.dots.chosen.connect(self._toggle)
        self.edit.toggled.connect(self._on_edit)
        self.names.left.connect(lambda: self.edit.setChecked(False))
        context.theme.changed.connect(self._restyle)
        self._retranslate()
        self._restyle()

    @property
    def chosen(self) -> frozenset[str]:
        """The colours that are shown; none: all."""
        return self.dots.checked

    def clear(self) -> None:
        """Show all colours."""
        self._choose(())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.dots.set_trailing(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.dots)
        column.addWidget(self.names)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.names.hide()

    def _toggle(self, colour: str) -> None:
        self._choose(self.chosen ^ {colour})

    def _choose(self, colours: Iterable[str]) -> None:
        if self.chosen != frozenset(colours):
            self.dots.checked = frozenset(colours)
            self.filtered.emit(self.chosen)

    def _on_edit(self, on: bool) -> None:
        self.names.setVisible(on)
        if on:
            self.names.enter()
        else:
            self.edit.setFocus()

    def _restyle(self) -> None:
        self.edit.setIcon(self._theme.icon("edit", colour=self._theme.palette.muted))
        side = max(14, round(14 * self._theme.scale))
        self.edit.setIconSize(QSize(side, side))

    def _retranslate(self) -> None:
        said = self.tr("Say what the colours mean")
        self.edit.setToolTip(tool_tip(said))
        self.edit.setAccessibleName(said)
        self.dots.setAccessibleName(self.tr("Show only some colours"))


class _Names(QWidget):
    """A line for each colour; what is written is kept when the line is left, Esc gives it up."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.lines: dict[str, QLineEdit] = {}
        self._dots: dict[str, QAction] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        for colour in COLOURS:
            line = QLineEdit(self)
            line.setMaxLength(colour_label.MAX_NAME)
            self._dots[colour] = line.addAction(
                dot_icon(context.theme, colour, 16), QLineEdit.ActionPosition.LeadingPosition
            )
            line.setObjectName(f"colourLabel-{colour}")
            line.editingFinished.connect(self._store)
            self.lines[colour] = line
            column.addWidget(line)
        context.theme.changed.connect(self._restyle)
        context.theme.colours.changed.connect(self._show)
        self._retranslate()
        self._restyle()
        self._show()

    def enter(self) -> None:
        """Put the caret into the first line."""
        self._show()
        self.lines[COLOURS[0]].setFocus(Qt.FocusReason.TabFocusReason)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in (*_ENTER, Qt.Key.Key_Escape))
            if event.isAccepted():
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._show(given_up=True)
            self.left.emit()
        elif event.key() in _ENTER:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _store(self) -> None:
        known = self._context.theme.colours.labels
        for colour, line in self.lines.items():
            name = " ".join(line.text().split())
            if name != known.get(colour, ""):
                self._context.dispatch.do(colour_label.set_label, colour=colour, name=name)

    def _show(self, *, given_up: bool = False) -> None:
        known = self._context.theme.colours.labels
        for colour, line in self.lines.items():
            if given_up or not line.hasFocus():
                line.setText(known.get(colour, ""))

    def _restyle(self) -> None:
        side = round(16 * max(1.0, self._context.theme.scale))
        for colour, action in self._dots.items():
            action.setIcon(dot_icon(self._context.theme, colour, side))
            line = self.lines[colour]
            line.setMinimumHeight(line.sizeHint().height())

    def _retranslate(self) -> None:
        for colour, line in self.lines.items():
            self._dots[colour].setText(colour_name(colour))
            line.setPlaceholderText(colour_name(colour))
            line.setAccessibleName(
                self.tr("What this colour means: {colour}").format(colour=colour_name(colour))
            )
