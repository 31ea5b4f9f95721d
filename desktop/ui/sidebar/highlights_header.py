"""Above the cards: how many highlights there are, and a field to find some of them."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop.ui.context import Context
from desktop.ui.controls.flow_layout import FlowLayout
from desktop.ui.controls.people_button import PeopleButton
from desktop.ui.sidebar.colour_legend import ColourLegend


class HighlightsHeader(QWidget):
    """`left()` with Esc in the empty filter, `entered()` with Down or Enter: on to the cards."""

    left = Signal()
    entered = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme = context.theme
        self._settings = context.settings
        self._people = PeopleButton(context)
        self._heading = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._heading.setProperty("role", "heading")
        self._count = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._count.setProperty("role", "muted")
        self.field = FilterLine()
        self.legend = ColourLegend(context)
        self.legend.setVisible(not context.settings.get("legend_folded"))
        self._fold = QToolButton(self)
        self._fold.setCheckable(True)
        self._fold.setChecked(not context.settings.get("legend_folded"))
        self._fold.toggled.connect(self._on_fold)
        self._clear = QAction(self)
        self._clear.triggered.connect(self.field.clear)
        self.field.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.field.textChanged.connect(self._on_text)
        self.field.left.connect(self.left)
        self.field.entered.connect(self.entered)
        self._lay_out()
        self._retranslate()
        self._restyle()
        self._on_text("")
        theme.changed.connect(self._restyle)

    def show_counts(self, shown: int, total: int, *, filtered: bool) -> None:
        """Say how many highlights there are, and how many of them are shown."""
        counts = self.tr("{shown} of {total}").format(shown=shown, total=total)
        self._count.setText(counts if filtered else str(total) if total else "")
        self.field.setVisible(total > 0 or filtered)

    def _on_fold(self, shown: bool) -> None:
        self._settings.set("legend_folded", not shown)
        self.legend.setVisible(shown)
        if not shown:
            self.legend.clear()

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        line = FlowLayout(spacing=8)
        line.addWidget(self._heading)
        line.addWidget(self._count)
        line.addWidget(self._people)
        line.addWidget(self._fold)
        column.addLayout(line)
        column.addWidget(self.field)
        column.addWidget(self.legend)

    def _restyle(self) -> None:
        muted = self._theme.palette.muted
        self._clear.setIcon(self._theme.icon("close", colour=muted))
        self._fold.setIcon(self._theme.icon("colour", colour=muted))
        side = max(14, round(14 * self._theme.scale))
        self._fold.setIconSize(QSize(side, side))

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Highlights"))
        self._fold.setToolTip(self.tr("Show what the colours mean"))
        self._fold.setAccessibleName(self.tr("Show what the colours mean"))
        self.field.set_placeholders(self.tr("Filter highlights"), self.tr("Filter"))
        self.field.setAccessibleName(self.tr("Filter highlights"))
        self._clear.setToolTip(self.tr("Clear the filter (Esc)"))


class FilterLine(QLineEdit):
    """Esc clears it, then leaves it; Down and Enter go on to what it found."""

    left = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placeholders = ("", "")

    def set_placeholders(self, long: str, short: str) -> None:
        """Show *long* while the field is empty, *short* where that does not fit."""
        self._placeholders = (long, short)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        long, short = self._placeholders
        chrome = self.minimumSizeHint().width()
        fits = self.fontMetrics().horizontalAdvance(long) + chrome <= self.width()
        self.setPlaceholderText(long if fits else short)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(event.key() == Qt.Key.Key_Escape)
            if event.isAccepted():
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear() if self.text() else self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
