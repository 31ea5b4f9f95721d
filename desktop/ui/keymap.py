"""Which keys the actions have: those of the table, or what the user chose instead."""

import json
from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from desktop.ui import actions
from desktop.ui.actions import Row
from desktop.ui.settings import Settings

_SETTING = "keys"


class Keymap(QObject):
    """Keeps the shortcuts of *verbs* as the settings have them; `changed` after each change.

    Keys are texts as `QKeySequence` reads them ("Ctrl+Shift+S").
    """

    changed = Signal()

    def __init__(self, settings: Settings, verbs: dict[str, QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._verbs = verbs
        self._window = parent
        self._rows = {row.id: row for row in actions.rows()}
        settings.changed.connect(self._on_setting)
        if self._chosen():
            self._apply()

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the keys of the action *name*."""
        return tuple(self._chosen().get(name, self._rows[name].keys))

    def is_changed(self, name: str) -> bool:
        """Tell whether the action has other keys than at first."""
        return name in self._chosen()

    @property
    def any_changed(self) -> bool:
        """Whether any action has other keys than at first."""
        return bool(self._chosen())

    def words(self, name: str) -> str:
        """Return what the action is called in the window's language."""
        return self._verbs[name].text().replace("&", "").rstrip("….")

    def knows(self, name: str) -> bool:
        """Tell whether *name* is an action whose keys can be changed."""
        return name in self._rows

    def clashes(self, name: str, key: str) -> list[str]:
        """Return the other actions that have *key* at a place where *name* would hear it too."""
        wanted = _portable(key)
        return [
            other
            for other, row in self._rows.items()
            if other != name
            and _overlap(row, self._rows[name])
            and wanted in map(_portable, self.keys(other))
        ]

    def change(self, name: str, keys: Sequence[str]) -> None:
        """Give the action *keys* in place of its own, and take them off those that have them."""
        chosen = self._chosen()
        for key in keys:
            for other in self.clashes(name, key):
                rest = [one for one in self.keys(other) if _portable(one) != _portable(key)]
                chosen[other] = rest
        chosen[name] = list(keys)
        self._keep(chosen)

    def reset(self, name: str) -> None:
        """Give the action the keys that it had at first, where no other has them now."""
        chosen = self._chosen()
        chosen.pop(name, None)
        free = [key for key in self._rows[name].keys if not self.clashes(name, key)]
        if free != list(self._rows[name].keys):
            chosen[name] = free
        self._keep(chosen)

    def reset_all(self) -> None:
        """Give all actions the keys that they had at first."""
        self._keep({})

    def _chosen(self) -> dict[str, list[str]]:
        chosen = chosen_keys(self._settings)
        return {name: keys for name, keys in chosen.items() if self.knows(name)}

    def _keep(self, chosen: dict[str, list[str]]) -> None:
        own = {n: keys for n, keys in chosen.items() if tuple(keys) != self._rows[n].keys}
        self._settings.set(_SETTING, json.dumps(own, sort_keys=True) if own else "")

    def _on_setting(self, name: str) -> None:
        if name == _SETTING:
            self._apply()
            self.changed.emit()
            # Texts that name keys are set anew with all others.
            QCoreApplication.sendEvent(self._window, QEvent(QEvent.Type.LanguageChange))

    def _apply(self) -> None:
        for name, action in self._verbs.items():
            action.setShortcuts([QKeySequence(key) for key in self.keys(name)])
        actions.label(self._verbs)


def chosen_keys(settings: Settings) -> dict[str, list[str]]:
    """Return the keys that the user chose, by the actions' names; those of before may be there."""
    try:
        found: Any = json.loads(settings.get(_SETTING) or "{}")
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        name: [key for key in cast(list[object], keys) if isinstance(key, str)]
        for name, keys in cast(dict[str, object], found).items()
        if isinstance(keys, list)
    }


def _overlap(one: Row, other: Row) -> bool:
    return "window" in (one.where, other.where) or one.where == other.where


def _portable(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
