"""Say what a highlight colour means."""

from desktop.core.canonical import clean
from desktop.core.colours import check_colour
from desktop.library import colour_labels
from desktop.library.transaction import Transaction
from desktop.operations.step import QT_TRANSLATE_NOOP, step

MAX_NAME = 60


@step(QT_TRANSLATE_NOOP("Steps", "Name a colour"))
def set_label(tx: Transaction, *, colour: str, name: str) -> None:
    """Let highlights in *colour* be called *name*; "" gives the colour its own name back."""
    tidy = " ".join(clean(name).text.split())[:MAX_NAME].rstrip()
    colour_labels.put(tx, check_colour(colour), tidy)
