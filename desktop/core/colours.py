"""The eight highlight colours and the styles, by the names that files and commands use."""

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError

COLOURS = ("yellow", "green", "blue", "pink", "purple", "orange", "red", "grey")
STYLES = ("highlight", "underline")
# On light paper, in the window as in what is exported: what fills a highlight, what draws its edge.
PAPER_FILLS = {
    "yellow": "#f8df72", "green": "#b6deaa", "blue": "#aed4f2", "pink": "#f6bfd4",
    "purple": "#d8c4f0", "orange": "#f8c994", "red": "#f4b1a9", "grey": "#d3cfc6",
}  # fmt: skip
PAPER_EDGES = {
    "yellow": "#967000", "green": "#3f8a36", "blue": "#2674b5", "pink": "#c03d76",
    "purple": "#7549b3", "orange": "#c06a10", "red": "#b5372c", "grey": "#736e65",
}  # fmt: skip


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
