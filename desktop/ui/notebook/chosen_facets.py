"""What the notebook is narrowed by, as chips that can be taken away."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.library.notebook import UNTAGGED, Notes
from desktop.ui.controls.flow_layout import FlowLayout
from desktop.ui.notebook.facet_tree import date_name
from desktop.ui.theme import Theme


class ChosenFacets(QWidget):
    """`removed(facet)` when a chip is pressed; hidden when nothing is narrowed."""

    removed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notes = Notes()
        self._layout = FlowLayout(self, spacing=4)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._draw)
        theme.colours.changed.connect(self._draw)

    def show_notes(self, notes: Notes) -> None:
        """Show the facets of *notes*."""
        self._notes = notes
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for name, value in self._notes.facets.items():
            self._layout.addWidget(self._chip(name, value))
        self.setVisible(bool(self._notes.facets))
        self.updateGeometry()

    def _chip(self, name: str, value: str) -> QPushButton:
        said = self._words(name, value)
        chip = QPushButton(self)
        metrics = chip.fontMetrics()
        room = 40 * metrics.averageCharWidth()
        chip.setText(metrics.elidedText(said, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))
        chip.setIcon(self._theme.icon("close"))
        chip.setAutoDefault(False)
        chip.setProperty("role", "chip")
        chip.setAccessibleName(self.tr("Do not narrow by {value}").format(value=said))
        chip.clicked.connect(lambda _on=False: self.removed.emit(name))
        return chip

    def _words(self, name: str, value: str) -> str:
        if name == "tag":
            return self.tr("Without a tag") if value == UNTAGGED else value
        if name == "colour":
            return self._theme.colours.whole(value)
        if name == "note":
            return self.tr("With a note") if value == "yes" else self.tr("Without a note")
        if name == "date":
            return date_name(value)
        if value:
            return value
        return {
            "outlet": self.tr("Without an outlet"),
            "author": self.tr("Without an author"),
            "language": self.tr("Language not known"),
        }.get(name, self.tr("Highlighted by: not known"))
