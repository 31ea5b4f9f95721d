"""What the kinds of differences are called."""

from PySide6.QtCore import QCoreApplication

from desktop.core.coder_differences import Kind
from desktop.core.errors import QT_TRANSLATE_NOOP

_KINDS: dict[Kind, str] = {
    "missing": QT_TRANSLATE_NOOP("Differences", "Not by all"),
    "ends": QT_TRANSLATE_NOOP("Differences", "Ends"),
    "tags": QT_TRANSLATE_NOOP("Differences", "Tags"),
    "colours": QT_TRANSLATE_NOOP("Differences", "Colours"),
}


def kind_name(kind: Kind) -> str:
    """Return the name of a kind of difference."""
    return QCoreApplication.translate("Differences", _KINDS[kind])
