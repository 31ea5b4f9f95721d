"""XML as text, for exporters: escaped, and without the characters that XML cannot hold."""

import re
from xml.sax.saxutils import escape

# Of XML 1.0, section 2.2; no lone surrogate can come from a library.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def content(text: str) -> str:
    """Return *text* as the content of an element; what XML cannot hold becomes U+FFFD."""
    return escape(_ILLEGAL.sub("\ufffd", text))


def attributes(**values: str) -> str:
    """Return ` name="value"` for each value that is not empty; `_` at a name's end is dropped."""
    pairs = ((name.rstrip("_").replace("__", ":"), value) for name, value in values.items())
    return "".join(f' {name}="{_value(value)}"' for name, value in pairs if value)


def _value(text: str) -> str:
    escaped = escape(_ILLEGAL.sub("\ufffd", text), {'"': "&quot;"})
    return escaped.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
