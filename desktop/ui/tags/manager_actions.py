"""The verbs of the tag manager, with their keys, for its buttons and its menu."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.core.colours import COLOURS
from desktop.library.tags import Tag
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.tags.manager_tree import TagTree
from desktop.ui.tags.tag_swatch import swatch


class TagActions(QObject):
    """Keys that a text field needs (Del, F2) work only while the tree has the focus."""

    colour_chosen = Signal(str)

    def __init__(self, context: Context, tree: TagTree, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._tree = tree
        self._window = window
        self.new = self._action("plus", "Ctrl+N", window)
        self.rename = self._action("edit", "F2", tree)
        self.colour = self._action("colour", "", tree)
        self.merge = self._action("merge", "Ctrl+M", window)
        self.move = self._action("", "Ctrl+Shift+M", window)
        self.delete = self._action("delete", "Del", tree)
        self.show = self._action("article", "", tree)
        self.unused = self._action("", "", window)
        self.undo = self._action("undo", QKeySequence.StandardKey.Undo, window)
        self.redo = self._action("redo", QKeySequence.StandardKey.Redo, window)
        self._menu = QMenu(window)
        self._fill_menu()
        self._connect()
        self._retint()
        self.retranslate()
        self.enable(None)
        window.installEventFilter(self)

    @property
    def in_menu(self) -> list[QAction]:
        """The actions of the menu on a tag."""
        return [
            self.show,
            self.new,
            self.rename,
            self.colour,
            self.move,
            self.merge,
            self.delete,
            self.unused,
        ]

    def enable(self, tag: Tag | None) -> None:
        """Offer what can be done to *tag*."""
        for action in (self.rename, self.colour, self.merge, self.move, self.delete, self.show):
            action.setEnabled(tag is not None)
        for action in self._colours.actions():
            action.setChecked(tag is not None and action.data() == tag.colour)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Name the actions in the window's language."""
        self._name(self.new, self.tr("New tag"))
        self._name(self.rename, self.tr("Rename"))
        self._name(self.colour, self.tr("Colour"))
        self._name(self.merge, self.tr("Merge into…"))
        self._name(self.move, self.tr("Move under…"))
        self._name(self.delete, self.tr("Delete"))
        self._name(self.show, self.tr("Show articles"))
        self._name(self.unused, self.tr("Delete all unused tags"))
        for action in self._colours.actions():
            name = action.data()
            action.setText(texts.colour_name(name) if name else self.tr("No colour"))
        self._name_history()

    def _action(self, icon: str, key: str | QKeySequence.StandardKey, where: QWidget) -> QAction:
        action = QAction(self)
        action.setProperty("icon-name", icon)
        if key:
            action.setShortcut(QKeySequence(key))
        only_tree = where is self._tree
        action.setShortcutContext(
            Qt.ShortcutContext.WidgetShortcut if only_tree else Qt.ShortcutContext.WindowShortcut
        )
        where.addAction(action)
        return action

    def _fill_menu(self) -> None:
        self._colours = QActionGroup(self._menu)
        for colour in (*COLOURS, ""):
            action = QAction(self._menu, checkable=True)
            action.setData(colour)
            self._colours.addAction(action)
            if not colour:
                self._menu.addSeparator()
            self._menu.addAction(action)
        self.colour.setMenu(self._menu)

    def _connect(self) -> None:
        dispatch = self._context.dispatch
        self.rename.triggered.connect(self._tree.rename)
        self.undo.triggered.connect(dispatch.undo)
        self.redo.triggered.connect(dispatch.redo)
        self._colours.triggered.connect(self._on_colour)
        dispatch.history_changed.connect(self._name_history)
        self._context.theme.changed.connect(self._retint)

    def _on_colour(self, action: QAction) -> None:
        self.colour_chosen.emit(action.data())

    def _retint(self) -> None:
        theme = self._context.theme
        for action in (*self.in_menu, self.undo, self.redo):
            icon = action.property("icon-name")
            if icon:
                action.setIcon(theme.icon(icon))
        for action in self._colours.actions():
            action.setIcon(swatch(action.data(), theme.palette))

    def _name(self, action: QAction, text: str) -> None:
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setText(text)
        action.setToolTip(f"{text} ({key})" if key else text)

    def _name_history(self) -> None:
        library = self._context.library
        for action, verb, step in (
            (self.undo, self.tr("Undo"), library.undoable),
            (self.redo, self.tr("Redo"), library.redoable),
        ):
            action.setEnabled(step is not None)
            name = f"{verb}: {texts.step_name(step.name)}" if step else verb
            self._name(action, name)
