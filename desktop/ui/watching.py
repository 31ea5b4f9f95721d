"""Takes in what is new in the folders that the user chose for it; without such, does nothing."""

import json
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from desktop.core.errors import UserError
from desktop.library.connection import Source
from desktop.library.watched_files import WatchedFile
from desktop.operations.watch import REST, Look, look, note_taken, settled
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.import_strip import ImportStrip
from desktop.ui.settings import Settings

SETTING = "watched_folders"
_SLOW_MS = 60_000
_SOON_MS = round(REST * 1_000) + 200


def folders(settings: Settings) -> list[Path]:
    """Return the folders that are watched."""
    try:
        found = json.loads(settings.get(SETTING))
    except ValueError:
        return []
    return [Path(one) for one in found if isinstance(one, str)] if isinstance(found, list) else []


def keep_folders(settings: Settings, chosen: list[Path]) -> None:
    """Watch *chosen* from now on."""
    settings.set(SETTING, json.dumps([str(one) for one in chosen], ensure_ascii=False))


class Watching(QObject):
    """Looks when the system tells of a change, and now and then: network drives tell of none.

    A file goes in once it has been left alone; one that cannot be read is in the report, once.
    """

    def __init__(self, context: Context, strip: ImportStrip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._strip = strip
        self._waiting: tuple[WatchedFile, ...] = ()
        self._taken: set[WatchedFile] = set()
        self._to_note: list[WatchedFile] = []
        self._told: set[str] = set()
        self._looking = False
        self._system = QFileSystemWatcher(self)
        self._slow = QTimer(self, interval=_SLOW_MS)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._system.directoryChanged.connect(self._soon.start)
        for timer in (self._slow, self._soon):
            timer.timeout.connect(self.look)
        strip.finished.connect(self._on_imported)
        context.settings.changed.connect(self._on_setting)
        self._begin()

    @property
    def active(self) -> bool:
        """Whether any folder is watched."""
        return self._slow.isActive()

    def look(self) -> None:
        """Look into the folders, off the GUI thread."""
        if self._looking or not self.active:
            return
        self._looking = True
        wanted = folders(self._context.settings)

        def question(source: Source) -> Look:
            return look(source, wanted)

        self._context.jobs.ask("watched folders", question, self._on_look)

    def end(self) -> None:
        """Look no more: the window closes."""
        self._slow.stop()
        self._soon.stop()

    def _begin(self) -> None:
        wanted = [str(one) for one in folders(self._context.settings) if one.is_dir()]
        if known := self._system.directories():
            self._system.removePaths(known)
        if self._context.library.read_only or not folders(self._context.settings):
            self.end()
            return
        if wanted:
            self._system.addPaths(wanted)
        self._slow.start()
        self._soon.start()

    def _on_look(self, found: Look) -> None:
        self._looking = False
        if not self.active:
            return
        new = [one for one in found.files if one not in self._taken]
        ready = settled(self._waiting, new)
        self._waiting = tuple(one for one in new if one not in set(ready))
        if any(one.size for one in self._waiting):
            self._soon.start()
        if ready:
            self._taken.update(ready)
            self._to_note += ready
            self._strip.start([Path(one.path) for one in ready])
        for problem in found.problems:
            self._tell_once(problem)

    def _tell_once(self, problem: UserError) -> None:
        text = texts.error_text(problem)
        if text not in self._told:
            self._told.add(text)
            self._context.tell(text, "warning")

    def _on_imported(self) -> None:
        if self._to_note and not self._strip.running:
            noted, self._to_note = self._to_note, []
            self._context.dispatch.do(note_taken, files=noted)

    def _on_setting(self, name: str) -> None:
        if name == SETTING:
            self._begin()
