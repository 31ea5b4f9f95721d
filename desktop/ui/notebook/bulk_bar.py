"""Below the notebook's list: what can be done with all that is selected."""

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QWidget

from desktop.library.tags import TagLabel
from desktop.ui.context import Context
from desktop.ui.controls.colour_dots import ColourDots
from desktop.ui.controls.flow_layout import FlowLayout
from desktop.ui.dialogs.parts import button, label
from desktop.ui.tags.tag_line import TagLine


class BulkBar(QFrame):
    """Says how many are selected; its signals ask for one operation on all of them."""

    coloured = Signal(str)
    tagged = Signal(str)
    untag_asked = Signal()
    untagged = Signal(int)
    deleted = Signal()
    open_asked = Signal()
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulkBar")
        self._count = 0
        self._said = label(wrap=False)
        self._dots = ColourDots(context.theme)
        self._dots.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self.tag_line = TagLine(context)
        self._untag, self._open, self._delete = button(), button(), button()
        layout = FlowLayout(self, spacing=8)
        layout.setContentsMargins(16, 8, 16, 8)
        for widget in (self._said, self._dots, self.tag_line, self._untag, self._open):
            layout.addWidget(widget)
        layout.addWidget(self._delete)
        self.tag_line.setFixedWidth(self.tag_line.minimumSizeHint().width() + 40)
        self._dots.chosen.connect(self.coloured)
        self.tag_line.tag_entered.connect(self.tagged)
        self.tag_line.left.connect(self.left)
        self._untag.clicked.connect(self.untag_asked)
        self._open.clicked.connect(self.open_asked)
        self._delete.clicked.connect(self.deleted)
        self._retranslate()

    def tell(self, count: int) -> None:
        """Say that *count* highlights are selected; hide with none."""
        self._count = count
        self.setVisible(count > 0)
        self._open.setVisible(count == 1)
        self._said.setText(self.tr("%n selected", "", count))

    def offer_tags(self, labels: list[TagLabel]) -> None:
        """Let the user choose which of the tags to take off."""
        menu = QMenu(self)
        for one in labels:
            action = menu.addAction(one.path.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, key=one.id: self.untagged.emit(key))
        if not labels:
            menu.addAction(self.tr("Nothing selected has a tag")).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._untag.mapToGlobal(QPoint(0, 0)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.tag_line.set_name(self.tr("Add a tag to the selected highlights"))
        self._untag.setText(self.tr("Remove a tag…"))
        self._open.setText(self.tr("Open in the article"))
        self._delete.setText(self.tr("Delete"))
        self._said.setText(self.tr("%n selected", "", self._count))
