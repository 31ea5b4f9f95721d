"""Tag every sentence that contains certain words: look at the list first, then tag in one step."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.core.errors import UserError
from desktop.library import tags
from desktop.library.connection import Reader
from desktop.operations import autotag
from desktop.operations.autotag import Sentence
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
    text_field,
    while_there,
)
from desktop.ui.keeper import after_backup
from desktop.ui.plain import tool_tip
from desktop.ui.tags import tag_match

MOST = 2_000
_SENTENCE = Qt.ItemDataRole.UserRole


class AutotagDialog(QDialog):
    """`scopes` are the choices of articles by name ("article", "selected", "results", "all")."""

    def __init__(
        self,
        context: Context,
        scopes: Mapping[str, Sequence[int] | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("autotagDialog")
        self._context = context
        self._scopes = scopes
        self._asked = ""
        self.words, self.tag = text_field("autotagWords"), text_field("autotagTag")
        self.scope = Choice(context.theme)
        self._names = [label(wrap=False) for _ in range(3)]
        self._hint, self._count = label("muted"), label("muted")
        self._error = ErrorLine()
        self._list = QTreeWidget()
        self._find, self._tag, self._close = button(), button(), button()
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show([])
        fit(self, characters=80, lines=34)

    @property
    def chosen(self) -> list[Sentence]:
        """The sentences that are ticked."""
        items = (self._list.topLevelItem(at) for at in range(self._list.topLevelItemCount()))
        ticked = Qt.CheckState.Checked
        return [item.data(0, _SENTENCE) for item in items if item and item.checkState(0) == ticked]

    @property
    def problem(self) -> str:
        """What is wrong with what was typed."""
        return self._error.text()

    def find(self) -> None:
        """List the sentences that have the words."""
        words, within = self.words.text(), self._scopes[self.scope.currentData()]
        self._asked = words
        self._error.tell("")

        def question(reader: Reader) -> list[Sentence] | UserError:
            try:
                return autotag.find_sentences(reader, words, within, limit=MOST)
            except UserError as error:
                return error

        self._context.jobs.ask("autotag", question, while_there(self, self._on_found))

    def take(self) -> None:
        """Tag the sentences that are ticked."""
        try:
            path = tag_match.tidy(self.tag.text())
        except UserError as error:
            self._error.tell(texts.error_text(error))
            return
        chosen = self.chosen
        settings = self._context.settings

        def act() -> None:
            self._context.dispatch.do(
                autotag.tag_sentences,
                then=while_there(self, lambda _count: self.accept()),
                sentences=chosen,
                path=path,
                colour=settings.get("last_colour"),
                author=settings.get("coder_name"),
            )

        after_backup(self._context, act, of=len(chosen))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        shown = self._list
        shown.setObjectName("autotagList")
        as_list(shown)
        shown.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        shown.header().resizeSection(1, 24 * self.fontMetrics().averageCharWidth())
        shown.setMinimumHeight(8 * self.fontMetrics().lineSpacing())
        fields = form(list(zip(self._names, (self.words, self.scope, self.tag), strict=True)))
        body = column(fields, self._hint, shown, self._count, self._error)
        body.setStretch(2, 1)
        right = [self._tag, self._close]
        lay_out(self, body, buttons([self._find], right, role="primary"))

    def _connect(self) -> None:
        known = [tag.path for tag in tags.tree(self._context.reader)]
        completer = QCompleter(known, self.tag)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.tag.setCompleter(completer)
        self.words.returnPressed.connect(self.find)
        self.words.textEdited.connect(self._enable)
        self.tag.textChanged.connect(self._enable)
        self.scope.currentIndexChanged.connect(self._on_scope)
        self._list.itemChanged.connect(self._enable)
        self._find.clicked.connect(self.find)
        self._tag.clicked.connect(self.take)
        self._close.clicked.connect(self.reject)

    def _on_scope(self) -> None:
        if self._asked:
            self.find()

    def _on_found(self, found: list[Sentence] | UserError) -> None:
        if isinstance(found, UserError):
            self._error.tell(texts.error_text(found))
            found = []
        self._show(found)

    def _show(self, found: list[Sentence]) -> None:
        blocked = self._list.blockSignals(True)
        self._list.clear()
        for one in found:
            line = QTreeWidgetItem(self._list, [one.exact, one.title])
            line.setData(0, _SENTENCE, one)
            line.setCheckState(0, Qt.CheckState.Checked)
            line.setToolTip(0, tool_tip(f"{one.exact}\n\n{one.title}"))
            line.setForeground(1, self.palette().placeholderText())
        self._list.blockSignals(blocked)
        self._enable()

    def _enable(self) -> None:
        count, chosen = self._list.topLevelItemCount(), len(self.chosen)
        self._find.setEnabled(bool(self.words.text().strip()))
        self._tag.setEnabled(bool(chosen and self.tag.text().strip()))
        self._tag.setText(self.tr("Tag %n sentence(s)", "", chosen))
        said = ""
        if count >= MOST:
            said = self.tr("These are the first ones; there may be more.")
        elif self._asked and not count:
            said = self.tr("No sentence has these words.")
        self._count.setText(said)
        self._count.setVisible(bool(said))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Tag sentences"))
        names = (self.tr("Words"), self.tr("Look in"), self.tr("Tag"))
        for one, name, field in zip(
            self._names, names, (self.words, self.scope, self.tag), strict=True
        ):
            one.setText(name)
            field.setAccessibleName(name)
        scopes = {
            "article": self.tr("This article"),
            "selected": self.tr("Selected articles"),
            "results": self.tr("Listed articles"),
            "all": self.tr("All articles"),
        }
        self.scope.offer([(scopes[name], name) for name in self._scopes])
        self._hint.setText(
            self.tr(
                "Sentences with all these words, in any of their forms. “In quotation marks”: "
                "in a row."
            )
        )
        self._list.setAccessibleName(self.tr("Sentences found"))
        self._find.setText(self.tr("Find"))
        self._close.setText(self.tr("Close"))
        self._enable()
