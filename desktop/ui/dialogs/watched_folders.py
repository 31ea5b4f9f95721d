"""What comes in, or is offered, by itself: a part of the preferences."""

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QListWidget, QWidget

from desktop.ui.context import Context
from desktop.ui.dialogs.parts import button, column, label, row
from desktop.ui.watching import folders, keep_folders


class WatchedFolders(QWidget):
    """Folders and the clipboard; none is watched at first, each change takes effect at once."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("watchedFolders")
        self._context = context
        self._hint = label("muted")
        self._list = QListWidget()
        self._add, self._remove = button(), button(role="link")
        self.clipboard = QCheckBox()
        self.clipboard.setChecked(context.settings.get("watch_clipboard"))
        self._lay_out()
        self._retranslate()
        self._show()

    @property
    def shown(self) -> list[Path]:
        """The folders in the list."""
        return [Path(self._list.item(at).text()) for at in range(self._list.count())]

    def add(self, folder: Path) -> None:
        """Watch *folder*, too."""
        known = folders(self._context.settings)
        if folder not in known:
            keep_folders(self._context.settings, [*known, folder])
        self._show()

    def remove(self) -> None:
        """Watch the chosen folder no more; what came from it stays."""
        at = self._list.currentRow()
        known = folders(self._context.settings)
        if 0 <= at < len(known):
            keep_folders(self._context.settings, known[:at] + known[at + 1 :])
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._list.setProperty("role", "field")
        self._list.currentRowChanged.connect(lambda _row: self._offer())
        self._add.clicked.connect(self._choose)
        self._remove.clicked.connect(self.remove)
        self.clipboard.toggled.connect(lambda on: self._context.settings.set("watch_clipboard", on))
        verbs = row(self._add, self._remove)
        verbs.addStretch(1)
        self.setLayout(column(self._hint, self._list, verbs, self.clipboard, gap=8))

    def _show(self) -> None:
        self._list.clear()
        self._list.addItems([str(one) for one in folders(self._context.settings)])
        lines = min(max(self._list.count(), 1), 4)
        self._list.setFixedHeight(lines * (self.fontMetrics().lineSpacing() + 10) + 8)
        self._list.setVisible(self._list.count() > 0)
        self._offer()

    def _offer(self) -> None:
        self._remove.setVisible(self._list.currentRow() >= 0)

    def _choose(self) -> None:
        start = self._context.settings.get("last_folder")
        if name := QFileDialog.getExistingDirectory(self, self._add.text(), start):
            self.add(Path(name))

    def _retranslate(self) -> None:
        self._hint.setText(
            self.tr(
                "New files in these folders and below them come in by themselves, also those that "
                "were put there while Glosa was closed. The files stay where they are."
            )
        )
        self._list.setAccessibleName(self.tr("Watched folders"))
        self._add.setText(self.tr("Add folder…"))
        self.clipboard.setText(self.tr("Offer to add the addresses that I copy elsewhere"))
        self._remove.setText(self.tr("Watch no more"))
