"""Choose a tag to merge into, or to move under."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from desktop.core.folding import fold
from desktop.library.tags import Tag
from desktop.ui.context import Context
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    ICON,
    button,
    buttons,
    column,
    label,
    text_field,
)
from desktop.ui.plain import tool_tip
from desktop.ui.tags.tag_swatch import swatch


class TagChooser(QDialog):
    """Offers *tags*; `consequence(tag)` says what will happen when that tag is taken."""

    def __init__(
        self,
        context: Context,
        tags: Sequence[Tag],
        *,
        title: str,
        verb: str,
        consequence: Callable[[Tag | None], str],
        top: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("tagChooser")
        self.setWindowTitle(title)
        self._context = context
        self._tags = tags
        self._top = top
        self._consequence = consequence
        self._filter = text_field("tagChooserFilter", clearable=True)
        self._list = QListWidget()
        self._sentence = label()
        self._take, self._cancel = button(), button()
        self._take.setText(verb)
        self._lay_out()
        self._retranslate()
        self._fill()
        fit(self, characters=56, lines=24)

    @property
    def tag(self) -> Tag | None:
        """The tag that was taken; None for the top."""
        item = self._list.currentItem()
        number = item.data(Qt.ItemDataRole.UserRole) if item else -1
        return self._tags[number] if number >= 0 else None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = min(max(0, self._list.currentRow() + step), self._list.count() - 1)
            self._list.setCurrentRow(row)
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._list.setObjectName("tagChoices")
        self._list.setProperty("role", "field")
        side = round(ICON * max(1.0, self._context.theme.scale))
        self._list.setIconSize(QSize(side, side))
        self._list.setUniformItemSizes(True)
        self._list.setMinimumHeight(6 * self.fontMetrics().lineSpacing())
        self._sentence.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._filter.textChanged.connect(self._fill)
        self._list.currentRowChanged.connect(self._on_row)
        self._list.itemDoubleClicked.connect(self.accept)
        self._take.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        body = column(self._filter, self._list, self._sentence)
        body.setStretch(1, 1)
        lay_out(self, body, buttons([], [self._take, self._cancel], role="primary"))

    def _retranslate(self) -> None:
        self._filter.setPlaceholderText(self.tr("Find a tag"))
        self._filter.setAccessibleName(self.tr("Find a tag"))
        self._list.setAccessibleName(self.tr("Tags"))
        self._cancel.setText(self.tr("Cancel"))

    def _fill(self) -> None:
        wanted = fold(self._filter.text().strip())
        with QSignalBlocker(self._list):
            self._list.clear()
            if self._top and wanted in fold(self._top):
                self._add(self._top, "", -1)
            for number, tag in enumerate(self._tags):
                if wanted in fold(tag.path):
                    self._add(tag.path, tag.colour, number)
            self._list.setCurrentRow(0)
        self._on_row()

    def _add(self, text: str, colour: str, number: int) -> None:
        item = QListWidgetItem(swatch(colour, self._context.theme.palette), text, self._list)
        item.setData(Qt.ItemDataRole.UserRole, number)
        item.setToolTip(tool_tip(text))

    def _on_row(self) -> None:
        chosen = self._list.currentItem() is not None
        self._take.setEnabled(chosen)
        nothing = self.tr("No tag contains “{text}”.").format(text=self._filter.text())
        self._sentence.setText(self._consequence(self.tag) if chosen else nothing)
