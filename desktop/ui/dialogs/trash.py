"""The trash: deleted articles and highlights, to be taken out again or deleted for good."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.core.changes import Changes
from desktop.library import trash
from desktop.library.connection import Reader
from desktop.operations import trash as trash_operations
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.controls.rows import as_list
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import button, buttons, column, label, while_there
from desktop.ui.keeper import after_backup
from desktop.ui.plain import tool_tip

MOST = 2_000
_ID = Qt.ItemDataRole.UserRole
_TABLES = ("article", "deleted_annotation")
Found = tuple[list[trash.TrashedArticle], list[trash.DeletedHighlight]]


class TrashDialog(QDialog):
    """Two groups of lines; the buttons act on those that are selected."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trashDialog")
        self._context = context
        self._found: Found = ([], [])
        self._list = QTreeWidget()
        self._nothing = label("muted")
        self._back, self._delete, self._empty, self._close = (button() for _ in range(4))
        self._lay_out()
        self._connect()
        self._retranslate()
        fit(self, characters=76, lines=30)
        self._load()

    @property
    def chosen(self) -> tuple[list[int], list[int]]:
        """The ids of the selected articles and highlights."""
        kinds: tuple[list[int], list[int]] = ([], [])
        for item in self._list.selectedItems():
            kind, number = item.data(0, _ID)
            kinds[kind].append(number)
        return kinds

    @property
    def shown(self) -> list[str]:
        """The words of each line, without the headings."""
        tops = (self._list.topLevelItem(at) for at in range(self._list.topLevelItemCount()))
        lines = (top.child(at) for top in tops if top for at in range(top.childCount()))
        return [line.text(0) for line in lines if line]

    def select_all(self) -> None:
        """Select every line."""
        self._list.selectAll()

    def put_back(self) -> None:
        """Take what is selected out of the trash."""
        articles, highlights = self.chosen
        if articles or highlights:
            self._context.dispatch.do(
                trash_operations.put_back, article_ids=articles, highlight_ids=highlights
            )

    def delete(self) -> None:
        """Delete for good what is selected."""
        articles, highlights = self.chosen
        if articles or highlights:
            do = partial(
                self._context.dispatch.do,
                trash_operations.delete_for_good,
                article_ids=articles,
                highlight_ids=highlights,
            )
            after_backup(self._context, do, of=len(articles) + len(highlights))

    def empty(self) -> None:
        """Delete for good all that is in the trash."""
        count = len(self._found[0]) + len(self._found[1])
        do = partial(self._context.dispatch.do, trash_operations.empty)
        after_backup(self._context, do, of=count)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown = self._list
        shown.setObjectName("trashList")
        as_list(shown)
        shown.setItemsExpandable(False)
        shown.setIndentation(0)
        shown.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        shown.setMinimumHeight(8 * self.fontMetrics().lineSpacing())
        body = column(shown, self._nothing)
        body.setStretch(0, 1)
        lay_out(self, body, buttons([self._empty], [self._back, self._delete, self._close]))

    def _connect(self) -> None:
        self._list.itemSelectionChanged.connect(self._enable)
        self._list.itemActivated.connect(self.put_back)
        self._back.clicked.connect(self.put_back)
        self._delete.clicked.connect(self.delete)
        self._empty.clicked.connect(self.empty)
        self._close.clicked.connect(self.accept)
        for key, act in (
            (QKeySequence.StandardKey.Undo, self._context.dispatch.undo),
            (QKeySequence.StandardKey.Redo, self._context.dispatch.redo),
            (QKeySequence(Qt.Key.Key_Delete), self.delete),
        ):
            QShortcut(QKeySequence(key), self, act)
        self._context.dispatch.changed.connect(self._on_changed)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Trash"))
        self._list.setAccessibleName(self.tr("Deleted articles and highlights"))
        self._nothing.setText(
            self.tr("The trash is empty. What you delete waits here until you empty it.")
        )
        self._back.setText(self.tr("Put back"))
        self._delete.setText(self.tr("Delete for good"))
        self._empty.setText(self.tr("Empty the trash"))
        self._close.setText(self.tr("Close"))
        self._fill()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_TABLES):
            self._load()

    def _load(self) -> None:
        def question(reader: Reader) -> Found:
            return trash.trashed_articles(reader, MOST), trash.deleted_highlights(reader, MOST)

        def answer(found: Found) -> None:
            self._found = found
            self._fill()

        self._context.jobs.ask("trash", question, while_there(self, answer))

    def _fill(self) -> None:
        articles, highlights = self._found
        self._list.clear()
        self._group(self.tr("Articles"), 0, [
            (one.id, one.title, texts.highlights(one.highlights) if one.highlights else "", "")
            for one in articles
        ])  # fmt: skip
        self._group(self.tr("Highlights"), 1, [
            (one.id, one.exact, _when(one.deleted), f"{one.title}\n\n{one.note}".strip())
            for one in highlights
        ])  # fmt: skip
        self._list.expandAll()
        self._list.setVisible(bool(articles or highlights))
        self._nothing.setVisible(not (articles or highlights))
        self._enable()

    def _group(self, name: str, kind: int, lines: list[tuple[int, str, str, str]]) -> None:
        if not lines:
            return
        top = QTreeWidgetItem(self._list, [name])
        top.setFlags(Qt.ItemFlag.ItemIsEnabled)
        top.setFirstColumnSpanned(True)
        top.setFont(0, self._context.theme.font(bold=True))
        for number, words, hint, more in lines:
            line = QTreeWidgetItem(top, [" ".join(words.split()), hint])
            line.setData(0, _ID, (kind, number))
            line.setToolTip(0, tool_tip(f"{words}\n\n{more}".strip()))
            line.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            line.setForeground(1, self.palette().placeholderText())

    def _enable(self) -> None:
        some = bool(self._list.selectedItems())
        self._back.setEnabled(some)
        self._delete.setEnabled(some)
        self._empty.setEnabled(bool(self._found[0] or self._found[1]))


def _when(moment: str) -> str:
    return texts.moment_text(datetime.fromisoformat(moment))
