"""Above the notebook: way back, search, grouping, and whether one sees a list or pictures."""

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.library.notebook import GROUPS
from desktop.ui.context import Context
from desktop.ui.controls.people_button import PeopleButton
from desktop.ui.dialogs.parts import Choice, button, label, row, scale_icon
from desktop.ui.key_words import with_key
from desktop.ui.library_pane.search_field import SearchField
from desktop.ui.plain import tool_tip


class TopBar(QFrame):
    """`searched(Query)`, `grouped(group)`, and one signal for each button."""

    searched = Signal(object)
    grouped = Signal(str)
    export_asked = Signal()
    list_asked = Signal()
    pictures_asked = Signal()
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notebookBar")
        self._theme, self._settings = context.theme, context.settings
        self._number = 0
        self._back = _tool()
        self.search = SearchField(context)
        self._count = label("muted", wrap=False)
        self._group = Choice(context.theme)
        self._list, self._pictures = _tool(checkable=True), _tool(checkable=True)
        self._people = PeopleButton(context)
        self._export = button()
        self._lay_out()
        self._retranslate()
        self._retint()
        context.theme.changed.connect(self._retint)

    @property
    def count_text(self) -> str:
        """What is said about how many there are."""
        return self._count.text()

    def tell_count(self, number: int) -> None:
        """Say how many highlights are listed."""
        self._number = number
        said = self.tr("%n highlight(s)", "", number)
        self._count.setText(said.replace(str(number), QLocale().toString(number)))

    def show_pictures(self, on: bool) -> None:
        """Show that pictures (or the list) are on screen."""
        self._pictures.setChecked(on)
        self._list.setChecked(not on)
        self._group.setEnabled(not on)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        switch = QButtonGroup(self)
        for tool in (self._list, self._pictures):
            switch.addButton(tool)
        self.search.setMinimumWidth(120)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        first = row(self._back, self.search, self._list, self._pictures)
        first.setAlignment(self._back, Qt.AlignmentFlag.AlignTop)
        second = row(self._count, self._people, self._group, self._export)
        second.insertStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addLayout(first)
        layout.addLayout(second)
        self._back.clicked.connect(self.left)
        self.search.changed.connect(self.searched)
        self._group.currentIndexChanged.connect(self._on_group)
        self._list.clicked.connect(self.list_asked)
        self._pictures.clicked.connect(self.pictures_asked)
        self._export.clicked.connect(self.export_asked)
        self._list.setChecked(True)

    def _on_group(self) -> None:
        self.grouped.emit(self._group.currentData())

    def _retint(self) -> None:
        for tool, icon in ((self._back, "chevron-left"), (self._list, "note"),
                           (self._pictures, "columns")):  # fmt: skip
            tool.setIcon(self._theme.icon(icon))
        scale_icon(self._theme, self._back, self._list, self._pictures)

    def _retranslate(self) -> None:
        names = (self.tr("By article"), self.tr("By day"), self.tr("By tag"))
        self._group.offer(list(zip(names, GROUPS, strict=True)))
        self._group.setAccessibleName(self.tr("Group the highlights"))
        self._back.setText(self.tr("Back"))
        self._back.setToolTip(self.tr("Back to the reader (Esc)"))
        self._list.setText(self.tr("List"))
        listed = self.tr("The highlights themselves")
        self._list.setToolTip(tool_tip(with_key(self._settings, listed, "library.notebook")))
        self._pictures.setText(self.tr("Statistics"))
        drawn = self.tr("Pictures of the highlights")
        self._pictures.setToolTip(tool_tip(with_key(self._settings, drawn, "library.statistics")))
        self._export.setText(self.tr("Export what is shown…"))
        self.search.set_name(self.tr("Search quotes and notes"))
        self.tell_count(self._number)


def _tool(*, checkable: bool = False) -> QToolButton:
    made = QToolButton()
    made.setCheckable(checkable)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
