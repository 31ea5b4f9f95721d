"""What Glosa's own exports say besides: which article and highlight it is, values as they were.

Other programs' values are tidied on their way in; ours must come back as they went out, so that
an export that is read into an empty library gives the same library.
"""

import re
from dataclasses import replace
from typing import Any

from desktop.core.article import Document
from desktop.core.canonical import clean
from desktop.core.colours import PAPER_EDGES
from desktop.formats.importers.libraries import values

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")
_COLOURS = {shown: name for name, shown in PAPER_EDGES.items()}


def uuid(value: object) -> str:
    """Return *value* if it is an id, bare or as a URN, else ""."""
    text = value.lower().removeprefix("urn:uuid:") if isinstance(value, str) else ""
    return text if _UUID.fullmatch(text) else ""


def text(value: object) -> str:
    """Return *value* as it is but for what the library cannot hold."""
    return clean(value).text if isinstance(value, str) else ""


def time(value: object) -> str:
    """Return *value* as it is if it is a time as we write it, else as `values.time` reads it."""
    return value if isinstance(value, str) and _TIME.fullmatch(value) else values.time(value)


def place(start: object, end: object) -> tuple[int, int]:
    """Return code points *start* and *end*, (0, 0) when they are no range."""
    try:
        first, last = int(str(start)), int(str(end))
    except ValueError:
        return 0, 0
    return (first, last) if 0 <= first <= last else (0, 0)


def tag_colour(shown: str) -> str:
    """Return the name of the colour that a tag is shown in, or the `#rrggbb` as it is."""
    return _COLOURS.get(shown.lower(), shown)


def as_it_was(document: Document, article_uuid: str, **details: Any) -> Document:
    """Return *document* with the id and the *details* of the article it came from."""
    kept = {name: text(value) for name, value in details.items()}
    return replace(document, uuid=article_uuid, **kept)
