"""What highlight colours are called in the window: by the user's own words where there are any."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.core.changes import Changes
from desktop.core.folding import fold
from desktop.library.colour_labels import labels
from desktop.ui.texts import colour_name

if TYPE_CHECKING:
    from desktop.ui.context import Context


class ColourNames(QObject):
    """The theme has one for all that shows colours; `changed` when a colour is called otherwise."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels: dict[str, str] = {}

    @property
    def labels(self) -> Mapping[str, str]:
        """The user's words, by colour; only of those that have any."""
        return self._labels

    def take(self, labels: Mapping[str, str]) -> None:
        """Call colours so from now on."""
        if dict(labels) != self._labels:
            self._labels = dict(labels)
            self.changed.emit()

    def name(self, colour: str) -> str:
        """Return the user's word for a colour, else what it is."""
        return self._labels.get(colour) or colour_name(colour)

    def whole(self, colour: str) -> str:
        """Return the user's word with the colour behind it: “Claim (yellow)”."""
        label, name = self._labels.get(colour), colour_name(colour)
        return f"{label} ({name.lower()})" if label else name

    def begins(self, colour: str, typed: str) -> bool:
        """Tell whether a colour, or the user's word for it, begins so, whatever the case."""
        known = (colour, self._labels.get(colour, ""))
        return any(fold(one).startswith(fold(typed)) for one in known if one)


class ColourLabels(QObject):
    """Keeps the theme's names in step with the labels of the library."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        context.dispatch.changed.connect(self._on_changed)
        self._read()

    def _read(self) -> None:
        self._context.theme.colours.take(labels(self._context.reader))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("colour_label"):
            self._read()
