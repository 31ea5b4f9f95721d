"""Find and replace in the names of all tags: what would come of it is shown while one types."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.core.errors import UserError
from desktop.core.tag_replacing import Renaming, Wanted
from desktop.library.connection import Reader
from desktop.operations.tag_replace import preview, replace_in_names
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.controls.rows import as_list
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    Choice,
    ErrorLine,
    button,
    buttons,
    column,
    form,
    label,
    row,
    text_field,
    while_there,
)
from desktop.ui.keeper import after_backup
from desktop.ui.plain import tool_tip

MOST = 2_000


class ReplaceDialog(QDialog):
    """Lists old and new paths; tags that come together are named as merges before it happens."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tagReplace")
        self._context = context
        self._found: list[Renaming] = []
        self._done = ""
        self.old, self.new = text_field("tagFind"), text_field("tagPut")
        self.where = Choice(context.theme)
        self.match_case, self.pattern = QCheckBox(), QCheckBox()
        self._names = [label(wrap=False) for _ in range(3)]
        self._hint, self._count = label("muted"), label("muted")
        self._error = ErrorLine()
        self._list = QTreeWidget()
        self._take, self._close = button(), button()
        self._lay_out()
        self._connect()
        self._retranslate()
        fit(self, characters=76, lines=32)

    @property
    def wanted(self) -> Wanted:
        """What was typed and chosen."""
        return Wanted(
            self.old.text(),
            self.new.text(),
            in_paths=self.where.currentData() == "paths",
            pattern=self.pattern.isChecked(),
            match_case=self.match_case.isChecked(),
        )

    @property
    def problem(self) -> str:
        """What is wrong with what was typed."""
        return self._error.text()

    @property
    def shown(self) -> list[tuple[str, str, str]]:
        """The lines: old path, new path, what else happens."""
        items = (self._list.topLevelItem(at) for at in range(self._list.topLevelItemCount()))
        return [(item.text(0), item.text(1), item.text(2)) for item in items if item]

    def take(self) -> None:
        """Rename what is listed, in one step; the dialog stays for the next."""
        wanted = self.wanted

        def act() -> None:
            self._context.dispatch.do(
                replace_in_names,
                then=while_there(self, self._on_done),
                wanted=wanted,
            )

        after_backup(self._context, act, of=len(self._found))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        shown = self._list
        shown.setObjectName("tagReplaceList")
        as_list(shown)
        shown.setColumnCount(3)
        shown.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        shown.header().setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        shown.setMinimumHeight(8 * self.fontMetrics().lineSpacing())
        fields = form(list(zip(self._names, (self.old, self.new, self.where), strict=True)))
        ticks = row(self.match_case, self.pattern, gap=16)
        ticks.addStretch(1)
        body = column(fields, ticks, self._hint, self._error, shown, self._count)
        body.setStretch(4, 1)
        lay_out(self, body, buttons([], [self._take, self._close], role="primary"))

    def _connect(self) -> None:
        for field in (self.old, self.new):
            field.textEdited.connect(self._on_edited)
            field.textChanged.connect(self._ask)
        self.where.currentIndexChanged.connect(self._ask)
        self.match_case.toggled.connect(self._ask)
        self.pattern.toggled.connect(self._ask)
        self.old.returnPressed.connect(self._on_return)
        self.new.returnPressed.connect(self._on_return)
        self._take.clicked.connect(self.take)
        self._close.clicked.connect(self.accept)
        self._context.dispatch.changed.connect(self._ask)

    def _ask(self) -> None:
        self._hint.setVisible(self.pattern.isChecked())
        wanted = self.wanted

        def question(reader: Reader) -> list[Renaming] | UserError:
            try:
                return preview(reader, wanted)
            except UserError as error:
                return error

        self._context.jobs.ask(
            "tag replacing",
            question,
            while_there(self, lambda found: self._on_found(wanted, found)),
        )

    def _on_found(self, wanted: Wanted, found: list[Renaming] | UserError) -> None:
        if wanted != self.wanted:
            return
        self._error.tell(texts.error_text(found) if isinstance(found, UserError) else "")
        self._found = [] if isinstance(found, UserError) else found
        self._list.clear()
        muted = self.palette().placeholderText()
        for one in self._found[:MOST]:
            merged = self.tr("merged") if one.merges else ""
            line = QTreeWidgetItem(self._list, [one.old, one.new, merged])
            line.setForeground(0, muted)
            line.setForeground(2, self.palette().link())
            line.setToolTip(0, tool_tip(one.old))
            line.setToolTip(1, tool_tip(one.new))
            spoken = self.tr("{old} becomes {new}").format(old=one.old, new=one.new)
            line.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        self._say()

    def _say(self) -> None:
        count, merging = len(self._found), sum(one.merges for one in self._found)
        self._take.setEnabled(bool(count))
        rename = self.tr("Rename %n tag(s)", "", count) if count else self.tr("Rename")
        self._take.setText(rename)
        said = ""
        if merging:
            said = self.tr("%n of them will be merged with a tag of the same name.", "", merging)
        elif not count and self.old.text() and not self.problem:
            said = self._done or self.tr("No tag would be called otherwise.")
        self._count.setText(said)
        self._count.setVisible(bool(said))

    def _on_return(self) -> None:
        if self._take.isEnabled():
            self._take.setFocus()

    def _on_done(self, count: int) -> None:
        self.old.setFocus()
        self.old.selectAll()
        self._done = self.tr("%n tag(s) renamed. Undo brings the old names back.", "", count)
        self._say()

    def _on_edited(self) -> None:
        self._done = ""

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Find and replace in tag names"))
        names = (self.tr("Find"), self.tr("Replace with"), self.tr("Look in"))
        for one, name, field in zip(
            self._names, names, (self.old, self.new, self.where), strict=True
        ):
            one.setText(name)
            field.setAccessibleName(name)
        self.where.offer([(self.tr("Names of tags"), "names"), (self.tr("Whole paths"), "paths")])
        self.match_case.setText(self.tr("Match case"))
        self.pattern.setText(self.tr("Regular expression"))
        self._hint.setText(
            self.tr("\\1 in the replacement stands for what the first brackets found.")
        )
        self._list.setAccessibleName(self.tr("Tags that would be called otherwise"))
        self._close.setText(self.tr("Close"))
        self._say()
        self._ask()
