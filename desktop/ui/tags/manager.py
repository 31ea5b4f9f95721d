"""The tag manager: the whole tree, and everything that can be done to a tag."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from desktop.core.changes import Changes
from desktop.core.errors import UserError
from desktop.library import tags as tag_table
from desktop.library.tags import Tag
from desktop.operations import tag as tag_operations
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    ICON,
    ErrorLine,
    button,
    buttons,
    column,
    label,
    row,
    scale_icon,
    text_field,
    while_there,
)
from desktop.ui.keeper import after_backup
from desktop.ui.key_words import key_of
from desktop.ui.tags.manager_actions import TagActions
from desktop.ui.tags.manager_chooser import TagChooser
from desktop.ui.tags.manager_description import DescriptionField
from desktop.ui.tags.manager_new import NewTagLine
from desktop.ui.tags.manager_questions import merge_chooser, move_chooser, uses
from desktop.ui.tags.manager_replace import ReplaceDialog
from desktop.ui.tags.manager_tree import TagTree
from desktop.ui.tags.tag_tree_model import TagTreeModel

_TABLES = ("tag", "article_tag", "annotation_tag", "annotation", "article")


class TagManager(QDialog):
    """`show_articles(path)` asks the window to list what carries a tag."""

    show_articles = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tagManager")
        self._context = context
        self._asked = False
        self._stale = True
        self.model = TagTreeModel(context.theme, self)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._retranslate()
        self._scale()
        fit(self, characters=72, lines=36)

    @property
    def tag(self) -> Tag | None:
        """The chosen tag."""
        return self.tree.tag

    def choose(self, tag_id: int) -> None:
        """Choose a tag, now or when it appears."""
        self.tree.choose(tag_id)

    def new_tag(self) -> None:
        """Ask for the name of a new tag under the chosen one."""
        self._new.ask(self.tag)

    def delete(self) -> None:
        """Delete the chosen tag with all below it; undo brings them back."""
        tag = self.tag
        if tag:
            beside = self.tree.neighbour()
            self._do_after_backup(
                tag_operations.delete,
                of=tag.id,
                then=lambda _none: self.choose(beside),
                tag_id=tag.id,
            )

    def delete_unused(self) -> None:
        """Delete all tags that nothing carries, in one step, and say how many."""
        self._do(tag_operations.delete_unused, then=self._say_unused)

    def replace(self) -> None:
        """Find and replace in the names of all tags."""
        ReplaceDialog(self._context, self).open()

    def recolour(self, colour: str) -> None:
        """Give the chosen tag a colour, or none ("")."""
        if self.tag:
            self._do(tag_operations.recolour, tag_id=self.tag.id, colour=colour)

    def ask_merge(self) -> None:
        """Let the user choose the tag that the chosen one goes into."""
        if self.tag:
            chooser = merge_chooser(self._context, self.model.tags, self.tag, self)
            self._open(chooser, self.tag, self._merge_into)

    def merge(self, tag_id: int, into_id: int) -> None:
        """Let everything that carries one tag carry another instead."""
        self._do_after_backup(
            tag_operations.merge,
            of=tag_id,
            then=lambda _none: self.choose(into_id),
            tag_id=tag_id,
            into_id=into_id,
        )

    def ask_move(self) -> None:
        """Let the user choose where to hang the chosen tag."""
        if self.tag:
            chooser = move_chooser(self._context, self.model.tags, self.tag, self)
            self._open(chooser, self.tag, self._move_under)

    def move(self, tag_id: int, parent_id: int | None) -> None:
        """Hang a tag under another one, or at the top."""
        self._do(tag_operations.move, tag_id=tag_id, parent_id=parent_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._load()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._description.flush()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Store the description before the dialog closes."""
        self._description.flush()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _make_widgets(self) -> None:
        self.tree = TagTree(self.model)
        self.actions_of_tag = TagActions(self._context, self.tree, self)
        self._filter = text_field("tagManagerFilter", clearable=True)
        self._add = button()
        self._new = NewTagLine(self._context.theme)
        self._empty = label("muted")
        self._error = ErrorLine()
        self._said = label("muted")
        self._said.hide()
        self._description = DescriptionField()
        self._replace, self._show, self._close = button(), button(), button()

    def _lay_out(self) -> None:
        actions = self.actions_of_tag
        verbs = (actions.rename, actions.colour, actions.merge, actions.delete)
        line = row(self._filter, 4, self._add, 4, *map(_tool, verbs), gap=4)
        self._stack = QStackedWidget()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._empty.setMargin(24)
        for page in (self.tree, self._empty):
            self._stack.addWidget(page)
        self._stack.setMinimumHeight(8 * self.fontMetrics().lineSpacing())
        body = column(line, self._new, self._stack, self._said, self._error, self._description)
        body.setStretch(2, 1)
        left = [_tool(actions.undo), _tool(actions.redo), self._replace]
        lay_out(self, body, buttons(left, [self._show, self._close]))
        self._show.setDefault(False)

    def _connect(self) -> None:
        actions = self.actions_of_tag
        self._filter.textChanged.connect(self._on_filter)
        self._add.clicked.connect(self.new_tag)
        self._new.named.connect(self._on_named)
        self._new.left.connect(self.tree.setFocus)
        self._description.written.connect(self._on_described)
        self._replace.clicked.connect(self.replace)
        self._show.clicked.connect(self._on_show)
        self._close.clicked.connect(self.accept)
        self.tree.tag_changed.connect(self._on_tag)
        self.tree.opened.connect(self._on_show)
        self.tree.menu_asked.connect(self._on_menu)
        self.model.rename_asked.connect(self._on_rename)
        self.model.move_asked.connect(self.move)
        actions.new.triggered.connect(self.new_tag)
        actions.merge.triggered.connect(self.ask_merge)
        actions.move.triggered.connect(self.ask_move)
        actions.delete.triggered.connect(self.delete)
        actions.show.triggered.connect(self._on_show)
        actions.unused.triggered.connect(self.delete_unused)
        actions.colour_chosen.connect(self.recolour)
        self._context.dispatch.changed.connect(self._on_changed)
        self._context.dispatch.failed.connect(self._on_failed)
        self._context.theme.changed.connect(self._on_theme)

    def _do(
        self,
        operation: Callable[..., Any],
        *,
        then: Callable[[Any], None] | None = None,
        **arguments: Any,
    ) -> None:
        self._error.tell("")
        self._said.hide()
        self._asked = True
        then = while_there(self, then) if then else None
        self._context.dispatch.do(operation, then=then, **arguments)

    def _do_after_backup(self, operation: Callable[..., Any], *, of: int, **given: Any) -> None:
        """Do it, after a backup when much carries the tag *of* or one below it."""
        act = while_there(self, lambda _none: self._do(operation, **given))
        after_backup(self._context, lambda: act(None), of=uses(self.model.tags, of))

    def _load(self) -> None:
        self._stale = False
        self._context.jobs.ask("tag-manager", tag_table.tree, while_there(self, self._on_tags))

    def _on_tags(self, tags: list[Tag]) -> None:
        self.model.set_tags(tags)
        if self.tag is None and self.model.rowCount():
            self.tree.setCurrentIndex(self.model.index(0, 0))
        self._show_state()
        self._on_tag(self.tag)

    def _on_changed(self, changes: Changes) -> None:
        self._asked = False
        if not changes.touches(*_TABLES):
            return
        self._stale = True
        if self.isVisible():
            self._load()

    def _on_failed(self, error: UserError) -> None:
        if self._asked:
            self._asked = False
            self._error.tell(texts.error_text(error))

    def _on_tag(self, tag: Tag | None) -> None:
        self._description.show_tag(tag)
        self.actions_of_tag.enable(tag)
        self._show.setEnabled(tag is not None)

    def _on_filter(self, text: str) -> None:
        self.tree.open_all(bool(text.strip()))
        self.model.set_filter(text)
        self._show_state()

    def _on_named(self, path: str) -> None:
        self._filter.clear()
        self._do(tag_operations.create, then=self.choose, path=path)

    def _on_rename(self, tag_id: int, name: str) -> None:
        self._do(tag_operations.rename, tag_id=tag_id, name=name)

    def _on_described(self, tag_id: int, text: str) -> None:
        self._do(tag_operations.describe, tag_id=tag_id, description=text)

    def _on_show(self) -> None:
        if self.tag:
            self.show_articles.emit(self.tag.path)

    def _on_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions(self.actions_of_tag.in_menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _on_theme(self) -> None:
        self.model.retint()
        self._scale()

    def _scale(self) -> None:
        scale_icon(self._context.theme, *self.findChildren(QToolButton))
        side = round(ICON * max(1.0, self._context.theme.scale))
        self.tree.setIconSize(QSize(side, side))

    def _show_state(self) -> None:
        shown = self.model.rowCount() > 0
        self._stack.setCurrentWidget(self.tree if shown else self._empty)
        if self.model.tags:
            nothing = self.tr("No tag contains “{text}”.")
            self._empty.setText(nothing.format(text=self._filter.text().strip()))
        else:
            self._empty.setText(
                self.tr(
                    "There are no tags yet. Make the first one here, or press {key} while you read."
                ).format(key=key_of(self._context.settings, "annotation.tag"))
            )

    def _say_unused(self, count: int) -> None:
        text = self.tr("%n unused tag(s) deleted. Undo brings them back.", "", count)
        self._said.setText(text if count else self.tr("Every tag is used."))
        self._said.show()

    def _open(self, chooser: TagChooser, tag: Tag, take: Callable[[Tag, Tag | None], None]) -> None:
        chooser.accepted.connect(lambda: take(tag, chooser.tag))
        chooser.open()

    def _merge_into(self, tag: Tag, into: Tag | None) -> None:
        if into:
            self.merge(tag.id, into.id)

    def _move_under(self, tag: Tag, above: Tag | None) -> None:
        self.move(tag.id, above.id if above else None)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Tags"))
        self._filter.setPlaceholderText(self.tr("Find a tag"))
        self._filter.setAccessibleName(self.tr("Find a tag"))
        self.tree.setAccessibleName(self.tr("All tags"))
        self._add.setText(self.tr("New tag"))
        self._add.setToolTip(self.actions_of_tag.new.toolTip())
        self._replace.setText(self.tr("Find and replace…"))
        self._show.setText(self.tr("Show articles"))
        self._close.setText(self.tr("Close"))
        self.model.retint()
        self._show_state()


def _tool(action: Any) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
