"""From which notes something is linked: one quiet line, which lists them when it is pressed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from desktop.core.changes import Changes
from desktop.library.note_targets import NoteTarget, linking
from desktop.ui.context import Context
from desktop.ui.dialogs.parts import while_there

_SOON_MS = 150
_MOST_TITLE = 70


class Backlinks(QPushButton):
    """Hidden while nothing links here. `link_wanted(href)` for the note that is chosen."""

    link_wanted = Signal(str)

    def __init__(self, context: Context, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kind = kind
        self._uuid = ""
        self.found: Sequence[NoteTarget] = ()
        self.setProperty("role", "link")
        self.setObjectName("backlinks")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._ask)
        self.clicked.connect(self._on_clicked)
        context.dispatch.changed.connect(self._on_changed)
        self.hide()

    def show_for(self, uuid: str) -> None:
        """Show what links to the highlight or article with this uuid; "" for none."""
        if uuid != self._uuid:
            self._uuid = uuid
            self._show([])
            if uuid:
                self._soon.start()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show(self.found)
        super().changeEvent(event)

    def menu_of_notes(self) -> QMenu:
        """Return a menu with a line for each note that links here."""
        menu = QMenu(self)
        for one in self.found:
            name = " ".join(one.name.split())
            shown = name if len(name) <= _MOST_TITLE else name[:_MOST_TITLE] + "…"
            action = menu.addAction(shown.replace("&", "&&"))
            action.triggered.connect(partial(self.link_wanted.emit, one.address))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _ask(self) -> None:
        uuid, kind = self._uuid, self._kind
        self._context.jobs.ask(
            f"links to {kind}",
            lambda reader: linking(reader, kind, uuid),
            while_there(self, lambda found: self._on_found(uuid, found)),
        )

    def _on_found(self, uuid: str, found: Sequence[NoteTarget]) -> None:
        if uuid == self._uuid:
            self._show(found)

    def _show(self, found: Sequence[NoteTarget]) -> None:
        self.found = found
        self.setText(self.tr("Linked from %n note(s)", "", len(found)))
        if self.isHidden() == bool(found):
            self.setVisible(bool(found))

    def _on_changed(self, changes: Changes) -> None:
        if self._uuid and changes.touches("annotation", "article"):
            self._soon.start()

    def _on_clicked(self) -> None:
        self.menu_of_notes().popup(self.mapToGlobal(self.rect().bottomLeft()))
