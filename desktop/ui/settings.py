"""The window's settings: declared in one table, kept in one ini file."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSettings, Signal

DEFAULTS: dict[str, Any] = {
    "theme": "system",
    "language": "",
    "text_scale": 100,
    "reader_font": "serif",
    "reader_size": 18,
    "reader_leading": 155,
    "reader_measure": 66,
    "reader_even": False,
    "colour_by_tag": False,
    "mark_digits": False,
    "legend_folded": False,
    "list_columns": False,
    "list_sort": "added",
    "list_descending": True,
    "saved_folded": False,
    "search_history": "",
    "coder_name": "",
    "people": "",
    "last_colour": "yellow",
    "last_folder": "",
    "citation": "plain",
    "csv_form": "",
    "export_template": "",
    "keys": "",
    "recent_tags": "",
    "last_article": 0,
    "side_by_side": "",
    "feeds_minutes": 0,
    "feeds_folded": False,
    "watched_folders": "[]",
    "watch_clipboard": False,
    "followed_exports": "[]",
}


class Settings(QObject):
    """Typed access to the table above; window geometry is kept beside it as bytes."""

    changed = Signal(str)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = file.parent
        self._store = QSettings(str(file), QSettings.Format.IniFormat)
        self._passing: dict[str, Any] = {}

    def get(self, name: str) -> Any:
        """Return the value of a declared setting, of the type of its default."""
        if name in self._passing:
            return self._passing[name]
        default = DEFAULTS[name]
        return self._store.value(name, default, type(default))

    def set(self, name: str, value: Any) -> None:
        """Store a declared setting; tells of it when it is new."""
        self._passing.pop(name, None)
        if self.get(name) != value:
            self._store.setValue(name, type(DEFAULTS[name])(value))
            self.changed.emit(name)

    def override(self, name: str, value: Any) -> None:
        """Use *value* for this run only (a command-line option)."""
        self._passing[name] = value

    def geometry(self, name: str) -> Any:
        """Return bytes kept by `keep_geometry`, or None."""
        return self._store.value(f"geometry/{name}")

    def keep_geometry(self, name: str, value: Any) -> None:
        """Keep where a window or splitter was."""
        self._store.setValue(f"geometry/{name}", value)
