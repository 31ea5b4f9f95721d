"""Where a link really goes, in letters that cannot deceive."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

SCHEMES = ("http", "https", "mailto")
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_INVISIBLE = ("Cf", "Cc", "Co", "Cs", "Cn", "Zl", "Zp", "Zs")


@dataclass(frozen=True, slots=True)
class Target:
    """`url` is to be opened, `shown` is for eyes: decoded, hidden characters visible.

    `place` is who is asked: the host, or the address of a mail; `written` is its form in ASCII
    when that looks different, else "".
    """

    url: str
    shown: str
    place: str
    written: str = ""


def target(url: str) -> Target | None:
    """Return where *url* goes; None for what is not opened: other schemes, no host, trickery."""
    url = url.strip()
    if not url or _UNSAFE.search(url):
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in SCHEMES:
        return None
    if parts.scheme == "mailto":
        return _mail(url, parts.path)
    host = parts.hostname or ""
    if not host or host.startswith(".") or "%" in host:
        return None
    ascii_host, plain = _in_ascii(host), _decoded(host)
    if not ascii_host:
        return None
    place = visible(plain) + (f":{port}" if port else "")
    written = ascii_host if ascii_host != plain else ""
    shown = visible(url.replace(host, plain, 1) if host in url else url)
    return Target(url, shown, place, written)


def visible(text: str) -> str:
    """Return *text* with what is invisible or turns the reading direction written out."""
    return "".join(_visible(char) for char in text)


def _visible(char: str) -> str:
    return f"‹U+{ord(char):04X}›" if unicodedata.category(char) in _INVISIBLE else char


def _mail(url: str, address: str) -> Target | None:
    if "@" not in address or address.startswith("@"):
        return None
    return Target(url, visible(url), visible(address))


def _decoded(host: str) -> str:
    """Return a host with its `xn--` labels as they are read."""
    return ".".join(_decoded_label(label) for label in host.split("."))


def _decoded_label(label: str) -> str:
    if not label.casefold().startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def _in_ascii(host: str) -> str:
    """Return a host as it goes over the wire, "" when it cannot."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host if host.isascii() else ""
