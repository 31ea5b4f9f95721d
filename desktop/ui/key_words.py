"""Names keys in texts as the user has them: one that names the key of a fresh Glosa would lie."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QKeySequence

from desktop.ui import actions
from desktop.ui.keymap import chosen_keys
from desktop.ui.settings import Settings


def key_of(settings: Settings, name: str) -> str:
    """Return the first key of the action *name*, or what the action is called if it has none."""
    row = next(row for row in actions.rows() if row.id == name)
    keys = chosen_keys(settings).get(name, row.keys)
    if keys:
        return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return QLocale().quoteString(actions.words(row))


def with_key(settings: Settings, text: str, name: str) -> str:
    """Return *text* with the key of the action *name* in brackets, as it is if there is none."""
    row = next(row for row in actions.rows() if row.id == name)
    keyed = chosen_keys(settings).get(name, row.keys)
    return f"{text} ({key_of(settings, name)})" if keyed else text
