"""The bar above the reader: what one does most with the open article, for the mouse."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.ui.theme import Theme

_LEFT = ("view.list", "article.previous", "article.next")
_RIGHT = ("article.star", "article.tag", "find.article", "library.export")
_LEAVE = ("article.previous", "article.next", "library.export", "find.article", "article.tag")
_TEXT = ("view.larger", "view.smaller", "view.sans", "view.even")


class ReaderBar(QWidget):
    """Buttons of actions, with menus for the status and for the looks of the text.

    Where there is no room for all, those leave that are at hand elsewhere.
    """

    def __init__(
        self, theme: Theme, actions: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("readerBar")
        self._theme = theme
        self._actions = actions
        self._status, self._looks = QToolButton(), QToolButton()
        self._buttons: dict[str, QToolButton] = {}
        self._lay_out()
        self._retint()
        self._retranslate()
        theme.changed.connect(self._retint)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the reader may be: then some buttons leave."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many buttons as there is room for."""
        tools = self.findChildren(QToolButton)
        needed = sum(tool.sizeHint().width() + 4 for tool in tools) + 12
        for name in _LEAVE:
            button = self._buttons[name]
            button.setHidden(needed > self.width())
            if button.isHidden():
                needed -= button.sizeHint().width() + 4

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(4)
        for name in _LEFT:
            layout.addWidget(self._button(name))
        layout.addStretch(1)
        layout.addWidget(self._button(_RIGHT[0]))
        statuses = [a for n, a in self._actions.items() if n.startswith("article.status.")]
        layout.addWidget(self._with_menu(self._status, statuses))
        for name in _RIGHT[1:]:
            layout.addWidget(self._button(name))
        themes = [a for n, a in self._actions.items() if n.startswith("view.theme.")]
        looks = [self._actions[name] for name in _TEXT]
        layout.addWidget(self._with_menu(self._looks, [*looks, *themes]))
        layout.addWidget(self._button("view.sidebar"))

    def _button(self, name: str) -> QToolButton:
        button = self._buttons[name] = QToolButton()
        button.setDefaultAction(self._actions[name])
        return button

    def _with_menu(self, button: QToolButton, actions: Sequence[QAction]) -> QToolButton:
        menu = QMenu(button)
        menu.addActions(list(actions))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _retint(self) -> None:
        self._status.setIcon(self._theme.icon("read"))
        self._looks.setIcon(self._theme.icon("text-size"))
        side = self._theme.px(20)
        for tool in self.findChildren(QToolButton):
            tool.setIconSize(QSize(side, side))
        self._fit()

    def _retranslate(self) -> None:
        names = {self._status: self.tr("Mark as"), self._looks: self.tr("Looks of the text")}
        for button, name in names.items():
            button.setToolTip(name)
            button.setAccessibleName(name)
