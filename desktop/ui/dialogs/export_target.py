"""Where an export goes: a file name, typed or chosen, with a note on what will happen to it."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDir, QEvent, QFileInfo, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui.dialogs.parts import (
    SMALL_GAP,
    button,
    column,
    label,
    row,
    text_field,
)


class TargetField(QWidget):
    """A field with the whole path; `suffix` is put behind a name that has none."""

    changed = Signal()

    def __init__(self, suffix: str, folder: str) -> None:
        super().__init__()
        self._suffix = suffix
        self._folder = Path(folder) if folder and Path(folder).is_dir() else _documents()
        self._title = label()
        self._field = text_field("exportTarget")
        self._choose = button()
        self._note = label("muted")
        self._lay_out()
        self._field.setText(str(self._folder / f"glosa-{date.today().isoformat()}{suffix}"))
        self._retranslate()

    @property
    def target(self) -> Path:
        """The file to write; a bare name lies in the last folder."""
        name = self._field.text().strip()
        path = Path.home() / name[2:] if name.startswith(("~/", "~\\")) else self._folder / name
        return path if path.suffix or not path.name else path.with_name(path.name + self._suffix)

    @property
    def usable(self) -> bool:
        """Whether there is a name, and a folder to put it in."""
        return bool(self._field.text().strip()) and not self._is_folder() and self._has_folder()

    def set_target(self, path: Path) -> None:
        """Show another file."""
        self._field.setText(QDir.toNativeSeparators(str(path)))

    def set_suffix(self, suffix: str) -> None:
        """Let the file's name end otherwise."""
        self._suffix = suffix
        if self._field.text().strip():
            self.set_target(self.target.with_suffix(suffix))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        line = row(self._field, self._choose)
        self.setLayout(column(self._title, line, self._note, gap=SMALL_GAP))
        self._title.setBuddy(self._field)
        self._field.textChanged.connect(self._on_text)
        self._choose.clicked.connect(self._on_choose)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("File"))
        self._field.setAccessibleName(self.tr("File to write"))
        self._choose.setText(self.tr("Choose…"))
        self._on_text()

    def _on_text(self) -> None:
        self._note.setText(self._remark())
        self.changed.emit()

    def _remark(self) -> str:
        if not self._field.text().strip():
            return self.tr("Write a file name, or choose one.")
        if self._is_folder():
            return self.tr("This is a folder. Write a file name behind it.")
        if not self._has_folder():
            return self.tr("There is no such folder. Choose another one.")
        if QFileInfo(str(self.target)).exists():
            return self.tr("This file exists already and will be replaced.")
        return self.tr("A new file.")

    def _has_folder(self) -> bool:
        return QFileInfo(str(self.target.parent)).isDir()

    def _is_folder(self) -> bool:
        # QFileInfo, because pathlib raises for a name that is too long or has a NUL in it
        name = self._field.text().strip()
        return name.endswith(("/", "\\")) or QFileInfo(str(self._folder / name)).isDir()

    def _on_choose(self) -> None:
        chooser = QFileDialog(self, self.tr("Export to"), str(self.target))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(self._suffix.lstrip("."))
        chooser.fileSelected.connect(lambda name: self.set_target(Path(name)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place))
    return folder if folder.is_dir() else Path.home()
