"""Addresses of pages: those in what was pasted, and which page a web archive's snapshot shows."""

import re
from urllib.parse import quote, urlsplit, urlunsplit

_IN_TEXT = re.compile(r"(?:https?://|(?<![\w@./-])www\.)[^\s<>\"'`„”«»]+", re.IGNORECASE)
_BEHIND = ".,;:!?…"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_BARE = re.compile(r"[\w-]+(\.[\w-]+)*\.[^\W\d_]{2,}(:\d{1,5})?(/\S*)?", re.IGNORECASE)
_SNAPSHOT = re.compile(
    r"https?://(?:web\.archive\.org/web|archive\.(?:today|ph|is|li|md|vn|fo)|arquivo\.pt/wayback)"
    r"/\d{4,14}(?:[a-z]{2}_)?/(https?:/.+)",
    re.IGNORECASE,
)
_SAFE = "/:?#[]@!$&'()*+,;=%~"


def in_text(text: str) -> list[str]:
    """Return the addresses in *text*, in order and each once.

    The scheme may be missing from `www.…` and from a line that is nothing but an address.
    """
    found: list[str] = []
    for line in text.splitlines():
        if _BARE.fullmatch(line.strip()):
            found.append(as_address(line))
        else:
            found += [as_address(_trimmed(one[0])) for one in _IN_TEXT.finditer(line)]
    return list(dict.fromkeys(filter(None, found)))


def as_address(typed: str) -> str:
    """Return *typed* as an http(s) address in ASCII without its fragment; "" when it is none.

    The scheme may be left out (https is meant), as in a browser.
    """
    typed = typed.strip()
    if "://" not in typed and _BARE.fullmatch(typed):
        typed = f"https://{typed}"
    try:
        parts = urlsplit(typed)
        host, port = parts.hostname or "", parts.port
        host = host if ":" in host else host.encode("idna").decode()
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host or re.search(r"[\0-\x20]", host):
        return ""
    place = f"[{host}]" if ":" in host else host
    place += f":{port}" if port else ""
    path, query = quote(parts.path or "/", safe=_SAFE), quote(parts.query, safe=_SAFE)
    return urlunsplit((parts.scheme, place, path, query, ""))


def original(url: str) -> str:
    """Return the address of the page that a snapshot in a web archive shows, "" if it is none."""
    found = _SNAPSHOT.fullmatch(url)
    return as_address(re.sub(r"^(https?):/+", r"\1://", found[1])) if found else ""


def same_site(one: str, other: str) -> bool:
    """Tell whether two addresses are on one host, or one's host lies below the other's."""
    first, second = _host(one), _host(other)
    if not first or not second:
        return False
    return f".{first}".endswith(f".{second}") or f".{second}".endswith(f".{first}")


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _trimmed(found: str) -> str:
    """Return *found* without the punctuation of the sentence that it stands in."""
    while found:
        last = found[-1]
        lonely = last in _PAIRS and found.count(last) > found.count(_PAIRS[last])
        if last not in _BEHIND and not lonely:
            break
        found = found[:-1]
    return found
