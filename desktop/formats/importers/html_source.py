"""The bytes of a page to text, by what the page, its sender and the bytes themselves say."""

import codecs
import re

from desktop.core.article import Remark
from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.formats import charset

GUESSED = QT_TRANSLATE_NOOP("Remarks", "The character encoding was guessed as {charset}.")
_DECLARED = re.compile(
    rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})"""
    rb"""|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_HEAD = 8_192
_SAME = {"iso-8859-1": "cp1252", "ascii": "cp1252", "iso8859-1": "cp1252"}


def decode(data: bytes, told: str = "") -> tuple[str, tuple[Remark, ...]]:
    """Return the page as text; *told* is the charset that a header gave.

    UTF-8 proves itself; a declared charset counts when it fits the bytes, else the rules of
    `charset` decide.
    """
    if not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = data.decode("utf-8")
            if b"\0" not in data:
                return text, ()
        except UnicodeDecodeError:
            pass
        for name in (told, _declared(data)):
            if name and (text := _fits(data, name)) is not None:
                return text, ()
    found = charset.decode(data)
    remarks = () if found.certain else (Remark(GUESSED, {"charset": found.charset}),)
    return found.text, remarks


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:_HEAD])
    return (found[1] or found[2]).decode("ascii", "ignore") if found else ""


def _fits(data: bytes, name: str) -> str | None:
    try:
        codec = codecs.lookup(name)
        if not codec._is_text_encoding or codec.name.startswith(("utf", "idna", "punycode")):
            return None
        text = data.decode(_SAME.get(codec.name, codec.name))
    except (LookupError, UnicodeError, ValueError):
        return None
    controls = sum(1 for char in text[:_HEAD] if "\x80" <= char <= "\x9f")
    return None if controls or "\0" in text else text
