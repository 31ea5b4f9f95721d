"""The line in which a new tag is named, and hung under the chosen one or at the top."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.library.tags import Tag
from desktop.ui.dialogs.parts import SMALL_GAP, Choice, button, column, row, scale_icon, text_field
from desktop.ui.theme import Theme


class NewTagLine(QWidget):
    """Hidden until `ask`; `named(path)` for each tag that is to be made."""

    named = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._above: Tag | None = None
        self._name = text_field("newTagName")
        self._place = Choice(theme)
        self._add = button()
        self._close = QToolButton()
        self._lay_out()
        self._retranslate()
        theme.changed.connect(self._retint)
        self._retint()
        self.hide()

    @property
    def path(self) -> str:
        """The path of the tag as it stands."""
        name = self._name.text().strip()
        return f"{self._place.currentData()}/{name}" if self._place.currentData() else name

    def ask(self, above: Tag | None) -> None:
        """Ask for a name, to be hung under *above* unless the user says otherwise."""
        self._above = above
        self._offer()
        self._place.choose(above.path if above else "")
        self.show()
        self._name.setFocus()
        self._name.selectAll()

    def leave(self) -> None:
        """Hide the line."""
        self._name.clear()
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_add()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        place = row(self._place)
        place.addStretch(1)
        self.setLayout(column(row(self._name, self._add, self._close), place, gap=SMALL_GAP))
        self._add.clicked.connect(self._on_add)
        self._close.clicked.connect(self.leave)
        self._name.textChanged.connect(self._on_text)
        self._on_text()

    def _retint(self) -> None:
        self._close.setIcon(self._theme.icon("close"))
        scale_icon(self._theme, self._close)

    def _offer(self) -> None:
        places: list[tuple[str, object]] = [(self.tr("at the top"), "")]
        if self._above:
            under = self.tr("under “{name}”").format(name=self._above.name)
            places.insert(0, (under, self._above.path))
        self._place.offer(places)
        self._place.setVisible(self._above is not None)

    def _retranslate(self) -> None:
        self._name.setPlaceholderText(self.tr("Name of the new tag"))
        self._name.setAccessibleName(self._name.placeholderText())
        self._place.setAccessibleName(self.tr("Where to hang the new tag"))
        self._add.setText(self.tr("Add"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.setAccessibleName(self.tr("Close"))
        self._offer()

    def _on_text(self) -> None:
        self._add.setEnabled(bool(self._name.text().strip()))

    def _on_add(self) -> None:
        if self._name.text().strip():
            self.named.emit(self.path)
            self._name.clear()
            self._name.setFocus()
