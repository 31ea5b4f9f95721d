"""The eight highlight colours and the styles, by the names that files and commands use."""

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError

COLOURS = ("yellow", "green", "blue", "pink", "purple", "orange", "red", "grey")
STYLES = ("highlight", "underline")


def check_colour(name: str) -> str:
    """Return *name* if it is a highlight colour; UserError otherwise."""
    if name not in COLOURS:
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "There is no colour “{name}”. Choose one of: {known}."),
            name=name,
            known=", ".join(COLOURS),
        )
    return name


def check_style(name: str) -> str:
    """Return *name* if it is a highlight style; UserError otherwise."""
    if name not in STYLES:
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "There is no style “{name}”. Choose one of: {known}."),
            name=name,
            known=", ".join(STYLES),
        )
    return name
