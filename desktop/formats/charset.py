"""Bytes of unknown origin to text: rules first, they are right for Polish where statistics are not.

Charset detectors take iso-8859-2 for cp1250 on short Polish texts, so the Polish letters that come
out decide first, and a detector is asked only about what is left.
"""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, cast

_SAMPLE = 65_536
_DETECTOR_SAMPLE = 200_000
_ASCII = bytes(range(128))
# What a file that only claims to be text begins with.
_MAGIC = (
    b"%PDF-", b"PK\x03\x04", b"PK\x05\x06", b"\x89PNG", b"\x7fELF", b"GIF87a", b"GIF89a",
    b"\xff\xd8\xff", b"\x1f\x8b", b"BZh9", b"7z\xbc\xaf\x27", b"Rar!\x1a", b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd", b"SQLite format 3\0", b"\xd0\xcf\x11\xe0", b"OggS\0", b"ID3\x03",
    b"ID3\x04", b"{\\rtf",
)  # fmt: skip
# Tab, line ends, form feed and escape occur in texts; the other control characters hardly do.
_CONTROLS = bytes([*range(1, 9), *range(14, 27), *range(28, 32), 127])
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# High bytes of UTF-16 in alphabetic scripts, punctuation, emoji. ASCII text has few of them.
_HIGH = bytes([*range(9), *range(14, 0x23), *range(0xD8, 0xE0), 0xFE, 0xFF])
_POLISH_CHARSETS = ("cp1250", "iso-8859-2", "cp852", "mac_latin2")
_POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
_TYPOGRAPHIC = "„”“’‘‚«»‹›–—…•·§°€™©®×±\xa0\xad"
_FOREIGN = re.compile(f"[^\\x00-\\x7f{_POLISH}{_TYPOGRAPHIC}]")
_LETTER = re.compile(f"[{_POLISH}]")
_IN_WORD = re.compile(f"(?<=[A-Za-z{_POLISH}])[{_POLISH}]|[{_POLISH}](?=[A-Za-z{_POLISH}])")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the charset it was read with, and whether that is known or a guess.

    `damaged` counts the U+FFFD that stand for bytes which are wrong in that charset.
    """

    text: str
    charset: str
    certain: bool
    damaged: int = 0


def decode(data: bytes) -> Decoded:
    """Return *data* as text; never fails. Lone surrogates may be in the text."""
    return next(found for rule in _CHAIN if (found := rule(data)))


def looks_binary(data: bytes) -> bool:
    """Tell whether *data* is no text at all: by how it begins or by its control characters."""
    if data.startswith(_MAGIC) or (data.startswith(b"RIFF") and b"\0" in data[:64]):
        return True
    head = data[:_SAMPLE]
    if wide := _marked_wide(head) or _unmarked_wide(head):
        head = head.decode(wide, "replace").encode("utf-8", "replace")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > 2 + len(head) // 25 or head.count(0) * 3 > len(head)


def _marked_wide(data: bytes) -> str:
    return next((name for mark, name in _MARKS[1:] if data.startswith(mark)), "")


def _unmarked_wide(data: bytes) -> str:
    """Return the UTF-16 or UTF-32 that the zero bytes of *data* show, or ""."""
    head = data[: min(len(data), _SAMPLE) // 4 * 4]
    if not head:
        return ""
    for name, top, second in (
        ("utf-32-le", head[3::4], head[2::4]),
        ("utf-32-be", head[0::4], head[1::4]),
    ):
        if not any(top) and max(second) <= 0x10:
            return name
    return next((name for name in ("utf-16-le", "utf-16-be") if _is_utf16(head, name)), "")


def _is_utf16(head: bytes, name: str) -> bool:
    high, low = (head[1::2], head[0::2]) if name == "utf-16-le" else (head[0::2], head[1::2])
    likely = len(high) - len(high.translate(None, _HIGH))
    return (
        likely * 10 >= len(high) * 9
        and high.count(0) * 12 >= len(high)
        and low.count(0) * 50 <= len(low) + 50
    )


def _by_mark(data: bytes) -> Decoded | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _unicode(data[len(mark) :], name)
    return None


def _by_zero_bytes(data: bytes) -> Decoded | None:
    name = _unmarked_wide(data)
    return _unicode(data, name) if name else None


def _unicode(data: bytes, charset: str) -> Decoded:
    codec = charset.removesuffix("-sig")
    try:
        return Decoded(_join_pairs(data.decode(codec, "surrogatepass")), charset, certain=True)
    except UnicodeDecodeError:
        return _with_damage(data, codec)


def _by_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8", certain=True)
    except UnicodeDecodeError as error:
        start = error.start
    try:  # CESU-8, or lone surrogates: no other charset gives such bytes
        return Decoded(_join_pairs(data.decode("utf-8", "surrogatepass")), "utf-8", certain=True)
    except UnicodeDecodeError:
        near = data[max(0, start - _SAMPLE) : start + _SAMPLE]
    if not _mostly_right(near, _with_damage(near, "utf-8"), 8):
        return None
    return _with_damage(data, "utf-8")  # UTF-8 with a few broken bytes, or cut off at its end


def _by_polish_letters(data: bytes) -> Decoded | None:
    sample = _from_first_foreign(data, _SAMPLE)
    scores = {name: _polish_score(sample, name) for name in _POLISH_CHARSETS}
    best = max(_POLISH_CHARSETS, key=scores.__getitem__)
    if scores[best] <= 0:
        return None
    found = _with_damage(data, best)
    doubtful = scores[best] == 1 or found.damaged or _FOREIGN.search(found.text)
    return replace(found, certain=not doubtful)


def _polish_score(sample: bytes, charset: str) -> int:
    """Count Polish letters in words; a foreign or loose one (“£5” is not “Ł5”) outweighs ten."""
    text = sample.decode(charset, "replace")
    in_word = len(_IN_WORD.findall(text))
    loose = len(_LETTER.findall(text)) - in_word
    return in_word - 10 * (len(_FOREIGN.findall(text)) + loose)


def _by_detector(data: bytes) -> Decoded | None:
    import chardet  # takes 30 ms and is hardly ever needed

    sample = _from_first_foreign(data, _DETECTOR_SAMPLE)
    answer = cast(dict[str, Any], chardet.detect(sample, compat_names=False))
    charset: str | None = answer["encoding"]
    if charset is None:
        return None
    found = _with_damage(data, charset)
    return replace(found, certain=False) if _mostly_right(data, found, 50) else None


def _by_last_resort(data: bytes) -> Decoded:
    return replace(_with_damage(data, "cp1252"), certain=False)


def _with_damage(data: bytes, charset: str) -> Decoded:
    text = data.decode(charset, "replace")
    damaged = text.count("\ufffd")
    if damaged and charset.startswith("utf"):
        damaged = max(1, damaged - data.count("\ufffd".encode(charset)))
    return Decoded(text, charset, not damaged, damaged)


def _mostly_right(data: bytes, found: Decoded, share: int) -> bool:
    """Tell whether at most one in *share* of the bytes beyond ASCII is damaged."""
    return found.damaged * share <= len(data.translate(None, _ASCII))


def _from_first_foreign(data: bytes, length: int) -> bytes:
    """Return *length* bytes from the start of the line with the first byte beyond ASCII."""
    first = re.search(rb"[\x80-\xff]", data)
    start = data.rfind(b"\n", 0, first.start()) + 1 if first else 0
    return data[start : start + length]


def _join_pairs(text: str) -> str:
    """Make one character of each surrogate pair; lone surrogates stay."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


_CHAIN: tuple[Callable[[bytes], Decoded | None], ...] = (
    _by_mark,
    _by_zero_bytes,
    _by_utf8,
    _by_polish_letters,
    _by_detector,
    _by_last_resort,
)
