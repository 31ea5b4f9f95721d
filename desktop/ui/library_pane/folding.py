"""A short list above the articles under a heading that folds it away."""

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QListView, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.ui.context import Context
from desktop.ui.library_pane.filter_box import ItemDelegate
from desktop.ui.library_pane.row_look import row_look


class Folding(QObject):
    """Sets up *view* in *parent*, with `head` over it; the setting *name* keeps it folded."""

    def __init__(self, context: Context, view: QListView, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._view = view
        self._name = name
        self.head = QToolButton()
        self._lay_out(parent)
        self.head.clicked.connect(self._turn)
        context.theme.changed.connect(self._restyle)
        self._restyle()

    def fold(self, folded: bool) -> None:
        """Fold the list away, or back."""
        self._context.settings.set(self._name, folded)
        self._restyle()

    def _lay_out(self, parent: QWidget) -> None:
        self.head.setAutoRaise(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        view = self._view
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setItemDelegate(ItemDelegate(self._context.theme, view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        layout = QVBoxLayout(parent)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.head)
        layout.addWidget(view)

    def _turn(self) -> None:
        self.fold(not self._context.settings.get(self._name))

    def _restyle(self) -> None:
        look = row_look(self._context.theme)
        folded = self._context.settings.get(self._name)
        name = "chevron-right" if folded else "chevron-down"
        self.head.setIcon(self._context.theme.icon(name, colour=look.palette.muted))
        self.head.setIconSize(QSize(look.px(14), look.px(14)))
        self.head.setFont(look.meta)
        self._view.setVisible(not folded)
        self._view.updateGeometry()
