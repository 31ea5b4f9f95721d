"""The button that says whose highlights are shown, with the menu to hide and reveal people."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.core.changes import Changes
from desktop.library import annotations
from desktop.ui import people, texts
from desktop.ui.context import Context
from desktop.ui.dialogs.parts import scale_icon
from desktop.ui.key_words import key_of
from desktop.ui.plain import tool_tip

_LONGEST = 18


class PeopleButton(QToolButton):
    """Is there only where it has a use: two people marked something, or someone is hidden."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("peopleButton")
        self._context = context
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        context.settings.changed.connect(self._on_setting)
        context.dispatch.changed.connect(self._on_changed)
        context.theme.changed.connect(self._retint)
        self._retint()
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._draw()
        super().changeEvent(event)

    def _on_setting(self, name: str) -> None:
        if name in people.SETTINGS:
            self._draw()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("annotation"):
            self._draw()

    def _retint(self) -> None:
        self.setIcon(self._context.theme.icon("eye", colour=self._context.theme.palette.muted))
        scale_icon(self._context.theme, self)

    def _draw(self) -> None:
        shown = people.shown_people(self._context.settings).names
        found = annotations.authors(self._context.reader)
        self.setVisible(shown is not None or len(found) > 1)
        said = self._said(shown)
        self.setText(said)
        self.setAccessibleName(self.tr("Highlights shown: {people}").format(people=said))
        said = self.tr("Whose highlights are shown ({key}: only mine)")
        self.setToolTip(tool_tip(said.format(key=key_of(self._context.settings, "view.only_mine"))))

    def _said(self, shown: tuple[str, ...] | None) -> str:
        if shown is None:
            return self.tr("Everyone")
        if people.only_mine(self._context.settings):
            return self.tr("Only mine")
        if len(shown) == 1:
            name = texts.coder_name(shown[0])
            return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
        return self.tr("%n people", "", len(shown))

    def _fill(self) -> None:
        settings, menu = self._context.settings, self._menu
        menu.clear()
        chosen = people.shown_people(settings)
        mine = people.only_mine(settings)
        for text, on, call in (
            (self.tr("Everyone"), chosen.names is None, people.show_everyone),
            (self.tr("Only mine"), mine, people.show_mine),
        ):
            action = menu.addAction(text, partial(call, settings))
            action.setCheckable(True)
            action.setChecked(on)
        menu.addSeparator()
        known = annotations.authors(self._context.reader)
        for name in sorted({*known, *(chosen.names or ())} - ({""} if "" not in known else set())):
            action = menu.addAction(texts.coder_name(name).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(chosen.sees(name))
            action.toggled.connect(lambda on, name=name: self._turn(name, known, on))

    def _turn(self, name: str, known: list[str], on: bool) -> None:
        """Show or hide one person; with all shown it is everyone, who will come too."""
        seen = people.shown_people(self._context.settings)
        names = set(known if seen.names is None else seen.names)
        names = names | {name} if on else names - {name}
        if names >= set(known):
            people.show_everyone(self._context.settings)
        else:
            people.show_chosen(self._context.settings, names)
