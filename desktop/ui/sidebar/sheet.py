"""Fields of the sidebar are quiet until one points at them: notes in a margin, not a form."""

from string import Template

from desktop.ui.palette import Palette

_SHEET = Template("""
#sidebar QPlainTextEdit, #sidebar QLineEdit[role="inline"] {
    background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; }
#sidebar QPlainTextEdit:hover, #sidebar QLineEdit[role="inline"]:hover {
    background: $raised; border: 1px solid $hairline; }
#sidebar QPlainTextEdit:focus, #sidebar QLineEdit[role="inline"]:focus {
    background: $raised; border: 1px solid $accent; }
#cardActions QToolButton { padding: 2px; }
#sidebar QScrollArea, #sidebar #articlePart { background: transparent; border: none; }
""")


def sheet(palette: Palette) -> str:
    """Return the style sheet of the sidebar."""
    return _SHEET.substitute(
        raised=palette.raised, hairline=palette.hairline, accent=palette.accent
    )
