"""The choice of what is to be exported, with how much each of them holds."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from desktop.library import saved_searches, tags
from desktop.library.connection import Reader
from desktop.library.saved_searches import SavedSearch
from desktop.operations.selection import Count, Selection, count
from desktop.ui.context import Context
from desktop.ui.dialogs.export_scopes import SCOPES
from desktop.ui.dialogs.parts import SMALL_GAP, Choice, label, while_there

_OFTEN = ("article", "selected", "results", "all")
_NAMED = ("saved", "tag")


class ScopeField(QWidget):
    """Offers *choices*, and the saved searches and tags that there are, under the name of each."""

    changed = Signal()

    def __init__(
        self, context: Context, choices: Mapping[str, Selection], *, searching: bool
    ) -> None:
        super().__init__()
        self._context = context
        self._choices = dict(choices)
        self._searching = searching
        self._counts: dict[str, Count] = {}
        self._scope = QButtonGroup(self)
        self._what = label("heading")
        self._radios = {name: QRadioButton() for name in SCOPES}
        self._amounts = {name: label("muted") for name in SCOPES}
        self._named = {name: Choice(context.theme) for name in _NAMED}
        self._lay_out()
        self._scope.idToggled.connect(self._on_scope)
        for name, choice in self._named.items():
            choice.currentIndexChanged.connect(lambda _index, name=name: self._on_named(name))
        self._retranslate()
        context.jobs.ask("export-names", _names, while_there(self, self._on_names))
        for name in self._choices:
            self._count(name)

    @property
    def scope(self) -> str:
        """The choice: one of SCOPES."""
        return SCOPES[self._scope.checkedId()]

    @property
    def selection(self) -> Selection:
        """What is chosen."""
        return self._choices[self.scope]

    def choose(self, scope: str) -> None:
        """Make a choice."""
        self._radios[scope].setChecked(True)

    def take_focus(self) -> None:
        """Give the keyboard to the choice."""
        self._radios[self.scope].setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(SMALL_GAP)
        grid.addWidget(self._what, 0, 0, 1, 2)
        of_articles = any(name in self._choices for name in _OFTEN[:-1])
        for number, name in enumerate(SCOPES):
            radio = self._radios[name]
            radio.setObjectName(f"export-{name}")
            self._scope.addButton(radio, number)
            radio.setEnabled(name in self._choices)
            self._set_shown(name, name in self._choices or (name in _OFTEN and of_articles))
            line = grid.rowCount()
            grid.addWidget(radio, line, 0)
            grid.addWidget(self._amounts[name], line, 1)
            if name in _NAMED:
                choice = self._named[name]
                choice.setObjectName(f"export-{name}-name")
                choice.narrow(12)
                choice.hide()
                grid.addWidget(choice, line + 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def _set_shown(self, name: str, on: bool) -> None:
        for part in (self._radios[name], self._amounts[name]):
            part.setVisible(on)

    def _on_names(self, found: tuple[list[SavedSearch], list[str]]) -> None:
        searches, paths = found
        self._named["saved"].offer([(one.name, Selection(query=one.query)) for one in searches])
        self._named["tag"].offer([(path, Selection(tag=path)) for path in paths])
        for name, choice in self._named.items():
            there = choice.count() > 0
            self._set_shown(name, there)
            self._radios[name].setEnabled(there)
            if there:
                self._choices[name] = choice.currentData()

    def _on_named(self, name: str) -> None:
        self._choices[name] = self._named[name].currentData()
        self._counts.pop(name, None)
        self._radios[name].setChecked(True)
        self._on_scope()

    def _on_scope(self) -> None:
        name = self.scope
        for one, choice in self._named.items():
            choice.setVisible(one == name)
        if name in _NAMED and name not in self._counts:
            self._count(name)
        self._show_amounts()
        self.changed.emit()

    def _count(self, name: str) -> None:
        selection = self._choices[name]
        self._context.jobs.ask(
            f"export-count-{name}",
            lambda reader: count(reader, selection),
            while_there(self, lambda found: self._on_count(name, selection, found)),
        )

    def _on_count(self, name: str, asked: Selection, found: Count) -> None:
        if self._choices[name] is asked:
            self._counts[name] = found
        self._show_amounts()

    def _show_amounts(self) -> None:
        for name, amount in self._amounts.items():
            count = self._counts.get(name)
            amount.setText(self._amount(name, count) if count else "")
            self._radios[name].setAccessibleDescription(amount.text())

    def _amount(self, name: str, count: Count) -> str:
        highlights = self.tr("%n highlight(s)", "", count.highlights)
        if name == "article":
            return highlights
        articles = self.tr("%n article(s)", "", count.articles)
        return self.tr("{articles}, {highlights}").format(articles=articles, highlights=highlights)

    def _retranslate(self) -> None:
        self._what.setText(self.tr("What to export"))
        names = {
            "article": self.tr("This article"),
            "selected": self.tr("Selected articles"),
            "results": self.tr("Search result") if self._searching else self.tr("Listed articles"),
            "saved": self.tr("Saved search"),
            "tag": self.tr("Highlights with the tag"),
            "notebook": self.tr("Highlights listed in the notebook"),
            "all": self.tr("All articles"),
        }
        for name, text in names.items():
            self._radios[name].setText(text)
        for name, choice in self._named.items():
            choice.setAccessibleName(names[name])
        self._show_amounts()


def _names(reader: Reader) -> tuple[list[SavedSearch], list[str]]:
    return saved_searches.all_searches(reader), [one.path for one in tags.tree(reader)]
