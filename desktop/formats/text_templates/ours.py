"""The templates that come with the program: to use as they are, or to copy and change."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.formats.text_templates.template import TextTemplate

_FOLDER = Path(__file__).parent / "built_in"
NAMES: Mapping[str, str] = {
    "plain_quotes.txt.jinja": QT_TRANSLATE_NOOP("Templates", "Plain quotes"),
    "polish_footnotes.md.jinja": QT_TRANSLATE_NOOP("Templates", "Quotes with Polish footnotes"),
    "obsidian_notes.md.jinja": QT_TRANSLATE_NOOP("Templates", "Notes for Obsidian"),
    "table.html.jinja": QT_TRANSLATE_NOOP("Templates", "Table of quotes"),
    "reading_list.md.jinja": QT_TRANSLATE_NOOP("Templates", "Reading list"),
    "latex_quotes.tex.jinja": QT_TRANSLATE_NOOP("Templates", "LaTeX quotations"),
}


@cache
def ours() -> tuple[TextTemplate, ...]:
    """Return the templates in the order in which they are offered; names are in English."""
    return tuple(
        TextTemplate(
            name,
            file.removesuffix(".jinja")[file.index(".") :],
            (_FOLDER / file).read_text(encoding="utf-8"),
            built_in=True,
        )
        for file, name in NAMES.items()
    )
